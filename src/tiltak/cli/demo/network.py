"""The small network of traveltime.toml as the files the analysis reads."""

import json
from collections.abc import Iterator
from typing import Any

from tiltak.domain.traveltime.operations import NewFile

Facts = dict[str, Any]
# degrees to each side of a village that count as its municipality
NORTH, EAST = 0.012, 0.025


def network_files(facts: Facts) -> list[NewFile]:
    """Roads, people, municipalities and places, the same bytes each time."""
    contents = {
        "roads": ("vegar.geojson", _collection(_roads(facts))),
        "population": ("folketal.csv", _people(facts)),
        "municipalities": ("kommunar.geojson", _collection(_municipalities(facts))),
        "places": ("stader.csv", _places(facts)),
    }
    return [
        NewFile(
            role=role,
            filename=filename,
            data=data,
            source=facts["source"],
            licence=facts["licence"],
        )
        for role, (filename, data) in contents.items()
    ]


def definition_of(scenario: Facts, places: Facts) -> Facts:
    """A scenario with coordinates where the facts name places."""
    changes = [
        change | {end: places[change[end]][:2] for end in ("from", "to") if end in change}
        for change in scenario["changes"]
    ]
    return {"name": scenario["name"], "changes": changes}


def _roads(facts: Facts) -> Iterator[Facts]:
    places = facts["places"]
    for one in [*facts["road"], *facts["ferry"]]:
        begin, end = (places[name][:2] for name in one["ends"])
        line = [begin, *one.get("via", []), end]
        said: Facts = {
            "kind": one.get("kind", "road"),
            "length_km": one["km"],
            "name": one.get("name", "–".join(one["ends"])),
        }
        if "kmh" in one:
            said["kmh"] = one["kmh"]
        else:
            said |= {
                "kind": "ferry",
                "crossing_minutes": one["minutes"],
                "headway_minutes": one["headway"],
            }
        yield _feature(said, "LineString", [[lon, lat] for lat, lon in line])


def _municipalities(facts: Facts) -> Iterator[Facts]:
    for code, name in facts["municipalities"].items():
        boxes = [
            [_box(lat, lon)]
            for lat, lon, _, municipality in facts["places"].values()
            if str(municipality) == code
        ]
        yield _feature({"kommunenummer": code, "name": name}, "MultiPolygon", boxes)


def _box(lat: float, lon: float) -> list[list[float]]:
    south, north, west, east = lat - NORTH, lat + NORTH, lon - EAST, lon + EAST
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [[round(x, 6), round(y, 6)] for x, y in ring]


def _people(facts: Facts) -> bytes:
    rows = [f"{lat},{lon},{people}" for lat, lon, people, _ in facts["places"].values() if people]
    return _lines(["lat,lon,population", *rows])


def _places(facts: Facts) -> bytes:
    rows = [
        f"{name},{'bygd' if people else 'kai'},{lat},{lon}"
        for name, (lat, lon, people, _) in facts["places"].items()
    ]
    return _lines(["name,kind,lat,lon", *rows])


def _lines(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _collection(features: Iterator[Facts]) -> bytes:
    told = {"type": "FeatureCollection", "features": list(features)}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _feature(properties: Facts, kind: str, coordinates: list[Any]) -> Facts:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}
