"""Rows that share one cell of money: each is told of the others, also of those not loaded.

The amount of a cell that several rows share stands, as the document has it, on one of them. Who
looks at another of them has to know it: else a page says that the plan gives no amount.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from tiltak.domain.plans.models import BudgetLine
from tiltak.domain.plans.queries.stored_values import BUDGET_COLUMNS, budget_of, time_of
from tiltak.domain.plans.queries.values import CellLine, RowView
from tiltak.planfile.sums import Line, line_of, line_total, once_per_cell

COLUMNS = (
    "row_id",
    "row__table_id",
    "row__number",
    "row__area__initiative__code",
    "row__focus_area",
)
TIME = Cast("row__time", TextField())


def cell_lines(rows: Iterable[RowView]) -> Iterator[CellLine]:
    """The budget lines of loaded rows that stand in a cell others may share."""
    for row in rows:
        for budget in row.budgets:
            if budget.cell_group:
                yield CellLine(row.id, row.table_id, row.number, row.group, row.time, budget)


def lines_of_area(area_id: int) -> list[CellLine]:
    """The budget lines of the rows of an area, and of rows elsewhere that share a cell with them.

    In the order of the rows. Two statements at most.
    """
    own = _fetched(BudgetLine.objects.filter(row__area=area_id))
    return sorted([*own, *_others(own)], key=lambda line: line.row_id)


def tie_sharers(rows: Collection[RowView]) -> None:
    """Set `beside` of some rows. One statement; none where no row shares a cell."""
    own = list(cell_lines(rows))
    sharing: dict[object, list[CellLine]] = defaultdict(list)
    for line in sorted([*own, *_others(own)], key=lambda line: line.row_id):
        sharing[line.cell].append(line)
    for row in rows:
        cells = dict.fromkeys(line.cell for line in cell_lines([row]))
        row.beside = [line for cell in cells for line in sharing[cell] if line.row_id != row.id]


def _others(lines: Collection[CellLine]) -> list[CellLine]:
    """What other rows have in the same cells. The rows given are of versions seen already."""
    cells = {line.cell for line in lines if line.budget.cell_group}
    if not cells:
        return []
    found = BudgetLine.objects.filter(
        row__table__in={table for table, _ in cells}, cell_group__in={cell for _, cell in cells}
    )
    others = _fetched(found.exclude(row__in={line.row_id for line in lines}))
    return [line for line in others if line.cell in cells]


def _fetched(found: QuerySet[Any]) -> list[CellLine]:
    ordered = found.order_by("row_id", "position")
    return [
        CellLine(row_id, table_id, number, code or area or "", time_of(time), budget_of(budget))
        for row_id, table_id, number, code, area, time, *budget in ordered.values_list(
            *COLUMNS, TIME, *BUDGET_COLUMNS
        )
    ]


def counted(lines: Iterable[CellLine]) -> list[Line]:
    """The lines for a sum: one for each cell. `area` is the group it is counted in."""
    return list(once_per_cell(_keyed(lines)))


def counted_elsewhere(lines: Iterable[CellLine]) -> dict[str, list[CellLine]]:
    """Group → the lines with which the amounts of cells it shares are counted in other groups."""
    cells: dict[object, list[tuple[CellLine, Line]]] = defaultdict(list)
    for (cell, line), one in zip(_keyed(ordered := list(lines)), ordered, strict=True):
        cells[cell].append((one, line))
    elsewhere: dict[str, list[CellLine]] = defaultdict(list)
    for cell, sharing in cells.items():
        keys = {
            line.key
            for line in once_per_cell((cell, line) for _, line in sharing)
            if line_total(line) is not None
        }
        holders = [one for one, line in sharing if line.key in keys]
        for group in {one.group for one, _ in sharing} - {one.group for one in holders}:
            elsewhere[group] += holders
    return {group: holders for group, holders in elsewhere.items() if holders}


def _keyed(lines: Iterable[CellLine]) -> Iterator[tuple[object, Line]]:
    """Each line with its cell; one that no other shares is a cell of its own."""
    for i, one in enumerate(lines):
        key = ("row", one.row_id, i)
        cell = ("cell", one.cell) if one.budget.cell_group else key
        yield cell, line_of(key, one.budget, one.time, one.group)
