"""Where lines meet. GeoJSON says nothing of it, so the drawing has to.

Ends at the same coordinate meet. An end meets a line that has a point at the same coordinate,
when that line can be joined along its way. Two lines that only pass through the same coordinate
meet when both lie on the ground and neither is a motorway; else one goes over or under the other.
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
    joinable = (lines.joinable | (lines.kind == Kind.FERRY))[lines.owner]
    inner = np.flatnonzero(~is_end & joinable)
    meets_end = np.isin(keys[inner], keys[is_end])
    on_ground = inner[lines.joinable[lines.owner[inner]]]
    found, counts = np.unique(keys[on_ground], return_counts=True)
    meets_inner = np.isin(keys[inner], found[counts > 1]) & np.isin(inner, on_ground)
    at = inner[meets_end | meets_inner]
    return cut(lines, Spots(at, np.zeros(len(at))))
