"""Municipalities: borders, which cells lie in which, and how many people live there in all."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from tiltak.analysis.traveltime.coordinates import (
    DEGREES,
    GRID,
    Floats,
    Ints,
    converted,
    system_of,
    to_degrees,
)
from tiltak.analysis.traveltime.geojson import Feature, properties_of, read_features
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.lines import Bools
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.tables import read_table

CODES = ("kommunenummer", "kommunenum", "kommunenr", "komnr", "knr", "municipality_code", "code")
NAMES = ("kommunenavn", "kommunenav", "kommunenamn", "navn", "namn", "name")
TOTALS = ("population", "folketal", "folkemengde", "innbyggjarar", "innbyggere", "people", "total")
DIGITS = 4
# Metres outside every border that still count as inside: borders are drawn simpler than the
# coast is, and a cell of 250 m has its centre up to 177 m from its own corner.
NEAR = 500.0


@dataclass(frozen=True, slots=True)
class Municipalities:
    """m municipalities: number as text of four digits, name, and borders in EPSG:25833."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    borders: NDArray[np.object_]

    def of(self, lonlat: Floats) -> Ints:
        """(n,) which municipality each place (n, 2), degrees, lies in; -1 for none.

        A place outside all of them goes to the nearest within `NEAR` metres.
        """
        return self.found(lonlat).which

    def found(self, lonlat: Floats) -> "Found":
        """The same, and how each place was found."""
        points = np.asarray(shapely.points(converted(lonlat, DEGREES, GRID)))
        # the borders ask and the points stand in the tree: what asks is prepared, which pays
        border, place = shapely.STRtree(points).query(self.borders, predicate="intersects")
        found = np.full(len(points), len(self.codes), dtype=np.int64)
        np.minimum.at(found, place, border)
        outside = np.flatnonzero(found == len(self.codes))
        found[outside] = self._nearest(points[outside])
        is_shared = np.bincount(place, minlength=len(points)) > 1
        which = np.where(found == len(self.codes), -1, found)
        is_beside = np.zeros(len(points), dtype=np.bool_)
        is_beside[outside] = which[outside] >= 0
        return Found(which, is_shared, is_beside)

    def _nearest(self, points: NDArray[np.object_]) -> Ints:
        """(n,) the nearest border within `NEAR` metres, the first of those just as near."""
        border, place = shapely.STRtree(points).query(
            self.borders, predicate="dwithin", distance=NEAR
        )
        metres = shapely.distance(self.borders[border], points[place])
        order = np.lexsort((border, metres, place))
        found = np.full(len(points), len(self.codes), dtype=np.int64)
        places, first = np.unique(place[order], return_index=True)
        found[places] = border[order][first]
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """Where n places lie.

    which      (n,) number of the municipality, -1 for none
    is_shared  (n,) whether the place lies in others too: then `which` is the first of them
    is_beside  (n,) whether it lies outside all of them, but within `NEAR` metres of this one
    """

    which: Ints
    is_shared: Bools
    is_beside: Bools


def read_municipalities(file: InputFile, field: str | None = None) -> Municipalities:
    """Borders of a GeoJSON file in any reference system it names, in the order of their numbers.

    `field` is the attribute that holds the number. Raises BadInput with the row.
    """
    with blaming(file):
        collection, features = read_features(file)
        system = system_of(collection)
        by_code: dict[str, tuple[str, list[shapely.Geometry]]] = {}
        for row, feature in enumerate(features, 1):
            properties = properties_of(feature)
            code = _code(properties, field, row)
            name = str(_first(properties, NAMES) or code).strip()
            known, parts = by_code.setdefault(code, (name, []))
            _check_name(name, known, code, row)
            parts.append(_border(feature, system, row))
        if not by_code:
            raise BadInput(say(gettext_noop("Fila har ingen kommunar.")))
        codes = sorted(by_code)
        return Municipalities(
            tuple(codes),
            tuple(by_code[code][0] for code in codes),
            np.array([shapely.union_all(by_code[code][1]) for code in codes], dtype=object),
        )


def _check_name(name: str, known: str, code: str, row: int) -> None:
    """Refuse one number for two municipalities. Raises BadInput with the row of the second."""
    if name.casefold() != known.casefold():
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: kommunenummeret %(code)s står med namnet «%(name)s», men tidlegare i "
                    "fila med «%(known)s»."
                ),
                row=row,
                code=code,
                name=name,
                known=known,
            )
        )


def _code(properties: Mapping[str, object], field: str | None, row: int) -> str:
    value = properties.get(field) if field else _first(properties, CODES)
    is_written = isinstance(value, str | int | float) and not isinstance(value, bool)
    text = str(value).strip().removesuffix(".0") if is_written else ""
    if not text:
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s har ikkje noko kommunenummer. Sei kva felt det står i med "
                    "--municipality-field. Felta er: %(fields)s."
                ),
                row=row,
                fields=", ".join(properties) or "–",
            )
        )
    return text.zfill(DIGITS) if text.isdigit() else text


def _first(properties: Mapping[str, object], names: Iterable[str]) -> object | None:
    known = {name.casefold(): value for name, value in properties.items()}
    return next((known[name] for name in names if known.get(name) is not None), None)


def _border(feature: Feature, system: str, row: int) -> shapely.Geometry:
    """The border in EPSG:25833, mended where its rings cross themselves."""
    geometry = feature.get("geometry")
    drawn: BaseGeometry = shapely.Point()
    if isinstance(geometry, dict):
        with suppress(ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            drawn = shapely.force_2d(shape(geometry))
    if drawn.geom_type not in {"Polygon", "MultiPolygon"} or drawn.is_empty:
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s er ikkje ei flate (Polygon eller MultiPolygon)."), row=row
            )
        )
    corners = shapely.get_coordinates(drawn)
    degrees = to_degrees(corners, system, np.full(len(corners), row))
    metres = shapely.set_coordinates(drawn, converted(degrees, DEGREES, GRID))
    return metres if metres.is_valid else shapely.make_valid(metres)


def read_totals(file: InputFile) -> dict[str, float]:
    """People in all by municipality number, from a CSV. Raises BadInput."""
    with blaming(file):
        table = read_table(file)
        code, total = table.column((*CODES, "region")), table.column(TOTALS)
        if code is None or total is None:
            raise BadInput(
                say(gettext_noop("Folketala må stå i kolonnane kommunenummer og population."))
            )
        found: dict[str, float] = {}
        for text, people, row in zip(
            table.texts(code), table.values(total), table.numbers, strict=True
        ):
            first = text.split()[0].removeprefix("K-") if text else ""
            number = first.removesuffix(".0").zfill(DIGITS)
            if not np.isfinite(people) or people < 0 or not first or number in found:
                raise BadInput(
                    say(
                        gettext_noop(
                            "Rad %(row)s: kvar kommune må ha eitt folketal, og det kan ikkje vera "
                            "mindre enn null."
                        ),
                        row=row,
                    )
                )
            found[number] = float(people)
        return found
