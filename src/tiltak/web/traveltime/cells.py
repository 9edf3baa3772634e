"""The cells of a run, from the file it made, and the lines and places of its map."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from tiltak.domain.traveltime.queries.files import run_file

CELLS, MUNICIPALITIES, MAP = "cells.csv", "municipalities.csv", "map.geojson"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: degrees, people, minutes (None where there is no way), before a scenario too."""

    id: str
    lat: float
    lon: float
    people: float
    municipality: str
    minutes: float | None
    before: float | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a map shows: cells, lines (way and points, longitude first), named points."""

    cells: Sequence[Cell]
    lines: Sequence[tuple[str, Sequence[Sequence[float]]]]
    places: Sequence[dict[str, Any]]


def cells_of(run_id: int) -> list[Cell]:
    """The cells of a run. One statement."""
    rows = csv.DictReader(io.StringIO((run_file(run_id, CELLS) or b"").decode()))
    return [
        Cell(
            row["cell"],
            float(row["lat"]),
            float(row["lon"]),
            float(row["population"]),
            row["municipality"],
            _number(row["minutes"]),
            _number(row.get("minutes_before", "")),
        )
        for row in rows
    ]


def drawing_of(run_id: int) -> Drawing:
    """All that is drawn of a run. Two statements."""
    lines, places = _map_of(run_id)
    return Drawing(cells_of(run_id), lines, places)


def places_of(run_id: int) -> Sequence[dict[str, Any]]:
    """The named points of a run's map. One statement."""
    return _map_of(run_id)[1]


def _map_of(run_id: int) -> tuple[list[tuple[str, Any]], list[dict[str, Any]]]:
    drawn = msgspec.json.decode(run_file(run_id, MAP) or b'{"features": []}')
    lines, places = [], []
    for feature in drawn["features"]:
        coordinates = feature["geometry"]["coordinates"]
        if feature["geometry"]["type"] == "LineString":
            lines.append((feature["properties"]["way"], coordinates))
        else:
            lon, lat = coordinates
            places.append(feature["properties"] | {"lon": lon, "lat": lat})
    return lines, places


def cells_geojson(cells: Sequence[Cell]) -> bytes:
    """The cells as GeoJSON points; minutes are null where there is no way."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "cell": cell.id,
                "population": cell.people,
                "municipality": cell.municipality,
                "minutes": cell.minutes,
                "minutes_before": cell.before,
            },
            "geometry": {"type": "Point", "coordinates": [cell.lon, cell.lat]},
        }
        for cell in cells
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def _number(text: str) -> float | None:
    return float(text) if text else None
