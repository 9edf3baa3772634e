"""GeoJSON (RFC 7946, with the older member `crs` where a file has it)."""

from codecs import BOM_UTF8

import msgspec
import numpy as np

from tiltak.analysis.traveltime.coordinates import (
    Floats,
    check_steps,
    system_of,
    to_degrees,
)
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.roads import Collected, Drawn, Roads, point_array

Feature = dict[str, object]


def read_geojson_roads(file: InputFile) -> Roads:
    """The lines of a collection; a multi-line is several. Raises BadInput with the row."""
    collection, features = read_features(file)
    system = system_of(collection)
    collected = Collected()
    drawn: list[Floats] = []
    numbers: list[tuple[int, int, int]] = []
    for row, feature in enumerate(features, 1):
        parts = [point_array(coordinates, row) for coordinates in _lines(feature, row)]
        if (described := collected.describe(properties_of(feature), row)) is not None:
            drawn += parts
            numbers += [(len(points), described, row) for points in parts]
    counts, which, rows = np.array(numbers, dtype=np.int64).reshape(-1, 3).T
    row_of_point = np.repeat(rows, counts)
    given = np.concatenate([np.zeros((0, 2)), *drawn])
    lonlat = to_degrees(given, system, row_of_point)
    check_steps(lonlat, row_of_point, np.cumsum(counts) - counts)
    return collected.roads(Drawn(lonlat, counts, which, rows), is_noded=False)


def read_features(file: InputFile) -> tuple[Feature, list[Feature]]:
    """The collection and its features. Raises BadInput."""
    try:
        collection = msgspec.json.decode(file.unpacked().removeprefix(BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadInput(say(gettext_noop("Fila er ikkje gyldig GeoJSON."))) from None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        raise BadInput(say(gettext_noop("Fila er ikkje ei GeoJSON-samling (FeatureCollection).")))
    return collection, features


def properties_of(feature: Feature) -> dict[str, object]:
    """The attributes of a feature."""
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _lines(feature: Feature, row: int) -> list[object]:
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "LineString":
        return [coordinates]
    if kind == "MultiLineString" and isinstance(coordinates, list) and coordinates:
        return coordinates
    if kind in {None, "MultiLineString"}:
        raise BadInput(say(gettext_noop("Rad %(row)s har inga linje: ho er tom."), row=row))
    raise BadInput(
        say(
            gettext_noop("Rad %(row)s er ikkje ei linje (LineString), men %(kind)s."),
            row=row,
            kind=kind,
        )
    )
