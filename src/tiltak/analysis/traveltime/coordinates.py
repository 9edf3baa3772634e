"""Where things are: degrees (WGS 84, longitude before latitude) and earth-centred metres.

Distances are measured between points in the earth-centred system (x, y, z in metres, the
ellipsoid of WGS 84): it needs no projection, so a kilometre is a kilometre from Kristiansand to
Kirkenes. A chord is shorter than the arc by L³/24R²: 1 mm on 10 km, 13 cm on 50 km.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEMI_MAJOR = 6_378_137.0
ECCENTRICITY_SQUARED = 0.006694379990141317
DEGREES = "OGC:CRS84"
# the grid of Statistics Norway; good enough in metres for all of the mainland
GRID = "EPSG:25833"
# longitude and latitude of Norway with Svalbard, from south-west to north-east
NORWAY = (-10.0, 57.0, 35.0, 81.5)
WGS84 = 4326
# letters of a reference system's name in a sentence
MOST_NAMED = 40
# metres between two points of a line: more than any ferry of the North Sea sails straight on
LONGEST_STEP = 1_000_000.0


def to_earth(lonlat: Floats) -> Floats:
    """Degrees (n, 2) → earth-centred metres (n, 3), at height 0."""
    lon, lat = np.radians(lonlat[:, 0]), np.radians(lonlat[:, 1])
    normal = SEMI_MAJOR / np.sqrt(1 - ECCENTRICITY_SQUARED * np.sin(lat) ** 2)
    flat = normal * np.cos(lat)
    return np.stack(
        (flat * np.cos(lon), flat * np.sin(lon), normal * (1 - ECCENTRICITY_SQUARED) * np.sin(lat)),
        axis=1,
    )


def converted(points: Floats, source: str, target: str) -> Floats:
    """Points (n, 2) from one reference system to another, x or longitude first."""
    if source == target:
        return points
    x, y = _transformer(source, target).transform(points[:, 0], points[:, 1])
    return np.stack((x, y), axis=1)


@lru_cache(maxsize=8)
def _transformer(source: str, target: str) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def system_of(geojson: dict[str, object]) -> str:
    """The reference system a GeoJSON collection names, else degrees. Raises BadInput."""
    member = geojson.get("crs")
    if member is None:
        return DEGREES
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else member
    try:
        system = CRS.from_user_input(name)
    except (CRSError, TypeError, ValueError):
        raise _unknown(name) from None
    if not (system.is_geographic or system.is_projected):
        raise _unknown(name)
    code = system.to_epsg()
    if code == WGS84 or system.equals(DEGREES, ignore_axis_order=True):
        return DEGREES
    return f"EPSG:{code}" if code else system.to_wkt()


def _unknown(name: object) -> BadInput:
    return BadInput(say(gettext_noop("Koordinatsystemet «%(name)s» er ukjent."), name=name))


def to_degrees(points: Floats, system: str, rows: Ints) -> Floats:
    """Points (n, 2) of a file in its reference system as degrees.

    `rows` (n,) is the row of the file each point stands in. Raises BadInput with the first row
    whose coordinates are not of that system, or where latitude comes before longitude.
    """
    if system != DEGREES and CRS.from_user_input(system).is_projected:
        # a place on land is never so near the origin of metres
        already = are_degrees(points)
        if already.any():
            at = int(np.argmax(already))
            raise BadInput(
                say(
                    gettext_noop(
                        "Rad %(row)s: %(x)s, %(y)s er grader, men fila seier at koordinatane er "
                        "i %(system)s. Rett det fila seier."
                    ),
                    row=rows[at],
                    x=f"{points[at, 0]:.7g}",
                    y=f"{points[at, 1]:.7g}",
                    system=system if len(system) < MOST_NAMED else "…",
                )
            )
    degrees = converted(points, system, DEGREES)
    check_degrees(degrees, rows)
    return degrees


def check_steps(lonlat: Floats, rows: Ints, first: Ints) -> None:
    """Refuse lines that leap: a point is missing or wrong there.

    `first` (m,) is the first of the points (n, 2) of each line. Raises BadInput with the row.
    """
    leaps = np.linalg.norm(np.diff(to_earth(lonlat), axis=0), axis=1)
    leaps[first[1:] - 1] = 0
    far = leaps > LONGEST_STEP
    if far.any():
        at = int(np.argmax(far))
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: det er %(km)s km mellom to punkt på linja. Er koordinatane rette?"
                ),
                row=rows[at],
                km=f"{leaps[at] / 1000:.0f}",
            )
        )


def are_degrees(lonlat: Floats) -> NDArray[np.bool_]:
    """(n,) whether these are places on earth."""
    in_range = (np.abs(lonlat) <= np.array([180.0, 90.0])).all(axis=1)
    return np.asarray(np.isfinite(lonlat).all(axis=1) & in_range)


def are_swapped(lonlat: Floats) -> NDArray[np.bool_]:
    """(n,) whether these would be places in Norway with latitude and longitude the other way."""
    west, south, east, north = NORWAY
    lon, lat = lonlat[:, 0], lonlat[:, 1]
    return np.asarray((lon >= south) & (lon <= north) & (lat >= west) & (lat <= east))


def check_degrees(lonlat: Floats, rows: Ints) -> None:
    """Refuse coordinates in metres, and latitude before longitude.

    `rows` (n,) is the row of the file each point stands in. Raises BadInput with the first one.
    """
    lon, lat = lonlat[:, 0], lonlat[:, 1]
    inside = are_degrees(lonlat)
    if not inside.all():
        at = int(np.argmin(inside))
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: %(x)s, %(y)s er ikkje lengdegrad og breiddegrad. Lagre fila i "
                    "WGS 84 (EPSG:4326), eller la fila seia kva koordinatsystem ho har."
                ),
                row=rows[at],
                x=f"{lon[at]:.7g}",
                y=f"{lat[at]:.7g}",
            )
        )
    swapped = are_swapped(lonlat)
    if swapped.any():
        at = int(np.argmax(swapped))
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: breiddegrad %(lat)s og lengdegrad %(lon)s ser ut til å ha bytt "
                    "plass. Byt dei om."
                ),
                row=rows[at],
                lat=f"{lat[at]:g}",
                lon=f"{lon[at]:g}",
            )
        )
