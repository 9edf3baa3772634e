"""The network drawn for a map: main roads and ferries, simplified, with the places that have names.

What is drawn is for the eye; nothing is computed from it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import shapely

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import Lines, Network, Place

# degrees; some 50 m, less than the eye sees on a map of a region
TOLERANCE = 0.0006
DECIMALS = 5
# a network of more lines is drawn without its smallest roads
MOST_LINES = 6000
SMALL = frozenset({"P", "S", "K", "service", "residential", "living_street", "unclassified"})
# degrees of air around the cells
MARGIN = 0.15
WAYS = {0: "road", 1: "tunnel", 2: "bridge", 3: "ferry", 4: "road"}


def map_geojson(network: "Network", places: "Sequence[Place]", centres: "Sequence[Place]") -> bytes:
    """GeoJSON: lines with `way`, points with `name` and whether they are a centre."""
    named = {place.name: place for place in (*places, *centres)}
    features = [
        *_lines(network),
        *(_point(one, is_centre=one in centres) for one in named.values()),
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def _lines(network: "Network") -> list[dict[str, Any]]:
    lines = network.lines
    open_ones = lines.forward | lines.backward
    if len(lines) > MOST_LINES:
        small = np.array([name in SMALL for name in lines.categories], dtype=np.bool_)
        open_ones = open_ones & ~small[lines.category]
    shown = lines.taken(open_ones)
    return [
        {
            "type": "Feature",
            "properties": {"way": WAYS[int(kind)], "name": str(name)},
            "geometry": {"type": "LineString", "coordinates": points},
        }
        for kind, name, points in zip(shown.kind, shown.names, _drawn(shown), strict=True)
    ]


def _drawn(lines: "Lines") -> Iterator[list[list[float]]]:
    """The points of each line, simplified; all at once, as each alone costs more to hand over."""
    whole = shapely.linestrings(lines.lonlat, indices=lines.owner)
    points, owner = shapely.get_coordinates(shapely.simplify(whole, TOLERANCE), return_index=True)
    rounded = np.round(points, DECIMALS).tolist()
    ends = np.searchsorted(owner, np.arange(len(lines) + 1)).tolist()
    return (rounded[begin:end] for begin, end in pairwise(ends))


def _point(place: "Place", *, is_centre: bool) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"name": place.name, "kind": place.kind, "centre": is_centre},
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
    }
