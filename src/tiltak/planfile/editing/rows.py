"""Rows of the tables: finding, changing, taking out, tying to measures."""

from msgspec.structs import replace

from tiltak.planfile import walk
from tiltak.planfile.editing.conversion import said_budgets
from tiltak.planfile.editing.edits import ROW, Link, Unlink
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.editing.ties import with_links
from tiltak.planfile.editing.tree import find
from tiltak.planfile.model import Link as Tie
from tiltak.planfile.model import Measure, Plan, Row


def find_row(plan: Plan, key: str) -> Row:
    """The row of that id, with or without "row:". Raises ImpossibleEdit."""
    found = {row.id: row for row in walk.rows(plan)}
    row = found.get(key.removeprefix(ROW)) or found.get(key)
    if row is None:
        raise ImpossibleEdit(Obstacle.NO_SUCH_TARGET, key)
    return row


def with_row(plan: Plan, row: Row) -> Plan:
    """The plan with another row in the place of the one of that id."""
    return _with_rows(plan, {row.id}, (row,))


def without_rows(plan: Plan, keys: set[str]) -> Plan:
    """The plan without these rows and their ties."""
    links = tuple(link for link in plan.links if link.row not in keys)
    return replace(_with_rows(plan, keys, ()), links=links)


def _with_rows(plan: Plan, keys: set[str], fresh: tuple[Row, ...]) -> Plan:
    tables = []
    for table in plan.tables:
        rows = tuple(new for row in table.rows for new in (fresh if row.id in keys else (row,)))
        tables.append(replace(table, rows=rows))
    return replace(plan, tables=tuple(tables))


def link(plan: Plan, edit: Link) -> Plan:
    """Tie a row to a measure, or say in what other way they are tied."""
    row, measure = find_row(plan, edit.row), find_measure(plan, edit.measure)
    if edit.kind != "related" and not measure.rows and said_budgets(measure):
        raise ImpossibleEdit(Obstacle.OWN_MONEY, edit.measure)
    tie = Tie(row=row.id, measure=measure.id, kind=edit.kind)
    others = _but(plan, row.id, measure.id)
    at = next((i for i, one in enumerate(plan.links) if _is(one, row.id, measure.id)), None)
    at = len(others) if at is None else at
    return with_links(plan, (*others[:at], tie, *others[at:]))


def unlink(plan: Plan, edit: Unlink) -> Plan:
    """Undo the tie of a row and a measure."""
    row, measure = find_row(plan, edit.row), find_measure(plan, edit.measure)
    others = _but(plan, row.id, measure.id)
    if len(others) == len(plan.links):
        raise ImpossibleEdit(Obstacle.NOT_LINKED, f"{edit.row} {edit.measure}")
    return replace(plan, links=others)


def find_measure(plan: Plan, key: str) -> Measure:
    """The measure or part of that id. Raises ImpossibleEdit."""
    node = find(plan, key).node
    if not isinstance(node, Measure):
        raise ImpossibleEdit(Obstacle.NOT_A_MEASURE, key)
    return node


def _is(tie: Tie, row: str, measure: str) -> bool:
    return tie.row == row and tie.measure == measure


def _but(plan: Plan, row: str, measure: str) -> tuple[Tie, ...]:
    return tuple(tie for tie in plan.links if not _is(tie, row, measure))
