"""What can be corrected about the current one, as a person writes it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from django import forms
from django.utils.translation import gettext as _

from tiltak.planfile import walk
from tiltak.planfile.editing import DOCUMENT, Correct
from tiltak.planfile.model import Document, Item, Measure, Parties, Row, Section
from tiltak.web.desk import typed
from tiltak.web.desk.date_field import DateField
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
from tiltak.web.desk.plan_words import status_word
from tiltak.web.review.targets import Target
from tiltak.web.review.touched import TouchableForm
from tiltak.wording import spoken_years

# a year, or the years from one to another: 2018–2021, 2018-21
YEARS = re.compile(r"\b(\d{4})\b(?:\s*[-–—]\s*(\d{4}|\d{2})\b)?")
MOST_YEARS = 100
# the fields of the amounts
MONEY = re.compile(r"(?:amount|per|funder)\d+$")


class ValueForm(TouchableForm):
    """The fields of an element or a row."""

    def __init__(
        self, target: Target, years: tuple[int, ...], data: Mapping[str, Any] | None = None
    ) -> None:
        self.target, self.years = target, years
        owner = target.row or (target.element.node if target.element else None)
        assert owner is not None  # noqa: S101  the document and unplaced texts have other forms
        self.owner: Row | Item | Measure | Section = owner
        super().__init__(data)
        self.fields["text"] = text_field(target.text, is_title=isinstance(owner, Section))
        self.fields["number"] = number_field(owner.number)
        if isinstance(owner, Row | Measure):
            self._add_facts(owner)
        dress(self)

    def _add_facts(self, owner: Row | Measure) -> None:
        self.fields["time"] = time_field(owner.time)
        # the money of a measure that stands in the table stands on its row
        if isinstance(owner, Row) or not owner.rows:
            count = len(walk.budgets(owner)) + 1
            while self.is_bound and f"amount{count}" in self.data:
                count += 1
            self.fields.update(budget_fields(walk.budgets(owner), count))
        self.fields["responsible"] = parties_field(_("Ansvarleg"), names_of(owner.responsible))
        self.fields["partners"] = parties_field(_("Med"), names_of(owner.partners))
        if isinstance(owner, Row):
            self.fields["focus_area"] = forms.CharField(
                label=_("Område i tabellen"), initial=owner.focus_area or "", required=False
            )

    def groups(self) -> Iterator[Group]:
        """The fields as they stand together."""
        yield self.group("text")
        yield self.group("number", "time", "focus_area")
        if "amount0" in self.fields:
            money = (self.meanwhile[name] for name in self.meanwhile if MONEY.match(name))
            yield from budget_groups(self, tuple(money))
        for name in ("responsible", "partners"):
            if name in self.fields:
                yield self.group(name)

    def clean(self) -> None:
        super().clean()
        owner, given = self.owner, self.cleaned_data
        if self.is_touched("text") and "text" in given and not given["text"].strip():
            self.add_error("text", _("Teksten kan ikkje vera tom."))
        if isinstance(owner, Row | Measure):
            try:
                given["time"] = typed.typed_time(given.get("time", ""), owner.time, self.years)
            except typed.Unclear as unclear:
                self.add_error("time", str(unclear))
            given["budgets"] = typed_budgets(self, walk.budgets(owner))

    def edits(self) -> Iterator[Correct]:
        """What is to be another than it is. Only for a valid form."""
        for name, before, after in self._pairs():
            if before != after and any(map(self.is_touched, self._fields_of(name))):
                yield Correct(self.target.key, name, msgspec.to_builtins(after))

    def _fields_of(self, name: str) -> list[str]:
        return [one for one in self.fields if MONEY.match(one)] if name == "budgets" else [name]

    def _pairs(self) -> Iterator[tuple[str, Any, Any]]:
        owner, given = self.owner, self.cleaned_data
        # browsers send line ends in their own way
        yield "text", self.target.text.strip(), given["text"].replace("\r\n", "\n").strip()
        yield "number", owner.number or "", given["number"]
        if not isinstance(owner, Row | Measure):
            return
        yield "time", owner.time, given["time"]
        if "amount0" in self.fields:
            yield "budgets", walk.budgets(owner), given["budgets"]
        for name, parties in (("responsible", owner.responsible), ("partners", owner.partners)):
            yield name, names_of(parties), typed.typed_names(given[name])
        if isinstance(owner, Row):
            yield "focus_area", owner.focus_area or "", given["focus_area"]


class DocumentForm(TouchableForm):
    """What the document says about itself."""

    title = forms.CharField(max_length=300)
    years = forms.CharField(required=False)
    status = forms.ChoiceField()
    body = forms.CharField(required=False, max_length=200)
    date = DateField(required=False)
    case_number = forms.CharField(required=False, max_length=60)

    def __init__(self, document: Document, data: Mapping[str, Any] | None = None) -> None:
        self.document = document
        start = msgspec.structs.asdict(document)
        start |= {"years": spoken_years(document.years), "date": _shown_date(document.date)}
        super().__init__(data, initial=start)
        states = ("framlegg", "høyring", "vedteke", "ukjend")
        unsaid = _("Dokumentet seier det ikkje")
        self.offer("status", [(one, status_word(one).capitalize() or unsaid) for one in states])
        labels = {
            "title": _("Tittel"),
            "years": _("År"),
            "status": _("Tilstand"),
            "body": _("Organ"),
            "date": _("Dato"),
            "case_number": _("Saksnummer"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["years"].help_text = _("Til dømes 2018 eller 2018–2021.")
        self.fields["date"].help_text = _("Skriv datoen slik: 8.12.2017")

    def groups(self) -> Iterator[Group]:
        """The fields as they stand together."""
        yield self.group("title")
        yield self.group("years", "status")
        yield self.group("body", "date", "case_number")

    def clean_years(self) -> tuple[int, ...]:
        """Every year that was named; `2018–2021` stands for four."""
        text = self.cleaned_data["years"]
        named = [_years_of(first, last) for first, last in YEARS.findall(text)]
        years = sorted({year for some in named for year in some})
        if (text and not years) or not all(named) or len(years) > MOST_YEARS:
            raise forms.ValidationError(_("Skriv åra med fire siffer: 2018 eller 2018–2021."))
        return tuple(years)

    def edits(self) -> Iterator[Correct]:
        """What is to be another than it is. Only for a valid form."""
        for name in filter(self.is_touched, self.fields):
            value = msgspec.to_builtins(self.cleaned_data[name]) or ""
            if value != (msgspec.to_builtins(getattr(self.document, name)) or ""):
                yield Correct(DOCUMENT, name, value or ([] if name == "years" else ""))


def _shown_date(written: str | None) -> date | str:
    """The day, which the field shows as its help text says; else what was written."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return written or ""


def _years_of(first: str, last: str) -> range:
    """The years from one to another; none where they are the wrong way round."""
    end = first[: len(first) - len(last)] + last
    return range(int(first), int(end) + 1)


def names_of(parties: Parties | None) -> tuple[str, ...]:
    """The names as they stand in the field."""
    if parties is None:
        return ()
    return parties.parties or ((parties.raw,) if parties.raw else ())
