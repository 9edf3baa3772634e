"""Lines of one column → its cells, when nothing but the words says where a cell ends.

A program that writes a table out column by column keeps the line breaks inside the cells. A
wrapped line goes on in lower case, stands after a word no cell ends in, or is as long as the
column is wide; a new cell begins with a capital, a number, a time or an amount.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import SOFT_HYPHENS
from tiltak.reading.blocks import Cell, CellLine
from tiltak.reading.formats.text.item_marks import split_mark
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.sums import names_sum
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

# pdftotext takes "-" at a line end for a hyphen and closes the lines: "kr 1 900 000,-" over
# "kr 85 000,-" becomes one line with a comma between.
# begins with the comma: a pattern that looks behind first is tried at every letter of a long text
_CLOSED_AMOUNTS = re.compile(r",(?<=\d,)(?=(?:kr|nok|sek|dkk)\b)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}(?:\.\d{1,2})*\.?")
_CLOSE = "\u00ad"
_LONGEST_REST = 4
_NARROW = 9
_SURE = 10.0
_LACKING, _LEFT_OVER, _OVERLOOKED = 2.0, 8.0, 0.3

_WEIGHTS = {"number": 3.0, "measure": 2.0, "time": 2.0, "start": 2.0, "end": 2.0}

TIMES = ("time", "start", "end")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a cell: its text and where it stands."""

    text: str
    passage: Passage


Group = Sequence[Piece]


def pieces_of(line: Line) -> list[Piece]:
    """A line as pieces: one, or several where amounts were closed together."""
    bounds = [0, *(match.end() for match in _CLOSED_AMOUNTS.finditer(line.text)), len(line.text)]
    return [
        Piece(line.text[begin:end].strip(), line.passage(begin, end))
        for begin, end in pairwise(bounds)
        if line.text[begin:end].strip()
    ]


class CellSplitter:
    """Splits the groups of one column (texts with blank lines between) into cells."""

    def __init__(self, groups: Sequence[Group], role: str | None, vocabulary: Vocabulary) -> None:
        self._pieces = [piece for group in groups for piece in group]
        self.role = role
        self._vocabulary = vocabulary
        self._width = max((len(piece.text) for piece in self._pieces), default=0)
        ends, at = set(), 0
        for group in groups:
            ends.add(at)
            at += len(group)
        self._breaks = {
            index: _SURE if index in ends else weight
            for index in range(1, len(self._pieces))
            if (weight := self._weight(index)) or index in ends
        }

    @property
    def least(self) -> int:
        """The fewest cells the column can hold."""
        if not self._pieces:
            return 0
        return 1 + sum(1 for weight in self._breaks.values() if weight >= _SURE)

    @property
    def most(self) -> int:
        """The most cells the column can hold."""
        return 1 + len(self._breaks) if self._pieces else 0

    def misfit(self, count: int) -> float:
        """What speaks against so many cells: cells lacking, or ends of cells overlooked."""
        if count > self.most:
            return _LACKING * min(count - self.most, 3)
        if count < self.least:
            return _LEFT_OVER * min(self.least - count, 3)
        overlooked = sorted(self._breaks.values())[: max(self.most - count, 0)]
        return _OVERLOOKED * sum(overlooked)

    @property
    def sums(self) -> int:
        """How many rows only add up others, if this column names the rows."""
        return sum(self.adds_up(piece) for piece in self._pieces)

    def adds_up(self, piece: Piece) -> bool:
        """Whether a piece is "Sum" or the like in the column that names the rows."""
        names = self.role in ("measure", "focus_area")
        return names and names_sum(piece.text, self._vocabulary)

    def cells(self, count: int) -> list[list[Piece]] | None:
        """The column as so many cells, cut where a cell most likely ends. None if it cannot be."""
        if not self.least <= count <= self.most:
            return None
        ranked = sorted(self._breaks, key=lambda index: (-self._breaks[index], index))
        chosen = sorted(ranked[: count - 1])
        bounds = [0, *chosen, len(self._pieces)]
        return [self._pieces[b:e] for b, e in pairwise(bounds)]

    def _weight(self, index: int) -> float:
        """How likely a cell begins at a piece; 0 when it goes on with the one before."""
        before, text = self._pieces[index - 1].text, self._pieces[index].text
        if self._is_figure(text):
            return _SURE
        if self.adds_up(self._pieces[index]):
            return _SURE
        if split_mark(text)[0] or ((number := read_number(text)) and number.closed):
            return _SURE
        if self._goes_on(index, before, text):
            return 0.0
        if self.role == "budget" and is_money(text, self._vocabulary):
            return _SURE
        room = self._width - len(before) - 1
        fits = len(text.split(None, 1)[0]) <= room
        return 1 + room / max(self._width, 1) + (2 if fits else 0)

    def _is_figure(self, text: str) -> bool:
        if self.role in TIMES:
            return is_time(text, self._vocabulary)
        if self.role == "budget":
            return is_amount(text.rstrip(","), self._vocabulary)
        return self.role == "number" and is_count(text)

    def _goes_on(self, index: int, before: str, text: str) -> bool:
        if text[0].islower() or not (text[0].isalnum() or text[0] in "«“\"'-–"):
            return True
        if before[-1] in SOFT_HYPHENS or before[-1] in "/,&-":
            return len(before) > 1
        if index > 1 and _is_broken(self._pieces[index - 2].text, before, self._width):
            return False  # "en" below "Fylkeskommun" is no word of its own
        return before.rsplit(None, 1)[-1].casefold() in self._vocabulary.unfinished


def misfit(splitters: Sequence[CellSplitter], count: int) -> float:
    """What speaks against so many rows; columns with sure cells weigh more.

    A row that adds up others has an amount and little else: other columns may leave it out.
    """
    sums = max((splitter.sums for splitter in splitters), default=0)
    total = 0.0
    for splitter in splitters:
        off = splitter.misfit(count)
        if sums and not splitter.sums and count > sums:
            off = min(off, splitter.misfit(count - sums))
        total += _WEIGHTS.get(splitter.role or "", 1.0) * off
    return total


def is_count(text: str) -> bool:
    """Whether a text is a number in a count: "4", "2.1"."""
    return _COUNT.fullmatch(text) is not None


def is_money(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins as a budget cell does: an amount, a dash, "innanfor ramma"."""
    if is_amount(text, vocabulary):
        return True
    folded = text.casefold().strip(" .")
    if folded in (*vocabulary.list_of("amount", "none"), *vocabulary.list_of("amount", "zero")):
        return True
    kinds = ("within_frame", "external", "unknown")
    words = [word for kind in kinds for word in vocabulary.list_of("amount", kind)]
    if any(len(word) > 2 and folded.startswith(word) for word in words):
        return True
    per_year = vocabulary.list_of("amount", "per_year")
    last = next((word for word in per_year if folded.endswith(word)), "")
    return bool(last) and is_amount(folded.removesuffix(last), vocabulary)


def cell_of(column: int, pieces: Sequence[Piece]) -> Cell:
    """Pieces as a table cell; a word broken at the side of a narrow column is closed.

    "og" and its like stand below a long word too, but never last in a cell.
    """
    width = max(len(piece.text) for piece in pieces)
    lines = []
    for position, piece in enumerate(pieces):
        below = pieces[position + 1].text if position + 1 < len(pieces) else ""
        closed = position + 2 == len(pieces) and _is_broken(piece.text, below, width)
        lines.append(CellLine(piece.text + _CLOSE * closed, piece.passage, position))
    return Cell(column, tuple(lines))


def _is_broken(text: str, below: str, width: int) -> bool:
    """A word wider than its cell is broken without a hyphen: "Fylkeskommun" over "en"."""
    if not text.isalpha() or len(text) < max(width, _NARROW):
        return False
    return below.isalpha() and below.islower() and len(below) <= _LONGEST_REST
