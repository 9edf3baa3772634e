"""Plain rows around shaded ones: the last row of a table, and the first on a page that cuts it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.title_bands import names_columns
from tiltak.reading.formats.pdf.words import Word

_OVER = 3.0
_NEXT_LINE = 1.7
# Rows stand so far apart where no two of them tell it; lines of a cell at least and at most.
_ROW_STEP, _LEAST_LEADING, _LOOSER = 2.4, 0.9, 1.1
_LARGER = 1.15
_MOST_HEAD_LINES = 3
_TALLEST_ROW = 90.0
_LEAST_ALIKE, _MOST_SHIFT, _GAP = 3, 1.0, 0.6
# Heads of pages stand this high, in points.
_HEAD = 62.0


def with_plain_rows(grid: Grid, words: Sequence[Word], *, sure: bool) -> Grid:
    """The table with a plain row right below its last shaded one, and right above its first.

    `sure`: rows of the table are shaded in turn. Else the texts of a plain one must begin right
    where those of the others do.
    """
    if grid.columns < 2:
        return grid
    below = [word for word in words if word.baseline > grid.bottom and _inside(word, grid.xs)]
    above = [word for word in words if word.baseline < grid.top and _inside(word, grid.xs)]
    inside = [word for word in words if grid.holds(*word.middle)]
    last = _gathered(sorted(below, key=lambda word: word.baseline), grid, inside)
    if last and keeps_columns(last, grid.xs) and (sure or _begins_alike(last, inside, grid)):
        grid = _with_last(grid, max(word.bottom for word in last) + 1)
    first = _row_above(grid, above, inside)
    head = _head_in(first, grid)
    if not head and first:
        begins_page = not any(_HEAD < word.baseline < _top_of(first) for word in words)
        rest = begins_page and is_rest(first, inside, grid)
        if not rest and not _begins_alike(first, inside, grid):
            return grid
        grid = _with_first(grid, _top_of(first))
        first = _row_above(grid, above, [*inside, *first])
        head = _head_in(first, grid)
    elif len(head) < len(first):
        grid = _with_first(grid, _top_of([word for word in first if word not in head]))
    return _with_first(grid, _top_of(head)) if head else grid


def keeps_columns(words: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether words stand in at least two columns, and most of them run over no side."""
    if not all(_inside(word, xs) for word in words):
        return False
    over = sum(1 for word in words for x in xs[1:-1] if word.x0 < x - _OVER and word.x1 > x + _OVER)
    filled = len({column_at(word, xs) for word in words})
    return filled > 1 and 2 * over < filled


def is_rest(words: Sequence[Word], others: Sequence[Word], grid: Grid) -> bool:
    """Whether words are the rest of a cell the page cuts: in one column but the first, from where
    the texts of other rows begin in it."""
    columns = {column_at(word, grid.xs) for word in words}
    starts, here = _starts(others, grid.xs), _starts(words, grid.xs)
    if len(columns) != 1 or columns == {0} or not columns <= set(starts):
        return False
    column = columns.pop()
    within = all(word.x1 <= grid.xs[column + 1] + _OVER for word in words)
    return within and abs(starts[column] - here[column]) < _MOST_SHIFT


def column_at(word: Word, xs: Sequence[float]) -> int:
    """The column a word stands in."""
    return sum(1 for x in xs[1:-1] if word.middle[0] >= x)


def row_of(grid: Grid, row: int, top: float, bottom: float) -> list[Box]:
    """A row of cells between two heights."""
    xs = grid.xs
    return [
        Box(row, column, 1, 1, xs[column], top, xs[column + 1], bottom)
        for column in range(grid.columns)
    ]


def _with_last(grid: Grid, end: float) -> Grid:
    below = row_of(grid, grid.rows, grid.bottom, end)
    return Grid(grid.xs, (*grid.ys, end), (*grid.boxes, *below))


def _with_first(grid: Grid, top: float) -> Grid:
    moved = [replace(box, row=box.row + 1) for box in grid.boxes]
    return Grid(grid.xs, (top, *grid.ys), (*row_of(grid, 0, top, grid.top), *moved))


def _gathered(words: Sequence[Word], grid: Grid, inside: Sequence[Word]) -> list[Word]:
    """Words near the table and near one another, from the table outwards."""
    found: list[Word] = []
    at = grid.bottom if words and words[0].baseline > grid.bottom else grid.top
    room = _room_above(grid, inside)
    for word in words:
        if abs(word.baseline - at) > (_NEXT_LINE * word.size if found else room):
            break
        found.append(word)
        at = word.baseline
    return found


def _row_above(grid: Grid, words: Sequence[Word], inside: Sequence[Word]) -> list[Word]:
    """The words of one row right above the table, in type no larger than the table's: its last line
    stands no further above than rows do from each other, the others as near as lines of a cell."""
    largest = _LARGER * max((word.size for word in inside), default=0.0)
    at = min((word.baseline for word in inside), default=grid.top)
    room, leading = _room_between(grid, inside), _leading(grid, inside)
    found: list[Word] = []
    for word in sorted(words, key=lambda word: -word.baseline):
        if word.baseline > grid.top:
            continue
        if at - word.baseline > (leading if found else room) or word.size > largest:
            break
        found.append(word)
        at = word.baseline
    return found


def _head_in(words: Sequence[Word], grid: Grid) -> list[Word]:
    """The words of the heads above the table, or above the plain row right below them; none where
    words name no columns. Of a head over two lines all words are."""
    for count in range(1, _MOST_HEAD_LINES + 1):
        heights = sorted({word.baseline for word in words})[:count]
        head = [word for word in words if word.baseline in heights]
        if head and _is_head(head, row_of(grid, 0, _top_of(head), grid.bottom), grid):
            bold = [word for word in words if word.bold]
            return bold if set(head) <= set(bold) else head
    return []


def _is_head(words: Sequence[Word], boxes: Sequence[Box], grid: Grid) -> bool:
    """Whether words name columns, and most stand apart from those before, as those of a sentence do
    not."""
    starts = [x0 for column, x0 in _starts(words, grid.xs).items() if column > 0]
    apart = sum(1 for x0 in starts if _is_free(words, x0))
    return 2 * apart > len(starts) and names_columns(boxes, words)


def _top_of(words: Sequence[Word]) -> float:
    return min(word.top for word in words) - 1


def _rows_of_baselines(grid: Grid, inside: Sequence[Word]) -> list[list[float]]:
    rows = [
        sorted(word.baseline for word in inside if top <= word.middle[1] < bottom)
        for top, bottom in pairwise(grid.ys)
    ]
    return [row for row in rows if row]


def _room_between(grid: Grid, inside: Sequence[Word]) -> float:
    """How far the last line of a row stands at most above the first of the next one."""
    size = max((word.size for word in inside), default=0.0)
    rows = _rows_of_baselines(grid, inside)
    return max([_ROW_STEP * size, *(b[0] - a[-1] + 1 for a, b in pairwise(rows))])


def _leading(grid: Grid, inside: Sequence[Word]) -> float:
    """How far apart the lines of a cell are at most."""
    size = max((word.size for word in inside), default=0.0)
    steps = [b - a for row in _rows_of_baselines(grid, inside) for a, b in pairwise(row)]
    near = min((step for step in steps if step > _LEAST_LEADING * size), default=_NEXT_LINE * size)
    return _LOOSER * near


def _room_above(grid: Grid, inside: Sequence[Word]) -> float:
    """How far below its row's upper side a first line stands at most."""
    size = max((word.size for word in inside), default=0.0)
    firsts = [
        min(row) - top
        for top, bottom in pairwise(grid.ys)
        if (row := [word.baseline for word in inside if top <= word.middle[1] < bottom])
    ]
    return max([_NEXT_LINE * size, *(first + 1 for first in firsts if first < _TALLEST_ROW / 2)])


def _begins_alike(row: Sequence[Word], others: Sequence[Word], grid: Grid) -> bool:
    """Whether the texts of a row begin where those of other rows do, in most columns."""
    starts, here = _starts(others, grid.xs), _starts(row, grid.xs)
    alike = [c for c, x in here.items() if c in starts and abs(x - starts[c]) < _MOST_SHIFT]
    return (
        len(alike) >= _LEAST_ALIKE
        and 4 * len(alike) >= 3 * len(here)
        and all(_is_free(row, here[column]) for column in alike)
    )


def _is_free(row: Sequence[Word], x: float) -> bool:
    """Whether a gap wider than a space is before the texts that begin at a place."""
    return all(
        other.x1 < x - _GAP * other.size or other.x0 >= x
        for word in row
        if word.x0 - x < _MOST_SHIFT and word.x0 >= x
        for other in row
        if abs(other.baseline - word.baseline) < 1
    )


def _starts(words: Sequence[Word], xs: Sequence[float]) -> dict[int, float]:
    """Column → where its words begin."""
    found: dict[int, float] = {}
    for word in words:
        column = column_at(word, xs)
        found[column] = min(word.x0, found.get(column, word.x0))
    return found


def _inside(word: Word, xs: Sequence[float]) -> bool:
    return xs[0] - _OVER <= word.x0 and word.x1 <= xs[-1] + _OVER
