"""What the attributes of a road or ferry mean: Kartverket's, OpenStreetMap's and our own.

Kartverket N1000/N50 and Elveg: SOSI «Samferdsel» (medium, typeVeg, vegkategori, vegfase,
motorvegtype, fartsgrense). OpenStreetMap: the keys of its wiki (highway, route, maxspeed, oneway,
junction, bridge, tunnel, motorroad, duration, interval, access, barrier). Our own, for a council's
own small network: kind, category, kmh, length_km, oneway, crossing_minutes, headway_minutes, name.
A word of our own that is none of those that are known is refused: a ferry that is taken for a road,
or a street for one that goes both ways, gives figures that look right.
"""

from enum import StrEnum

from tiltak.analysis.traveltime.lines import Description, Kind
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.properties import (
    CROSSING,
    HEADWAY,
    Properties,
    km_of,
    kmh_of,
    minutes_of,
    text_of,
    word_of,
)

MOTORWAYS = {"motorveg", "motortrafikkveg", "motorway", "motorway_link"}
MEDIA = {"u": Kind.TUNNEL, "b": Kind.TUNNEL, "w": Kind.TUNNEL, "s": Kind.TUNNEL, "l": Kind.BRIDGE}
CAR_FERRIES = {"bilferje", "bilferge"}
KINDS = {
    "": Kind.ROAD,
    "road": Kind.ROAD,
    "veg": Kind.ROAD,
    "vei": Kind.ROAD,
    "tunnel": Kind.TUNNEL,
    "bridge": Kind.BRIDGE,
    "bru": Kind.BRIDGE,
    "bro": Kind.BRIDGE,
    **dict.fromkeys(("ferry", "ferje", "ferge", *sorted(CAR_FERRIES)), Kind.FERRY),
}
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
# fields of Kartverket and OpenStreetMap that say what a line is
OTHERS = ("typeVeg", "medium", "highway", "route")
# the words of `oneway`, with those of network data sets (FT: from the first point to the last)
FORWARD, BACKWARD = {"yes", "true", "1", "ja", "ft"}, {"-1", "reverse", "tf"}
BOTH_WAYS = {"no", "false", "0", "nei", "b"}
# OpenStreetMap's words for what changes through the day
AT_TIMES = {"reversible", "alternating"}
# who may drive, from the narrowest word to the widest, as in OpenStreetMap's wiki of access
ACCESS = ("motorcar", "motor_vehicle", "vehicle", "access")
NO = {
    "no",
    "private",
    "agricultural",
    "forestry",
    "emergency",
    "military",
    "permit",
    "restricted",
    "nei",
}
# barriers that a car passes unless their access says otherwise, as in OSRM's profile for cars
PASSABLE = {
    "gate",
    "lift_gate",
    "swing_gate",
    "toll_booth",
    "border_control",
    "cattle_grid",
    "sally_port",
    "entrance",
    "height_restrictor",
    "arch",
    "no",
}


class LeftOut(StrEnum):
    """Why a line is no part of the network."""

    PLANNED = "planned"
    NOT_FOR_CARS = "not_for_cars"
    NO_LENGTH = "no_length"


def described(properties: Properties, row: int) -> Description | LeftOut:
    """What a line with these attributes is. Raises BadInput for a speed or time that cannot be."""
    if word_of(properties, "vegfase") in PLANNED or word_of(properties, "highway") in PLANNED:
        return LeftOut.PLANNED
    if word_of(properties, "kind") in NOT_FOR_CARS:
        return LeftOut.NOT_FOR_CARS
    kind = _kind(properties, row)
    if kind is Kind.FERRY:
        return _ferry(properties, row)
    if _is_not_for_cars(properties):
        return LeftOut.NOT_FOR_CARS
    category = _category(properties)
    forward, backward = _directions(properties, row)
    return Description(
        kind=kind,
        category=category,
        kmh=kmh_of(properties, row),
        forward=forward,
        backward=backward,
        joinable=kind is Kind.ROAD and category not in MOTORWAYS,
        given_km=km_of(properties, row),
        name=_name(properties),
    )


def _is_not_for_cars(properties: Properties) -> bool:
    highway = word_of(properties, "highway")
    return (
        word_of(properties, "typeVeg") in NOT_FOR_CARS
        or bool(highway and highway not in HIGHWAYS)
        or _is_closed_to_cars(properties)
    )


def _is_closed_to_cars(properties: Properties) -> bool:
    """The narrowest word counts; of several values each has to say no."""
    said = next((word for name in ACCESS if (word := word_of(properties, name))), "")
    return bool(said) and NO.issuperset(one.strip() for one in said.split(";"))


def is_barred(properties: Properties) -> bool:
    """Whether a point with these attributes (OpenStreetMap's `barrier`) stops cars."""
    if any(word_of(properties, name) for name in ACCESS):
        return _is_closed_to_cars(properties)
    return (
        bool(barrier := word_of(properties, "barrier"))
        and barrier not in PASSABLE
        and word_of(properties, "bollard") != "rising"
    )


def _ferry(properties: Properties, row: int) -> Description | LeftOut:
    if not _takes_cars(properties):
        return LeftOut.NOT_FOR_CARS
    return Description(
        kind=Kind.FERRY,
        category="ferry",
        kmh=kmh_of(properties, row),
        joinable=False,
        crossing=minutes_of(properties, CROSSING, row),
        headway=minutes_of(properties, HEADWAY, row),
        given_km=km_of(properties, row),
        name=_name(properties),
    )


def _takes_cars(properties: Properties) -> bool:
    """OpenStreetMap's ferries often say who goes on board and not who does not: one that names
    people on foot or bicycles, and no vehicle, is for them (as GraphHopper reads it)."""
    if any(word_of(properties, name) for name in ACCESS):
        return not _is_closed_to_cars(properties)
    if word_of(properties, "route") != "ferry" or word_of(properties, "hgv") == "yes":
        return True
    return not (word_of(properties, "foot") or word_of(properties, "bicycle"))


def _kind(properties: Properties, row: int) -> Kind:
    kind = KINDS.get(word_of(properties, "kind"))
    # others' data may have a field of that name, and say what a line is in fields of their own
    if kind is None and not any(word_of(properties, name) for name in OTHERS):
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: «%(text)s» i feltet kind er ikkje kjent. Skriv tunnel, bridge eller "
                    "ferry, eller lat det stå tomt for ein veg."
                ),
                row=row,
                text=text_of(properties, "kind"),
            )
        )
    if word_of(properties, "typeVeg") in CAR_FERRIES or word_of(properties, "route") == "ferry":
        return Kind.FERRY
    if kind:
        return kind
    if word_of(properties, "tunnel") not in {"", "no"}:
        return Kind.TUNNEL
    if word_of(properties, "bridge") not in {"", "no"}:
        return Kind.BRIDGE
    return MEDIA.get(word_of(properties, "medium"), Kind.ROAD)


def _category(properties: Properties) -> str:
    motorway = word_of(properties, "motorvegtype")
    if motorway in MOTORWAYS:
        return motorway
    if word_of(properties, "motorroad") == "yes" and word_of(properties, "highway") == "trunk":
        return "motortrafikkveg"
    letter = text_of(properties, "vegkategori") or text_of(properties, "category")
    return letter or word_of(properties, "highway") or "other"


def _directions(properties: Properties, row: int) -> tuple[bool, bool]:
    said = word_of(properties, "oneway").removesuffix(".0")
    if said in BACKWARD:
        return False, True
    if said not in {"", *FORWARD, *BOTH_WAYS, *AT_TIMES} and not word_of(properties, "highway"):
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: «%(text)s» i feltet oneway er ikkje kjent. Skriv yes (slik linja er "
                    "teikna), -1 (mot) eller no."
                ),
                row=row,
                text=text_of(properties, "oneway"),
            )
        )
    circles = word_of(properties, "junction") in {"roundabout", "circular"}
    implied = circles or word_of(properties, "highway") in {"motorway", "motorway_link"}
    is_one_way = said in FORWARD or (implied and said not in BOTH_WAYS)
    return True, not is_one_way


def _name(properties: Properties) -> str:
    if name := text_of(properties, "name") or text_of(properties, "navn"):
        return name
    number = text_of(properties, "vegnummer").removesuffix(".0") or text_of(properties, "ref")
    return f"{text_of(properties, 'vegkategori')}{number}" if number else ""
