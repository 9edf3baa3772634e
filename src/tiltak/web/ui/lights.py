"""How it goes, for the eye: a word, a shape and a colour, never colour alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tiltak.domain.followup.queries.statuses import STANDINGS, Status
from tiltak.web.ui.icons import ICONS
from tiltak.wording import Language, Words, words

# A status from before the last tertial says little of today: it fades.
FRESH = timedelta(days=120)
LIGHTS = frozenset({"on_track", "at_risk", "off_track"})


@dataclass(frozen=True, slots=True)
class Light:
    """One standing: its word, its icon, and both together as they stand in a line."""

    standing: str
    word: str
    icon: SafeString
    html: SafeString
    colour: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status as a page tells it. `lifecycle` only where the light does not say it already."""

    light: Light
    lifecycle: str
    sentence: str
    said_by: str
    said_at: datetime
    age: str
    is_stale: bool
    is_example: bool
    is_public: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a status bar; `x` and `width` in percent, written for SVG."""

    light: Light
    count: int
    sentence: str
    x: str
    width: str


@lru_cache(maxsize=8)
def lights(language: Language) -> Mapping[str, Light]:
    """Every standing in a language."""
    return {standing: _light(standing, words(language)) for standing in STANDINGS}


def _light(standing: str, said: Words) -> Light:
    word = _sentence_case(_word(standing, said))
    icon = format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', standing
    )
    html = format_html('<span class="light">{}<span>{}</span></span>', icon, word)
    return Light(standing, word, icon, html, ICONS[standing].colour)


def _word(standing: str, said: Words) -> str:
    if standing == "unknown":
        return said.gettext("ingen status")
    return said.light(standing) if standing in LIGHTS else said.lifecycle(standing)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def status_view(status: Status, said: Words, now: datetime) -> StatusView:
    """A status with its words and its age."""
    light = lights(said.language)[status.standing]
    return StatusView(
        light=light,
        lifecycle=said.lifecycle(status.lifecycle) if light.standing in LIGHTS else "",
        sentence=status.sentence,
        said_by=status.said_by,
        said_at=status.said_at,
        age=said.age(_day(status.said_at), _day(now)),
        is_stale=now - status.said_at > FRESH,
        is_example=status.is_example,
        is_public=status.is_public,
    )


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)


def segments(counts: Mapping[str, int], said: Words) -> list[Segment]:
    """A status bar: how many stand how, in the order of `counts`."""
    total = sum(counts.values())
    known = lights(said.language)
    made, x = [], 0.0
    for standing, count in counts.items():
        width = 100 * count / total
        # a hair of white between two pieces
        drawn = max(width - 0.4, 0.2) if count < total else width
        made.append(
            Segment(
                known[standing],
                count,
                count_words(standing, count, said),
                f"{x:.2f}",
                f"{drawn:.2f}",
            )
        )
        x += width
    return made


def count_words(standing: str, count: int, said: Words) -> str:
    """`6 i rute`, `2 med fare for avvik`, `1 ikkje starta`."""
    _ = said.gettext
    sentence = {
        "completed": _("%(count)s fullført"),
        "on_track": _("%(count)s i rute"),
        "at_risk": _("%(count)s med fare for avvik"),
        "off_track": _("%(count)s ikkje i rute"),
        "in_progress": _("%(count)s i gang"),
        "on_hold": _("%(count)s sett på vent"),
        "not_started": _("%(count)s ikkje starta"),
        "closed": _("%(count)s avslutta utan å vera fullført"),
        "cancelled": _("%(count)s stoppa"),
        "unknown": _("%(count)s utan status"),
    }[standing]
    return sentence % {"count": count}


def sentence_of(pieces: Iterable[Segment]) -> str:
    """`6 i rute, 2 med fare for avvik`."""
    return ", ".join(piece.sentence for piece in pieces)
