"""Timelines without a ruled table: years in a column to the left, what is done then to the right.

The habit read: the years, halves or months stand below one another, in larger type or on a coloured
ground or neither, and nothing but them stands in their column; beside each begins a text of one
column, of several lines. They make the rows of a table with two columns. Where the times stand on
a ground of their own, its boxes are the rows, so that a time may stand in the middle of its row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from tiltak.reading.formats.pdf.fact_names import LEAST_FACTS, columns_of, fact_names
from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.lines import WIDE, RawLine, raw_lines
from tiltak.reading.formats.pdf.words import Word
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.times import find_years, is_time
from tiltak.reading.vocabulary import Vocabulary

# Letters begin a little off the side of their column, each in its own way.
_SAME_SIDE = 2.0
_SIDES, _FEWEST = 2, 2
_MOST_WORDS, _MOST_LINES = 5, 3
_WRAPPED = 1.6
# Room between the times and the texts, in points; how far from the times the texts begin at most.
_GUTTER, _WIDEST = 3.0, 130.0
# How many of the lines to the right may have several texts: else they are the cells of a table.
_MOST_CELLS = 0.2
_SHORTEST = 12
# Points by which values may stand deeper than the names of their facts.
_DEEPEST = 18.0


@dataclass(frozen=True, slots=True)
class _Left:
    """A line with what stands to the left in it."""

    line: RawLine
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class _Time:
    """A time in its column, wrapped where the column is narrow."""

    lines: tuple[_Left, ...]

    @property
    def first(self) -> Word:
        return self.lines[0].words[0]

    @property
    def end(self) -> float:
        return max(left.words[-1].x1 for left in self.lines)


@dataclass(frozen=True, slots=True)
class _Column:
    """The times of a page that stand below one another, by the lines they begin (their ids), all lines
    they stand on, where their column begins, and where the texts beside it do."""

    times: Mapping[int, _Time]
    lines: frozenset[int]
    x0: float
    x: float


def find_timelines(grids: Sequence[Grid], words: Sequence[Word], width: float) -> list[Grid]:
    """The timelines of a page with these other tables. `width`: the page's, up to which a text may
    reach."""
    ruled = [grid for grid in grids if _is_table(grid)]
    free = [word for word in words if not any(grid.holds(*word.middle) for grid in ruled)]
    grounds = [box for grid in grids if not _is_table(grid) for box in grid.boxes]
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
    times = list(_times(_lefts(lines)))
    beside = [(time, word) for time in times if (word := _beside(time, lines)) is not None]
    x0 = _commonest([time.first.x0 for time, _ in beside])
    x = _commonest([word.x0 for time, word in beside if abs(time.first.x0 - x0) < _SAME_SIDE])
    paired = [
        (time, word)
        for time, word in beside
        if abs(time.first.x0 - x0) < _SAME_SIDE and abs(word.x0 - x) < _SAME_SIDE
    ]
    end = max((time.end for time, _ in paired), default=0.0)
    alone = any(_ground(time, grounds, x) is None for time, _ in paired)
    if len(paired) < (_FEWEST if alone else 1) or not end + _GUTTER < x < end + _WIDEST:
        return None
    known = [t for t in times if abs(t.first.x0 - x0) < _SAME_SIDE and t.end <= end]
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
    near = {one: sum(abs(one - other) < _SAME_SIDE for other in places) for one in places}
    return max(near, key=lambda one: near[one], default=0.0)


def _lefts(lines: Sequence[RawLine]) -> list[_Left]:
    """What may be a time, or a line of one: few words alone, with a wide gap behind, or with a text
    right behind that begins where other lines do."""
    starts = [line.x0 for line in lines]
    found = []
    for line in lines:
        words = line.words
        count = next((at for at in range(1, len(words)) if _begins(words, at, starts)), len(words))
        if count <= _MOST_WORDS:
            found.append(_Left(line, words[:count]))
    return found


def _begins(words: Sequence[Word], at: int, starts: Sequence[float]) -> bool:
    """Whether a further text begins with a word of a line."""
    word = words[at]
    if word.x0 - words[at - 1].x1 > WIDE * word.size:
        return True
    return sum(abs(word.x0 - start) < _SAME_SIDE for start in starts) >= _FEWEST


def _times(lefts: Sequence[_Left]) -> Iterator[_Time]:
    """The times among them, those of several lines whole: "1. halvår" over "2026"."""
    taken: set[int] = set()
    for at, left in enumerate(lefts):
        if id(left) in taken:
            continue
        below = (one for one in lefts[at:] if abs(one.line.x0 - left.line.x0) < _SAME_SIDE)
        column = list(islice(below, _MOST_LINES))
        count = next((n for n in range(1, len(column) + 1) if _is_time(column[:n])), 0)
        while 0 < count < len(column) and _is_year_apart(column[: count + 1]):
            count += 1
        if count:
            yield _Time(tuple(column[:count]))
            taken.update(map(id, column[:count]))


def _is_time(lefts: Sequence[_Left]) -> bool:
    below = all(
        abs(other.line.x0 - one.line.x0) < _SAME_SIDE
        and other.line.baseline - one.line.baseline < _WRAPPED * one.words[0].size
        for one, other in pairwise(lefts)
    )
    text = " ".join(_text(left.words) for left in lefts)
    return below and is_time(text, Vocabulary.default())


def _is_year_apart(lefts: Sequence[_Left]) -> bool:
    """Whether the last line is the year of what stands above it."""
    *above, last = lefts
    return (
        bool(above)
        and not any(find_years(_text(left.words)) for left in above)
        and bool(find_years(_text(last.words)))
        and _is_time(lefts)
    )


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _beside(time: _Time, lines: Sequence[RawLine]) -> Word | None:
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
        if line.x0 >= column.x - _SAME_SIDE or id(line) in column.lines:
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
    return [word for word in line.words if word.x0 >= column.x - _SAME_SIDE]


def _are_texts(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether what stands to the right is text in one column, and no cells of a table."""
    several = sum(
        any(word.x0 - before.x1 > WIDE * word.size for before, word in pairwise(line))
        for line in lines
    )
    long = sum(len(_text(line)) >= _SHORTEST for line in lines)
    return several <= _MOST_CELLS * len(lines) and 2 * long >= len(lines)


def _are_amounts(times: Sequence[_Time], lines: Sequence[Sequence[Word]]) -> bool:
    """Whether amounts stand beside the times: what a thing costs year by year."""
    first = [line for line in lines if any(_overlap(line[0], time.first) for time in times)]
    amounts = sum(is_amount(_text(line), Vocabulary.default()) for line in first)
    return 2 * amounts >= len(first)


def _ground(time: _Time, grounds: Sequence[Box], x: float) -> Box | None:
    """The box behind a time, which ends before the texts begin at x."""
    return next((box for box in grounds if box.holds(*time.first.middle) and box.x1 <= x), None)


def _rows_of_grounds(times: Sequence[_Time], grounds: Sequence[Box], x: float) -> list[float]:
    """Where the boxes behind the times begin, none where not each of them has its own."""
    found = [box.top for time in times if (box := _ground(time, grounds, x)) is not None]
    return found if len(set(found)) == len(times) else []


def _top(time: _Time, texts: Sequence[Sequence[Word]]) -> float:
    """Where a row begins: with its time, or the text beside it where that reaches higher."""
    beside = [line[0].top for line in texts if _overlap(line[0], time.first)]
    return min([time.first.top, *beside]) - 1
