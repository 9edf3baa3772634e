"""The plan as a timeline: what is done when, area by area; on a phone year by year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.statuses import FollowedPlan, followed_plan
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.amounts import time_words
from tiltak.web.plan.entries import Entry, entries
from tiltak.web.plan.entry_links import MeasureLink, link_of
from tiltak.web.plan.levels import levels
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.seasons import Stretch, stretches
from tiltak.web.plan.table import group_names
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.lights import Light, lights
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words

# the bars of a plan of which nobody has said anything: seen, but no judgement
PLAIN = "#7c8894"
WHOLE = 100  # percent of the drawing
GAP = 0.4  # a hair of white between two years
# a plan that names a year far away would press all others together
MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch on the axis, in percent of the drawing."""

    x: str
    width: str
    colour: str
    is_hollow: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class TimeLine:
    """One entry with when it is."""

    title: str
    href: str
    measures: Sequence[MeasureLink]
    when: str
    light: Light
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class AreaLines:
    name: str
    lines: Sequence[TimeLine]


@dataclass(frozen=True, slots=True)
class YearList:
    """What is done in a year; `lines` also in other years where `when` says so."""

    year: int
    lines: Sequence[TimeLine]


@dataclass(frozen=True, slots=True)
class Axis:
    """The years of the drawing, each with its place; `today` where that is among them."""

    years: Sequence[tuple[int, str]]
    first: int
    last: int
    today: str

    def place(self, year: float) -> float:
        """Where a moment lies, in percent of the drawing."""
        inside = min(max(year, self.first), self.last + 1)
        return WHOLE * (inside - self.first) / (self.last + 1 - self.first)


@require_safe
def timeline(request: CouncilRequest, ref: str) -> HttpResponse:
    said = page_words()
    with or_404():
        followed = followed_plan(request.viewer, ref)
    listed = entries(followed.tree)
    timed = [(entry, stretches(entry.time)) for entry in listed]
    axis = _axis([one for _, found in timed for one in found], _now())
    lines = _Lines(followed, axis, said)
    names = group_names(followed.tree, listed)
    context = {
        "version": followed.version,
        "ref": followed.ref,
        "levels": levels(request.council, followed.version, said),
        "is_empty": not listed,
        "axis": axis,
        "areas": list(lines.by_area(timed, names)),
        "years": list(lines.by_year(timed)),
        "ongoing": [lines.line(one, ()) for one, found in timed if not found and _goes_on(one)],
        "undated": [lines.line(one, ()) for one, found in timed if not found and not _goes_on(one)],
        "has_open": any(stretch.is_open for _, found in timed for stretch in found),
        "has_status": bool(followed.statuses),
    }
    return render(request, "plan/timeline.html", context)


def _now() -> float:
    today = timezone.localdate()
    return today.year + (today.timetuple().tm_yday - 1) / 366


def _goes_on(entry: Entry) -> bool:
    return entry.time is not None and entry.time.ongoing


def _axis(found: Sequence[Stretch], now: float) -> Axis | None:
    """From the first year of a plan to its last; None where no year is said."""
    if not found:
        return None
    first = int(min(one.start for one in found))
    last = int(max(one.end for one in found) - 0.001)
    last = min(last, first + MOST_YEARS - 1)
    axis = Axis((), first, last, "")
    years = tuple((year, f"{axis.place(year):.2f}") for year in range(first, last + 1))
    today = f"{axis.place(now):.2f}" if first <= now < last + 1 else ""
    return Axis(years, first, last, today)


class _Lines:
    """Makes the lines of one page."""

    def __init__(self, followed: FollowedPlan, axis: Axis | None, said: Words) -> None:
        self.followed = followed
        self.axis = axis
        self.said = said
        self.lights = lights(said.language)
        self.elements = Addresses.of("element")

    def by_area(
        self, timed: Iterable[tuple[Entry, Sequence[Stretch]]], names: Mapping[str, str]
    ) -> Iterator[AreaLines]:
        """The entries that have a year, by area."""
        inside: dict[str, list[TimeLine]] = {group: [] for group in names}
        for entry, found in timed:
            if found:
                inside[entry.group].append(self.line(entry, found))
        for group, lines in inside.items():
            if lines:
                yield AreaLines(names[group], lines)

    def by_year(self, timed: Iterable[tuple[Entry, Sequence[Stretch]]]) -> Iterator[YearList]:
        """The same, year by year."""
        years: dict[int, list[TimeLine]] = {}
        for entry, found in timed:
            if entry.time is None:
                continue
            for year in entry.time.years:
                years.setdefault(year, []).append(self.line(entry, found))
        for year in sorted(years):
            yield YearList(year, years[year])

    def line(self, entry: Entry, found: Sequence[Stretch]) -> TimeLine:
        link = link_of(entry, self.elements)
        standings = dict.fromkeys(self.followed.standing(node) for node in entry.nodes)
        light = self.lights[next(iter(standings)) if len(standings) == 1 else "unknown"]
        return TimeLine(
            title=link.title,
            href=link.href,
            measures=link.measures,
            when=time_words(entry.time, self.said),
            light=light,
            bars=[self._bar(one, light) for one in found],
        )

    def _bar(self, stretch: Stretch, light: Light) -> Bar:
        assert self.axis is not None  # noqa: S101 there is an axis as soon as there is a stretch
        start = self.axis.place(stretch.start)
        end = WHOLE if stretch.is_open else self.axis.place(stretch.end)
        is_unknown = light.standing == "unknown"
        return Bar(
            x=f"{start:.2f}",
            width=f"{max(end - start - GAP, GAP):.2f}",
            colour=PLAIN if is_unknown else light.colour,
            is_hollow=is_unknown and bool(self.followed.statuses),
            is_open=stretch.is_open,
        )
