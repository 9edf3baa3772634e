"""Rows of a ruled table without rules inside: their texts stand under those of the other rows.

Table styles draw every second row so, or leave the sides of columns out below the head.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.lines import raw_lines
from tiltak.reading.formats.pdf.words import Word

_SAME_START = 0.75
_OVER = 2.0
_LEAST_COLUMNS = 2
_WIDER_THAN_SPACE = 0.6
_FAR = 1e9

Starts = dict[int, float]


def with_columns_in_open_rows(grid: Grid, words: Sequence[Word]) -> Grid:
    """The table with boxes over several columns cut where all their texts keep to the columns."""
    if all(box.column_span == 1 for box in grid.boxes):
        return grid
    inside = {box: _in_box(words, box) for box in grid.boxes}
    starts = _starts(grid, inside)
    boxes = [
        part
        for box in grid.boxes
        for part in (_cells(grid, box) if _is_open(grid, box, inside[box], starts) else [box])
    ]
    return replace(grid, boxes=tuple(boxes))


def _in_box(words: Sequence[Word], box: Box) -> list[Word]:
    return [word for word in words if box.holds(*word.middle)]


def _starts(grid: Grid, inside: dict[Box, list[Word]]) -> Starts:
    """Column → where the lines in its own boxes begin, for columns set to the left."""
    counts: dict[int, Counter[float]] = {}
    for box in grid.boxes:
        if box.column_span == 1:
            counts.setdefault(box.column, Counter()).update(
                round(line.x0, 1) for line in raw_lines(inside[box])
            )
    return {column: max(found, key=lambda x: found[x]) for column, found in counts.items() if found}


def _is_open(grid: Grid, box: Box, words: Sequence[Word], starts: Starts) -> bool:
    """Whether a box over columns holds a text for each of at least two, none running over a side."""
    if box.column_span == 1 or not words:
        return False
    filled = set()
    for line in raw_lines(words):
        end = -_FAR
        for column, first in _firsts(grid, line.words):
            if column not in starts or abs(first.x0 - starts[column]) > _SAME_START:
                return False
            # a word of one long text may begin where a column does by chance
            end = max([w.x1 for w in line.words if w.x0 < first.x0], default=end)
            if first.x0 - end > _WIDER_THAN_SPACE * first.size:
                filled.add(column)
        sides = grid.xs[box.column + 1 : box.column + box.column_span]
        if any(word.x0 < x - _OVER and word.x1 > x + _OVER for word in line.words for x in sides):
            return False
    return len(filled) >= _LEAST_COLUMNS


def _firsts(grid: Grid, words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """The first word of a line in each column."""
    seen = set()
    for word in words:
        column = sum(1 for x in grid.xs[1:-1] if word.x0 >= x - _SAME_START)
        if column not in seen:
            seen.add(column)
            yield column, word


def _cells(grid: Grid, box: Box) -> list[Box]:
    """A box as one box for each of its columns."""
    return [
        replace(box, column=column, column_span=1, x0=grid.xs[column], x1=grid.xs[column + 1])
        for column in range(box.column, box.column + box.column_span)
    ]
