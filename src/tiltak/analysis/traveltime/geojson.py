"""GeoJSON (RFC 7946, with the older member `crs` where a file has it)."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec
import numpy as np
from msgspec import Struct

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
Decoded = TypeVar("Decoded")
NOTHING = msgspec.Raw(b"null")
# the member of a collection (RFC 7946, 6.1) that says what it was cut out of
CUT = "cut"


class Cut(Struct, frozen=True):
    """What a collection was cut to: kilometres around the municipalities, and the row that each of
    its features had before, so that what is wrong is told with the row of the user's own file."""

    km: float
    rows: tuple[int, ...]


def cut_of(collection: Feature, count: int) -> Cut | None:
    """How a collection of `count` features was cut; None for one that was not."""
    try:
        found = msgspec.convert(collection.get(CUT), Cut)
    except msgspec.ValidationError:
        return None
    return found if len(found.rows) == count else None


def rows_of(cut: Cut | None, count: int) -> Sequence[int]:
    """The row of each of `count` features, from 1."""
    return cut.rows if cut else range(1, count + 1)


def read_geojson_roads(file: InputFile) -> Roads:
    """The lines of a collection; a multi-line is several. Raises BadInput with the row."""
    collection, features = read_features(file)
    system, cut = system_of(collection), cut_of(collection, len(features))
    collected = Collected()
    drawn: list[Floats] = []
    numbers: list[tuple[int, int, int]] = []
    for row, feature in zip(rows_of(cut, len(features)), features, strict=True):
        parts = [point_array(coordinates, row) for coordinates in _lines(feature, row)]
        if (described := collected.describe(properties_of(feature), row)) is not None:
            drawn += parts
            numbers += [(len(points), described, row) for points in parts]
    counts, which, rows = np.array(numbers, dtype=np.int64).reshape(-1, 3).T
    row_of_point = np.repeat(rows, counts)
    given = np.concatenate([np.zeros((0, 2)), *drawn])
    lonlat = to_degrees(given, system, row_of_point)
    check_steps(lonlat, row_of_point, np.cumsum(counts) - counts)
    roads = collected.roads(Drawn(lonlat, counts, which, rows), is_noded=False)
    return replace(roads, cut_km=cut.km) if cut else roads


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a collection, as they stand in the file.

    Each is decoded when it is asked for: all of them at once as plain values would take many times
    the memory of the file.
    """

    packed: Sequence[msgspec.Raw]

    def __len__(self) -> int:
        return len(self.packed)

    def __iter__(self) -> Iterator[Feature]:
        """Each feature. Raises BadInput."""
        return (_decoded(one, Feature) for one in self.packed)


def read_features(file: InputFile) -> tuple[Feature, Features]:
    """The other members of a collection, and its features. Raises BadInput."""
    members = _decoded(file.unpacked().removeprefix(BOM_UTF8), dict[str, msgspec.Raw])
    features = Features(_decoded(members.pop("features", NOTHING), list[msgspec.Raw]))
    return {name: _decoded(value, object) for name, value in members.items()}, features


def _decoded(data: bytes | msgspec.Raw, kind: type[Decoded]) -> Decoded:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError:
        raise BadInput(
            say(gettext_noop("Fila er ikkje ei GeoJSON-samling (FeatureCollection)."))
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadInput(say(gettext_noop("Fila er ikkje gyldig GeoJSON."))) from None


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
