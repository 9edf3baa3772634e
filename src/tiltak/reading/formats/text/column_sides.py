"""Where the columns of a table without rules part: at the white strips between its words."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_EXACT = 0.25
_AS_MANY = 2

Span = tuple[float, float]


def column_sides(heads: Sequence[Span], words: Sequence[Span], slack: float = 0.0) -> list[float]:
    """For each two neighbouring heads (x0, x1) the x between their columns.

    Heads and words are in points or in characters of a line; by `slack` a word may reach over the
    side of its column. Texts may stand to the left, right or middle of their column: the strip
    that fewest words cross is taken, the widest of these, the nearest to the next head of those,
    between the beginning of one head and the end of the next. In points a word that begins right
    under the next head tells its column, however narrow the strip is.
    """
    return [_Gap(before, after, words, slack).side() for before, after in pairwise(heads)]


class _Gap:
    """What lies between the beginning of a head and the end of the next."""

    def __init__(self, before: Span, after: Span, words: Sequence[Span], slack: float) -> None:
        self._before, self._after, self._slack = before, after, slack
        self._low, self._high = before[0] + 1, after[1]
        near = [(x0, x1) for x0, x1 in words if x1 > self._low and x0 < self._high]
        self._words = [*near, before, after]

    def side(self) -> float:
        """The best place, just left of where a word begins."""
        candidates = {x0 for x0, _ in self._words if self._low < x0 <= self._high}
        return min(sorted(candidates | {self._after[0]}), key=self._cost) - 0.5

    def _cost(self, x: float) -> tuple[int, bool, float, float]:
        slack = self._slack
        crossing = sum(1 for x0, x1 in self._words if x0 < x - slack and x1 > x + slack)
        # a head belongs to its own side
        crossing += 3 * (x <= self._low) + 3 * (self._after[0] + 1 < x < self._after[1])
        left = max((x1 for x0, x1 in self._words if x1 <= x + slack), default=self._before[0])
        return crossing, not self._is_under_head(x), left - x, abs(x - self._after[0])

    def _is_under_head(self, x: float) -> bool:
        """Whether words of the body begin at x and the next head right above it: about as many as
        begin anywhere else, for below a head in the middle one may do so by chance."""
        if self._slack <= 0 or abs(x - self._after[0]) >= _EXACT:
            return False
        begun = Counter(round(x0, 1) for x0, _ in self._words[:-2] if self._low < x0 <= self._high)
        here = sum(count for x0, count in begun.items() if abs(x0 - x) < _EXACT)
        return here > 0 and _AS_MANY * here >= max(begun.values())
