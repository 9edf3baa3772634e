"""The values of `plan/1`: a plan as a tree of areas, goals, strategies and measures.

The names are those of the JSON schema (docs/reference/plan-1.md). Everything is frozen:
a changed plan is a new value (`msgspec.structs.replace`).
"""

from typing import Literal

import msgspec

Confidence = float
PlanStatus = Literal["framlegg", "høyring", "vedteke", "ukjend"]
Basis = Literal["amount", "within_frame", "external", "range", "band", "unknown", "none"]
Per = Literal["year", "total"]
LinkKind = Literal["same", "merged", "part", "related"]
MeasureSource = Literal["body", "table", "both"]
PartyRole = Literal["owner", "responsible", "partner", "funder"]


class Value(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Base of all values: immutable, and silent about what is not said."""


class Passage(Value, frozen=True):
    """A place in a source text: characters `start` up to, not including, `end`.

    `source` is the index in `Plan.sources`. Page, line and cell are for people ("side 9, rad 3").
    """

    start: int
    end: int
    source: int = 0
    page: int | None = None
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None


class Unplaced(Value, frozen=True):
    """Text of the source that found no place in the tree. Listed, never dropped."""

    passage: Passage
    text: str
    reason: str | None = None


class Source(Value, frozen=True):
    """A document the plan was read from. `text` is its whole text; passages point into it."""

    name: str
    media_type: str
    sha256: str
    text: str = ""
    method: Literal["text", "ocr", "structured"] = "text"


class Reading(Value, frozen=True):
    """How an element came to be: where it stands, how sure the reader is, and why."""

    passages: tuple[Passage, ...] = ()
    confidence: Confidence | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()


class Time(Value, frozen=True):
    """When. `raw` as written; `years` every year it covers, ascending."""

    raw: str | None = None
    years: tuple[int, ...] = ()
    years_inferred: bool = False
    ongoing: bool = False
    end_date: str | None = None


class Budget(Value, frozen=True):
    """Money as the plan says it, in whole units of `currency`.

    `amount` is None when no single figure is given: that is not 0. `per` says whether the
    amount is for each year or in all; None where the plan does not say. Lines with the same
    `cell_group` came from one physical cell. `per_year` splits `amount` by year.
    """

    raw: str | None = None
    amount: int | None = None
    min: int | None = None
    max: int | None = None
    currency: str | None = None
    per_year: dict[str, int] = {}
    basis: Basis = "none"
    per: Per | None = None
    cell_group: str | None = None
    funder: str | None = None
    kind: str | None = None


class Parties(Value, frozen=True):
    """Who, as written (`raw`) and split into names (`parties`), abbreviations unfolded."""

    raw: str | None = None
    parties: tuple[str, ...] = ()


class Item(Value, frozen=True):
    """A sub-goal, a strategy or a paragraph: a text with an identity."""

    text: str
    id: str = ""
    number: str | None = None
    initiative: str | None = None
    short_title: str | None = None
    reading: Reading = Reading()


class Measure(Value, frozen=True):
    """Something somebody is to do. `children` are its parts; `rows` the table rows it stands in."""

    id: str
    text: str
    number: str | None = None
    source: MeasureSource | None = None
    time: Time | None = None
    budget: Budget | None = None
    more_budgets: tuple[Budget, ...] = ()
    responsible: Parties | None = None
    partners: Parties | None = None
    roles: dict[PartyRole, str | tuple[str, ...]] = {}
    state: str | None = None
    rows: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    children: tuple["Measure", ...] = ()
    initiative: str | None = None
    short_title: str | None = None
    reading: Reading = Reading()


class Section(Value, frozen=True):
    """A theme below a focus area."""

    id: str
    title: str
    number: str | None = None
    sub_goals: tuple[Item, ...] = ()
    strategies: tuple[Item, ...] = ()
    measures: tuple[Measure, ...] = ()
    paragraphs: tuple[Item, ...] = ()
    initiative: str | None = None
    short_title: str | None = None
    reading: Reading = Reading()


class Area(Section, frozen=True):
    """A focus area, with its themes (`sections`)."""

    sections: tuple[Section, ...] = ()


class Column(Value, frozen=True):
    name: str = ""
    role: str | None = None


class Row(Value, frozen=True):
    """One row of the table. `focus_area` is the area's name as the table has it."""

    id: str
    text: str = ""
    focus_area: str | None = None
    section: str | None = None
    number: str | None = None
    time: Time | None = None
    budget: Budget | None = None
    more_budgets: tuple[Budget, ...] = ()
    responsible: Parties | None = None
    partners: Parties | None = None
    state: str | None = None
    extra: dict[str, str] = {}
    reading: Reading = Reading()


class Table(Value, frozen=True):
    id: str
    rows: tuple[Row, ...]
    title: str | None = None
    columns: tuple[Column, ...] = ()
    reading: Reading = Reading()


class Link(Value, frozen=True):
    """Row ↔ measure: the same, the row covers several (merged), a part of it, or only related."""

    row: str
    measure: str
    kind: LinkKind


class Document(Value, frozen=True):
    """What the document says about itself."""

    title: str
    years: tuple[int, ...]
    status: PlanStatus
    id: str | None = None
    status_text: str | None = None
    body: str | None = None
    date: str | None = None
    case_number: str | None = None
    language: str | None = None
    currency: str | None = None
    abbreviations: dict[str, str] = {}
    reading: Reading = Reading()


class Plan(Value, frozen=True):
    """A whole plan. `labels` are the document's own words for its levels."""

    document: Document
    focus_areas: tuple[Area, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    paragraphs: tuple[Item, ...] = ()
    labels: dict[str, str] = {}
    ambiguities: tuple[dict[str, str | None], ...] = ()
    sources: tuple[Source, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    warnings: tuple[str, ...] = ()
