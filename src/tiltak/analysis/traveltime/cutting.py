"""Cutting lines in two, where something joins them along the way."""

from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.lines import Lines, Pieces

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
    spots = on_points(spots)
    inner = ~(np.isin(spots.at, lines.first) | np.isin(spots.at, lines.last)) | (spots.share > 0)
    at, share = spots.at[inner], spots.share[inner]
    if not len(at):
        return lines
    order = np.lexsort((share, at))
    at, share = at[order], share[order]
    owners = lines.owner[at]
    pieces = _pieces(lines, owners, at, share)
    whole = np.ones(len(lines), dtype=np.bool_)
    whole[owners] = False
    made = lines.with_pieces(pieces)
    made = _shared_out(made, lines, np.array(pieces.of))
    kept = np.flatnonzero(whole)
    stood = np.concatenate((kept, pieces.of))
    numbers = np.concatenate((kept, len(lines) + np.arange(len(pieces.of))))
    return made.taken(numbers[np.argsort(stood, kind="stable")].astype(np.int64))


def _pieces(lines: Lines, owners: Ints, at: Ints, share: Floats) -> Pieces:
    """The pieces of each line that is cut, in order. `owners` and `at` (n,) rise."""
    spots = Spots(at, share)
    joints = np.concatenate((spots.lonlat(lines), spots.earth(lines)), axis=1)
    drawn = np.concatenate((lines.lonlat, lines.earth), axis=1)
    found: list[Floats] = []
    of: list[int] = []
    for line in np.unique(owners):
        begin, left = lines.starts[line], drawn[lines.starts[line]][None]
        for spot in range(*np.searchsorted(owners, (line, line + 1))):
            middle = drawn[begin + 1 : at[spot] + (share[spot] > 0)]
            found.append(np.concatenate((left, middle, joints[spot][None])))
            begin, left = at[spot], joints[spot][None]
        found.append(np.concatenate((left, drawn[begin + 1 : lines.starts[line + 1]])))
        of += [int(line)] * (len(found) - len(of))
    # two cuts at the same spot leave a piece without length
    kept = [number for number, one in enumerate(found) if (one != one[0]).any()]
    return Pieces(
        [found[number][:, :2] for number in kept],
        [found[number][:, 2:] for number in kept],
        [of[number] for number in kept],
    )


def _shared_out(made: Lines, before: Lines, of: Ints) -> Lines:
    """What is given for a whole line, shared among its pieces by their drawn length."""
    part = made.drawn_km[len(before) :] / before.drawn_km[of]
    columns = {}
    for name in ("crossing", "given_km"):
        columns[name] = getattr(made, name).copy()
        columns[name][len(before) :] *= part
    return made.with_values(**columns)
