"""Roads cut to a region: what lies far from it costs time and decides nothing."""

import gzip

import msgspec
import numpy as np
import shapely

from tiltak.analysis.traveltime.coordinates import (
    DEGREES,
    GRID,
    Floats,
    Ints,
    converted,
    system_of,
    to_degrees,
)
from tiltak.analysis.traveltime.geojson import (
    CUT,
    Cut,
    Feature,
    Features,
    cut_of,
    read_features,
    rows_of,
)
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.lines import Bools
from tiltak.analysis.traveltime.municipalities import Municipalities
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say

SUFFIX = ".geojson.gz"


def cut_out(file: InputFile, municipalities: Municipalities, km: float) -> InputFile:
    """The lines of a GeoJSON file with a point within `km` of the box around the municipalities.

    A file of OpenStreetMap's own format stays as it is. Lines are kept whole, so that no end is made
    that was not there, and each with the row it had. The same input gives the same bytes. Raises
    BadInput with the row, and where no line is near.
    """
    if file.is_pbf:
        return file
    with blaming(file):
        collection, features = read_features(file)
        rows = np.array(rows_of(cut_of(collection, len(features)), len(features)), dtype=np.int64)
        kept = _near(features, rows, system_of(collection), municipalities, km * 1000)
        if len(features) and not kept.any():
            raise BadInput(
                say(
                    gettext_noop(
                        "Ingen av vegane ligg innan %(km)s km frå kommunane. Høyrer filene saman?"
                    ),
                    km=f"{km:g}",
                )
            )
        chosen = [features.packed[at] for at in np.flatnonzero(kept).tolist()]
        made = {CUT: Cut(km, tuple(rows[kept].tolist())), "features": chosen}
        packed = gzip.compress(msgspec.json.encode(collection | made), compresslevel=9, mtime=0)
        stem = file.name.split(".")[0]
        return InputFile(f"{stem}-{km:g}km{SUFFIX}", packed, file.given_name)


def _near(
    features: Features, rows: Ints, system: str, municipalities: Municipalities, metres: float
) -> Bools:
    """(m,) whether a feature, in these `rows` of its file, has a point near. One without points is for the reader of roads to
    say what is wrong with, so it is kept."""
    points = [_points(feature) for feature in features]
    counts = np.array([len(one) for one in points], dtype=np.int64)
    of = np.repeat(np.arange(len(features)), counts)
    given = np.concatenate([np.zeros((0, 2)), *points])
    grid = converted(to_degrees(given, system, rows[of]), DEGREES, GRID)
    west, south, east, north = shapely.total_bounds(municipalities.borders)
    low = np.array([west - metres, south - metres])
    high = np.array([east + metres, north + metres])
    found: Bools = counts == 0
    found[of[((grid >= low) & (grid <= high)).all(axis=1)]] = True
    return found


def _points(feature: Feature) -> Floats:
    """(n, 2) of a line or of several; nothing of what is neither."""
    geometry = feature.get("geometry")
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    lines = coordinates if isinstance(coordinates, list) else []
    try:
        is_one = bool(lines) and not isinstance(lines[0][0], list)
        found = [point[:2] for line in ([lines] if is_one else lines) for point in line]
        return np.array(found, dtype=np.float64).reshape(-1, 2)
    except (TypeError, ValueError, IndexError):
        return np.zeros((0, 2))
