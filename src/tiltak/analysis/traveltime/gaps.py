"""Ends that do not meet, joined where it is plain that they should, and reported one by one.

Maps in small scale end a ferry where the symbol ends, up to some hundred metres from the road.
A ferry's loose end is a quay, so it is joined to the nearest road. A road's loose end usually is
the end of the road: it is joined only to what lies within an error of drawing.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.cutting import Spots, cut
from tiltak.analysis.traveltime.junctions import place_keys
from tiltak.analysis.traveltime.lines import Bools, Description, Kind, Lines, gathered, joined
from tiltak.analysis.traveltime.snapping import LineIndex, Snapped

GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerances:
    """Metres that are joined. `quay`: the loose end of a ferry. `ferry_joint`: where ferries meet
    each other beside a road. `other_piece`: a road that else hangs together with nothing else.
    `same_piece`: a road whose end and neighbour hang together another way."""

    quay: float = 1000.0
    ferry_joint: float = 250.0
    other_piece: float = 50.0
    same_piece: float = 5.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A loose end: its place (degrees), the row of its line, how far the nearest road is and the
    row of that. `is_joined` says whether the two are joined."""

    lon: float
    lat: float
    row: int
    is_ferry: bool
    metres: float
    nearest_row: int
    is_joined: bool


@dataclass(frozen=True, slots=True)
class _Ends:
    """Loose ends: point of the lines, its line, metres that may be joined, and whether it is the
    last point of a ferry, where there has to be a quay."""

    point: Ints
    line: Ints
    limit: Floats
    is_quay: Bools


def repaired(lines: Lines, tolerances: Tolerances) -> tuple[Lines, tuple[Gap, ...]]:
    """The lines with gaps joined by lines of kind GAP, and a report of each gap.

    Roads within the limit and ferries without a road are reported; other ends of roads are ends,
    and ferries may meet at sea.
    """
    loose = _loose_ends(lines, tolerances)
    if not len(loose.point):
        return lines, ()
    nearest = _nearest_roads(lines, loose)
    is_joined = nearest.metres < _limits(lines, loose, nearest, tolerances)
    told = np.flatnonzero(is_joined | loose.is_quay)
    gaps = tuple(
        _gap(lines, loose, nearest, at, is_joined=bool(is_joined[at])) for at in told.tolist()
    )
    return _joined(lines, loose.point[is_joined], nearest, is_joined), gaps


def _nearest_roads(lines: Lines, loose: _Ends) -> Snapped:
    """Where the nearest road is. A ferry may also land where a tunnel or a bridge ends."""
    # a line that only touches itself is no neighbour
    along = LineIndex(lines, lines.joinable).nearest(lines.lonlat[loose.point], not_on=loose.line)
    roads = lines.kind != Kind.FERRY
    ends = np.concatenate((lines.first[roads], lines.last[roads]))
    if not len(ends):
        return along
    away, which = cKDTree(lines.earth[ends]).query(lines.earth[loose.point])
    at = ends[which]
    is_end = (lines.kind[loose.line] == Kind.FERRY) & (away < along.metres)
    spots = Spots(np.where(is_end, at, along.spots.at), np.where(is_end, 0.0, along.spots.share))
    return Snapped(
        np.where(is_end, lines.owner[at], along.line),
        along.share,
        np.where(is_end, away, along.metres),
        spots,
    )


def _gap(lines: Lines, loose: _Ends, nearest: Snapped, at: int, *, is_joined: bool) -> Gap:
    line = loose.line[at]
    lon, lat = lines.lonlat[loose.point[at]]
    return Gap(
        float(lon),
        float(lat),
        int(lines.row[line]),
        bool(lines.kind[line] == Kind.FERRY),
        float(nearest.metres[at]),
        int(lines.row[nearest.line[at]]) if nearest.line[at] >= 0 else 0,
        is_joined,
    )


def _loose_ends(lines: Lines, tolerances: Tolerances) -> _Ends:
    """Ends that meet nothing, and points where ferries meet each other and no road."""
    points = np.concatenate((lines.first, lines.last))
    owner = np.concatenate((np.arange(len(lines)),) * 2)
    _, first, place, uses = np.unique(
        place_keys(lines.lonlat[points]), return_index=True, return_inverse=True, return_counts=True
    )
    has_road = np.zeros(len(uses), dtype=np.bool_)
    is_ferry = lines.kind[owner] == Kind.FERRY
    has_road[place[~is_ferry]] = True
    is_at_sea = ~has_road
    is_tunnel = lines.kind[owner[first]] == Kind.TUNNEL
    which = np.sort(first[is_at_sea | ((uses == 1) & ~is_tunnel)])
    at_sea, alone = is_at_sea[place[which]], uses[place[which]] == 1
    limit = np.where(
        at_sea, np.where(alone, tolerances.quay, tolerances.ferry_joint), tolerances.same_piece
    )
    return _Ends(points[which], owner[which], limit, at_sea & alone)


def _limits(lines: Lines, loose: _Ends, nearest: Snapped, tolerances: Tolerances) -> Floats:
    """Metres each end may be joined over: more for a road that else is a piece of its own."""
    piece = pieces_of(lines)
    apart = (piece[loose.line] != piece[nearest.line]) & (lines.kind[loose.line] != Kind.FERRY)
    return np.where(apart, np.maximum(loose.limit, tolerances.other_piece), loose.limit)


def pieces_of(lines: Lines, is_open: Bools | None = None) -> Ints:
    """(m,) which piece of the network each line is in; one-way counts as both ways.

    `is_open` (m,) are the lines that hold it together, all without it; one that does not belongs
    where it begins.
    """
    keys = place_keys(lines.lonlat)
    _, place = np.unique(np.concatenate((keys[lines.first], keys[lines.last])), return_inverse=True)
    begin, end = place[: len(lines)], place[len(lines) :]
    count = int(place.max()) + 1 if len(place) else 0
    ends = (begin, end) if is_open is None else (begin[is_open], end[is_open])
    graph = coo_array((np.ones(len(ends[0])), ends), shape=(count, count))
    return np.asarray(connected_components(graph, directed=False)[1])[begin].astype(np.int64)


def _joined(lines: Lines, points: Ints, nearest: Snapped, which: Bools) -> Lines:
    spots = Spots(nearest.spots.at[which], nearest.spots.share[which])
    return joined(cut(lines, spots), gap_lines(lines.lonlat[points], spots.lonlat(lines)))


def gap_lines(begins: Floats, ends: Floats) -> Lines:
    """Straight lines (n) of kind GAP between places (n, 2) and (n, 2) that do not coincide.

    There is a road in the field, only not on the map: people who live there use it.
    """
    apart = np.flatnonzero(place_keys(begins) != place_keys(ends))
    drawn = np.stack((begins[apart], ends[apart]), axis=1).reshape(-1, 2)
    none = np.zeros(len(apart), dtype=np.int64)
    described = Description(kind=Kind.GAP, category=GAP)
    return gathered(drawn, none + 2, [described], none, none)
