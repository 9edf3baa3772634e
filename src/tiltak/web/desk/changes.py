"""What an import changes in a plan, in words: texts as one with what was struck and added."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tiltak.planfile.difference import Change, Difference, SumChange
from tiltak.planfile.difference.facts import FieldChange
from tiltak.planfile.difference.rows import placed_rows
from tiltak.planfile.difference.wording import Segment
from tiltak.planfile.elements import Element, elements
from tiltak.planfile.model import Budget, Parties, Plan, Row, Time
from tiltak.planfile.sums import Sum
from tiltak.web.desk.plan_words import level_word, money_words
from tiltak.web.ui.tags import page_words
from tiltak.wording import spoken_years

# a document knows nothing of the short title, and where a measure stands is told by its rows
UNTOLD = frozenset({"short_title", "source", "rows", "serves", "kind", "links", "tables"})
Texts = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A field before and after, in words. "" is: not said."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedText:
    """An element or a row that is another than before. `marks` are words such as "Ny", "Flytta"."""

    level: str
    marks: tuple[str, ...]
    segments: tuple[Segment, ...]
    facts: tuple[ChangedFact, ...]


@dataclass(frozen=True, slots=True)
class ChangedSum:
    """A sum before and after; "" where there is none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changes."""

    document: tuple[ChangedFact, ...]
    elements: tuple[ChangedText, ...]
    rows: tuple[ChangedText, ...]
    sums: tuple[ChangedSum, ...]
    # how many are the same but for their number: told in one sentence
    renumbered: int

    @property
    def count(self) -> int:
        return len(self.document) + len(self.elements) + len(self.rows) + self.renumbered


def changes_of(before: Plan, after: Plan, found: Difference) -> Changes:
    """A difference of two plans in words."""
    olds = _texts(elements(before))
    news = _texts(elements(after))
    old_rows = _row_texts(before)
    new_rows = _row_texts(after)
    return Changes(
        document=tuple(_facts(found.document)),
        elements=tuple(_changed(found.changes, olds, news)),
        rows=tuple(_changed(found.rows, old_rows, new_rows)),
        sums=tuple(_sum(one) for one in found.sums if one.of in {"total", "area"}),
        renumbered=sum(map(_is_renumbered, (*found.changes, *found.rows))),
    )


def _texts(found: Iterable[Element]) -> Texts:
    return {one.key: (level_word(one.kind), one.text) for one in found}


def _row_texts(plan: Plan) -> Texts:
    word = _("Rad i tabellen")
    return {key: (word, _row_text(placed.row)) for key, placed in placed_rows(plan).items()}


def _row_text(row: Row) -> str:
    return " ".join(part for part in (row.number, row.text) if part)


def _changed(found: Iterable[Change], olds: Texts, news: Texts) -> Iterator[ChangedText]:
    for change in found:
        facts = tuple(_facts(change.fields))
        if (change.what == ("facts",) and not facts) or _is_renumbered(change):
            continue
        level, text = news[change.key] if change.key is not None else olds[change.was[0]]
        yield ChangedText(
            level=level,
            marks=tuple(_mark(what) for what in change.what if what not in {"text", "facts"}),
            segments=change.text or _whole(change, text),
            facts=facts,
        )


def _is_renumbered(change: Change) -> bool:
    told = [field.field for field in change.fields if field.field not in UNTOLD]
    return change.what == ("facts",) and told == ["number"]


def _whole(change: Change, text: str) -> tuple[Segment, ...]:
    if "added" in change.what:
        return (Segment("insert", text),)
    return (Segment("delete" if "removed" in change.what else "equal", text),)


def _mark(what: str) -> str:
    return {
        "added": _("Ny"),
        "removed": _("Borte"),
        "asked": _("Du må svara"),
        "split": _("Delt"),
        "merged": _("Slegen saman"),
        "moved": _("Flytta"),
    }[what]


def _facts(fields: Iterable[FieldChange]) -> Iterator[ChangedFact]:
    for field in fields:
        if field.field in UNTOLD:
            continue
        before, after = _said(field.before), _said(field.after)
        if before != after:
            yield ChangedFact(_label(field.field), before, after)


def _label(field: str) -> str:
    return {
        "number": _("Nummer"),
        "time": _("Tid"),
        "budgets": _("Budsjett"),
        "responsible": _("Ansvarleg"),
        "partners": _("Partnarar"),
        "state": _("Tilstand"),
        "roles": _("Roller"),
        "focus_area": _("Satsingsområde"),
        "section": _("Tema"),
        "extra": _("Andre kolonnar"),
        "title": _("Tittel"),
        "years": _("År"),
        "status": _("Tilstand"),
        "status_text": _("Tilstand"),
        "body": _("Organ"),
        "date": _("Dato"),
        "case_number": _("Saksnummer"),
        "language": _("Språk"),
        "currency": _("Valuta"),
        "abbreviations": _("Forkortingar"),
        "labels": _("Nivånamn"),
    }.get(field, field)


def _said(value: object) -> str:
    """A value of the plan file in words."""
    if isinstance(value, Time):
        return value.raw or spoken_years(value.years)
    if isinstance(value, Parties):
        return ", ".join(value.parties) or value.raw or ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_said(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return _said_of_several(value)
    return "" if value is None else str(value)


def _said_of_several(values: tuple[object, ...]) -> str:
    if budgets := tuple(one for one in values if isinstance(one, Budget)):
        return money_words(budgets)
    if years := tuple(one for one in values if isinstance(one, int)):
        return spoken_years(years)
    return ", ".join(map(str, values))


def _sum(change: SumChange) -> ChangedSum:
    name = _("I alt") if change.of == "total" else str(change.name or _("Utan område"))
    return ChangedSum(name, _total(change.before), _total(change.after))


def _total(value: Sum | int | None) -> str:
    total = value.total if isinstance(value, Sum) else value
    return "" if total is None else page_words().kroner(total)
