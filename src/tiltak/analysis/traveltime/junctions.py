"""Where lines meet. GeoJSON says nothing of it, so the drawing has to.

Ends at the same coordinate meet. An end meets a line that has a point at the same coordinate. Of a
tunnel, a bridge or a motorway that holds for an end that is alone there, as where one tunnel leads
into another: two that end there are one road that goes over or under. Two lines that only pass
through the same coordinate meet when both lie on the ground and neither is a motorway.
"""

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.cutting import Spots, cut
from tiltak.analysis.traveltime.lines import Kind, Lines

# 1e-7 degrees is about a centimetre
RESOLUTION = 1e7


def place_keys(lonlat: Floats) -> Ints:
    """(n,) one number for each coordinate (n, 2), the same for those within a centimetre."""
    whole = np.rint(lonlat * RESOLUTION).astype(np.int64)
    return (whole[:, 0] + 1_800_000_000) * 2**31 + whole[:, 1] + 900_000_000


def noded(lines: Lines) -> Lines:
    """The lines cut so that they meet at their ends only."""
    keys = place_keys(lines.lonlat)
    is_end = np.zeros(len(keys), dtype=np.bool_)
    is_end[lines.first] = is_end[lines.last] = True
    inner = np.flatnonzero(~is_end)
    ends, many = np.unique(
        np.concatenate((keys[lines.first], keys[lines.last])), return_counts=True
    )
    is_open = (lines.joinable | (lines.kind == Kind.FERRY))[lines.owner[inner]]
    meets_end = np.isin(keys[inner], ends[many == 1]) | (is_open & np.isin(keys[inner], ends))
    on_ground = inner[lines.joinable[lines.owner[inner]]]
    found, counts = np.unique(keys[on_ground], return_counts=True)
    meets_inner = np.isin(keys[inner], found[counts > 1]) & np.isin(inner, on_ground)
    at = inner[meets_end | meets_inner]
    return cut(lines, Spots(at, np.zeros(len(at))))
