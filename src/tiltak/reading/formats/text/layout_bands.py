"""Lines that name the rows below them from inside the first column of a table set with spaces.

The habit read: a row merged over all columns of a table with a name in it ("Avløp") comes out of
pdftotext -layout as a name alone at the table's left edge, no wider than the first column, and looks
like one more line of the cell above. A table that has such rows begins with one, right under its
head; each stands over a line where a new row begins with its own first cell.
"""

from collections.abc import Sequence

from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.formats.text.heads import HeadLine, runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.row_starts import is_open
from tiltak.reading.vocabulary import Vocabulary

_NEAR = 2
_LEAST_CELLS = 3


def has_bands(lines: Sequence[Line], first: int, head: HeadLine, vocabulary: Vocabulary) -> bool:
    """Whether the first line of a table names the rows below it, in a column of cells that span
    rows."""
    if head.cells[0].role not in SPANNING or len(head.cells) <= _LEAST_CELLS:
        return False
    return is_band(lines, first, head, vocabulary)


def is_band(lines: Sequence[Line], index: int, head: HeadLine, vocabulary: Vocabulary) -> bool:
    """Whether a line of a table with bands is one of them."""
    text = lines[index].text
    pieces = runs(text)
    if len(pieces) != 1 or index + 1 >= len(lines) or lines[index].page != lines[index + 1].page:
        return False
    begin, end = pieces[0]
    edge = head.cells[1].start
    if begin >= edge - _NEAR or end > edge or not text[begin].isupper() or text[end - 1] in ".,;:-":
        return False
    above = runs(lines[index - 1].text) if index else []
    if (
        above
        and above[0][0] < edge - _NEAR
        and is_open(_piece(lines[index - 1], above[0]), vocabulary)
    ):
        return False
    return _begins_row(lines[index + 1], head)


def _begins_row(line: Line, head: HeadLine) -> bool:
    """Whether a line has a first cell of its own, its number or its measure, and more."""
    pieces = runs(line.text)
    main = next((c for c in head.cells if c.role in ("number", "measure")), None)
    if main is None or len(pieces) < _LEAST_CELLS:
        return False
    begin, _ = pieces[0]
    own = begin < head.cells[1].start - _NEAR and line.text[begin].isupper()
    return own and any(abs(at - main.start) <= _NEAR for at, _ in pieces)


def _piece(line: Line, span: tuple[int, int]) -> str:
    return line.text[slice(*span)]
