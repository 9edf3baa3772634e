"""Barriers that cars do not pass: a metre of road at each side of one is closed.

The lines still hang together there, so nothing takes the two sides for ends that should meet.
"""

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.cutting import Spots, cut
from tiltak.analysis.traveltime.junctions import place_keys
from tiltak.analysis.traveltime.lines import Lines

# metres; of a step that is hardly longer, a third
CLOSED = 1.0


def barred(lines: Lines, places: Floats) -> Lines:
    """The lines with barriers at these places (n, 2), degrees, where lines begin or end."""
    if not len(places):
        return lines
    barriers = place_keys(places)
    keys = place_keys(lines.lonlat)
    after, before = (lines.first, lines.last - 1)
    at_first, at_last = np.isin(keys[lines.first], barriers), np.isin(keys[lines.last], barriers)
    share = np.minimum(CLOSED / np.maximum(lines.steps, CLOSED), 1 / 3)
    spots = Spots(
        np.concatenate((after[at_first], before[at_last])),
        np.concatenate((share[after[at_first]], 1 - share[before[at_last]])),
    )
    made = cut(lines, spots)
    keys = place_keys(made.lonlat)
    is_shut = np.isin(keys[made.first], barriers) | np.isin(keys[made.last], barriers)
    return made.with_values(
        forward=made.forward & ~is_shut,
        backward=made.backward & ~is_shut,
        joinable=made.joinable & ~is_shut,
    )
