"""What a scenario changes, in words: so that a reader sees what the figures stand on."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from tiltak.web.traveltime.figures import Figures
from tiltak.wording import Words

KINDS = {
    "new_link": _("Ny tunnel, bru eller veg"),
    "changed_link": _("Anna fart på ein veg"),
    "closed_link": _("Stengd veg"),
    "changed_ferry": _("Andre avgangar eller anna overfart på ei ferje"),
    "new_ferry": _("Ny ferje"),
    "removed_ferry": _("Ferje som blir lagd ned"),
    "night": _("Alle ferjer om natta"),
}
# kilometres; a spot so near a place is told by its name
NEAR = 1.5
KM_PER_DEGREE = 111.2
Places = Sequence[Mapping[str, Any]]


def changes_in_words(
    changes: Sequence[Mapping[str, Any]], places: Places, said: Words
) -> list[str]:
    """Each change as a line: what, where, with which figures."""
    return [_line(change, places, said) for change in changes]


def _line(change: Mapping[str, Any], places: Places, said: Words) -> str:
    details = [*_where(change, places), *_figures(change, said)]
    return f"{KINDS[change['kind']]}: {', '.join(details)}"


def _where(change: Mapping[str, Any], places: Places) -> Iterator[str]:
    ends = [change[end] for end in ("at", "from", "to") if change.get(end)]
    if ends:
        yield " – ".join(_name(lat, lon, places) for lat, lon in ends)


def _name(lat: float, lon: float, places: Places) -> str:
    """The nearest place, where one is near; else the coordinates."""
    away = [(_km(lat, lon, place["lat"], place["lon"]), place["name"]) for place in places]
    km, name = min(away, default=(math.inf, ""))
    return name if km <= NEAR else f"({lat:.3f}, {lon:.3f})"


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two places so near each other that the earth is flat."""
    east = (lon - other_lon) * math.cos(math.radians(lat))
    return math.hypot(lat - other_lat, east) * KM_PER_DEGREE


def _figures(change: Mapping[str, Any], said: Words) -> Iterator[str]:
    _ = said.gettext
    told = {
        "kmh": _("%(number)s km/t"),
        "length_km": _("%(number)s km"),
        "headway_minutes": _("%(number)s minutt mellom avgangane"),
        "crossing_minutes": _("%(number)s minutt overfart"),
        "longest_wait_minutes": _("høgst %(number)s minutt venting"),
    }
    for name, words in told.items():
        if change.get(name) is not None:
            yield words % {"number": Figures(said).decimal(change[name])}
    if change.get("one_way"):
        yield _("berre den eine vegen")
