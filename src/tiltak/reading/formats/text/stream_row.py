"""A row of a table that is written out cell after cell, while it is read."""

from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import CellLine


@dataclass(slots=True)
class RowInProgress:
    """The physical row being read: lines per column. `texts` are those not yet placed."""

    lines: dict[int, list[CellLine]] = field(default_factory=dict)
    texts: list[list[tuple[str, Passage]]] = field(default_factory=list)
    has_values: bool = False
    numbered: int = 0

    def add(self, column: int, text: str, passage: Passage | None) -> None:
        """Add a line to the cell of a column."""
        cell = self.lines.setdefault(column, [])
        cell.append(CellLine(text, passage, len(cell)))

    def filled(self, column: int) -> int:
        """How many lines with text the cell of a column has."""
        return sum(1 for line in self.lines.get(column, ()) if line.text)
