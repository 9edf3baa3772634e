"""Columns of running text: which lines stand side by side as prose, not as a table.

Prose is wrapped: many of its lines are full; a table's cells are short. A gutter is a strip no word
crosses over several lines with text on both sides. A rule drawn across it ends the columns: one
rule parts two pieces of text, several are the rules of a table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.formats.pdf.column_ends import (
    LEAST_LINES,
    NARROWEST,
    Band,
    parted,
    trimmed,
)
from tiltak.reading.formats.pdf.column_titles import titles_over_both
from tiltak.reading.formats.pdf.lines import RawLine, line_of
from tiltak.reading.formats.pdf.prose import is_head, is_text, width_of
from tiltak.reading.formats.pdf.rules import Rule

_LEAST_SHARE = 0.26
_ALIKE = 1.6
_MOST_PARTS = 2
_DEEPEST_INDENT = 45.0
# Two columns of one width, the left one of so many lines.
_SAME_WIDTH, _LEAST_OF_LEFT = 6.0, 12
# How far a rule of the right column may stick out into the gutter.
_WIDEST_OWN = 12.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one column. `left` and `right` are the column's sides, None for the whole page."""

    lines: tuple[RawLine, ...]
    left: float | None = None
    right: float | None = None


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
    if len(lines) < LEAST_LINES:
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
    usual = [min(xs) for xs in starts.values() if len(xs) >= LEAST_LINES - 1]
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
            if word.x0 - before.x1 > NARROWEST * word.size:
                yield word.x0


def _runs(lines: Sequence[RawLine], x: float, rules: Sequence[float]) -> Iterator[Band]:
    """The stretches of lines that do not cross a gutter, parted at the rules that do."""
    begin: int | None = None
    for index, line in enumerate([*lines, None]):
        crossed = line is None or any(run.x0 < x - 2 < run.x1 - 2 for run in parted(line, x))
        if not crossed and begin is None:
            begin = index
        elif crossed and begin is not None:
            for low, high in _parts(lines, begin, index, rules):
                if high - low >= LEAST_LINES:
                    yield trimmed(lines, low, high, x)
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


def _is_prose(lines: Sequence[RawLine], x: float, low: float, high: float) -> bool:
    rows = [parted(line, x) for line in lines]
    left = [before for runs in rows if (before := [run for run in runs if run.x0 < x - 2])]
    right = [after for runs in rows if (after := [run for run in runs if run.x0 >= x - 2])]
    if any(is_head(line) for line in lines):
        return False
    if 1 < len(right) < LEAST_LINES and _is_middle(lines, x):
        return is_text(left, x - low) and all(len(runs) == 1 for runs in (*left, *right))
    if min(len(left), len(right)) < LEAST_LINES:
        return False
    in_rows = 2 * (len(left) + len(right) - len(lines)) > min(len(left), len(right))
    # the last columns of a page may be empty: then the others are as wide as one another
    return is_text(left, min(x - low, _ALIKE * width_of(right)), in_rows=in_rows) and is_text(
        right, min(high - x, _ALIKE * width_of(left)), in_rows=in_rows
    )
