"""Timelines without a ruled table: years in a column to the left, what is done then to the right.

The habit read: the years, halves or months stand below one another, in larger type or on a coloured
ground or neither, and nothing but them stands in their column; beside each begins a text of one
column, of several lines. They make the rows of a table with two columns. Where the times stand on
a ground of their own, its boxes are the rows, so that a time may stand in the middle of its row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.formats.pdf.fact_names import LEAST_FACTS, columns_of, fact_names
from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.lines import WIDE, RawLine, raw_lines
from tiltak.reading.formats.pdf.times_at_left import (
    SAME_SIDE,
    TimeAtLeft,
    may_have_times,
    text_of,
    times_at_left,
)
from tiltak.reading.formats.pdf.words import Word
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.vocabulary import Vocabulary

_SIDES, _FEWEST = 2, 2
# Room between the times and the texts, in points; how far from the times the texts begin at most.
_GUTTER, _WIDEST = 3.0, 130.0
# How many of the lines to the right may have several texts: else they are the cells of a table.
_MOST_CELLS = 0.2
_SHORTEST = 12
# Points by which values may stand deeper than the names of their facts.
_DEEPEST = 18.0


@dataclass(frozen=True, slots=True)
class _Column:
    """The times of a page that stand below one another, by the lines they begin (their ids), all lines
    they stand on, where their column begins, and where the texts beside it do."""

    times: Mapping[int, TimeAtLeft]
    lines: frozenset[int]
    x0: float
    x: float


def find_timelines(grids: Sequence[Grid], words: Sequence[Word], width: float) -> list[Grid]:
    """The timelines of a page with these other tables. `width`: the page's, up to which a text may
    reach."""
    ruled = [grid for grid in grids if _is_table(grid)]
    free = [word for word in words if not any(grid.holds(*word.middle) for grid in ruled)]
    grounds = [box for grid in grids if not _is_table(grid) for box in grid.boxes]
    if not may_have_times(free):
        return []
    lines = raw_lines(free)
    column = _column(lines, grounds)
    if column is None or _has_fact_names(lines, column):
        return []
    rows = (_grid(stretch, column, grounds, width) for stretch in _stretches(lines, column))
    return [grid for grid in rows if grid is not None]


def is_ground(grid: Grid, timelines: Sequence[Grid]) -> bool:
    """Whether a box is the colour behind a part of a timeline, and no table of its own."""
    middle = (grid.top + grid.bottom) / 2
    return not _is_table(grid) and any(
        timeline.top - 1 <= middle <= timeline.bottom + 1 for timeline in timelines
    )


def _is_table(grid: Grid) -> bool:
    """Whether rules or colours make a table of several columns, more than one shaded row of two."""
    return grid.columns > _SIDES or (grid.columns == _SIDES and grid.rows > 1)


def _column(lines: Sequence[RawLine], grounds: Sequence[Box]) -> _Column | None:
    """The column of times with texts beside them, if the page has one."""
    times = times_at_left(lines)
    beside = [(time, word) for time in times if (word := _beside(time, lines)) is not None]
    x0 = _commonest([time.first.x0 for time, _ in beside])
    x = _commonest([word.x0 for time, word in beside if abs(time.first.x0 - x0) < SAME_SIDE])
    paired = [
        (time, word)
        for time, word in beside
        if abs(time.first.x0 - x0) < SAME_SIDE and abs(word.x0 - x) < SAME_SIDE
    ]
    end = max((time.end for time, _ in paired), default=0.0)
    alone = any(_ground(time, grounds, x) is None for time, _ in paired)
    if len(paired) < (_FEWEST if alone else 1) or not end + _GUTTER < x < end + _WIDEST:
        return None
    known = [t for t in times if abs(t.first.x0 - x0) < SAME_SIDE and t.end <= end]
    return _Column(
        {id(time.lines[0].line): time for time in known},
        frozenset(id(left.line) for time in known for left in time.lines),
        x0,
        min(word.x0 for _, word in paired),
    )


def _has_fact_names(lines: Sequence[RawLine], column: _Column) -> bool:
    """Whether the times stand below names of facts: "Tid", "2026", in a column of facts beside the
    measures that tells who and how much as well."""
    return any(
        abs(names[0].x0 - column.x0) < _DEEPEST
        and len({name.name for name in names}) >= LEAST_FACTS
        for names in columns_of(fact_names(lines))
    )


def _commonest(places: Sequence[float]) -> float:
    """The place most others are near, 0 for none."""
    near = {one: sum(abs(one - other) < SAME_SIDE for other in places) for one in places}
    return max(near, key=lambda one: near[one], default=0.0)


def _beside(time: TimeAtLeft, lines: Sequence[RawLine]) -> Word | None:
    """The text that begins beside a time, on its line or, in smaller type, a little off it."""
    for line in lines:
        after = next((word for word in line.words if word.x0 >= time.end), None)
        if after is not None and _overlap(after, time.first):
            return after
    return None


def _overlap(one: Word, other: Word) -> bool:
    """Whether two words stand beside one another, the smaller one by half of its height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > min(one.bottom - one.top, other.bottom - other.top) / 2


def _stretches(lines: Sequence[RawLine], column: _Column) -> Iterator[list[RawLine]]:
    """The lines of each timeline: a text to the left that is no time ends it."""
    stretch: list[RawLine] = []
    for line in lines:
        if line.x0 >= column.x - SAME_SIDE or id(line) in column.lines:
            stretch.append(line)
        else:
            yield stretch
            stretch = []
    yield stretch


def _grid(
    lines: Sequence[RawLine], column: _Column, grounds: Sequence[Box], width: float
) -> Grid | None:
    """The rows that begin with a time each, None where the lines are none of a timeline."""
    times = [column.times[id(line)] for line in lines if id(line) in column.times]
    texts = [side for line in lines if (side := _right(line, column))]
    if not times or not _are_texts(texts) or _are_amounts(times, texts):
        return None
    low, high = column.x0 - _GUTTER, column.x - _GUTTER / 2
    tops = _rows_of_grounds(times, grounds, column.x) or [_top(time, texts) for time in times]
    first = min(word.top for line in lines for word in line.words)
    last = max(word.bottom for line in lines for word in line.words)
    if first < tops[0] - 1:
        # what a page goes on with, above its first time
        tops = [first - 1, *tops]
    ys = (*tops, last + 1)
    boxes = tuple(
        Box(row, at, 1, 1, x0, top, x1, bottom)
        for row, (top, bottom) in enumerate(pairwise(ys))
        for at, (x0, x1) in enumerate([(low, high), (high, width)])
    )
    return Grid((low, high, width), ys, boxes)


def _right(line: RawLine, column: _Column) -> list[Word]:
    """The words of a line behind its time."""
    return [word for word in line.words if word.x0 >= column.x - SAME_SIDE]


def _are_texts(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether what stands to the right is text in one column, and no cells of a table."""
    several = sum(
        any(word.x0 - before.x1 > WIDE * word.size for before, word in pairwise(line))
        for line in lines
    )
    long = sum(len(text_of(line)) >= _SHORTEST for line in lines)
    return several <= _MOST_CELLS * len(lines) and 2 * long >= len(lines)


def _are_amounts(times: Sequence[TimeAtLeft], lines: Sequence[Sequence[Word]]) -> bool:
    """Whether amounts stand beside the times: what a thing costs year by year."""
    first = [line for line in lines if any(_overlap(line[0], time.first) for time in times)]
    amounts = sum(is_amount(text_of(line), Vocabulary.default()) for line in first)
    return 2 * amounts >= len(first)


def _ground(time: TimeAtLeft, grounds: Sequence[Box], x: float) -> Box | None:
    """The box behind a time, which ends before the texts begin at x."""
    return next((box for box in grounds if box.holds(*time.first.middle) and box.x1 <= x), None)


def _rows_of_grounds(times: Sequence[TimeAtLeft], grounds: Sequence[Box], x: float) -> list[float]:
    """Where the boxes behind the times begin, none where not each of them has its own."""
    found = [box.top for time in times if (box := _ground(time, grounds, x)) is not None]
    return found if len(set(found)) == len(times) else []


def _top(time: TimeAtLeft, texts: Sequence[Sequence[Word]]) -> float:
    """Where a row begins: with its time, or the text beside it where that reaches higher."""
    beside = [line[0].top for line in texts if _overlap(line[0], time.first)]
    return min([time.first.top, *beside]) - 1
