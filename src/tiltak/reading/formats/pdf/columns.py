"""Columns of running text: which lines stand side by side as prose, not as a table.

Prose is wrapped: many of its lines are full; a table's cells are short. A gutter is a strip no word
crosses over several lines with text on both sides. A rule drawn across it ends the columns: one
rule parts two pieces of text, several are the rules of a table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.formats.pdf.column_titles import titles_over_both
from tiltak.reading.formats.pdf.lines import RawLine, Run, line_of
from tiltak.reading.formats.pdf.prose import LEAST_FULL, is_fact, is_head, is_text, width_of
from tiltak.reading.formats.pdf.rules import Rule

_LEAST_LINES = 5
_LEAST_SHARE = 0.26
_ALIKE = 1.6
_MOST_PARTS = 2
_DEEPEST_INDENT = 45.0
# A gutter may be as narrow as this, in sizes of the type, where texts begin exactly at one place.
_NARROWEST, _SAME_X = 0.8, 0.5
# Two columns of one width, the left one of so many lines.
_SAME_WIDTH, _LEAST_OF_LEFT = 6.0, 12
# A foot stands so many sizes of the type below the text.
_APART = 2.0
# How far a line in the middle of the page may stand off it, of the width of the text: where lines are
# not justified the right side of the text is uncertain.
_CENTRED = 0.06
# How far a rule of the right column may stick out into the gutter.
_WIDEST_OWN = 12.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one column. `left` and `right` are the column's sides, None for the whole page."""

    lines: tuple[RawLine, ...]
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Lines `begin` to `end` that a gutter left of `x` divides."""

    begin: int
    end: int
    x: float


def in_reading_order(lines: Sequence[RawLine], across: Sequence[Rule] = ()) -> Iterator[Stretch]:
    """The lines from the top down, columns of prose one after the other. `across`: the page's
    horizontal rules."""
    band = widest_band(lines, across)
    if band is None:
        if lines:
            yield Stretch(tuple(lines))
        return
    yield from in_reading_order(lines[: band.begin], across)
    inside = lines[band.begin : band.end]
    begin = 0
    for title in titles_over_both(inside, band.x):
        yield from _side_by_side(inside[begin:title], band.x, across)
        yield Stretch((inside[title],))
        begin = title + 1
    yield from _side_by_side(inside[begin:], band.x, across)
    yield from in_reading_order(lines[band.end :], across)


def _side_by_side(lines: Sequence[RawLine], x: float, across: Sequence[Rule]) -> Iterator[Stretch]:
    for side in filter(None, _divided(lines, x)):
        for stretch in in_reading_order(side, across):
            low, high = min(line.x0 for line in side), max(line.x1 for line in side)
            yield Stretch(stretch.lines, stretch.left or low, stretch.right or high)


def _divided(lines: Sequence[RawLine], x: float) -> tuple[list[RawLine], list[RawLine]]:
    left, right = [], []
    for line in lines:
        before = [word for word in line.words if word.x0 < x - 2]
        after = [word for word in line.words if word.x0 >= x - 2]
        if before:
            left.append(line_of(before))
        if after:
            right.append(line_of(after))
    return left, right


def widest_band(lines: Sequence[RawLine], across: Sequence[Rule]) -> Band | None:
    """The longest stretch of lines set in columns, if there is one."""
    if len(lines) < _LEAST_LINES:
        return None
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    bands = [
        band
        for x in _gutters(lines, low, high)
        for band in _runs(lines, x, [rule.at for rule in across if _is_across(rule, x)])
        if _is_prose(lines[band.begin : band.end], x, low, high)
    ]
    return max(bands, key=lambda band: (band.end - band.begin, band.x), default=None)


def _is_across(rule: Rule, x: float) -> bool:
    """Whether a rule goes over the gutter left of x. The side of a box around a heading of the right
    column begins where that column does."""
    return rule.low < x - _WIDEST_OWN and x < rule.high


def _gutters(lines: Sequence[RawLine], low: float, high: float) -> list[float]:
    """Places where many runs begin, away from the page's left side."""
    starts: dict[int, list[float]] = {}
    for line in lines:
        for x0 in _begins(line):
            if low + _LEAST_SHARE * (high - low) < x0 < high - _LEAST_SHARE * (high - low):
                starts.setdefault(round(x0 / 4), []).append(x0)
    usual = [min(xs) for xs in starts.values() if len(xs) >= _LEAST_LINES - 1]
    usual += [x for xs in starts.values() if len(xs) > 1 and _is_middle(lines, x := min(xs))]
    # where most of a column is a list, its headings and paragraphs begin left of the list
    outer = [
        min(xs)
        for xs in starts.values()
        if any(0 < x - min(xs) < _DEEPEST_INDENT for x in usual) and len(xs) > 1
    ]
    return list(dict.fromkeys([*usual, *outer]))


def _is_middle(lines: Sequence[RawLine], x: float) -> bool:
    """Whether the page is set in two columns of one width with a gutter left of x, by its left one:
    the right one may end after a few lines."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    sides = Counter(round(line.runs[0].x1) for line in lines if line.runs[0].x1 < x)
    side = max((at for at, often in sides.items() if often > 1), default=low)
    left = [line for line in lines if line.x0 < x - 2 and line.runs[0].x1 <= side + 2]
    return len(left) >= _LEAST_OF_LEFT and abs((side - low) - (high - x)) <= _SAME_WIDTH


def _begins(line: RawLine) -> Iterator[float]:
    """Where the texts of a line may begin: its runs, and words after a gap wider than a space."""
    yield from (run.x0 for run in line.runs)
    for run in line.runs:
        for before, word in pairwise(run.words):
            if word.x0 - before.x1 > _NARROWEST * word.size:
                yield word.x0


def _parted(line: RawLine, x: float) -> list[Run]:
    """The runs of a line, the one that goes over a narrow gutter left of x in two."""
    parts: list[Run] = []
    for run in line.runs:
        at = next((i for i, word in enumerate(run.words) if abs(word.x0 - x) < _SAME_X), 0)
        gap = run.words[at].x0 - run.words[at - 1].x1 if at else 0.0
        if gap > _NARROWEST * run.words[at].size:
            parts += [Run(run.words[:at]), Run(run.words[at:])]
        else:
            parts.append(run)
    return parts


def _runs(lines: Sequence[RawLine], x: float, rules: Sequence[float]) -> Iterator[Band]:
    """The stretches of lines that do not cross a gutter, parted at the rules that do."""
    begin: int | None = None
    for index, line in enumerate([*lines, None]):
        crossed = line is None or any(run.x0 < x - 2 < run.x1 - 2 for run in _parted(line, x))
        if not crossed and begin is None:
            begin = index
        elif crossed and begin is not None:
            for low, high in _parts(lines, begin, index, rules):
                if high - low >= _LEAST_LINES:
                    yield _trimmed(lines, low, high, x)
            begin = None


def _parts(
    lines: Sequence[RawLine], begin: int, end: int, rules: Sequence[float]
) -> list[tuple[int, int]]:
    """Lines `begin` to `end` parted at rules; none where they are the rows of a table."""
    sides = [
        at
        for at in range(begin + 1, end)
        if any(lines[at - 1].baseline < rule < lines[at].baseline for rule in rules)
    ]
    parts = list(pairwise([begin, *sides, end]))
    rows = [low for low, high in parts if high - low > 1]
    return parts if len(rows) <= _MOST_PARTS else []


def _trimmed(lines: Sequence[RawLine], begin: int, end: int, x: float) -> Band:
    """The band from the first to the last line with text right of the gutter, and as far as the
    left column goes on without a break."""
    if end == len(lines) and _is_in_the_middle(lines):
        end -= 1
    with_right = [i for i in range(begin, end) if lines[i].x1 > x]
    if not with_right:
        return Band(begin, begin, x)
    first, last = with_right[0], with_right[-1]
    while first > begin and any(
        _goes_on(lines[first - 1], below)
        for below in (lines[first], _first_left(lines[first:end], x))
    ):
        first -= 1
    if first + 1 < last and _is_head_of_page(lines[first], lines[first + 1], x):
        first += 1
    if _is_foot(lines[first : last + 1]):
        return Band(first, last, x)
    if _fills_column(lines[first : last + 1], lines[last + 1 : end], x):
        last = end - 1
    if end >= len(lines) - 1:
        last = _end_of_left(lines, first, last, end, x)
    while last + 1 < end and _goes_on(lines[last], lines[last + 1]):
        last += 1
    return Band(first, last + 1, x)


def _first_left(lines: Sequence[RawLine], x: float) -> RawLine:
    """The first line with text left of the gutter, or the first of all: the columns may begin at
    different heights."""
    return next((line for line in lines if line.x0 < x - 2), lines[0])


def _is_head_of_page(line: RawLine, below: RawLine, x: float) -> bool:
    """Whether a line is the page's head with texts at both sides: apart, the right one in no column."""
    gap = below.baseline - line.baseline
    right = [run.x0 for run in line.runs if run.x0 >= x - 2]
    return len(line.runs) > 1 and gap >= _APART * line.size and min(right, default=x) > x + 2


def _is_foot(lines: Sequence[RawLine]) -> bool:
    """Whether the last line is the page's foot with texts at both sides: smaller, and apart."""
    *others, last = lines
    if not others or last.baseline - others[-1].baseline < _APART * others[-1].size:
        return False
    return len(last.runs) > 1 and all(last.size < line.size for line in others)


def _fills_column(beside: Sequence[RawLine], below: Sequence[RawLine], x: float) -> bool:
    """Whether lines below the end of the right column are still of the left one: wrapped at it."""
    left = [run for line in beside for run in _parted(line, x) if run.x0 < x - 2]
    if not left or len(below) < _LEAST_LINES:
        return False
    below = [line for line in below if not is_fact(line.runs)]
    # none of them crosses the gutter: the longest of all reaches the side of the column
    side = max([run.x1 for run in left] + [line.x1 for line in below])
    width = side - min(run.x0 for run in left)
    full = sum(1 for line in below if line.x1 >= side - 0.15 * width)
    return full >= LEAST_FULL * len(below)


def _end_of_left(lines: Sequence[RawLine], first: int, last: int, end: int, x: float) -> int:
    """The last line of the left column, of a page that ends with it: the lines below the right one
    stand no further apart than those beside it."""
    left = [line for line in lines[first : last + 1] if line.x0 < x - 2]
    if not left:
        return last
    steps = [below.baseline - above.baseline for above, below in pairwise(left)]
    widest = max(steps, default=0.0)
    for index in range(last + 1, end):
        if lines[index].baseline - left[-1].baseline > widest:
            return index - 1
        left.append(lines[index])
    return end - 1


def _is_in_the_middle(lines: Sequence[RawLine]) -> bool:
    """Whether the last line is short and stands in the middle of all, in neither column: the number
    of the page."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    last = lines[-1]
    if len(last.runs) > 1 or not any(sign.isdigit() for word in last.words for sign in word.text):
        return False
    off = (last.x0 - low) - (high - last.x1)
    return last.x1 - last.x0 < last.x0 - low and abs(off) < _CENTRED * (high - low)


def _goes_on(above: RawLine, below: RawLine) -> bool:
    return below.baseline - above.baseline < 1.7 * below.size and above.size == below.size


def _is_prose(lines: Sequence[RawLine], x: float, low: float, high: float) -> bool:
    parted = [_parted(line, x) for line in lines]
    left = [before for runs in parted if (before := [run for run in runs if run.x0 < x - 2])]
    right = [after for runs in parted if (after := [run for run in runs if run.x0 >= x - 2])]
    if any(is_head(line) for line in lines):
        return False
    if 1 < len(right) < _LEAST_LINES and _is_middle(lines, x):
        return is_text(left, x - low) and all(len(runs) == 1 for runs in (*left, *right))
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    in_rows = 2 * (len(left) + len(right) - len(lines)) > min(len(left), len(right))
    # the last columns of a page may be empty: then the others are as wide as one another
    return is_text(left, min(x - low, _ALIKE * width_of(right)), in_rows=in_rows) and is_text(
        right, min(high - x, _ALIKE * width_of(left)), in_rows=in_rows
    )
