"""The nearest point on a line, for many places at once.

Lines are sampled so closely that the nearest sample says where to look, and looking stops when no
sample farther off can belong to a nearer segment: the answer is exact. Of lines that are as near
within a millimetre, the first in the file wins, so the answer is the same on every machine and
whichever way a line is drawn.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.spatial import cKDTree

from tiltak.analysis.traveltime.coordinates import Floats, Ints, to_earth
from tiltak.analysis.traveltime.cutting import Spots
from tiltak.analysis.traveltime.lines import Bools, Lines

# metres between samples, and how many neighbours are looked at first
SPACING = 250.0
FIRST_LOOK = 8
# metres; less is rounding
TIE = 0.001
CHUNK = 50_000
# places; for so many every segment is looked at
FEW = 16
# places times neighbours: a place far from everything looks at every line
MOST_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Snapped:
    """n places joined to lines.

    line    (n,) number of the line, -1 where there is none
    share   (n,) how much of the line's length lies before the spot, 0 to 1
    metres  (n,) from the place to the spot, as the crow flies; infinite where there is no line
    spots   the same places on the drawn points
    """

    line: Ints
    share: Floats
    metres: Floats
    spots: Spots

    def __len__(self) -> int:
        return len(self.line)


class LineIndex:
    """Finds the nearest of some lines. Built once, asked often."""

    def __init__(self, lines: Lines, which: Bools) -> None:
        self.lines = lines
        has_next = np.ones(len(lines.lonlat), dtype=np.bool_)
        has_next[lines.last] = False
        self._segments = np.flatnonzero(has_next & which[lines.owner])
        # metres along the line before each point
        along = (
            np.concatenate(([0.0], np.cumsum(lines.steps)[:-1]))
            if len(lines.steps)
            else lines.steps
        )
        self._along = along - along[lines.first][lines.owner]

    @cached_property
    def _samples(self) -> tuple[cKDTree, Ints]:
        """A tree of samples, and the segment of each."""
        lengths = self.lines.steps[self._segments]
        counts = np.maximum(1, np.ceil(lengths / SPACING)).astype(np.int64)
        of = np.repeat(self._segments, counts)
        nth = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
        share = (nth + 0.5) / np.repeat(counts, counts)
        earth = self.lines.earth
        return cKDTree(earth[of] + (earth[of + 1] - earth[of]) * share[:, None]), of

    def nearest(self, lonlat: Floats, *, not_on: Ints | None = None) -> Snapped:
        """The nearest spot for each place (n, 2); `not_on` (n,) is a line that does not count."""
        earth = to_earth(lonlat)
        barred = np.full(len(earth), -1) if not_on is None else not_on
        at = np.full(len(earth), -1, dtype=np.int64)
        share, metres = np.zeros(len(earth)), np.full(len(earth), np.inf)
        search, size = (self._scan, 1) if len(earth) <= FEW else (self._search, CHUNK)
        for begin in range(0, len(earth) if len(self._segments) else 0, size):
            part = slice(begin, begin + size)
            at[part], share[part], metres[part] = search(earth[part], barred[part])
        return self._snapped(at, share, metres)

    def _scan(self, earth: Floats, barred: Ints) -> tuple[Ints, Floats, Floats]:
        """The nearest of all segments: for a few places that is quicker than to make a tree."""
        return self._best(earth, barred, np.tile(self._segments, (len(earth), 1)))

    def _search(self, earth: Floats, barred: Ints) -> tuple[Ints, Floats, Floats]:
        tree, of = self._samples
        at = np.full(len(earth), -1, dtype=np.int64)
        share, metres = np.zeros(len(earth)), np.full(len(earth), np.inf)
        open_, look = np.arange(len(earth)), FIRST_LOOK
        while len(open_):
            look = min(look, len(of))
            is_sure = []
            for part in np.array_split(open_, -(-len(open_) * look // MOST_AT_ONCE)):
                away, near = (
                    np.asarray(one) for one in tree.query(earth[part], k=np.arange(1, look + 1))
                )
                found = self._best(earth[part], barred[part], of[near])
                at[part], share[part], metres[part] = found
                is_sure.append(metres[part] < away[:, -1] - SPACING / 2 - TIE)
            if look == len(of):
                break
            open_, look = open_[~np.concatenate(is_sure)], look * 4
        return at, share, metres

    def _best(self, earth: Floats, barred: Ints, segments: Ints) -> tuple[Ints, Floats, Floats]:
        """The nearest of some segments (n, k) for each place: segment, share of it, metres."""
        begin = self.lines.earth[segments]
        along = self.lines.earth[segments + 1] - begin
        to_place = earth[:, None] - begin
        lengths = np.einsum("ijk,ijk->ij", along, along)
        share = np.einsum("ijk,ijk->ij", to_place, along) / np.where(lengths > 0, lengths, 1)
        share = np.clip(share, 0, 1)
        metres = np.linalg.norm(to_place - along * share[..., None], axis=2)
        metres[self.lines.owner[segments] == barred[:, None]] = np.inf
        is_nearest = metres <= metres.min(axis=1, keepdims=True) + TIE
        best = np.where(is_nearest, segments, np.iinfo(np.int64).max).argmin(axis=1)
        row = np.arange(len(earth))
        found = metres[row, best]
        at = np.where(np.isfinite(found), segments[row, best], -1)
        return at, share[row, best], found

    def _snapped(self, at: Ints, share: Floats, metres: Floats) -> Snapped:
        is_found = at >= 0
        line = np.where(is_found, self.lines.owner[at], -1)
        along = self._along[at] + share * self.lines.steps[at]
        whole = self.lines.drawn_km[line] * 1000
        part = np.clip(along / np.where(whole > 0, whole, 1), 0, 1)
        return Snapped(line, np.where(is_found, part, 0.0), metres, Spots(at, share))


def taken(snapped: Snapped, which: list[int] | Ints) -> Snapped:
    """Some of the places, by number."""
    spots = Spots(snapped.spots.at[which], snapped.spots.share[which])
    return Snapped(snapped.line[which], snapped.share[which], snapped.metres[which], spots)
