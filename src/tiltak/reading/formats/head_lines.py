"""Heads of two lines in tables set with spaces: "Gjennom-" over "føring", "Kostnad" over "(kr)"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import CellLine
from tiltak.reading.formats.heads import HeadCell, HeadLine, runs
from tiltak.reading.formats.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_TOLERANCE = 2
_CLOSE = "\u00ad"


def with_second_line(
    lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary
) -> tuple[HeadLine, Mapping[int, CellLine]]:
    """The head at a line with what the line below adds to it: column → the text that stands there.

    Nothing is added where that line could be the first row.
    """
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.page != head.line.page or not below.text.strip():
        return head, {}
    added: dict[int, CellLine] = {}
    for begin, end in runs(below.text):
        column = _column(head, begin)
        text = below.text[begin:end]
        if column is None or not _goes_on(head.cells[column], text):
            return head, {}
        added[column] = CellLine(text, below.passage(begin, end), 1)
    cells = tuple(
        _joined(cell, added[column].text, vocabulary) if column in added else cell
        for column, cell in enumerate(head.cells)
    )
    return replace(head, cells=cells), added


def _column(head: HeadLine, begin: int) -> int | None:
    near = (i for i, cell in enumerate(head.cells) if abs(cell.start - begin) <= _TOLERANCE)
    return next(near, None)


def _goes_on(cell: HeadCell, text: str) -> bool:
    """Whether a text ends the head above it: the rest of a word, a unit, or words in lower case
    that a measure does not begin with."""
    if cell.text.endswith("-"):
        return text[0].islower()
    return text.startswith("(") or (cell.role != "measure" and text[0].islower())


def _joined(cell: HeadCell, text: str, vocabulary: Vocabulary) -> HeadCell:
    whole = join_lines((cell.text, text))
    if text[0].islower() and vocabulary.column_role(cell.text + text):
        whole = cell.text + text  # "Fokusom" over "råde": broken without a hyphen
    return replace(cell, text=whole, role=vocabulary.head(whole).role or cell.role)


def lines_of_head(
    cell: HeadCell, column: int, line: Line, added: Mapping[int, CellLine]
) -> tuple[CellLine, ...]:
    """The lines of one head."""
    text = line.text[cell.start : cell.end]
    closed = column in added and cell.text == text + added[column].text
    first = CellLine(text + _CLOSE * closed, line.passage(cell.start, cell.end), 0)
    return (first, added[column]) if column in added else (first,)
