"""One field gets another value."""

from typing import Any

from msgspec.structs import replace

from tiltak.planfile import walk
from tiltak.planfile.editing.conversion import with_text
from tiltak.planfile.editing.edits import DOCUMENT, ROW, Correct
from tiltak.planfile.editing.fields import (
    DOCUMENT_FIELDS,
    ELEMENT_FIELDS,
    MEASURE_FIELDS,
    ROW_FIELDS,
    Fields,
    words,
)
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.editing.rows import find_row, with_row
from tiltak.planfile.editing.tree import find, with_node
from tiltak.planfile.model import Measure, Plan, Row


def correct(plan: Plan, edit: Correct) -> Plan:
    """Set a field of an element, a row or the document. Raises ImpossibleEdit."""
    if edit.target == DOCUMENT:
        return replace(plan, document=_corrected(plan.document, edit, DOCUMENT_FIELDS))
    if edit.target.startswith(ROW):
        return _correct_row(plan, edit)
    spot = find(plan, edit.target)
    node = spot.node
    if edit.field == "text":
        return with_node(plan, spot, with_text(node, words(edit.value)))
    if not isinstance(node, Measure):
        return with_node(plan, spot, _corrected(node, edit, ELEMENT_FIELDS))
    if edit.field == "budgets" and node.rows and edit.value:
        raise ImpossibleEdit(Obstacle.MONEY_ON_ROW, edit.target)
    return with_node(plan, spot, _corrected(node, edit, MEASURE_FIELDS))


def _corrected(subject: Any, edit: Correct, fields: Fields) -> Any:
    field = fields.get(edit.field)
    if field is None:
        raise ImpossibleEdit(Obstacle.NO_SUCH_FIELD, edit.field)
    return replace(subject, **field(subject, edit.value))


def _correct_row(plan: Plan, edit: Correct) -> Plan:
    row = find_row(plan, edit.target)
    changed: Row = _corrected(row, edit, ROW_FIELDS)
    plan = with_row(plan, changed)
    if edit.field == "budgets":
        for sibling in _sharing(plan, row, changed):
            plan = with_row(plan, sibling)
    return plan


def _sharing(plan: Plan, before: Row, after: Row) -> list[Row]:
    """The rows that say the same amount because it stands in one cell for all: they follow."""
    table = next(table for table in plan.tables if after in table.rows)
    found = []
    for old, new in zip(walk.budgets(before), walk.budgets(after), strict=False):
        if old.cell_group and old.cell_group == new.cell_group:
            found += [
                replace(row, budget=new)
                for row in table.rows
                if row.id != after.id and walk.budgets(row) == (old,)
            ]
    return found
