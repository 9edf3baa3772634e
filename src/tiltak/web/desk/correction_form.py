"""One form for everything that can be corrected about an element, or about one of its rows.

Beside each field lies, hidden, what the editor saw: so nobody's words are lost when two write.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec
from django.utils.translation import gettext as _

from tiltak.domain.plans.errors import ImpossibleValue
from tiltak.domain.plans.models import Element, PartyRole, TableRow
from tiltak.domain.plans.operations import Correction
from tiltak.domain.plans.operations.correctable import Owner, budgets_of, field_of, party_labels
from tiltak.domain.plans.operations.corrections import stands_in_a_row
from tiltak.planfile.model import Budget, Time
from tiltak.web.desk import typed
from tiltak.web.desk.fact_fields import (
    Group,
    budget_fields,
    budget_groups,
    dress,
    number_field,
    parties_field,
    text_field,
    time_field,
    typed_budgets,
)
from tiltak.web.desk.forms import DeskForm
from tiltak.web.ui.tags import page_words

Name = Literal["text", "number", "time", "budgets"]
TITLED = {Element.Kind.AREA, Element.Kind.THEME}
# what an editor has before them where nothing is said, by field; lists are empty
NOTHING: dict[str, Any] = {"text": "", "number": None, "time": None}
MAIN_ROLES = (PartyRole.Role.RESPONSIBLE, PartyRole.Role.PARTNER)


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
        dress(self)
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
        self.fields["text"] = text_field(subject.text, is_title=titled, required=bool(subject.text))
        self.fields["number"] = number_field(subject.number)

    def _add_facts(self) -> None:
        subject = self.subject
        # what the table says of a measure stands with its row
        if not self.in_table or subject.time is not None or self._sent("time"):
            self.fields["time"] = time_field(stored_time(subject))
        if not self.in_table:
            count = len(self.budgets) + 1
            while self._sent(f"amount{count}"):
                count += 1
            self.fields.update(budget_fields(self.budgets, count))
        for role in PartyRole.Role.values:
            self._add_parties(role)

    def _sent(self, name: str) -> bool:
        """Whether the editor had this field, also if others took away what it held."""
        return self.is_bound and self.add_prefix(name) in self.data

    def _add_parties(self, role: str) -> None:
        names = party_labels(self.subject, role)
        wanted = role in MAIN_ROLES and not self.in_table
        if names or wanted or self._sent(f"parties:{role}"):
            label = page_words().role(role).capitalize()
            self.fields[f"parties:{role}"] = parties_field(label, names)

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

    def groups(self) -> Iterator[Group]:
        """The fields as they stand together, with what others wrote meanwhile."""
        yield Group((self["text"],), self._notices("text"))
        short = [name for name in ("number", "time") if name in self.fields]
        notices = tuple(notice for name in short for notice in self._notices(name))
        yield Group(tuple(self[name] for name in short), notices)
        yield from budget_groups(self, self._notices("budgets"))
        for name in self.fields:
            if name.startswith("parties:"):
                yield Group((self[name],), self._notices(name))

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
        self.cleaned_data["budgets"] = typed_budgets(self, seen)

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
