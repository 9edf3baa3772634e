"""Rows that only name what the rows below belong to: an area, a theme, a goal.

Habits read: one cell over the whole width; a cell left of the measures; a number that others
count on from; a level word ("Delmål 1: …"); a short text alone above rows with values.
"""

from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure.columns.column import Columns, cell_text
from tiltak.reading.structure.rows.said_levels import SPANNING, parts_of_cell, said_level
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

_LONGEST_TITLE = 60
_FEWEST_TITLES = 2
_IN_TWO = 2


class GroupRows:
    """The group rows of one table."""

    def __init__(self, table: TableBlock, columns: Columns, vocabulary: Vocabulary) -> None:
        self._columns = columns
        self._vocabulary = vocabulary
        self._body = table.rows[columns.body :]
        self._numbers = _numbers_of_groups(self._body, columns)
        self._lone = self._lone_titles()

    def level_of(self, row: TableRow) -> str | None:
        """The level a row names that holds nothing but a title, None for a row of values."""
        filled = row.filled
        number = cell_text(row, self._columns.of("number")).rstrip(".")
        cut = len(filled) == _IN_TWO and self._is_label_cut_in_two(filled)
        if cut or (number and number in self._numbers):
            return self._inner
        return self._level_of_only(filled[0], row) if len(filled) == 1 else None

    @property
    def _inner(self) -> str:
        """What a group is: a theme where a column has the areas."""
        return "theme" if self._columns.of("focus_area") is not None else "focus_area"

    def _level_of_only(self, cell: Cell, row: TableRow) -> str | None:
        """The level of the only text of a row."""
        main, area = self._columns.of("measure"), self._columns.of("focus_area")
        if main is None:
            return None
        if area is not None and cell.column == area.index:
            return "focus_area" if cell.column_span > 1 else None
        if cell.column_span > 1 or cell.column < main.index:
            return self._inner
        return self._level_among_measures(cell, row) if cell.column == main.index else None

    def _level_among_measures(self, cell: Cell, row: TableRow) -> str | None:
        """The level of a text that stands where the measures do."""
        if said := said_level(cell.text, self._vocabulary):
            return said[0]
        if len(parts_of_cell(cell, self._vocabulary)) > 1 or id(row) in self._lone:
            return self._inner
        return "focus_area" if self._is_numbered_alone(cell) else None

    def _is_label_cut_in_two(self, cells: Sequence[Cell]) -> bool:
        """ "Satsingsområde 1:" and "Tidleg innsats": one text over all columns, cut at one of them."""
        first = cells[0].text
        label = self._vocabulary.label(first) if first[:1].isupper() else None
        is_cut = label is not None and label.rest is None and first.endswith(":")
        return is_cut and label is not None and label.level in SPANNING

    def _is_numbered_alone(self, cell: Cell) -> bool:
        """A lone numbered text in a table whose other rows all have values."""
        number = read_number(cell.text)
        if number is None or number.closed:
            return False
        others = [r for r in self._body if (c := r.cell(cell.column)) and c.text != cell.text]
        full = sum(1 for row in others if len([c for c in row.cells if c.text]) > 1)
        return full == len(others) > 1

    def _lone_titles(self) -> frozenset[int]:
        """The ids of rows with a short text where the measures stand and nothing else, each above
        rows with values: "Barn og unge". The first row is one, and no other row stands so alone."""
        main, rows = self._columns.of("measure"), self._body
        if main is None or not rows or not _is_lone(rows[0], main.index):
            return frozenset()
        lone = [at for at, row in enumerate(rows) if _is_lone(row, main.index)]
        apart = all(after - before > 1 for before, after in pairwise([*lone, len(rows)]))
        titles = [cell_text(rows[at], main) for at in lone]
        short = all(len(text) <= _LONGEST_TITLE and text[-1] not in ".:;" for text in titles)
        if len(lone) < _FEWEST_TITLES or not (apart and short):
            return frozenset()
        return frozenset(id(rows[at]) for at in lone)


def _is_lone(row: TableRow, main: int) -> bool:
    return [cell.column for cell in row.filled] == [main]


def _numbers_of_groups(rows: Sequence[TableRow], columns: Columns) -> frozenset[str]:
    """The numbers of rows with nothing but a name, where others count on from them: "2" or "B"
    above "2.1" or "B1"."""
    column, main = columns.of("number"), columns.of("measure")
    if column is None or main is None:
        return frozenset()
    numbers = [cell_text(row, column).rstrip(".") for row in rows]
    of_name = {column.index, main.index}
    bare = {
        number
        for number, row in zip(numbers, rows, strict=True)
        if number and of_name.issuperset(cell.column for cell in row.filled)
    }
    if not bare:
        return frozenset()
    counted = {n.rstrip("0123456789").rstrip(".-") for n in numbers if n not in bare}
    return frozenset(bare & counted)
