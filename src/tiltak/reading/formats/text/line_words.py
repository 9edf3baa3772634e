"""Words of lines, and stretches of them: cells of a row that is written line after line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiltak.reading.formats.text.joined_cells import Text
from tiltak.reading.formats.text.lines import Line


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words `begin` to `end` of a line as the cell of a column, and the whole lines up to
    `last` below it."""

    column: int
    line: int
    begin: int
    end: int
    last: int


class LineWords:
    """Lines and where their words stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._places = [list(_places(line.text)) for line in lines]

    def count(self, line: int) -> int:
        """How many words a line has."""
        return len(self._places[line])

    def word(self, line: int, at: int) -> str:
        """A word of a line."""
        begin, end = self._places[line][at]
        return self.lines[line].text[begin:end]

    def texts(self, cell: Stretch) -> list[str]:
        """What stands in each line of a cell."""
        begin, end = self._span(cell)
        below = self.lines[cell.line + 1 : cell.last + 1]
        return [self.lines[cell.line].text[begin:end], *(one.text.strip() for one in below)]

    def text(self, cell: Stretch) -> str:
        """A cell as one text."""
        return " ".join(self.texts(cell))

    def placed(self, cell: Stretch) -> Text:
        """The lines of a cell, each with its place."""
        line = self.lines[cell.line]
        below = (one.passage() for one in self.lines[cell.line + 1 : cell.last + 1])
        places = (line.passage(*self._span(cell)), *below)
        return Text(tuple(zip(self.texts(cell), places, strict=True)))

    def ends_line(self, cell: Stretch) -> bool:
        """Whether no other cell stands behind a cell on its line."""
        return cell.end == len(self._places[cell.line])

    def _span(self, cell: Stretch) -> tuple[int, int]:
        places = self._places[cell.line]
        return places[cell.begin][0], places[cell.end - 1][1]


def _places(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in text.split():
        begin = text.index(word, at)
        at = begin + len(word)
        yield begin, at
