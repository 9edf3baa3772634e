"""What may be corrected in a draft: how each field is read, checked and written.

A value is plain JSON, so that the log can hold what stood before and an undo can put it back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from tiltak.domain.organisations.operations import parties_by_label
from tiltak.domain.plans.errors import ImpossibleValue
from tiltak.domain.plans.models import BudgetLine, Element, PartyRole, PlanVersion, TableRow
from tiltak.domain.plans.projection.money import budget_line, budget_of
from tiltak.domain.plans.projection.normal import said
from tiltak.planfile.model import Budget, Time
from tiltak.planfile.storable import is_storable

Owner = Element | TableRow
Corrected = Element | TableRow | PlanVersion


@dataclass(frozen=True, slots=True)
class Field:
    """`shape` is the type of the value; `read` and `write` know where it lies."""

    shape: Any
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None]

    def settled(self, value: Any) -> Any:
        """The value as plain JSON in its one form. Raises ImpossibleValue."""
        try:
            typed = msgspec.convert(value, self.shape, from_attributes=True)
            plain = msgspec.json.decode(msgspec.json.encode(_without_silence(typed)))
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            raise ImpossibleValue(str(error)) from error
        return plain

    def standing(self, subject: Corrected) -> Any:
        """What stands there now, in the same form."""
        return self.settled(self.read(subject))


def field_of(subject: Corrected, name: str) -> Field:
    """Raises ImpossibleValue for what cannot be corrected on this subject."""
    found = FIELDS[type(subject)].get(name)
    if found is None:
        raise ImpossibleValue(name)
    return found


def checked(field: Field, value: Any) -> Any:
    """A new value in its plain form. Raises ImpossibleValue for what no plan can say."""
    plain = field.settled(value)
    if isinstance(plain, str) and not plain.strip():
        raise ImpossibleValue(plain)
    if not is_storable(plain):
        raise ImpossibleValue(str(plain))
    return plain


def _without_silence(value: Any) -> Any:
    """A list without what says nothing; a value that says nothing is None."""
    if isinstance(value, tuple):
        return tuple(one for one in value if one is not None and one not in ("", Budget()))
    return said(value) if isinstance(value, msgspec.Struct) else value


def _plain(name: str, shape: Any) -> Field:
    def write(subject: Corrected, value: Any) -> None:
        setattr(subject, name, value)
        subject.save(update_fields=[name])

    return Field(shape, lambda subject: getattr(subject, name), write)


def _parties(role: str) -> Field:
    def write(owner: Owner, labels: list[str]) -> None:
        mine = {"row" if isinstance(owner, TableRow) else "element": owner}
        PartyRole.objects.filter(**mine, role=role, in_text=False).delete()
        parties = parties_by_label(
            council_id=owner.version.plan.council_id, labels=labels, abbreviations={}
        )
        PartyRole.objects.bulk_create(
            PartyRole(
                version=owner.version,
                **mine,
                role=role,
                label=label,
                party=parties[label],
                position=i,
            )
            for i, label in enumerate(labels)
        )

    return Field(tuple[str, ...], lambda owner: party_labels(owner, role), write)


def party_labels(owner: Owner, role: str) -> list[str]:
    """The names a measure or a row gives a role, but for those read from running text."""
    named = owner.party_roles.filter(role=role, in_text=False).order_by("position", "id")
    return list(named.values_list("label", flat=True))


def budgets_of(owner: Owner) -> tuple[Budget, ...]:
    """The budget lines that stand on a measure or a row."""
    return tuple(budget_of(line) for line in owner.budget_lines.order_by("position", "id"))


def _write_budgets(owner: Owner, values: list[Any]) -> None:
    """A cell that several rows share is one cell: those that say the same go along."""
    budgets = msgspec.convert(values, tuple[Budget, ...])
    before = budgets_of(owner)
    _replace_lines(owner, budgets)
    for old, new in zip(before, budgets, strict=False):
        if old.cell_group and old.cell_group == new.cell_group and isinstance(owner, TableRow):
            for sibling in _sharing(owner, old.cell_group):
                if budgets_of(sibling) == (old,):
                    _replace_lines(sibling, (new,))


def _sharing(row: TableRow, cell_group: str) -> list[TableRow]:
    rows = TableRow.objects.filter(table=row.table_id, budget_lines__cell_group=cell_group)
    return list(rows.exclude(pk=row.pk).distinct())


def _replace_lines(owner: Owner, budgets: tuple[Budget, ...]) -> None:
    mine = {"row" if isinstance(owner, TableRow) else "element": owner}
    owner.budget_lines.all().delete()
    BudgetLine.objects.bulk_create(
        budget_line(owner.version, mine, budget, i) for i, budget in enumerate(budgets)
    )


def _write_text(element: Element, text: str) -> None:
    """The table names areas and themes by their titles: a row that does so says the new one."""
    before, element.text = element.text, text
    element.save(update_fields=["text"])
    rows = TableRow.objects.filter(version=element.version_id)
    if element.kind == Element.Kind.AREA:
        rows.filter(area=element, focus_area=before).update(focus_area=text)
    elif element.kind == Element.Kind.THEME:
        rows.filter(area=element.parent_id, section=before).update(section=text)


NUMBER = _plain("number", str | None)
TIME = _plain("time", Time | None)
BUDGETS = Field(tuple[Budget, ...], budgets_of, _write_budgets)
PARTIES = {f"parties:{role}": _parties(role) for role in PartyRole.Role.values}
FIELDS: dict[type[Corrected], dict[str, Field]] = {
    PlanVersion: {"title": _plain("title", str)},
    Element: {
        "text": Field(str, lambda element: element.text, _write_text),
        "number": NUMBER,
        "time": TIME,
        "budgets": BUDGETS,
        **PARTIES,
    },
    TableRow: {
        "text": _plain("text", str),
        "number": NUMBER,
        "time": TIME,
        "budgets": BUDGETS,
        **PARTIES,
    },
}
