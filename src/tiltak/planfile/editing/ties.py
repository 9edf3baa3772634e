"""What points at elements, kept in line after an edit: links, `rows`, `serves`, names in rows."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from tiltak.planfile import walk
from tiltak.planfile.editing.tree import mapped
from tiltak.planfile.elements import Node
from tiltak.planfile.model import Area, Link, Measure, Plan, Row, Section


class _Names(NamedTuple):
    """The titles of the area and the theme something stands in."""

    area: str
    theme: str | None


def tied_anew(before: Plan, after: Plan) -> Plan:
    """The plan after an edit, with what points at elements in line with what there is now."""
    if before.focus_areas is not after.focus_areas:
        after = _without_dead_ties(before, after)
        after = _with_names(before, after)
    if before.links is not after.links:
        after = _with_rows(before, after)
    return after


def _without_dead_ties(before: Plan, after: Plan) -> Plan:
    measures, goals = _pointed_at(before, after)
    still_measures, still_goals = _pointed_at(after, before)
    gone = measures - still_measures
    if any(link.measure in gone for link in after.links):
        after = replace(after, links=tuple(x for x in after.links if x.measure not in gone))
    dead = goals - still_goals
    if dead:
        serving = {m.id for _, _, m in walk.all_measures(after) if not dead.isdisjoint(m.serves)}
        after = mapped(after, serving, lambda measure: _serving(measure, dead))
    return after


def _serving(measure: Measure, dead: set[str]) -> Measure:
    return replace(measure, serves=tuple(one for one in measure.serves if one not in dead))


def _pointed_at(plan: Plan, other: Plan) -> tuple[set[str], set[str]]:
    """The ids of measures and of goals and strategies, in areas that the two plans do not share."""
    measures: set[str] = set()
    goals: set[str] = set()
    for area in _own(plan.focus_areas, other.focus_areas):
        for section in walk.sections_of(area):
            measures |= {one.id for top in section.measures for one in walk.with_parts(top)}
            goals |= {one.id for one in (*section.sub_goals, *section.strategies)}
    return measures, goals


def _own(areas: Iterable[Area], others: Iterable[Area]) -> Iterator[Area]:
    """Areas that are not the same object in both."""
    shared = {id(area) for area in others}
    return (area for area in areas if id(area) not in shared)


# names in rows: a row stands where its measure stands


def _with_names(before: Plan, after: Plan) -> Plan:
    """Rows that name the area or theme of their measure follow it when it moves or is renamed.

    So does a row that names an area or theme by its title, whatever it is about.
    """
    old, new = _places(before, after), _places(after, before)
    changed = {key: (was, new[key]) for key, was in old.items() if new.get(key, was) != was}
    if not changed:
        return after
    measures = _measures_of(after.links)
    titles = {was: now for key, (was, now) in changed.items() if key.startswith(_PLACE)}

    def follow(row: Row) -> Row:
        mine = [_MEASURE + measure for measure in measures.get(row.id, ())]
        for was, now in [changed[key] for key in mine if key in changed]:
            # a row of several measures stays where one of them stays
            if not any(new.get(key) == was for key in mine):
                row = _renamed(row, was, now)
        named = _Names(row.focus_area or "", row.section)
        return _renamed(row, named, titles[named]) if named in titles else row

    tables = tuple(_with_all(table, tuple(map(follow, table.rows))) for table in after.tables)
    return replace(after, tables=tables)


_PLACE, _MEASURE = "p ", "m "


def _measures_of(links: Iterable[Link]) -> dict[str, list[str]]:
    measures: dict[str, list[str]] = {}
    for link in links:
        if link.kind != "related":
            measures.setdefault(link.row, []).append(link.measure)
    return measures


def _with_all(table: Any, rows: tuple[Row, ...]) -> Any:
    same = all(new is old for new, old in zip(rows, table.rows, strict=True))
    return table if same else replace(table, rows=rows)


def _renamed(row: Row, was: _Names, now: _Names) -> Row:
    fresh: dict[str, str | None] = {}
    if row.focus_area == was.area:
        fresh["focus_area"] = now.area
        if row.section == was.theme:
            fresh["section"] = now.theme
    return replace(row, **fresh) if any(getattr(row, k) != v for k, v in fresh.items()) else row


def _places(plan: Plan, other: Plan) -> dict[str, _Names]:
    """What each area, theme and measure stands in, in areas that the two plans do not share."""
    found: dict[str, _Names] = {}
    for area in _own(plan.focus_areas, other.focus_areas):
        for section in walk.sections_of(area):
            names = _names(area, section)
            found[_PLACE + section.id] = names
            for top in section.measures:
                found.update((_MEASURE + one.id, names) for one in walk.with_parts(top))
    return found


def _names(area: Area, section: Section) -> _Names:
    return _Names(area.title, None if section is area else section.title)


# links and what measures say of them


def _with_rows(before: Plan, after: Plan) -> Plan:
    """`rows` of the measures whose links changed, and where they are said to stand."""
    was, now = _rows_of(before.links), _rows_of(after.links)
    changed = {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}

    def tie(node: Node) -> Node:
        if not isinstance(node, Measure):  # it was one before
            return node
        rows = now.get(node.id, ())
        return replace(node, rows=rows, source=_source(node, rows))

    return mapped(after, changed, tie)


def _rows_of(links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    rows: dict[str, dict[str, None]] = {}
    for link in links:
        if link.kind != "related":
            rows.setdefault(link.measure, {})[link.row] = None
    return {measure: tuple(names) for measure, names in rows.items()}


def _source(measure: Measure, rows: tuple[str, ...]) -> Any:
    """A measure of the text stands in both when it has rows; one of the table stays that."""
    if measure.source in ("body", "both"):
        return "both" if rows else "body"
    return measure.source


def with_links(plan: Plan, links: Iterable[Link]) -> Plan:
    """The plan with these links, each once."""
    return replace(plan, links=tuple({(x.row, x.measure, x.kind): x for x in links}.values()))
