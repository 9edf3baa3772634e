"""One form for everything that can be corrected about an element, or about one of its rows.

Beside each field lies, hidden, what the editor saw: so nobody's words are lost when two write.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal, cast

import msgspec
from django import forms
from django.utils.translation import gettext as _

from tiltak.domain.plans.errors import ImpossibleValue
from tiltak.domain.plans.models import Element, PartyRole, TableRow
from tiltak.domain.plans.operations import Correction
from tiltak.domain.plans.operations.correctable import Owner, budgets_of, field_of, party_labels
from tiltak.domain.plans.operations.corrections import stands_in_a_row
from tiltak.planfile.model import Budget, Time
from tiltak.web.desk import typed
from tiltak.web.desk.forms import DeskForm
from tiltak.web.ui.tags import page_words

Name = Literal["text", "number", "time", "budgets"]
TITLED = {Element.Kind.AREA, Element.Kind.THEME}
# what an editor has before them where nothing is said, by field; lists are empty
NOTHING: dict[str, Any] = {"text": "", "number": None, "time": None}
MAIN_ROLES = (PartyRole.Role.RESPONSIBLE, PartyRole.Role.PARTNER)


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand in one line, and what others wrote there meanwhile."""

    fields: tuple[forms.BoundField, ...]
    meanwhile: tuple[str, ...]
    note: str = ""
    is_extra: bool = False


class CorrectionForm(DeskForm):
    """The fields of one subject. `prefix` tells the forms of a page apart."""

    def __init__(
        self, subject: Owner, *, prefix: str, data: Mapping[str, Any] | None = None
    ) -> None:
        self.subject = subject
        self.budgets = budgets_of(subject) if has_facts(subject) else ()
        self.in_table = isinstance(subject, Element) and stands_in_a_row(subject)
        super().__init__(data, prefix=prefix)
        self._add_text()
        if has_facts(subject):
            self._add_facts()
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "ds-input"
            field.widget.attrs.pop("cols", None)
            if name.startswith(("text", "parties")):
                field.widget.attrs["rows"] = 5 if name == "text" else 2
        self.seen = {name: self._seen(name) for name in self.correctable}
        # field → what stands there now, where somebody else wrote meanwhile
        self.meanwhile: dict[str, str] = {}

    @property
    def correctable(self) -> list[str]:
        """The names of what this form corrects."""
        names = [name for name in self.fields if name in {"text", "number", "time"}]
        if "amount0" in self.fields:
            names.append("budgets")
        return names + [name for name in self.fields if name.startswith("parties:")]

    def _add_text(self) -> None:
        subject = self.subject
        titled = isinstance(subject, Element) and subject.kind in TITLED
        self.fields["text"] = forms.CharField(
            label=_("Tittel") if titled else _("Tekst"),
            initial=subject.text,
            widget=forms.Textarea,
            required=bool(subject.text),
            strip=False,
            error_messages={"required": _("Teksten kan ikkje vera tom.")},
        )
        self.fields["number"] = forms.CharField(
            label=_("Nummer"), initial=subject.number or "", required=False
        )

    def _add_facts(self) -> None:
        subject = self.subject
        # what the table says of a measure stands with its row
        if not self.in_table or subject.time is not None or self._sent("time"):
            self.fields["time"] = forms.CharField(
                label=_("Tid"),
                initial=typed.shown_time(stored_time(subject)),
                required=False,
                help_text=_("Til dømes 2018, 2018–2019 eller løpande."),
            )
        if not self.in_table:
            count = len(self.budgets) + 1
            while self._sent(f"amount{count}"):
                count += 1
            for i, budget in zip_longest(range(count), self.budgets):
                self._add_budget(i, budget)
        for role in PartyRole.Role.values:
            self._add_parties(role)

    def _sent(self, name: str) -> bool:
        """Whether the editor had this field, also if others took away what it held."""
        return self.is_bound and self.add_prefix(name) in self.data

    def _add_parties(self, role: str) -> None:
        names = party_labels(self.subject, role)
        wanted = role in MAIN_ROLES and not self.in_table
        if names or wanted or self._sent(f"parties:{role}"):
            self.fields[f"parties:{role}"] = forms.CharField(
                label=page_words().role(role).capitalize(),
                initial="\n".join(names),
                widget=forms.Textarea,
                required=False,
                help_text=_("Eitt namn på kvar linje."),
            )

    def _add_budget(self, i: int, budget: Budget | None) -> None:
        self.fields[f"amount{i}"] = forms.CharField(
            label=_("Beløp") if budget else _("Eitt beløp til") if i else _("Beløp"),
            initial=typed.shown_amount(budget) if budget else "",
            required=False,
        )
        self.fields[f"per{i}"] = forms.ChoiceField(
            label=_("Gjeld beløpet"),
            initial=budget.per or "" if budget else "",
            required=False,
            choices=[
                ("", _("Planen seier det ikkje")),
                ("year", _("kvart år")),
                ("total", _("i alt")),
            ],
        )
        self.fields[f"funder{i}"] = forms.CharField(
            label=_("Finansiør"), initial=budget.funder or "" if budget else "", required=False
        )

    def _seen(self, name: str) -> str:
        """What the editor saw, as it came back with the form; at first what stands there."""
        given = self.data.get(self.add_prefix(f"seen-{name}")) if self.is_bound else None
        if given is None:
            return json.dumps(self._standing(name))
        try:
            return json.dumps(field_of(self.subject, name).settled(json.loads(given)))
        except (ValueError, ImpossibleValue):
            # somebody tampered with it: then they saw nothing, and what stands there is shown
            return json.dumps(NOTHING.get(name, []))

    def _standing(self, name: str) -> Any:
        return field_of(self.subject, name).standing(self.subject)

    def groups(self) -> Iterator["Group"]:
        """The fields as they stand together, with what others wrote meanwhile."""
        yield Group((self["text"],), self._notices("text"))
        short = [name for name in ("number", "time") if name in self.fields]
        notices = tuple(notice for name in short for notice in self._notices(name))
        yield Group(tuple(self[name] for name in short), notices)
        yield from self._budget_groups()
        for name in self.fields:
            if name.startswith("parties:"):
                yield Group((self[name],), self._notices(name))

    def _budget_groups(self) -> Iterator["Group"]:
        count = sum(name.startswith("amount") for name in self.fields)
        for i in range(count):
            fields = tuple(self[f"{part}{i}"] for part in ("amount", "per", "funder"))
            if i == 0:
                yield Group(fields, self._notices("budgets"), note=_how())
            else:
                yield Group(fields, (), is_extra=i == count - 1)

    def _notices(self, name: str) -> tuple[str, ...]:
        return (self.meanwhile[name],) if name in self.meanwhile else ()

    def hidden(self) -> Iterator[tuple[str, str]]:
        """Names and values of the hidden fields."""
        for name, value in self.seen.items():
            yield self.add_prefix(f"seen-{name}"), value

    def clean(self) -> None:
        if self.fields["text"].required and not self.cleaned_data.get("text", "-").strip():
            self.add_error("text", _("Teksten kan ikkje vera tom."))
        self._clean_time()
        self._clean_budgets()

    def _clean_time(self) -> None:
        if "time" not in self.fields:
            return
        years = tuple(self.subject.version.facts.get("years") or ())
        text = self.cleaned_data.get("time", "")
        try:
            self.cleaned_data["time"] = typed.typed_time(text, self._seen_time(), years)
        except typed.Unclear as unclear:
            self.add_error("time", str(unclear))

    def _seen_time(self) -> Time | None:
        seen = json.loads(self.seen["time"])
        return None if seen is None else msgspec.convert(seen, Time)

    def _clean_budgets(self) -> None:
        if "budgets" not in self.correctable:
            return
        seen = msgspec.convert(json.loads(self.seen["budgets"]) or [], tuple[Budget, ...])
        found = []
        for i in range(sum(name.startswith("amount") for name in self.fields)):
            before = seen[i] if i < len(seen) else None
            per = cast("Literal['year', 'total'] | None", self.cleaned_data.get(f"per{i}") or None)
            text = self.cleaned_data.get(f"amount{i}", "")
            funder = self.cleaned_data.get(f"funder{i}", "")
            try:
                found.append(typed.typed_budget(text, per, funder, before))
            except typed.Unclear as unclear:
                self.add_error(f"amount{i}", str(unclear))
        self.cleaned_data["budgets"] = tuple(one for one in found if one is not None)

    def corrections(self) -> Iterator[Correction]:
        """What is to be another than the editor saw. Only for a valid form."""
        for name in self.correctable:
            seen = json.loads(self.seen[name])
            field = field_of(self.subject, name)
            value = field.settled(self._value(name, seen))
            if value != seen:
                yield Correction(self.subject, name, value, seen)

    def _value(self, name: str, seen: Any) -> Any:
        value = self.cleaned_data[name]
        if name.startswith("parties:"):
            return typed.typed_names(value)
        if name == "text":
            # browsers send line ends in their own way
            return value.replace("\r\n", "\n") or seen
        return value or None if name == "number" else value

    def note_meanwhile(self) -> None:
        """Show what others wrote, and let the next sending be made in the knowledge of it."""
        for name in self.correctable:
            standing = self._standing(name)
            if standing != json.loads(self.seen[name]):
                self.meanwhile[name] = _in_words(standing)
                self.seen[name] = json.dumps(standing)


def _how() -> str:
    return _("Skriv beløpet som 1 140 000, 0,5 mill. eller innanfor ramma. Tomt tyder ikkje 0 kr.")


def has_facts(subject: Owner) -> bool:
    """Measures and rows have time, money and parties; goals and titles have none."""
    return isinstance(subject, TableRow) or subject.kind == Element.Kind.MEASURE


def stored_time(subject: Owner) -> Time | None:
    """The time of a measure or a row."""
    return None if subject.time is None else msgspec.convert(subject.time, Time)


def _in_words(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("raw") or value.get("amount") or "")
    if isinstance(value, list):
        return ", ".join(_in_words(one) for one in value)
    return "" if value is None else str(value)
