"""Merged cells that a page cuts: some programs print their text below the cut, not above it."""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Cell, TableRow


def with_cells_over_break(above: Sequence[TableRow], below: Sequence[TableRow]) -> list[TableRow]:
    """Rows of two pages as one table; a cell left empty above the cut has the text below it.

    Only in a column whose other cells are merged over rows: elsewhere an empty cell is empty.
    """
    if not above or not below:
        return [*above, *below]
    rows, first = list(above), below[0]
    for cell in first.cells:
        if cell.text and (begin := _empty_from(rows, cell.column)) is not None:
            span = len(rows) - begin + cell.row_span
            rows[begin] = _with(rows[begin], replace(cell, row_span=span))
            first = _without(first, cell.column)
    return [*rows, first, *below[1:]]


def _empty_from(rows: Sequence[TableRow], column: int) -> int | None:
    """The first of the last rows whose cells in a column are empty, None where none are."""
    cells = [next((c for c in row.cells if c.column == column), None) for row in rows]
    if not any(cell is not None and cell.row_span > 1 and cell.text for cell in cells):
        return None
    begin = len(rows)
    while begin > 0 and (cell := cells[begin - 1]) is not None and not cell.text:
        begin -= 1
    return begin if begin < len(rows) else None


def _with(row: TableRow, cell: Cell) -> TableRow:
    cells = [cell if one.column == cell.column else one for one in row.cells]
    return TableRow(tuple(cells))


def _without(row: TableRow, column: int) -> TableRow:
    return TableRow(tuple(cell for cell in row.cells if cell.column != column))
