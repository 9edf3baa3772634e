"""Bars between the rows of a table: what says an area, its goal, and the sum of the one before.

The habit read: they are coloured, or framed, over the whole width, the sum cell by cell; the rows between
them have no colour, and lines below them or nothing. Such colours tell no grid: the table is read
by its white space.
"""

from collections.abc import Sequence

from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.lines import RawLine, raw_lines
from tiltak.reading.formats.pdf.plain_rows import column_at
from tiltak.reading.formats.pdf.words import Word

# How wide bars are at least, of the text's width.
WIDE = 0.8
# A row beside them: how many texts it has at least, how far off it stands, in sizes of its type.
_FEWEST_CELLS, _NEAR = 3, 3.5
_MOST_TEXTS = 2


def bars_among(grids: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """The bars of a page, with the lines of sums like them; none where other colours or rules tell
    the rows of a table."""
    bars = [grid for grid in grids if are_bars(grid, words)]
    lines = [grid for grid in grids if grid.rows == 1 and is_line(grid, _in(grid.boxes, words))]
    others = [grid for grid in grids if grid not in bars and grid not in lines]
    return [*bars, *(line for line in lines if line not in bars)] if bars and not others else []


def are_bars(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether boxes one below the other, as wide as the text, stand right above or below a row with
    texts in several columns."""
    if grid.xs[-1] - grid.xs[0] < WIDE * width_of(words):
        return False
    rows = [[box for box in grid.boxes if box.row == row] for row in range(grid.rows)]
    titles = [row for row in rows if len(row) == 1]
    if not titles or any(len(row) > 1 and not is_line(grid, _in(row, words)) for row in rows):
        return False
    outside = raw_lines([word for word in words if not grid.holds(*word.middle)])
    above = [line for line in outside if line.baseline < grid.top][-1:]
    below = [line for line in outside if line.baseline > grid.bottom][:1]
    return any(
        len(line.runs) >= _FEWEST_CELLS and _is_near(line, grid) for line in (*above, *below)
    )


def is_line(grid: Grid, words: Sequence[Word]) -> bool:
    """Few texts on one line: not the cells of a table's row, which stand in most columns."""
    heights = [word.baseline for word in words]
    filled = len({column_at(word, grid.xs) for word in words})
    return bool(words) and max(heights) - min(heights) < words[0].size and filled <= _MOST_TEXTS


def width_of(words: Sequence[Word]) -> float:
    """How wide a text is."""
    return max(word.x1 for word in words) - min(word.x0 for word in words)


def _in(boxes: Sequence[Box], words: Sequence[Word]) -> list[Word]:
    return [word for word in words if any(box.holds(*word.middle) for box in boxes)]


def _is_near(line: RawLine, grid: Grid) -> bool:
    room = _NEAR * line.size
    return grid.top - room < line.baseline < grid.bottom + room
