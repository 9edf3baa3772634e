"""The normal form of a plan file: what rows can tell apart.

A time, a budget or a party field in which nothing is said is the same as none at all. Every
element gets an id that is its own. `links` hold every tie of row and measure, and `rows` of a
measure follow from them; a tie to something that is not there is none. Neither is a passage in
a source that is not there, nor a role that is none of the four.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from tiltak.planfile import walk
from tiltak.planfile.model import (
    Area,
    Budget,
    Document,
    Item,
    Link,
    Measure,
    Passage,
    Plan,
    Reading,
    Row,
    Section,
    Table,
    Value,
)
from tiltak.planfile.unique_keys import UniqueKeys

V = TypeVar("V", bound=Value)
S = TypeVar("S", bound=Section)


def said(value: V | None) -> V | None:
    """The value, or None when it says nothing."""
    return None if value is None or value == type(value)() else value


ROLES = frozenset({"owner", "responsible", "partner", "funder"})
LONGEST_NAME = 300
LONGEST_TYPE = 120
LONGEST_SHORT_TITLE = 200


def normal(plan: Plan) -> Plan:
    """The plan with unique ids and without fields that say nothing."""
    plan = _sourced(plan)
    names = UniqueKeys()
    paragraphs = _items(names, plan.paragraphs, "p")
    areas = tuple(_area(names, area, str(i)) for i, area in enumerate(plan.focus_areas, 1))
    rows = UniqueKeys()
    tables = tuple(_table(rows, table, f"T{i}") for i, table in enumerate(plan.tables, 1))
    return _tied(replace(plan, paragraphs=paragraphs, focus_areas=areas, tables=tables))


def _sourced(plan: Plan) -> Plan:
    """The plan with passages only in the sources it has, and no text without words unplaced."""
    sources = tuple(
        replace(s, name=s.name[:LONGEST_NAME], media_type=s.media_type[:LONGEST_TYPE])
        for s in plan.sources
    )

    def stands(place: Passage) -> bool:
        return place.source < len(sources) and place.start <= place.end

    def clean(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(clean(one) for one in value)
        if isinstance(value, Reading):
            return replace(value, passages=tuple(p for p in value.passages if stands(p)))
        if isinstance(value, Section | Item | Measure | Table | Row | Document):
            return replace(value, **{name: clean(one) for name, one in asdict(value).items()})
        return value

    cleaned: Plan = replace(plan, **{name: clean(one) for name, one in asdict(plan).items()})
    unplaced = tuple(one for one in plan.unplaced if stands(one.passage) and one.text.strip())
    return replace(cleaned, sources=sources, unplaced=unplaced)


def _tied(plan: Plan) -> Plan:
    """The plan with its links told once, and `rows` and `serves` in line with what exists."""
    links = _links(plan)
    rows: dict[str, list[str]] = {}
    for link in links:
        if link.kind != "related":
            rows.setdefault(link.measure, []).append(link.row)
    keys = set(_goal_ids(plan))

    def tie(measure: Measure) -> Measure:
        return replace(
            measure,
            rows=tuple(dict.fromkeys(rows.get(measure.id, ()))),
            serves=tuple(dict.fromkeys(goal for goal in measure.serves if goal in keys)),
            children=tuple(tie(child) for child in measure.children),
        )

    def tie_all(section: S) -> S:
        return replace(section, measures=tuple(tie(m) for m in section.measures))

    areas = tuple(
        replace(tie_all(area), sections=tuple(tie_all(s) for s in area.sections))
        for area in plan.focus_areas
    )
    return replace(plan, focus_areas=areas, links=links)


def _goal_ids(plan: Plan) -> Iterator[str]:
    for area in plan.focus_areas:
        for section in walk.sections_of(area):
            for item in (*section.sub_goals, *section.strategies):
                yield item.id


def _links(plan: Plan) -> tuple[Link, ...]:
    """The plan's links, then those that only a measure's `rows` tells of."""
    rows = {row.id for row in walk.rows(plan)}
    measures = [measure for _, _, measure in walk.all_measures(plan)]
    ids = {measure.id for measure in measures}
    links = [link for link in plan.links if link.row in rows and link.measure in ids]
    told = {(link.row, link.measure) for link in links}
    links += [
        Link(row=row, measure=measure.id, kind="same")
        for measure in measures
        for row in measure.rows
        if row in rows and (row, measure.id) not in told
    ]
    return tuple({(link.row, link.measure, link.kind): link for link in links}.values())


def _items(names: UniqueKeys, items: tuple[Item, ...], place: str) -> tuple[Item, ...]:
    return tuple(
        replace(item, id=names.give(item.id, f"{place}{i}"), **_titled(item))
        for i, item in enumerate(items, 1)
    )


def _titled(element: Section | Item | Measure) -> dict[str, Any]:
    """The short title as it is kept: "" is none."""
    return {"short_title": (element.short_title or "")[:LONGEST_SHORT_TITLE] or None}


def _parts(names: UniqueKeys, section: Section, id_: str) -> dict[str, Any]:
    return {
        "id": id_,
        **_titled(section),
        "paragraphs": _items(names, section.paragraphs, f"{id_}.p"),
        "sub_goals": _items(names, section.sub_goals, f"{id_}.d"),
        "strategies": _items(names, section.strategies, f"{id_}.s"),
        "measures": tuple(
            _measure(names, m, f"{id_}.m{i}") for i, m in enumerate(section.measures, 1)
        ),
    }


def _section(names: UniqueKeys, section: Section, place: str) -> Section:
    return replace(section, **_parts(names, section, names.give(section.id, place)))


def _area(names: UniqueKeys, area: Area, place: str) -> Area:
    id_ = names.give(area.id, place)
    parts = _parts(names, area, id_)
    sections = tuple(_section(names, s, f"{id_}.{i}") for i, s in enumerate(area.sections, 1))
    return replace(area, **parts, sections=sections)


def _saying(owner: Measure | Row) -> dict[str, Any]:
    """The fields a measure and a row share, without those that say nothing."""
    budgets = [b for b in (owner.budget, *owner.more_budgets) if b is not None and b != Budget()]
    return {
        "time": said(owner.time),
        "budget": budgets[0] if budgets else None,
        "more_budgets": tuple(budgets[1:]),
        "responsible": said(owner.responsible),
        "partners": said(owner.partners),
    }


def _measure(names: UniqueKeys, measure: Measure, place: str) -> Measure:
    id_ = names.give(measure.id, place)
    children = tuple(
        _measure(names, child, f"{id_}.c{i}") for i, child in enumerate(measure.children, 1)
    )
    roles = {
        role: _labels(labels)
        for role, labels in measure.roles.items()
        if role in ROLES and _labels(labels)
    }
    return replace(
        measure, id=id_, children=children, roles=roles, **_titled(measure), **_saying(measure)
    )


def _labels(labels: str | tuple[str, ...]) -> tuple[str, ...]:
    return (labels,) if isinstance(labels, str) else labels


def _table(names: UniqueKeys, table: Table, place: str) -> Table:
    rows = tuple(
        replace(row, id=names.give(row.id, f"{place}.{i}"), **_saying(row))
        for i, row in enumerate(table.rows, 1)
    )
    return replace(table, id=names.give(table.id, place), rows=rows)
