"""Where the columns of a table without rules part: at the white strips between its words."""

from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.formats.pdf.layout import PageLine


def column_sides(heads: Sequence[tuple[float, float]], lines: Sequence[PageLine]) -> list[float]:
    """For each two neighbouring heads (x0, x1) the x between their columns.

    Texts may stand to the left, right or middle of their column: the strip that fewest words
    cross is taken, the widest of these, between the beginning of one head and the end of the next.
    """
    return [_cut(before, after, lines) for before, after in pairwise(heads)]


def _cut(
    before: tuple[float, float], after: tuple[float, float], lines: Sequence[PageLine]
) -> float:
    low, high = before[0] + 1, after[1]
    words = [
        (place.x0, place.x1)
        for line in lines
        for place in line.places
        if place.x1 > low and place.x0 < high
    ]
    words += [before, after]
    candidates = sorted({x0 for x0, _ in words if low < x0 <= high} | {after[0]})
    return min(candidates, key=lambda x: _cost(x, words, before, after)) - 0.5


def _cost(
    x: float,
    words: Sequence[tuple[float, float]],
    before: tuple[float, float],
    after: tuple[float, float],
) -> tuple[int, float]:
    crossing = sum(1 for x0, x1 in words if x0 < x - 1 and x1 > x + 1)
    # a head belongs to its own side
    crossing += 3 * (x <= before[0] + 1) + 3 * (x > after[0] + 1 and after[1] > x)
    left = max((x1 for x0, x1 in words if x1 <= x + 1), default=before[0])
    return crossing, left - x
