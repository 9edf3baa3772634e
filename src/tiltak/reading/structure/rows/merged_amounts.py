"""Amount cells over several rows: the rows below have the amount too, counted once."""

from collections.abc import Callable
from dataclasses import dataclass

from tiltak.reading.blocks import Cell, TableRow
from tiltak.reading.structure.columns.column import TableColumn


@dataclass(slots=True)
class _Merged:
    """A cell, how many rows it still covers, and the name of its group."""

    cell: Cell
    left: int
    name: str


class MergedAmounts:
    """The amount cell that reaches down over the rows being read."""

    def __init__(self, new_group: Callable[[], str]) -> None:
        self._new_group = new_group
        self._merged: _Merged | None = None

    def forget(self) -> None:
        """A new table begins."""
        self._merged = None

    def over(self, row: TableRow, column: TableColumn | None) -> tuple[TableRow, str | None]:
        """The row with the amount cell that covers it, and the name of that cell's group."""
        if column is None:
            return row, None
        cell = row.cell(column.index)
        if cell is not None and cell.row_span > 1 and cell.text:
            self._merged = _Merged(cell, cell.row_span - 1, self._new_group())
            return row, self._merged.name
        if self._merged is None or self._merged.left == 0 or (cell is not None and cell.text):
            self._merged = None
            return row, None
        self._merged.left -= 1
        return TableRow((*row.cells, self._merged.cell)), self._merged.name
