"""Roads cut to a region: what lies far from it costs time and decides nothing."""

import gzip

import msgspec
import numpy as np
import shapely

from tiltak.analysis.traveltime.coordinates import GRID, converted, system_of
from tiltak.analysis.traveltime.geojson import Feature, read_features
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.municipalities import Municipalities

SUFFIX = ".geojson.gz"


def cut_out(file: InputFile, municipalities: Municipalities, km: float) -> InputFile:
    """The lines of a GeoJSON file with a point within `km` of the box around the municipalities.

    Lines are kept whole, so that no end is made that was not there. The same input gives the same
    bytes. Raises BadInput.
    """
    with blaming(file):
        collection, features = read_features(file)
        system = system_of(collection)
        west, south, east, north = shapely.total_bounds(municipalities.borders)
        metres = km * 1000
        low = np.array([west - metres, south - metres])
        high = np.array([east + metres, north + metres])
        kept = [one for one in features if _is_inside(one, system, low, high)]
        packed = gzip.compress(
            msgspec.json.encode(collection | {"features": kept}), compresslevel=9, mtime=0
        )
        stem = file.name.split(".")[0]
        return InputFile(f"{stem}-{km:g}km{SUFFIX}", packed)


def _is_inside(
    feature: Feature,
    system: str,
    low: "np.typing.NDArray[np.float64]",
    high: "np.typing.NDArray[np.float64]",
) -> bool:
    geometry = feature.get("geometry")
    points = _points(geometry.get("coordinates") if isinstance(geometry, dict) else None)
    if not len(points):
        # the reader of roads says what is wrong with it
        return True
    metres = converted(points, system, GRID)
    return bool(((metres >= low) & (metres <= high)).all(axis=1).any())


def _points(coordinates: object) -> "np.typing.NDArray[np.float64]":
    """(n, 2) of a line or of several; nothing of what is neither."""
    lines = coordinates if isinstance(coordinates, list) else []
    try:
        is_one = bool(lines) and not isinstance(lines[0][0], list)
        found = [point[:2] for line in ([lines] if is_one else lines) for point in line]
        return np.array(found, dtype=np.float64).reshape(-1, 2)
    except (TypeError, ValueError, IndexError):
        return np.zeros((0, 2))
