"""Tables whose rows are told by shading alone: every second row shaded, or only the head."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low

from tiltak.reading.formats.pdf.bars import WIDE, are_bars, is_line, width_of
from tiltak.reading.formats.pdf.grid_kinds import begins_card
from tiltak.reading.formats.pdf.grids import Grid
from tiltak.reading.formats.pdf.plain_rows import (
    column_at,
    is_rest,
    keeps_columns,
    row_of,
    with_plain_rows,
)
from tiltak.reading.formats.pdf.title_bands import bands_of, names_columns
from tiltak.reading.formats.pdf.words import Word

_SAME_SIDE = 3.0
_TALLEST_ROW = 90.0
_TALLEST_GROUP = 3.2
_LARGER = 1.15
# How far below a head, in sizes of its type, the lines of a first row stand.
_ROOM = 2.2
_TWO_LINES = 1.6


def with_rows_between(grids: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """Shaded rows joined with the plain ones between, below and above them."""
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
        if bands_of(grid, words) or _is_lone_line(grid, words):
            found.append(grid)
            continue
        free = [w for w in words if not any(o is not grid and o.holds(*w.middle) for o in joined)]
        found.append(with_plain_rows(grid, free, sure=at in striped))
    return found


def _is_stripe(above: Grid, below: Grid, words: Sequence[Word]) -> bool:
    """The same columns further down, with nothing or one row that keeps to them between."""
    if above.columns < 2 or not (_same_sides(above.xs, below.xs) or _is_whole_row(above, below)):
        return False
    gap = below.top - above.bottom
    if gap < _SAME_SIDE:
        return True
    between = _between(above, below, words)
    parts_areas = bands_of(above, words) and bands_of(below, words)
    if parts_areas or _is_heading(between, above, words):
        return False
    inside = [word for word in words if below.holds(*word.middle)]
    if gap < _TALLEST_ROW and (keeps_columns(between, above.xs) or is_rest(between, inside, below)):
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
    return names_columns([box for box in grid.boxes if box.row == 0], words)


def _stacked(above: Grid, below: Grid, words: Sequence[Word]) -> Grid:
    """Two tables as one; a gap between them is a row of its own."""
    gap = below.top - above.bottom >= _SAME_SIDE
    rows = above.rows + gap
    span = above.columns if below.columns == 1 else 1
    moved = [
        replace(box, row=box.row + rows, column_span=max(box.column_span, span))
        for box in below.boxes
    ]
    between = row_of(above, above.rows, above.bottom, below.top) if gap else []
    if gap and {column_at(word, above.xs) for word in _between(above, below, words)} == {0}:
        whole = replace(between[0], column_span=above.columns, x1=above.xs[-1])
        between = [whole]
    ys = (*above.ys, *below.ys) if gap else (*above.ys, *below.ys[1:])
    return Grid(above.xs, ys, (*above.boxes, *between, *moved))


def is_backdrop(grid: Grid, words: Sequence[Word]) -> bool:
    """A shaded or framed box as wide as the text, a shaded line (a sum, a group), the shaded head of
    a table without rules, or several such lines one below the other between its rows.

    Its words are read with the lines around it.
    """
    if grid.rows > 1:
        is_banded = bool(bands_of(grid, words)) and _stands_over_rows(grid, words)
        return is_banded or are_bars(grid, words)
    inside = [word for word in words if grid.holds(*word.middle)]
    if begins_card(grid, inside):
        return False
    if _is_band(grid, inside, words):
        return True
    if _is_lone_line(grid, words):
        return True
    return grid.columns > 1 and _is_head(grid, inside, words)


def _is_lone_line(grid: Grid, words: Sequence[Word]) -> bool:
    """A shaded row as wide as the text that is one box, or has few texts, as a sum has: the rows
    above and below it have more columns than it shows."""
    if grid.rows > 1 or grid.xs[-1] - grid.xs[0] < WIDE * width_of(words):
        return False
    inside = [word for word in words if grid.holds(*word.middle)]
    return len(grid.boxes) == 1 or is_line(grid, inside)


def _is_band(grid: Grid, inside: Sequence[Word], words: Sequence[Word]) -> bool:
    """A coloured band behind a heading: one box, at most two lines, all in larger type than most of
    the page. In a column it is narrower than the text, and still a line of its column."""
    if len(grid.boxes) > 1 or not inside:
        return False
    usual = median_low(word.size for word in words)
    heights = [word.baseline for word in inside]
    size = min(word.size for word in inside)
    return size > _LARGER * usual and max(heights) - min(heights) < _TWO_LINES * size


def _is_head(grid: Grid, words: Sequence[Word], all_words: Sequence[Word]) -> bool:
    """One row that names columns, and text below it that keeps to them."""
    return names_columns(grid.boxes, words) and _stands_over_rows(grid, all_words)


def _stands_over_rows(grid: Grid, words: Sequence[Word]) -> bool:
    """Text that keeps to the columns right below, or below a sum or a title that runs over columns,
    as where the page before ended just above it."""
    room = _ROOM * max(word.size for word in words if grid.holds(*word.middle))
    below = _within(words, grid.bottom, room)
    if keeps_columns(below, grid.xs):
        return True
    last = max((word.baseline for word in below), default=grid.bottom)
    one_line = last - min((word.baseline for word in below), default=last) < 1
    return bool(below) and one_line and keeps_columns(_within(words, last, room), grid.xs)


def _within(words: Sequence[Word], top: float, room: float) -> list[Word]:
    """The words on lines below a height, near it."""
    return [word for word in words if top + 1 < word.baseline < top + room]
