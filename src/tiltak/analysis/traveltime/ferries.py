"""Finding a ferry by its quays. It may be drawn in several lines that meet at sea."""

from collections import defaultdict
from itertools import product

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints, to_earth
from tiltak.analysis.traveltime.junctions import place_keys
from tiltak.analysis.traveltime.lines import Kind, Lines

# metres from a place that somebody points at to the quay that is meant
NEAR = 2000.0


def ferry_between(lines: Lines, ends: Floats) -> Ints:
    """The lines of the ferry between the quays nearest to two places (2, 2), degrees.

    Empty where none goes between quays within `NEAR` metres of the places. Of several pairs of
    quays, the pair nearest to the places.
    """
    ferries = np.flatnonzero((lines.kind == Kind.FERRY) & (lines.forward | lines.backward))
    ways = _Ways(lines, ferries)
    here, there = (ways.quays_near(place) for place in to_earth(ends))
    pairs = sorted(product(here, there), key=lambda pair: pair[0][0] + pair[1][0])
    for (_, begin), (_, end) in pairs:
        if begin != end and (found := ways.between(begin, end)):
            return np.array(sorted(found), dtype=np.int64)
    return np.zeros(0, dtype=np.int64)


class _Ways:
    """Ferry lines by the places they join."""

    def __init__(self, lines: Lines, ferries: Ints) -> None:
        self._lines, self._ferries = lines, ferries
        keys = place_keys(lines.lonlat)
        self._ends = list(zip(keys[lines.first[ferries]], keys[lines.last[ferries]], strict=True))
        on_land = lines.kind != Kind.FERRY
        roads = np.concatenate((keys[lines.first[on_land]], keys[lines.last[on_land]]))
        self._on_land = set(roads.tolist())
        self._at: dict[int, list[int]] = defaultdict(list)
        for number, pair in enumerate(self._ends):
            for place in pair:
                self._at[int(place)].append(number)

    def quays_near(self, place: Floats) -> list[tuple[float, int]]:
        """Metres and key of the ferries' ends within `NEAR`, the nearest first."""
        points = np.concatenate((self._lines.first[self._ferries], self._lines.last[self._ferries]))
        metres = np.linalg.norm(self._lines.earth[points] - place, axis=1)
        keys = place_keys(self._lines.lonlat[points])
        found = {int(key): float(away) for key, away in zip(keys, metres, strict=True)}
        return sorted((away, key) for key, away in found.items() if away <= NEAR)

    def between(self, begin: int, end: int) -> set[int]:
        """The lines from one place to another without calling at a quay between."""
        waiting: list[tuple[int, tuple[int, ...]]] = [(begin, ())]
        seen = {begin}
        for place, taken in waiting:
            if place == end:
                return {int(self._ferries[number]) for number in taken}
            if taken and place in self._on_land:
                continue
            for number in self._at[place]:
                first, last = (int(one) for one in self._ends[number])
                other = last if first == place else first
                if other not in seen:
                    seen.add(other)
                    waiting.append((other, (*taken, number)))
        return set()
