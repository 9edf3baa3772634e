"""Small worlds for the tests: roads, people and borders as the files that people give."""

import json
from collections.abc import Sequence
from typing import Any

from tiltak.analysis.traveltime import (
    Assumptions,
    InputFile,
    Network,
    build_network,
    read_municipalities,
    read_population,
    read_roads,
)
from tiltak.analysis.traveltime.municipalities import Municipalities
from tiltak.analysis.traveltime.population import Cells
from tiltak.analysis.traveltime.roads import Roads

LonLat = tuple[float, float]
# at 61 degrees north: about 1 km each
EAST, NORTH = 0.01849, 0.008975


def at(east: float, north: float) -> LonLat:
    """Kilometres east and north of a corner in western Norway, as degrees."""
    return (round(6 + east * EAST, 6), round(61 + north * NORTH, 6))


def road(*points: LonLat, **properties: Any) -> dict[str, Any]:
    """A line with its attributes; 60 km/h unless another speed or category is said."""
    said = (
        properties
        if {"vegkategori", "typeVeg", "highway"} & properties.keys()
        else {"kmh": 60} | properties
    )
    return {
        "type": "Feature",
        "properties": said,
        "geometry": {"type": "LineString", "coordinates": [list(point) for point in points]},
    }


def ferry(*points: LonLat, **properties: Any) -> dict[str, Any]:
    """A car ferry."""
    return road(*points, typeVeg="bilferje", **properties)


def collection(*features: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **members}


def as_file(value: Any, name: str = "veg.geojson") -> InputFile:
    """A file with this content: text, bytes, or something to be JSON."""
    if isinstance(value, str):
        value = value.encode()
    return InputFile(name, value if isinstance(value, bytes) else json.dumps(value).encode())


def roads(*features: dict[str, Any]) -> Roads:
    return read_roads(as_file(collection(*features)))


def network(*features: dict[str, Any], **assumed: Any) -> Network:
    """A network of these lines. A home reaches the road at once unless `kmh` says otherwise."""
    return build_network(roads(*features), Assumptions(**assumed))


def people(*homes: tuple[LonLat, float]) -> Cells:
    rows = [f"{lat},{lon},{count}" for (lon, lat), count in homes]
    return read_population(as_file("\n".join(["lat,lon,population", *rows]), "folk.csv"))


def borders(*areas: tuple[str, str, Sequence[LonLat]]) -> Municipalities:
    """Municipalities of number, name and corners."""
    features = [
        {
            "type": "Feature",
            "properties": {"kommunenummer": number, "kommunenavn": name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[list(point) for point in (*corners, corners[0])]],
            },
        }
        for number, name, corners in areas
    ]
    return read_municipalities(as_file(collection(*features), "kommunar.geojson"))


def box(west: float, south: float, east: float, north: float) -> list[LonLat]:
    """The corners of a rectangle in kilometres."""
    return [at(west, south), at(east, south), at(east, north), at(west, north)]
