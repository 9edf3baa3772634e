"""Sums over a loaded version, by the one calculation (`planfile.sums`)."""

from collections.abc import Iterable, Iterator

from tiltak.domain.plans.queries.values import Node, PlanTree, RowView
from tiltak.planfile.sums import Line, line_of, once_per_cell


def lines_of(tree: PlanTree) -> list[Line]:
    """Every budget line of the version, each once, as `planfile.sums.lines_of` has them.

    `area` of a line is `RowView.group`: the code of the area.
    """
    return lines_of_some(tree.rows, tree.rowless_measures)


def lines_of_some(rows: Iterable[RowView], rowless: Iterable[Node]) -> list[Line]:
    """The lines of some rows, and of some measures that stand in no row.

    A cell that several of the rows share is one line. What stands in a shared cell on a row not
    among them counts where the rows were told of it (`shared_cells.tie_sharers`).
    """
    lines = list(once_per_cell(_cells(rows)))
    lines += [
        line_of(
            ("element", node.id, i), budget, node.time, area.code if (area := node.area) else ""
        )
        for node in rowless
        for i, budget in enumerate(node.budgets)
    ]
    return lines


def _cells(rows: Iterable[RowView]) -> Iterator[tuple[object, Line]]:
    for row in rows:
        for i, budget in enumerate(row.budgets):
            key = ("row", row.id, i)
            shared = budget.cell_group
            cell = ("cell", row.table_id, shared) if shared else key
            yield cell, line_of(key, budget, row.time, row.group)
        for i, one in enumerate(row.beside):
            key = ("beside", one.row_id, i)
            yield ("cell", *one.cell), line_of(key, one.budget, one.time, one.group)
