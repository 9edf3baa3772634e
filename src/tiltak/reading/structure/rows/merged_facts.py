"""Cells of who and when over several rows: what they say holds for every measure beside them."""

from dataclasses import dataclass, field

from tiltak.reading.blocks import Cell, TableRow
from tiltak.reading.structure.columns.column import Columns

_ROLES = ("responsible", "partners", "time", "start", "end", "state")


@dataclass(slots=True)
class MergedFacts:
    """The merged cells that reach down over the rows being read, with how many rows they still
    cover, by column."""

    _reaching: dict[int, tuple[Cell, int]] = field(default_factory=dict)

    def forget(self) -> None:
        """A new table begins."""
        self._reaching.clear()

    def over(self, row: TableRow, columns: Columns) -> TableRow:
        """The row with the cells that reach down over it."""
        reaching = []
        for column in columns.among(_ROLES):
            cell = row.cell(column.index)
            above, left = self._reaching.pop(column.index, (None, 0))
            if cell is not None and cell.text:
                if cell.row_span > 1:
                    self._reaching[column.index] = cell, cell.row_span - 1
            elif above is not None and left > 0:
                self._reaching[column.index] = above, left - 1
                reaching.append(above)
        if not reaching:
            return row
        covered = {cell.column for cell in reaching}
        return TableRow((*(c for c in row.cells if c.column not in covered), *reaching))
