"""A plan as flat records: one for every element, table row and further budget line.

What CSV is written from, and the tree in the spreadsheet. The field `total` adds up to the
plan's sum: it stands with the one record a budget line belongs to and nowhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import count
from typing import Any

from tiltak.planfile import sums, walk
from tiltak.planfile.model import Area, Budget, Item, Measure, Row, Section
from tiltak.writing.document import PlanPaper

Value = str | int | bool | date | None
Fields = dict[str, Any]
# between the entries of a field that holds several
SEPARATOR = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of the flat plan. The fields are explained in `data_dictionary`."""

    kind: str
    id: str = ""
    parent: str = ""
    depth: int = 0
    number: str = ""
    text: str = ""
    short_title: str = ""
    focus_area: str = ""
    theme: str = ""
    rows: str = ""
    measures: str = ""
    time_text: str = ""
    first_year: int | None = None
    last_year: int | None = None
    ongoing: bool | None = None
    end_date: str = ""
    amount_text: str = ""
    amount: int | None = None
    amount_per: str = ""
    amount_basis: str = ""
    total: int | None = None
    currency: str = ""
    funder: str = ""
    shared_cell: str = ""
    responsible_text: str = ""
    responsible: str = ""
    partners: str = ""
    state: str = ""
    lifecycle: str = ""
    light: str = ""
    status_text: str = ""
    status_by: str = ""
    status_date: date | None = None

    def values(self) -> list[Value]:
        """The values in the order of the fields."""
        return [getattr(self, field.name) for field in fields(self)]


FIELD_NAMES = tuple(field.name for field in fields(Record))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree: the element above, how many measures above, area and theme."""

    parent: str
    depth: int
    focus_area: str
    theme: str


def records_of(paper: PlanPaper) -> Iterator[Record]:
    """The tree in reading order, then the rows of the tables."""
    flattener = _Flattener(paper)
    yield from flattener.tree()
    yield from flattener.rows()


def tree_records(paper: PlanPaper) -> Iterator[Record]:
    """The tree alone."""
    return _Flattener(paper).tree()


class _Flattener:
    """Goes through one plan; knows which budget lines count in its sum."""

    def __init__(self, paper: PlanPaper) -> None:
        self.paper = paper
        # the identity of a line in `sums.lines_of`: a cell several rows share is there once
        self.counted = {line.key for line in sums.lines_of(paper.plan)}

    def tree(self) -> Iterator[Record]:
        # measures in the order of `walk.all_measures`: part of the identity of their lines
        self.order = count()
        opening = _Place("", 0, "", "")
        for paragraph in self.paper.plan.paragraphs:
            yield self._element("paragraph", paragraph, paragraph.text, opening)
        for area in self.paper.plan.focus_areas:
            for section in walk.sections_of(area):
                yield from self._section(area, section)

    def _section(self, area: Area, section: Section) -> Iterator[Record]:
        is_area = section is area
        above = _Place("" if is_area else area.id, 0, area.title, "" if is_area else section.title)
        yield self._element("focus_area" if is_area else "theme", section, section.title, above)
        place = replace(above, parent=section.id)
        for paragraph in section.paragraphs:
            yield self._element("paragraph", paragraph, paragraph.text, place)
        for goal in section.sub_goals:
            yield self._element("sub_goal", goal, goal.text, place)
        for strategy in section.strategies:
            yield self._element("strategy", strategy, strategy.text, place)
        for measure in section.measures:
            yield from self._measure(measure, place)

    def _element(self, kind: str, element: Section | Item, text: str, place: _Place) -> Record:
        return Record(
            kind=kind,
            number=element.number or "",
            text=text,
            **self._identity(element.id, place),
        )

    def _measure(self, measure: Measure, place: _Place) -> Iterator[Record]:
        key = ("measure", next(self.order))
        yield Record(
            kind="measure",
            number=measure.number or "",
            text=measure.text,
            rows=SEPARATOR.join(measure.rows),
            **self._identity(measure.id, place),
            **_facts(measure),
            **self._money(measure, key, 0),
        )
        yield from self._further_budgets(measure, key, place)
        below = replace(place, parent=measure.id, depth=place.depth + 1)
        for part in measure.children:
            yield from self._measure(part, below)

    def rows(self) -> Iterator[Record]:
        links: dict[str, list[str]] = {}
        for link in self.paper.plan.links:
            links.setdefault(link.row, []).append(link.measure)
        for t, table in enumerate(self.paper.plan.tables):
            for r, row in enumerate(table.rows):
                key = ("row", t, r)
                place = _Place(table.id, 0, row.focus_area or "", row.section or "")
                yield Record(
                    kind="row",
                    number=row.number or "",
                    text=row.text,
                    measures=SEPARATOR.join(links.get(row.id, [])),
                    **self._identity(row.id, place),
                    **_facts(row),
                    **self._money(row, key, 0),
                )
                yield from self._further_budgets(row, key, place)

    def _further_budgets(
        self, owner: Row | Measure, key: tuple[object, ...], place: _Place
    ) -> Iterator[Record]:
        for i in range(1, len(walk.budgets(owner))):
            yield Record(
                kind="budget_line",
                parent=owner.id,
                focus_area=place.focus_area,
                theme=place.theme,
                **self._money(owner, key, i),
            )

    def _identity(self, key: str, place: _Place) -> Fields:
        found = {
            "id": key,
            "parent": place.parent,
            "depth": place.depth,
            "focus_area": place.focus_area,
            "theme": place.theme,
            "short_title": self.paper.short_titles.get(key, ""),
        }
        status = self.paper.statuses.get(key)
        if status is None:
            return found
        return found | {
            "lifecycle": status.lifecycle,
            "light": status.light,
            "status_text": status.sentence,
            "status_by": status.said_by,
            "status_date": status.said_on,
        }

    def _money(self, owner: Row | Measure, key: tuple[object, ...], index: int) -> Fields:
        budgets = walk.budgets(owner)
        if index >= len(budgets):
            return {}
        budget = budgets[index]
        counts = (*key, index) in self.counted
        return {
            "amount_text": budget.raw or "",
            "amount": budget.amount,
            "amount_per": budget.per or "",
            "amount_basis": budget.basis,
            "total": _total(budget, owner) if counts else None,
            "currency": budget.currency or "",
            "funder": budget.funder or "",
            "shared_cell": budget.cell_group or "",
        }


def _total(budget: Budget, owner: Row | Measure) -> int | None:
    return sums.line_total(sums.line_of(None, budget, owner.time, None))


def _facts(owner: Row | Measure) -> Fields:
    found: Fields = {"state": owner.state or ""}
    if (time := owner.time) is not None:
        found |= {
            "time_text": time.raw or "",
            "first_year": min(time.years, default=None),
            "last_year": max(time.years, default=None),
            "ongoing": time.ongoing,
            "end_date": time.end_date or "",
        }
    if owner.responsible is not None:
        found["responsible_text"] = owner.responsible.raw or ""
        found["responsible"] = SEPARATOR.join(owner.responsible.parties)
    if owner.partners is not None:
        found["partners"] = SEPARATOR.join(owner.partners.parties)
    return found
