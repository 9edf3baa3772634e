"""Rows written line after line, the cells of a row one behind the other (pdftotext -raw).

The habit read: the program goes from cell to cell and writes what stands at one height of the page
on one line, a single space between. So a row begins a line, a cell of several lines ends the line it
ends on, and only cells of one line have another cell behind them. Which words are which cell is the
cheapest way to have them all in the columns' order, over the table as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.formats.text.joined_cells import Text
from tiltak.reading.formats.text.line_cells import NAMES, LineCells
from tiltak.reading.formats.text.line_words import LineWords, Stretch
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.row_starts import is_open
from tiltak.reading.vocabulary import Vocabulary

_LACKS = {"measure": 6.0, "number": 3.0, "partners": 0.6, "state": 1.0, "note": 0.4}
_LACKS_OTHER = 1.5
_VALUES = ("time", "start", "end", "budget")
_FORMED = (*_VALUES, "number")
# how many words a cell has on its first line, and how many lines
_LONGEST_OTHER = (30, 7)
_LONGEST = {"number": (1, 1), "budget": (6, 3), "state": (8, 3)}
_LONGEST |= dict.fromkeys(("time", "start", "end"), (6, 3)) | dict.fromkeys(NAMES, (12, 5))
_NEW_SENTENCE = 0.8
_NO_VALUE = 4.0
_ROW_ENDED, _MAY_END = 2.5, 1.2
_LEFT_OUT = 4.0
# no cell of any row is as unlike its column
_HOPELESS = 5.0
_DEAR_ROW = 1.5
_TAIL = 5


@dataclass(frozen=True, slots=True)
class LineRow:
    """A row: column → its text. `is_doubtful`: it could be cut otherwise as well."""

    cells: Mapping[int, Text]
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """The cheapest way to a place. `first`: the cell before it begins a row."""

    cost: float
    cell: Stretch | None = None
    before: "_Way | None" = None
    valued: bool = False
    first: bool = False


# a line, a word of it, the column filled last (-1: none in this row), whether the row has a value
_Place = tuple[int, int, int, bool]


def rows_by_line(
    lines: Sequence[Line], roles: Sequence[str | None], vocabulary: Vocabulary
) -> tuple[list[LineRow], int]:
    """The rows lines hold, and how many of the lines they take: what is left is no part of it."""
    reader = _Reader(lines, roles, vocabulary)
    first, _ = reader.rows()
    # who stands where is known better when all rows have been seen once
    reader.learn(first)
    rows, taken = reader.rows()
    return [reader.judged(row) for row in rows], taken


class _Reader:
    def __init__(
        self, lines: Sequence[Line], roles: Sequence[str | None], vocabulary: Vocabulary
    ) -> None:
        self._lines = lines
        self._words = LineWords(lines)
        self._roles = roles
        self._vocabulary = vocabulary
        self._cells = LineCells(roles, vocabulary)
        self._lacks = [
            0.1 if role in SPANNING else _LACKS.get(role or "note", _LACKS_OTHER) for role in roles
        ]
        self._sums = list(accumulate(self._lacks, initial=0.0))
        self._figures: dict[str, bool] = {}
        self._costs: dict[Stretch, float] = {}
        self._begins = [self._places_to_begin(line) for line in range(len(lines))]
        self._values = [self._holds_value(line.text.strip()) for line in lines]

    def rows(self) -> tuple[list[list[Stretch]], int]:
        """The cells of the cheapest rows, and the number of lines in them."""
        ways: dict[_Place, _Way] = {(0, 0, -1, False): _Way(0.0)}
        best = (_LEFT_OUT * sum(self._values), 0, ways[0, 0, -1, False])
        for line in range(len(self._lines) + 1):
            self._close_rows(ways, line)
            closed = ways.get((line, 0, -1, False))
            if closed is not None:
                total = closed.cost + _LEFT_OUT * sum(self._values[line:])
                if total <= best[0]:
                    best = (total, line, closed)
            for word in range(self._words.count(line) if line < len(self._lines) else 0):
                for column in range(-1, len(self._roles) - 1):
                    for valued in (False, True):
                        place = (line, word, column, valued)
                        if place in ways:
                            self._go_on(ways, place)
        return _walk(best[2]), best[1]

    def learn(self, rows: Sequence[Sequence[Stretch]]) -> None:
        """Remember who stands in rows."""
        self._costs.clear()
        self._cells.learn({cell.column: self._words.text(cell) for cell in row} for row in rows)

    def judged(self, row: Sequence[Stretch]) -> LineRow:
        """A row, and whether it could be cut otherwise."""
        dear = self._cost_of_row(row) > _DEAR_ROW
        torn = any(self._could_part_elsewhere(one, two) for one, two in pairwise(row))
        return LineRow({cell.column: self._words.placed(cell) for cell in row}, dear or torn)

    def _close_rows(self, ways: dict[_Place, _Way], line: int) -> None:
        for column in range(len(self._roles)):
            for valued in (False, True):
                way = ways.get((line, 0, column, valued))
                if way is None:
                    continue
                lacking = self._sums[-1] - self._sums[column + 1]
                cost = way.cost + lacking + (0.0 if valued else _NO_VALUE)
                _keep(ways, (line, 0, -1, False), _Way(cost, None, way))

    def _go_on(self, ways: dict[_Place, _Way], place: _Place) -> None:
        line, word, last, valued = place
        way = ways[place]
        for column in range(last + 1, len(self._roles)):
            skipped = self._sums[column] - self._sums[last + 1]
            has_value = valued or self._roles[column] in _VALUES
            for cell in self._stretches(line, word, column):
                here = self._cost(cell)
                if here >= _HOPELESS:
                    continue
                cost = way.cost + skipped + here
                if not self._words.ends_line(cell):
                    there = (line, cell.end, column, has_value)
                else:
                    there = (cell.last + 1, 0, column, has_value)
                if there[1] and column == len(self._roles) - 1:
                    continue
                _keep(ways, there, _Way(cost, cell, way, has_value, last < 0))

    def _stretches(self, line: int, word: int, column: int) -> Iterator[Stretch]:
        words, lines = _LONGEST.get(self._roles[column] or "", _LONGEST_OTHER)
        size = self._words.count(line)
        for end in self._begins[line]:
            if word < end <= word + words:
                yield Stretch(column, line, word, end, line)
        if size - word <= words:
            for last in range(line, min(line + lines, len(self._lines))):
                yield Stretch(column, line, word, size, last)

    def _places_to_begin(self, line: int) -> list[int]:
        """The words of a line a cell can begin with: capitals, figures, times in words."""
        words = self._lines[line].text.split()
        return [
            at
            for at in range(1, len(words))
            if not words[at][0].islower()
            or any(self._cells.is_value(" ".join(words[at:end])) for end in range(at + 1, at + 4))
        ]

    def _cost(self, cell: Stretch) -> float:
        if cell not in self._costs:
            self._costs[cell] = self._cost_of(cell)
        return self._costs[cell]

    def _cost_of(self, cell: Stretch) -> float:
        text = self._words.text(cell)
        cost = self._cells.cost(text, cell.column)
        if not self._words.ends_line(cell):
            cost += self._cells.cut_cost(text, self._words.word(cell.line, cell.end))
        for line in range(cell.line + 1, cell.last + 1):
            before, after = (self._lines[at].text.strip() for at in (line - 1, line))
            if after[0].isupper() and not is_open(before, self._vocabulary):
                cost += _NEW_SENTENCE
        if self._roles[cell.column] not in _VALUES and self._words.ends_line(cell):
            cost += self._cost_of_lines(cell)
        return cost

    def _cost_of_lines(self, cell: Stretch) -> float:
        """What speaks against words that end lines: the line of a row ends in a value."""
        *inner, last = self._words.texts(cell)
        cost = _ROW_ENDED * sum(self._ends_in_figure(text) for text in inner)
        return cost + _MAY_END * self._ends_in_figure(last)

    def _cost_of_row(self, row: Sequence[Stretch]) -> float:
        here = {cell.column for cell in row}
        lacking = sum(lack for column, lack in enumerate(self._lacks) if column not in here)
        return lacking + sum(max(self._cost(cell), 0.0) for cell in row)

    def _could_part_elsewhere(self, one: Stretch, two: Stretch) -> bool:
        """Whether a name behind or before other words could begin at another capital of the line."""
        pair = (one, two)
        names = [cell for cell in pair if self._roles[cell.column] in NAMES]
        beside = one.line == two.line or (one.begin == 0 and one.last == one.line == two.line - 1)
        if not names or not beside or any(self._roles[c.column] in _FORMED for c in pair):
            return False
        if any(self._cells.is_known(self._words.text(cell)) for cell in names):
            return False
        last = two.end if one.line == two.line else one.end
        words = [self._words.word(one.line, at) for at in range(one.begin, last)]
        parts = [
            at
            for at in range(1, len(words))
            if self._cells.may_part(" ".join(words[:at]), words[at])
        ]
        return len(parts) > (one.line == two.line)

    def _holds_value(self, text: str) -> bool:
        """Whether a line begins or ends with a time or an amount, as no line of prose does."""
        words = text.split()
        if text.endswith(".") and not any(map(str.isdigit, text)):
            return False
        sizes = range(1, 1 + min(_TAIL, len(words)))
        ends = (" ".join(words[-size:]) for size in sizes)
        begins = (" ".join(words[:size]) for size in sizes)
        return any(self._cells.is_value(piece) for piece in ends) or any(
            self._cells.is_figure(piece) for piece in begins
        )

    def _ends_in_figure(self, text: str) -> bool:
        if text not in self._figures:
            words = text.split()
            ends = (" ".join(words[-size:]) for size in range(1, min(_TAIL, len(words))))
            self._figures[text] = any(
                any(map(str.isdigit, piece)) and self._cells.is_value(piece) for piece in ends
            )
        return self._figures[text]


def _keep(ways: dict[_Place, _Way], place: _Place, way: _Way) -> None:
    if place not in ways or way.cost < ways[place].cost:
        ways[place] = way


def _walk(last: _Way | None) -> list[list[Stretch]]:
    """The cells on the way to a place, row by row."""
    rows: list[list[Stretch]] = []
    cells: list[Stretch] = []
    while last is not None:
        if last.cell is not None:
            cells.append(last.cell)
            if last.first:
                rows.append(cells[::-1])
                cells = []
        last = last.before
    return rows[::-1]
