"""What the attributes of a road or ferry mean: Kartverket's, OpenStreetMap's and our own.

Kartverket N1000/N50 and Elveg: SOSI «Samferdsel» (medium, typeVeg, vegkategori, vegfase,
motorvegtype, fartsgrense). OpenStreetMap: the keys of its wiki (highway, route, maxspeed, oneway,
junction, bridge, tunnel, duration, interval, access). Our own, for a council's own small network:
kmh, length_km, oneway, crossing_minutes, headway_minutes, name.
"""

import math
import re
from collections.abc import Mapping
from enum import StrEnum

from tiltak.analysis.traveltime.lines import Description, Kind
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say

NAN = float("nan")
MOTORWAYS = {"motorveg", "motortrafikkveg", "motorway", "motorway_link"}
MEDIA = {"u": Kind.TUNNEL, "b": Kind.TUNNEL, "w": Kind.TUNNEL, "s": Kind.TUNNEL, "l": Kind.BRIDGE}
CAR_FERRIES = {"bilferje", "bilferge"}
NOT_FOR_CARS = {
    "passasjerferje",
    "passasjerferge",
    "gangogsykkelveg",
    "gangveg",
    "sykkelveg",
    "gågate",
    "fortau",
    "trapp",
    "gangfelt",
    "traktorveg",
    "sti",
}
HIGHWAYS = {
    "motorway",
    "trunk",
    "primary",
    "secondary",
    "tertiary",
    "unclassified",
    "residential",
    "living_street",
    "service",
    "road",
    *(f"{name}_link" for name in ("motorway", "trunk", "primary", "secondary", "tertiary")),
}
PLANNED = {"p", "planlagt", "a", "anlegg", "proposed", "construction", "planned"}
NO = {"no", "private", "agricultural", "forestry", "nei"}
KMH = ("kmh", "fartsgrense", "maxspeed")
CROSSING = ("crossing_minutes", "overfartstid", "duration")
HEADWAY = ("headway_minutes", "interval")
CLOCK = re.compile(r"(\d+):(\d{1,2})(?::\d{1,2})?")
ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?", re.IGNORECASE)


class LeftOut(StrEnum):
    """Why a line is no part of the network."""

    PLANNED = "planned"
    NOT_FOR_CARS = "not_for_cars"


def described(properties: Mapping[str, object], row: int) -> Description | LeftOut:
    """What a line with these attributes is. Raises BadInput for a speed or time that cannot be."""
    if _word(properties, "vegfase") in PLANNED or _word(properties, "highway") in PLANNED:
        return LeftOut.PLANNED
    if _is_ferry(properties):
        return _ferry(properties, row)
    if _is_not_for_cars(properties):
        return LeftOut.NOT_FOR_CARS
    kind = _kind(properties)
    category = _category(properties)
    forward, backward = _directions(properties)
    return Description(
        kind=kind,
        category=category,
        kmh=_kmh(properties, row),
        forward=forward,
        backward=backward,
        joinable=kind is Kind.ROAD and category not in MOTORWAYS,
        given_km=_length(properties, row),
        name=_name(properties),
    )


def _is_ferry(properties: Mapping[str, object]) -> bool:
    words = (_word(properties, "typeVeg"), _word(properties, "kind"), _word(properties, "route"))
    return words[0] in CAR_FERRIES or "ferry" in words[1:]


def _is_not_for_cars(properties: Mapping[str, object]) -> bool:
    highway = _word(properties, "highway")
    access = _word(properties, "motor_vehicle") or _word(properties, "access")
    return (
        _word(properties, "typeVeg") in NOT_FOR_CARS
        or bool(highway and highway not in HIGHWAYS)
        or access in NO
    )


def _ferry(properties: Mapping[str, object], row: int) -> Description | LeftOut:
    if (_word(properties, "motor_vehicle") or _word(properties, "motorcar")) in NO:
        return LeftOut.NOT_FOR_CARS
    return Description(
        kind=Kind.FERRY,
        category="ferry",
        kmh=_kmh(properties, row),
        joinable=False,
        crossing=_minutes(properties, CROSSING, row),
        headway=_minutes(properties, HEADWAY, row),
        given_km=_length(properties, row),
        name=_name(properties),
    )


def _kind(properties: Mapping[str, object]) -> Kind:
    if _word(properties, "tunnel") not in {"", "no"} or _word(properties, "kind") == "tunnel":
        return Kind.TUNNEL
    if _word(properties, "bridge") not in {"", "no"} or _word(properties, "kind") == "bridge":
        return Kind.BRIDGE
    return MEDIA.get(_word(properties, "medium"), Kind.ROAD)


def _category(properties: Mapping[str, object]) -> str:
    motorway = _word(properties, "motorvegtype")
    if motorway in MOTORWAYS:
        return motorway
    letter = _text(properties, "vegkategori") or _text(properties, "category")
    return letter or _word(properties, "highway") or "other"


def _directions(properties: Mapping[str, object]) -> tuple[bool, bool]:
    said = _word(properties, "oneway")
    if said in {"-1", "reverse"}:
        return False, True
    circles = _word(properties, "junction") in {"roundabout", "circular"}
    implied = circles or _word(properties, "highway") in {"motorway", "motorway_link"}
    is_one_way = said in {"yes", "true", "1", "ja"} or (implied and said not in {"no", "false"})
    return True, not is_one_way


def _kmh(properties: Mapping[str, object], row: int) -> float:
    """Speed in km/h, NaN where there is none or it is a word (`none`, `NO:urban`)."""
    text = next((text for name in KMH if (text := _text(properties, name))), "")
    number, _, unit = text.partition(" ")
    speed = _number(number) * (1.609344 if unit.strip() == "mph" else 1)
    if speed <= 0 or math.isinf(speed):
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: farten %(speed)s km/t må vera større enn null."),
                row=row,
                speed=text,
            )
        )
    return speed


def _length(properties: Mapping[str, object], row: int) -> float:
    """Kilometres that are given, NaN where the drawing has to say them."""
    text = _text(properties, "length_km")
    km = _number(text)
    if text and not 0 < km < math.inf:
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: lengda %(km)s km må vera større enn null."),
                row=row,
                km=text,
            )
        )
    return km


def _minutes(properties: Mapping[str, object], names: tuple[str, ...], row: int) -> float:
    """Minutes: `20`, `00:20` or `PT20M`; NaN where there are none."""
    text = next((text for name in names if (text := _text(properties, name))), "")
    if clock := CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    if text and (iso := ISO_DURATION.fullmatch(text)):
        return int(iso[1] or 0) * 60 + int(iso[2] or 0)
    minutes = _number(text)
    if minutes < 0 or math.isinf(minutes):
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: tida %(time)s minutt kan ikkje vera mindre enn null."),
                row=row,
                time=text,
            )
        )
    return minutes


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return NAN


def _name(properties: Mapping[str, object]) -> str:
    if name := _text(properties, "name") or _text(properties, "navn"):
        return name
    number = _text(properties, "vegnummer").removesuffix(".0") or _text(properties, "ref")
    return f"{_text(properties, 'vegkategori')}{number}" if number else ""


def _text(properties: Mapping[str, object], name: str) -> str:
    value = properties.get(name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value).strip()


def _word(properties: Mapping[str, object], name: str) -> str:
    return _text(properties, name).casefold()
