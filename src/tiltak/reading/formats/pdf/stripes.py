"""Tables whose rows are told by shading alone: every second row shaded, or only the head."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.words import Word
from tiltak.reading.vocabulary import Vocabulary

_SAME_SIDE = 3.0
_TALLEST_ROW = 90.0
_OVER = 3.0
_NEXT_LINE = 1.7
_LEAST_COLUMNS = 2
_WIDE = 0.8
_TALLEST_GROUP = 3.2
_LARGER = 1.15


def with_rows_between(grids: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """Shaded rows joined with the plain ones between and below them."""
    joined: list[Grid] = []
    striped: set[int] = set()
    for grid in sorted(grids, key=lambda grid: grid.top):
        at = next(
            (
                i
                for i, one in enumerate(joined)
                if _is_stripe(one, grid, words) and not _is_parted(one, grid, joined)
            ),
            None,
        )
        if at is None:
            joined.append(grid)
        else:
            joined[at] = _stacked(joined[at], grid, words)
            striped.add(at)
    found = []
    for at, grid in enumerate(joined):
        free = [w for w in words if not any(o is not grid and o.holds(*w.middle) for o in joined)]
        found.append(_with_last_row(grid, free, sure=at in striped))
    return found


def _is_stripe(above: Grid, below: Grid, words: Sequence[Word]) -> bool:
    """The same columns further down, with nothing or one row that keeps to them between."""
    if above.columns < 2 or not (_same_sides(above.xs, below.xs) or _is_whole_row(above, below)):
        return False
    gap = below.top - above.bottom
    if gap < _SAME_SIDE:
        return True
    between = _between(above, below, words)
    if _is_heading(between, above, words):
        return False
    if gap < _TALLEST_ROW and _keeps_columns(between, above.xs):
        return True
    if above.columns < 3 or below.columns == 1:
        return False
    return _is_group(between, gap) and not _names_columns(below, words)


def _is_parted(above: Grid, below: Grid, grids: Sequence[Grid]) -> bool:
    """Whether another table stands between two: what lies there is no plain row."""
    return any(above.bottom <= one.top and one.bottom <= below.top for one in grids)


def _is_heading(between: Sequence[Word], above: Grid, words: Sequence[Word]) -> bool:
    """Larger type between two tables than in the one above: a heading, and what stands under it."""
    inside = [word.size for word in words if above.holds(*word.middle)]
    return bool(between and inside) and max(w.size for w in between) > _LARGER * max(inside)


def _same_sides(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) <= _SAME_SIDE for a, b in zip(one, other, strict=True)
    )


def _is_whole_row(above: Grid, below: Grid) -> bool:
    """One shaded box as wide as the table: a title between its rows."""
    sides = (above.xs[0], above.xs[-1])
    return len(below.boxes) == 1 and _same_sides(sides, below.xs)


def _between(above: Grid, below: Grid, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if above.bottom <= word.middle[1] < below.top]


def _is_group(words: Sequence[Word], gap: float) -> bool:
    """A title on one line, no larger than a row: it stands over the rows below."""
    if not words:
        return False
    heights = [word.baseline for word in words]
    return max(heights) - min(heights) < 1 and gap < _TALLEST_GROUP * words[0].size


def _names_columns(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether a table begins with a head of its own."""
    first = Grid(grid.xs, grid.ys[:2], tuple(box for box in grid.boxes if box.row == 0))
    inside = [word for word in words if first.holds(*word.middle)]
    return len(_roles(first, inside)) >= 2


def _keeps_columns(words: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether words stand in at least two columns, and most of them run over no side."""
    if not all(_inside(word, xs) for word in words):
        return False
    over = sum(1 for word in words for x in xs[1:-1] if word.x0 < x - _OVER and word.x1 > x + _OVER)
    filled = len({_column(word, xs) for word in words})
    return filled > 1 and 2 * over < filled


def _column(word: Word, xs: Sequence[float]) -> int:
    return sum(1 for x in xs[1:-1] if word.middle[0] >= x)


def _stacked(above: Grid, below: Grid, words: Sequence[Word]) -> Grid:
    """Two tables as one; a gap between them is a row of its own."""
    gap = below.top - above.bottom >= _SAME_SIDE
    rows = above.rows + gap
    span = above.columns if below.columns == 1 else 1
    moved = [
        replace(box, row=box.row + rows, column_span=max(box.column_span, span))
        for box in below.boxes
    ]
    between = _row(above, above.rows, above.bottom, below.top) if gap else []
    if gap and len({_column(word, above.xs) for word in _between(above, below, words)}) == 1:
        whole = replace(between[0], column_span=above.columns, x1=above.xs[-1])
        between = [whole]
    ys = (*above.ys, *below.ys) if gap else (*above.ys, *below.ys[1:])
    return Grid(above.xs, ys, (*above.boxes, *between, *moved))


def _row(grid: Grid, row: int, top: float, bottom: float) -> list[Box]:
    xs = grid.xs
    return [
        Box(row, column, 1, 1, xs[column], top, xs[column + 1], bottom)
        for column in range(grid.columns)
    ]


def _with_last_row(grid: Grid, words: Sequence[Word], *, sure: bool) -> Grid:
    """A plain row right below the last shaded one belongs to the table too.

    `sure`: rows of the table are shaded in turn. With one shaded row the texts of the plain one
    must begin right below those of the others.
    """
    if grid.columns < _LEAST_COLUMNS:
        return grid
    bottom = grid.bottom
    head = _room_above(grid, words)
    row: list[Word] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if word.baseline <= grid.bottom or not _inside(word, grid.xs):
            continue
        if word.baseline - bottom > (_NEXT_LINE * word.size if row else head):
            break
        row.append(word)
        bottom = word.baseline
    if not row or not _keeps_columns(row, grid.xs):
        return grid
    if not sure and not _begins_alike(
        row, [word for word in words if grid.holds(*word.middle)], grid
    ):
        return grid
    end = max(word.bottom for word in row) + 1
    below = _row(grid, grid.rows, grid.bottom, end)
    return Grid(grid.xs, (*grid.ys, end), (*grid.boxes, *below))


def _begins_alike(row: Sequence[Word], above: Sequence[Word], grid: Grid) -> bool:
    """Whether the texts of a row begin where those of the rows above do, in most columns."""
    if grid.rows < _LEAST_COLUMNS or grid.columns < _LEAST_COLUMNS + 1:
        return False
    starts = _starts(above, grid.xs)
    here = _starts(row, grid.xs)
    alike = [c for c, x in here.items() if abs(x - starts.get(c, -_TALLEST_ROW)) < 1]
    return len(alike) > _LEAST_COLUMNS and 4 * len(alike) >= 3 * len(here)


def _starts(words: Sequence[Word], xs: Sequence[float]) -> dict[int, float]:
    """Column → where its words begin."""
    found: dict[int, float] = {}
    for word in words:
        column = _column(word, xs)
        found[column] = min(word.x0, found.get(column, word.x0))
    return found


def _room_above(grid: Grid, words: Sequence[Word]) -> float:
    """How far below its row's upper side a first line stands at most."""
    size = max((word.size for word in words), default=0.0)
    firsts = [
        min(inside) - top
        for top, bottom in pairwise(grid.ys)
        if (
            inside := [
                w.baseline for w in words if top <= w.middle[1] < bottom and _inside(w, grid.xs)
            ]
        )
    ]
    return max([_NEXT_LINE * size, *(first + 1 for first in firsts if first < _TALLEST_ROW / 2)])


def _inside(word: Word, xs: Sequence[float]) -> bool:
    return xs[0] - _OVER <= word.x0 and word.x1 <= xs[-1] + _OVER


def is_backdrop(grid: Grid, words: Sequence[Word]) -> bool:
    """A shaded or framed box as wide as the text, a shaded line (a sum, a group), or the shaded
    head of a table without rules.

    Its words are read with the lines around it.
    """
    if grid.rows > 1:
        return False
    inside = [word for word in words if grid.holds(*word.middle)]
    width = max(word.x1 for word in words) - min(word.x0 for word in words)
    if grid.xs[-1] - grid.xs[0] >= _WIDE * width and (
        len(grid.boxes) == 1 or _is_line(grid, inside)
    ):
        return True
    return grid.columns > 1 and _is_head(grid, inside, words)


def _is_line(grid: Grid, words: Sequence[Word]) -> bool:
    """Few texts on one line: not the cells of a table's row, which stand in most columns."""
    heights = [word.baseline for word in words]
    filled = len({_column(word, grid.xs) for word in words})
    return bool(words) and max(heights) - min(heights) < words[0].size and filled < 3


def _is_head(grid: Grid, words: Sequence[Word], all_words: Sequence[Word]) -> bool:
    """One row that names columns, and text below it that keeps to them."""
    if len(_roles(grid, words)) < 2:
        return False
    size = max(word.size for word in words)
    below = [w for w in all_words if grid.bottom < w.baseline < grid.bottom + 2.2 * size]
    return _keeps_columns(below, grid.xs)


def _roles(grid: Grid, words: Sequence[Word]) -> set[str]:
    """What the cells of a row say as heads of columns."""
    vocabulary = Vocabulary.default()
    names = ["" for _ in grid.boxes]
    for word in words:
        for index, box in enumerate(grid.boxes):
            if box.holds(*word.middle):
                names[index] += f" {word.text}"
    roles = {vocabulary.head(name.strip()).role for name in names if 0 < len(name) < 42}
    return {role for role in roles if role is not None}
