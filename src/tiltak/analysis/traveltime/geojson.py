"""GeoJSON (RFC 7946, with the older member `crs` where a file has it)."""

from collections.abc import Iterator

import msgspec
import numpy as np

from tiltak.analysis.traveltime.coordinates import DEGREES, check_degrees, converted, system_of
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.roads import Collected, Roads, point_array

Feature = dict[str, object]


def read_geojson_roads(file: InputFile) -> Roads:
    """The lines of a collection; a multi-line is several. Raises BadInput with the row."""
    collection, features = read_features(file)
    collected = Collected()
    for row, feature in enumerate(features, 1):
        for coordinates in _lines(feature, row):
            points = point_array(coordinates, row)
            if (description := collected.describe(properties_of(feature), row)) is not None:
                collected.add(points, description, row)
    if collected.points:
        counts = [len(points) for points in collected.points]
        degrees = converted(np.concatenate(collected.points), system_of(collection), DEGREES)
        check_degrees(degrees, np.repeat(collected.rows, counts))
        collected.points = np.split(degrees, np.cumsum(counts)[:-1])
    return collected.roads(is_noded=False)


def read_features(file: InputFile) -> tuple[Feature, list[Feature]]:
    """The collection and its features. Raises BadInput."""
    try:
        collection = msgspec.json.decode(file.unpacked())
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BadInput(say(gettext_noop("Fila er ikkje gyldig GeoJSON."))) from None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        raise BadInput(say(gettext_noop("Fila er ikkje ei GeoJSON-samling (FeatureCollection).")))
    return collection, features


def properties_of(feature: Feature) -> dict[str, object]:
    """The attributes of a feature."""
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _lines(feature: Feature, row: int) -> Iterator[object]:
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "LineString":
        yield coordinates
    elif kind == "MultiLineString" and isinstance(coordinates, list):
        yield from coordinates
    else:
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s er ikkje ei linje (LineString), men %(kind)s."),
                row=row,
                kind=kind or "?",
            )
        )
