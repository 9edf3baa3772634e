"""Words broken inside narrow cells of a text without a hyphen: "Brannsjefe" over "n".

How wide a cell is, its column's longest line tells; letters are counted with the widths they have
in most typefaces. What then is one word is told as on the pages of a PDF.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from tiltak.reading.blocks import Cell, CellLine, TableBlock
from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.formats.pdf.letter_lore import width_of
from tiltak.reading.formats.text.heads import runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

# A soft hyphen closes the word when the lines are joined.
_CLOSE = "\u00ad"
_LEAST_PROSE = 4
_WIDEST_CELL = 16.0
_WORD = re.compile(r"[^\W\d_]+")
_CUT_DATE = re.compile(r"\d\d?\.\d\d?\.\d{1,3}$")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A line of a cell, as wide as its letters usually are."""

    text: str
    x1: float
    x0: float = 0.0


class NarrowCells:
    """Closes broken words in the tables of a text. `closed`: those words, as they stand now."""

    def __init__(self, lines: Iterable[Line], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self.closed: Sequence[str] = ()

    @cached_property
    def _mender(self) -> Mender:
        """It knows the words of the whole text, which are gathered for the first table if any."""
        return Mender(_whole_words(self._lines), self._vocabulary)

    def mended(self, table: TableBlock) -> TableBlock:
        """The table with its broken words marked as such."""
        widths: dict[int, float] = {}
        for row in table.rows:
            for cell in row.cells:
                if cell.column_span == 1:
                    lines = [width_of(line.text) for line in cell.lines]
                    widths[cell.column] = max([widths.get(cell.column, 0.0), *lines])
        narrow = {column: width for column, width in widths.items() if width <= _WIDEST_CELL}
        self._mender.study(
            (_stretches(cell), narrow[cell.column])
            for row in table.rows
            for cell in row.cells
            if _may_break(cell, narrow)
        )
        rows = tuple(
            replace(row, cells=tuple(self._cell(cell, narrow) for cell in row.cells))
            for row in table.rows
        )
        self.closed = self._mender.closed
        return replace(table, rows=rows)

    def _cell(self, cell: Cell, widths: dict[int, float]) -> Cell:
        if not _may_break(cell, widths):
            return cell
        texts = self._mender.mended(_stretches(cell), widths[cell.column])
        lines = [
            replace(line, text=line.text + _CLOSE)
            if text.endswith(_CLOSE) or _is_cut_date(cell.lines, index)
            else line
            for index, (line, text) in enumerate(zip(cell.lines, texts, strict=True))
        ]
        return replace(cell, lines=tuple(lines))


def _may_break(cell: Cell, widths: dict[int, float]) -> bool:
    is_narrow = cell.column_span == 1 and cell.column in widths
    return is_narrow and len(cell.lines) > 1 and all(line.text for line in cell.lines)


def _stretches(cell: Cell) -> list[_Stretch]:
    return [_Stretch(line.text, width_of(line.text)) for line in cell.lines]


def _is_cut_date(lines: Sequence[CellLine], index: int) -> bool:
    """ "01.10.202" over "5"."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return _CUT_DATE.match(lines[index].text) is not None and below[:1].isdigit()


def _whole_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words inside long lines without gaps: what stands at their ends may be broken."""
    found: set[str] = set()
    for line in lines:
        words = line.text.split()
        if len(words) >= _LEAST_PROSE and len(runs(line.text)) == 1:
            inner = " ".join(words[1:-1])
            found.update(word.casefold() for word in _WORD.findall(inner))
    return frozenset(found)
