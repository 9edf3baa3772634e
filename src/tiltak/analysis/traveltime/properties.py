"""The attributes of a line as text, and the figures in them.

Our own fields and Kartverket's hold figures: text that is none is refused. OpenStreetMap's hold
what people have typed: words that say no figure leave it open.
"""

import math
import re
from collections.abc import Iterable, Mapping

from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say

Properties = Mapping[str, object]
NAN = float("nan")
# kilometres; longer than any road between two junctions
LONGEST = 2000.0
# km/h; faster than any road, and more than any car keeps
FASTEST = 200.0
KMH = {
    "kmh": True,
    "fartsgrense": True,
    "fartsgrenseMed": True,
    "fartsgrenseMot": True,
    "maxspeed": False,
}
CROSSING = {"crossing_minutes": True, "overfartstid": True, "duration": False}
HEADWAY = {"headway_minutes": True, "interval": False}
SPEED = re.compile(r"([+-]?\d[\d.,]*|[+-]?\.\d+)\s*(.*)")
# km/h of one of each
UNITS = {"": 1.0, "km/h": 1.0, "km/t": 1.0, "kmh": 1.0, "kph": 1.0, "mph": 1.609344, "knots": 1.852}
# the general limits of the Norwegian road traffic act, § 6
GENERAL = {"no:urban": 50.0, "no:rural": 80.0}
CLOCK = re.compile(r"(\d+):(\d{1,2})(?::(\d{1,2}))?")
ISO_DURATION = re.compile(r"PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", re.IGNORECASE)


def text_of(properties: Properties, name: str) -> str:
    """An attribute as text; "" where there is none."""
    value = properties.get(name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip()


def word_of(properties: Properties, name: str) -> str:
    """An attribute as text whose case does not count."""
    return text_of(properties, name).casefold()


def kmh_of(properties: Properties, row: int) -> float:
    """Speed in km/h, NaN where there is none or it is a word (`none`, `signals`).

    Raises BadInput for one that no road has.
    """
    name, text = _first(properties, KMH)
    found = SPEED.fullmatch(text)
    factor = UNITS.get(found[2].casefold(), NAN) if found else NAN
    speed = number_of(found[1]) * factor if found else GENERAL.get(text.casefold(), NAN)
    if math.isnan(speed):
        return _open(KMH, name, text, row)
    check_speed(speed, text, row)
    return speed


def check_speed(kmh: float, said: str, row: int) -> None:
    """Refuse a speed that no road has, in the words it was given. Raises BadInput."""
    if not 0 < kmh <= FASTEST:
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: farten %(speed)s km/t må vera mellom 0 og %(most)s."),
                row=row,
                speed=said,
                most=f"{FASTEST:g}",
            )
        )


def km_of(properties: Properties, row: int) -> float:
    """Kilometres that are given, NaN where the drawing has to say them. Raises BadInput."""
    text = text_of(properties, "length_km")
    km = number_of(text)
    if math.isnan(km):
        return _open({"length_km": True}, "length_km", text, row)
    if not 0 < km <= LONGEST:
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: lengda %(km)s km må vera mellom 0 og %(most)s."),
                row=row,
                km=text,
                most=f"{LONGEST:g}",
            )
        )
    return km


def minutes_of(properties: Properties, fields: Mapping[str, bool], row: int) -> float:
    """Minutes: `20`, `00:20` or `PT20M`; NaN where there are none. Raises BadInput."""
    name, text = _first(properties, fields)
    if parts := CLOCK.fullmatch(text) or ISO_DURATION.fullmatch(text):
        hours, whole, seconds = (int(part or 0) for part in parts.groups())
        return hours * 60 + whole + seconds / 60
    minutes = number_of(text)
    if math.isnan(minutes):
        return _open(fields, name, text, row)
    if minutes < 0 or math.isinf(minutes):
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: tida %(time)s minutt kan ikkje vera mindre enn null."),
                row=row,
                time=text,
            )
        )
    return minutes


def number_of(text: str) -> float:
    """A number with a decimal point or comma, NaN for what is none."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return NAN


def _first(properties: Properties, fields: Iterable[str]) -> tuple[str, str]:
    """The first of these fields that says something, and what."""
    return next(((name, text) for name in fields if (text := text_of(properties, name))), ("", ""))


def _open(fields: Mapping[str, bool], name: str, text: str, row: int) -> float:
    """NaN for what is not said; refused where a figure was meant."""
    if text and fields[name]:
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: «%(text)s» i feltet %(field)s er ikkje eit tal."),
                row=row,
                text=text,
                field=name,
            )
        )
    return NAN
