"""Rows that the end of a page cuts in two."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.planfile.running_text import SOFT_HYPHENS
from tiltak.reading.blocks import TableRow
from tiltak.reading.vocabulary import Vocabulary

_LEAST_ROWS, _LEAST_EMPTY = 3, 2
_FIGURE = re.compile(r"(?:kr\.?\s*)?\d", re.IGNORECASE)
_UNFINISHED = ("/", ",", "-", "&", *SOFT_HYPHENS)


def halves_joined(
    rows: Sequence[TableRow], more: Sequence[TableRow], vocabulary: Vocabulary
) -> tuple[list[TableRow], list[TableRow]]:
    """The rows of two pages; where the page cuts a row its second half is put to the first."""
    adds_up = more and any(vocabulary.sum_row.match(cell.text) for cell in more[0].cells)
    if rows and more and not adds_up and (_goes_on(rows[-1], more[0]) or _is_rest(rows, more)):
        return [*rows[:-1], _joined(rows[-1], more[0])], list(more[1:])
    return list(rows), list(more)


def _goes_on(last: TableRow, first: TableRow) -> bool:
    """A row cut by the page: what stands on the new page begins in the middle of a sentence, or
    what stands on the old one ends there."""
    texts = first.filled
    if not texts or any(_FIGURE.match(line.text) for c in texts for line in c.lines[:1]):
        return False
    known = {cell.column: cell.text for cell in last.filled}
    open_ones = [
        cell
        for cell in texts
        if cell.text[0].islower()
        or cell.text[0] in "(,"
        or known.get(cell.column, "").endswith(_UNFINISHED)
    ]
    return bool(open_ones) and all(cell.column in known for cell in texts)


def _is_rest(rows: Sequence[TableRow], more: Sequence[TableRow]) -> bool:
    """Whether the first row of a page leaves columns empty that all other rows fill: a row of its
    own would fill them too."""
    last, first = rows[-1], more[0]
    filled = _filled(first)
    others = [_filled(row) for row in (*rows[1:], *more[1:]) if row.cells]
    if len(others) < _LEAST_ROWS or not filled or any(c.column_span > 1 for c in first.cells):
        return False
    if any(len(columns) < _LEAST_EMPTY for columns in others):
        return False  # titles of groups stand alone too
    always = frozenset.intersection(*others)
    return filled <= _filled(last) and len(always - filled) >= _LEAST_EMPTY


def _filled(row: TableRow) -> frozenset[int]:
    return frozenset(cell.column for cell in row.filled)


def _joined(last: TableRow, first: TableRow) -> TableRow:
    depth = max((line.position for cell in last.cells for line in cell.lines), default=0) + 1
    cells = []
    for cell in last.cells:
        more = next((c for c in first.cells if c.column == cell.column), None)
        lines = (
            tuple(replace(line, position=line.position + depth) for line in more.lines)
            if more
            else ()
        )
        cells.append(replace(cell, lines=cell.lines + lines))
    return TableRow(tuple(cells))
