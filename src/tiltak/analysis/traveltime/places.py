"""Places and centres: names with coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, check_degrees
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.tables import Table, read_table

LATITUDE = ("lat", "latitude", "breidde", "breiddegrad")
LONGITUDE = ("lon", "lng", "longitude", "lengd", "lengdegrad")


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, degrees. `kind` is free text; `row` is the row of its file, 0 without one."""

    name: str
    lat: float
    lon: float
    kind: str = ""
    row: int = 0


def lonlat_of(places: Sequence[Place]) -> Floats:
    """(n, 2) degrees, longitude first."""
    return np.array([(place.lon, place.lat) for place in places], dtype=np.float64).reshape(-1, 2)


def read_places(file: InputFile) -> list[Place]:
    """Places of a CSV with the columns name, lat, lon and perhaps kind. Raises BadInput."""
    with blaming(file):
        table = read_table(file)
        name, lonlat = table.column(("name", "namn", "navn")), degrees_of(table)
        if name is None or lonlat is None:
            raise BadInput(say(gettext_noop("Stadfila må ha kolonnane name, lat og lon.")))
        check_degrees(lonlat, table.numbers)
        kind = table.column(("kind", "type"))
        kinds = table.texts(kind) if kind is not None else [""] * len(table.rows)
        places = [
            Place(text, float(lat), float(lon), sort, int(row))
            for text, (lon, lat), sort, row in zip(
                table.texts(name), lonlat, kinds, table.numbers, strict=True
            )
        ]
        _check_names(places)
        return places


def degrees_of(table: Table) -> Floats | None:
    """(n, 2) longitude and latitude of a table, None where it lacks the columns."""
    lat, lon = table.column(LATITUDE), table.column(LONGITUDE)
    if lat is None or lon is None:
        return None
    return np.stack((table.values(lon), table.values(lat)), axis=1)


def _check_names(places: Sequence[Place]) -> None:
    seen: dict[str, int] = {}
    for place in places:
        if not place.name:
            raise BadInput(say(gettext_noop("Rad %(row)s: staden manglar namn."), row=place.row))
        if place.name in seen:
            raise BadInput(
                say(
                    gettext_noop("Rad %(row)s: «%(name)s» står alt i rad %(first)s."),
                    row=place.row,
                    name=place.name,
                    first=seen[place.name],
                )
            )
        seen[place.name] = place.row
