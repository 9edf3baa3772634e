"""Cutting lines in two, where something joins them along the way."""

from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.lines import Lines

# nearer a drawn point than this share of a segment is that point
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Spots:
    """Places on lines: point `at` (n,) of the lines' points, and the `share` (n,) of the way from
    it to the next point of its line, from 0 up to 1."""

    at: Ints
    share: Floats

    def lonlat(self, lines: Lines) -> Floats:
        """(n, 2) degrees. A share of 0 gives the drawn point to the last digit."""
        return self._between(lines.lonlat)

    def earth(self, lines: Lines) -> Floats:
        """(n, 3) earth-centred metres, on the straight line between the drawn points."""
        return self._between(lines.earth)

    def _between(self, points: Floats) -> Floats:
        here, there = points[self.at], points[np.minimum(self.at + 1, len(points) - 1)]
        return here + (there - here) * self.share[:, None]


def on_points(spots: Spots) -> Spots:
    """The same spots; one that is as good as a drawn point is that point."""
    beyond = spots.share > 1 - SAME
    at = spots.at + beyond
    return Spots(at, np.where(beyond | (spots.share < SAME), 0.0, spots.share))


def cut(lines: Lines, spots: Spots) -> Lines:
    """The lines, with those that have a spot on them in pieces.

    Pieces stand where their line stood, so the order of the lines is kept. A ferry's crossing time
    and a given length are shared among the pieces by their drawn length.
    """
    joints = _joints(lines, spots)
    if not len(joints.at):
        return lines
    # a spot on a drawn point makes a second one of it, another spot makes two
    between = np.flatnonzero(joints.share > 0)
    new = np.concatenate((between, np.arange(len(joints.at))))
    added = Spots(joints.at[new], joints.share[new])
    count = len(lines.lonlat)
    begins = np.concatenate((np.zeros(count + len(between)), np.ones(len(joints.at)))) > 0
    at = np.concatenate((np.arange(count), added.at))
    order = np.lexsort((begins, np.concatenate((np.zeros(count), added.share)), at))
    begins[lines.first] = True
    lonlat = np.concatenate((lines.lonlat, added.lonlat(lines)))[order]
    earth = np.concatenate((lines.earth, added.earth(lines)))[order]
    starts = np.append(np.flatnonzero(begins[order]), len(order))
    of = lines.owner[at[order[starts[:-1]]]]
    made = lines.replaced(lonlat, earth, starts, of)
    # two drawn points in one place, both of them cut at, have a piece without length between them
    made, of = _with_length(made, of)
    return _shared_out(made, lines, of)


def _joints(lines: Lines, spots: Spots) -> Spots:
    """The spots where a line is cut, in the order of the drawing: not at its ends, and once each."""
    spots = on_points(spots)
    inner = ~(np.isin(spots.at, lines.first) | np.isin(spots.at, lines.last)) | (spots.share > 0)
    at, share = spots.at[inner], spots.share[inner]
    order = np.lexsort((share, at))
    at, share = at[order], share[order]
    is_new = np.ones(len(at), dtype=np.bool_)
    is_new[1:] = (at[1:] != at[:-1]) | (share[1:] != share[:-1])
    return Spots(at[is_new], share[is_new])


def _with_length(lines: Lines, of: Ints) -> tuple[Lines, Ints]:
    apart = (lines.lonlat != lines.lonlat[lines.first][lines.owner]).any(axis=1)
    kept = np.logical_or.reduceat(apart, lines.first)
    return (lines, of) if kept.all() else (lines.taken(kept), of[kept])


def _shared_out(made: Lines, before: Lines, of: Ints) -> Lines:
    """What is given for a whole line, shared among its pieces `of` it by their drawn length."""
    part = np.ones(len(made))
    pieces = np.flatnonzero(np.bincount(of, minlength=len(before))[of] > 1)
    part[pieces] = made.drawn_km[pieces] / before.drawn_km[of[pieces]]
    return made.with_values(crossing=made.crossing * part, given_km=made.given_km * part)
