"""Not part of the plan: the text goes to what is unplaced."""

from collections.abc import Iterator

from tiltak.planfile import walk
from tiltak.planfile.editing.conversion import content_of, lifted
from tiltak.planfile.editing.edits import ROW, Exclude
from tiltak.planfile.editing.placing import next_sibling
from tiltak.planfile.editing.rows import find_row, without_rows
from tiltak.planfile.editing.source_text import EXCLUDED, released
from tiltak.planfile.editing.tree import below, find, without
from tiltak.planfile.model import Measure, Passage, Plan


def exclude(plan: Plan, edit: Exclude) -> Plan:
    """Take an element or a row out, alone or with what stands below it."""
    if edit.target.startswith(ROW):
        return _exclude_row(plan, edit)
    spot = find(plan, edit.target)
    if not edit.below:
        behind = next_sibling(plan, spot)
        left = without(plan, spot)
        above = spot.parent.id if spot.parent else None
        left = lifted(left, content_of(spot.node), above, behind)
        return released(left, spot.node.reading.passages, EXCLUDED)
    gone = list(below(spot.node))
    left = without(plan, spot)
    passages = [passage for node in gone for passage in node.reading.passages]
    rows = _only_about(plan, {node.id for node in gone if isinstance(node, Measure)})
    passages += (p for row in walk.rows(plan) if row.id in rows for p in row.reading.passages)
    return released(without_rows(left, rows), passages, EXCLUDED)


def _only_about(plan: Plan, measures: set[str]) -> set[str]:
    """The rows that are about these measures and no others."""
    about: dict[str, set[str]] = {}
    for link in plan.links:
        if link.kind != "related":
            about.setdefault(link.row, set()).add(link.measure)
    return {row for row, named in about.items() if named <= measures}


def _exclude_row(plan: Plan, edit: Exclude) -> Plan:
    row = find_row(plan, edit.target)
    left = without_rows(plan, {row.id})
    passages: list[Passage] = list(row.reading.passages)
    for measure in _only_in(plan, row.id) if edit.below else ():
        passages += (passage for node in below(measure) for passage in node.reading.passages)
        left = without(left, find(left, measure.id))
    return released(left, passages, EXCLUDED)


def _only_in(plan: Plan, row: str) -> Iterator[Measure]:
    """The measures that stand, with all their parts, nowhere but in this row; topmost only."""
    waiting = [top for _, _, top in walk.top_measures(plan)]
    while waiting:
        measure = waiting.pop()
        if measure.rows == (row,) and _of_table(measure, row):
            yield measure
        else:
            waiting += measure.children


def _of_table(measure: Measure, row: str) -> bool:
    parts = walk.with_parts(measure)
    return all(one.source == "table" and one.rows in ((), (row,)) for one in parts)
