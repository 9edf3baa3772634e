"""What stands in another place than before."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest indexes to take out so that the old places, in the new order, never fall.

    Longest non-decreasing subsequence by patience sorting (Fredman 1975), O(n log n).
    """
    ends: list[int] = []
    tails: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
        before.append(tails[at - 1] if at else None)
        tails[at : at + 1] = [index]
    kept: set[int] = set()
    current = tails[-1] if tails else None
    while current is not None:
        kept.add(current)
        current = before[current]
    return set(range(len(places))) - kept


def moved(standing: Iterable[tuple[K, Hashable, Hashable, int]]) -> set[K]:
    """Which keys moved.

    `standing` gives in the new order: key, the group it stands in now (in old terms), the group
    it stood in, and its place there.
    """
    found: set[K] = set()
    groups: dict[Hashable, list[tuple[K, int]]] = {}
    for key, now, before, place in standing:
        if now == before:
            groups.setdefault(now, []).append((key, place))
        else:
            found.add(key)
    for members in groups.values():
        found |= {members[i][0] for i in out_of_order([place for _, place in members])}
    return found
