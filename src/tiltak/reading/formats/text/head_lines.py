"""Heads of two lines in tables set with spaces: "Gjennom-" over "føring", "Kostnad" over "(kr)",
"Budsjett" over "2026   2027".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import Cell, CellLine, TableRow
from tiltak.reading.formats.text.heads import HeadCell, HeadLine, runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_TOLERANCE = 2
_CLOSE = "\u00ad"
_YEAR = re.compile(r"(?:19|20)\d\d$")
_FEWEST_YEARS = 2


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a table: its columns as one line, its rows as they stand, the lines they take."""

    line: HeadLine
    rows: tuple[TableRow, ...]
    size: int


def read_heads(lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary) -> Heads:
    """The heads that begin with the head at a line."""
    if years := _with_years(lines, head, at):
        return years
    whole, added = _with_second_line(lines, head, at, vocabulary)
    cells = (
        Cell(column, _lines_of_head(cell, column, whole.line, added))
        for column, cell in enumerate(whole.cells)
    )
    return Heads(whole, (TableRow(tuple(cells)),), 1 + bool(added))


def _with_years(lines: Sequence[Line], head: HeadLine, at: int) -> Heads | None:
    """A head over several columns, whose years stand on the line below: "Budsjett" over "2026 2027"."""
    # a high head leaves a blank line between
    size_of_head = 2 if _line_below(lines, head, at) else 3
    below = _line_below(lines, head, at + size_of_head - 2)
    places = runs(below.text) if below is not None else []
    if below is None or len(places) < _FEWEST_YEARS:
        return None
    owners = {_owner(head, begin) for begin, _ in places}
    if len(owners) > 1 or not all(_YEAR.match(below.text[b:e]) for b, e in places):
        return None
    owner = owners.pop()
    size = len(places)
    years = tuple(HeadCell(b, e, below.text[b:e], head.cells[owner].role) for b, e in places)
    first = []
    for index, cell in enumerate(head.cells):
        column = index if index <= owner else index + size - 1
        text = CellLine(cell.text, head.line.passage(cell.start, cell.end), 0)
        first.append(Cell(column, (text,), column_span=size if index == owner else 1))
    second = tuple(
        Cell(owner + index, (CellLine(year.text, below.passage(year.start, year.end), 0),))
        for index, year in enumerate(years)
    )
    cells = (*head.cells[:owner], *years, *head.cells[owner + 1 :])
    return Heads(
        replace(head, cells=cells), (TableRow(tuple(first)), TableRow(second)), size_of_head
    )


def _owner(head: HeadLine, begin: int) -> int:
    """The head a place stands under: the last one that begins left of it."""
    return max((i for i, cell in enumerate(head.cells) if cell.start <= begin), default=0)


def _line_below(lines: Sequence[Line], head: HeadLine, at: int) -> Line | None:
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.page != head.line.page or not below.text.strip():
        return None
    return below


def _with_second_line(
    lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary
) -> tuple[HeadLine, Mapping[int, CellLine]]:
    """The head at a line with what the line below adds to it: column → the text that stands there.

    Nothing is added where that line could be the first row.
    """
    below = _line_below(lines, head, at)
    if below is None:
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


def _lines_of_head(
    cell: HeadCell, column: int, line: Line, added: Mapping[int, CellLine]
) -> tuple[CellLine, ...]:
    """The lines of one head."""
    text = line.text[cell.start : cell.end]
    closed = column in added and cell.text == text + added[column].text
    first = CellLine(text + _CLOSE * closed, line.passage(cell.start, cell.end), 0)
    return (first, added[column]) if column in added else (first,)
