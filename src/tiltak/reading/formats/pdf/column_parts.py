"""Boxes and tables inside the columns of a page: fact boxes, a few figures with rules around them.

They are part of their column, between its paragraphs. Each column is read for itself, its boxes
and tables at their places, before the next column begins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tiltak.reading.formats.pdf.column_titles import titles_over_both
from tiltak.reading.formats.pdf.columns import widest_band
from tiltak.reading.formats.pdf.grids import Grid
from tiltak.reading.formats.pdf.lines import RawLine, raw_lines
from tiltak.reading.formats.pdf.rules import Rule
from tiltak.reading.formats.pdf.words import Word

# A page of cards has boxes and little else: in columns, text stands in each of them besides.
_LEAST_LINES = 4
# How far a box may stick out into the gutter.
_STICKING_OUT = 12.0
# A table that begins or ends a column stands so near to its text.
_NEAR = 24.0


@dataclass(frozen=True, slots=True)
class Filled:
    """A box or table and the words in it."""

    grid: Grid
    words: tuple[Word, ...]

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.grid.top + self.grid.bottom) / 2

    @property
    def is_box(self) -> bool:
        return len(self.grid.boxes) == 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page to be read from the top down: the words outside its boxes and tables, and
    these. `left` and `right` are its sides where it is a column."""

    words: tuple[Word, ...]
    filled: tuple[Filled, ...]
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns with a gutter left of `x`: their lines, and the heights they reach from and to."""

    x: float
    lines: tuple[RawLine, ...]
    top: float
    bottom: float


def parts_of(part: Part, across: Sequence[Rule]) -> Iterator[Part]:
    """The parts of a page in reading order, the page itself where no columns hold boxes or tables.
    `across`: the page's horizontal rules."""
    columns = _columns_of(part, across)
    if columns is None:
        yield part
        return
    for one in _divided(part, columns):
        if one.words or one.filled:
            yield from parts_of(one, across)


def _columns_of(part: Part, across: Sequence[Rule]) -> _Columns | None:
    """The columns of a page that have boxes or tables inside."""
    if not part.filled:
        return None
    boxed = [word for one in part.filled if one.is_box for word in one.words]
    lines = raw_lines([*part.words, *boxed])
    band = widest_band(lines, across)
    if band is None:
        return None
    inside = tuple(lines[band.begin : band.end])
    top, bottom = _reaching(part, lines, inside, band.x)
    columns = _Columns(band.x, inside, top, bottom)
    filled = [one for one in part.filled if top <= one.middle < bottom]
    if not filled or any(_goes_over(one.grid, band.x) for one in filled):
        return None
    return columns if _have_text(_between(part, top, bottom), band.x) else None


def _reaching(
    part: Part, lines: Sequence[RawLine], inside: Sequence[RawLine], x: float
) -> tuple[float, float]:
    """How far columns reach, up and down: a table may be the first or the last in one of them."""
    top, bottom = _heights(inside)
    crossing = [
        line.baseline for line in lines if any(run.x0 < x - 2 < run.x1 for run in line.runs)
    ]
    for one in sorted(part.filled, key=lambda one: abs(one.middle - (top + bottom) / 2)):
        low, high = one.grid.top, one.grid.bottom
        if one.is_box or _goes_over(one.grid, x):
            continue
        if low < top < high + _NEAR and not any(low < at < top for at in crossing):
            top = low
        if low - _NEAR < bottom < high and not any(bottom < at < high for at in crossing):
            bottom = high
    return top, bottom


def _have_text(part: Part, x: float) -> bool:
    """Whether there is text on both sides of a gutter left of x besides the boxes and tables."""
    sides = [[word for word in part.words if (word.x0 < x - 2) == left] for left in (True, False)]
    return all(len(raw_lines(side)) >= _LEAST_LINES for side in sides)


def _goes_over(grid: Grid, x: float) -> bool:
    """Whether a box or table stands on both sides of a gutter left of x."""
    return grid.xs[0] < x - _STICKING_OUT and x + _STICKING_OUT < grid.xs[-1]


def _heights(lines: Sequence[RawLine]) -> tuple[float, float]:
    words = [word for line in lines for word in line.words]
    return min(word.top for word in words), max(word.bottom for word in words)


def _divided(part: Part, columns: _Columns) -> Iterator[Part]:
    """What stands above the columns, each column, titles over both between, what stands below."""
    yield _between(part, float("-inf"), columns.top)
    begin = columns.top
    for at in titles_over_both(columns.lines, columns.x):
        top, bottom = _heights(columns.lines[at : at + 1])
        yield from _sides(_between(part, begin, top), columns.x)
        yield _between(part, top, bottom)
        begin = bottom
    yield from _sides(_between(part, begin, columns.bottom), columns.x)
    yield _between(part, columns.bottom, float("inf"))


def _between(part: Part, top: float, bottom: float) -> Part:
    """What stands between two heights."""
    return replace(
        part,
        words=tuple(word for word in part.words if top <= word.middle[1] < bottom),
        filled=tuple(one for one in part.filled if top <= one.middle < bottom),
    )


def _sides(part: Part, x: float) -> Iterator[Part]:
    """The text left of x, then the text right of it."""
    for is_left in (True, False):
        words = tuple(word for word in part.words if (word.x0 < x - 2) == is_left)
        filled = tuple(
            one for one in part.filled if (one.grid.xs[0] < x - _STICKING_OUT) == is_left
        )
        all_words = [*words, *(word for one in filled for word in one.words)]
        if all_words:
            left, right = min(word.x0 for word in all_words), max(word.x1 for word in all_words)
            yield Part(words, filled, left, right)
