"""What a scenario changes, in words: so that a reader sees what the figures stand on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

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
# some metres: a place that was chosen by its name is told by it
DECIMALS = 5
Places = Sequence[Mapping[str, Any]]


def changes_in_words(
    changes: Sequence[Mapping[str, Any]], places: Places, said: Words
) -> list[str]:
    """Each change as a line: what, where, with which figures."""
    names = {
        (round(place["lat"], DECIMALS), round(place["lon"], DECIMALS)): place["name"]
        for place in places
    }
    return [_line(change, names, said) for change in changes]


def _line(change: Mapping[str, Any], names: Mapping[tuple[float, float], str], said: Words) -> str:
    details = [*_where(change, names), *_figures(change, said)]
    return f"{KINDS[change['kind']]}: {', '.join(details)}"


def _where(change: Mapping[str, Any], names: Mapping[tuple[float, float], str]) -> Iterator[str]:
    ends = [change[end] for end in ("at", "from", "to") if change.get(end)]
    if ends:
        yield " – ".join(_name(lat, lon, names) for lat, lon in ends)


def _name(lat: float, lon: float, names: Mapping[tuple[float, float], str]) -> str:
    found = names.get((round(lat, DECIMALS), round(lon, DECIMALS)))
    return found or f"{lat:.3f}, {lon:.3f}"


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
            yield words % {"number": _written(change[name], said)}
    if change.get("one_way"):
        yield _("berre den eine vegen")


def _written(value: float, said: Words) -> str:
    text = f"{value:g}"
    return text if said.language == "en" else text.replace(".", ",")
