"""Tables written out column after column (pdftotext without -layout, copied from a viewer).

Each column is its head and then its cells, top to bottom. Where rows stand far apart the
cells come in small groups instead, row by row under the heads already seen. The last columns
of several tables on one page may come together, before the text between the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.column_cells import (
    TIMES,
    CellSplitter,
    Group,
    Piece,
    cell_of,
    misfit,
)
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.sums import names_sum
from tiltak.reading.vocabulary import Vocabulary

# so much speaks against the cells of its columns being as many
_UNEVEN = 3.0
_MOST_LINES = 8
_MARKS = ("x", "✓", "✔", "•")
VALUE_ROLES = (*TIMES, "budget", "responsible", "partners", "state", "funder")


@dataclass(slots=True)
class Column:
    """One column as written: its head, and its texts in order."""

    head: Piece
    role: str | None
    groups: list[Group] = field(default_factory=list)
    year: int | None = None

    @property
    def passages(self) -> list[Passage]:
        """The places of its cells."""
        return [piece.passage for group in self.groups for piece in group]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table put together, and the texts of columns that have too few or too many cells."""

    block: TableBlock
    loose: tuple[Passage, ...]
    is_doubtful: bool = False


def align(columns: Sequence[Column], vocabulary: Vocabulary) -> Aligned | None:
    """Columns as rows; None when hardly any two columns have the same number of cells."""
    return _Alignment(columns, vocabulary).table()


class _Alignment:
    """Finds the number of rows that most columns agree on, then cuts each into as many."""

    def __init__(self, columns: Sequence[Column], vocabulary: Vocabulary) -> None:
        self._columns = columns
        self._vocabulary = vocabulary
        self._splitters = [CellSplitter(c.groups, c.role, vocabulary) for c in columns]
        roles = [column.role for column in columns]
        self._main = next((roles.index(r) for r in ("measure", "focus_area") if r in roles), 0)

    def table(self) -> Aligned | None:
        """The table of all columns that fit."""
        count = self._row_count()
        main = self._splitters[self._main].cells(count)
        if main is None:
            return None
        sums = {i for i, cell in enumerate(main) if names_sum(cell[0].text, self._vocabulary)}
        placed = [self._placed(index, count, main, sums) for index in range(len(self._columns))]
        values = [i for i, c in enumerate(self._columns) if c.role in VALUE_ROLES]
        fitting = sum(placed[i] is not None for i in values)
        if not fitting or 2 * fitting < len(values):
            return None
        rows = [self._row(index, placed) for index in range(count)]
        loose = [
            passage
            for column, cells in zip(self._columns, placed, strict=True)
            if cells is None
            for passage in column.passages
        ]
        table = TableBlock((self._head(), *rows), pieced=True)
        uneven = misfit(self._told(), count) > _UNEVEN
        # so many lines are several cells that nothing told apart
        crowded = any(len(cell) > _MOST_LINES for cell in main)
        return Aligned(table, tuple(loose), is_doubtful=bool(loose) or uneven or crowded)

    def _told(self) -> list[CellSplitter]:
        """The columns that tell the number of rows: crosses stand in some rows only."""
        return [
            splitter
            for splitter, column in zip(self._splitters, self._columns, strict=True)
            if not all(piece.text.casefold() in _MARKS for g in column.groups for piece in g)
        ]

    def _row_count(self) -> int:
        told = self._told()
        counts = {s.least for s in told} | {s.most for s in told}
        ordered = sorted(counts - {0}, reverse=True)
        return min(ordered, key=lambda count: misfit(told, count), default=0)

    def _placed(
        self, index: int, count: int, main: list[list[Piece]], sums: set[int]
    ) -> dict[int, list[Piece]] | None:
        """Row → cell of a column; None when its cells cannot be told apart or paired."""
        if index == self._main:
            return dict(enumerate(main))
        splitter, role = self._splitters[index], self._columns[index].role
        if role == "focus_area" and (starts := self._starts(main)):
            found = splitter.cells(len(starts))
            return dict(zip(starts, found, strict=True)) if found else None
        if cells := splitter.cells(count):
            return dict(enumerate(cells))
        # a row that adds up others has an amount and little else
        rows = [row for row in range(count) if row not in sums]
        if sums and (cells := splitter.cells(len(rows))):
            return dict(zip(rows, cells, strict=True))
        return None

    def _starts(self, main: list[list[Piece]]) -> list[int]:
        """The rows that begin an area: measures counted from one again, or 2.1 after 1.3."""
        numbers = [read_number(cell[0].text) for cell in main]
        if all(number is not None and number.closed for number in numbers):
            return [row for row, number in enumerate(numbers) if number and number.order == 1]
        counted = [s for s in self._splitters if s.role == "number"]
        cells = counted[0].cells(len(main)) if counted else None
        firsts = [cell[0].text.split(".")[0] for cell in cells or ()]
        return [row for row, first in enumerate(firsts) if row == 0 or first != firsts[row - 1]]

    def _head(self) -> TableRow:
        return TableRow(
            tuple(
                Cell(index, (CellLine(column.head.text, column.head.passage, 0),))
                for index, column in enumerate(self._columns)
            )
        )

    def _row(self, row: int, placed: Sequence[dict[int, list[Piece]] | None]) -> TableRow:
        return TableRow(
            tuple(
                cell_of(index, cells[row])
                for index, cells in enumerate(placed)
                if cells is not None and row in cells
            )
        )
