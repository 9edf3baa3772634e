"""How a plan stands: what is said about its measures, counted and put in order.

A status report counts the measures of the plan, not their parts; a part, a goal or a strategy
is listed where somebody has said something about it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tiltak.planfile import walk
from tiltak.planfile.model import Area, Measure, Section
from tiltak.wording import Words
from tiltak.writing.document import PlanPaper, StatusView

LIGHTS = ("off_track", "at_risk", "on_track", "")
LIFECYCLES = ("in_progress", "not_started", "on_hold", "completed", "closed", "cancelled")
# a shape for each light, so that no one needs the colour
LIGHT_ICONS = {"": "", "on_track": "●", "at_risk": "▲", "off_track": "■"}


def light_text(light: str, words: Words) -> str:
    """The light in words, also where nobody judged."""
    return words.light(light) if light else words.gettext("ikkje vurdert")


@dataclass(frozen=True, slots=True)
class Entry:
    """One element with the status that holds now, if there is one. `title` is short if set."""

    area: str
    kind: str
    title: str
    status: StatusView | None
    is_part: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is one of the measures the figures are about."""
        return self.kind == "measure" and not self.is_part


@dataclass(frozen=True, slots=True)
class Standing:
    """All entries in the order of the plan, and the figures. `without` has no status yet."""

    entries: tuple[Entry, ...]
    measures: int
    by_light: dict[str, int]
    by_lifecycle: dict[str, int]
    without: int

    @property
    def needing_attention(self) -> list[Entry]:
        """Off track first, then at risk; the freshest word first."""
        troubled = [e for e in self.entries if e.status and e.status.light in LIGHTS[:2]]
        return sorted(troubled, key=_urgency)

    def of_area(self, area: str) -> list[Entry]:
        """The entries of an area."""
        return [entry for entry in self.entries if entry.area == area]


def _urgency(entry: Entry) -> tuple[int, int]:
    if entry.status is None:
        return len(LIGHTS), 0
    return LIGHTS.index(entry.status.light), entry.status.age_days


def standing_of(paper: PlanPaper) -> Standing:
    """What is said about the plan."""
    entries = tuple(entry for area in paper.plan.focus_areas for entry in _area(paper, area))
    counted = [entry for entry in entries if entry.counts]
    statuses = [entry.status for entry in counted if entry.status]
    lights = Counter(status.light for status in statuses)
    cycles = Counter(status.lifecycle for status in statuses)
    return Standing(
        entries=entries,
        measures=len(counted),
        by_light={light: lights[light] for light in LIGHTS if lights[light]},
        by_lifecycle={cycle: cycles[cycle] for cycle in LIFECYCLES if cycles[cycle]},
        without=len(counted) - len(statuses),
    )


def _area(paper: PlanPaper, area: Area) -> Iterator[Entry]:
    for section in walk.sections_of(area):
        yield from _goals(paper, area, section)
        for measure in section.measures:
            yield from _measure(paper, area, measure)


def _goals(paper: PlanPaper, area: Area, section: Section) -> Iterator[Entry]:
    items = [("sub_goal", item) for item in section.sub_goals]
    items += [("strategy", item) for item in section.strategies]
    for kind, item in items:
        if status := paper.statuses.get(item.id):
            title = paper.short_titles.get(item.id) or item.text
            yield Entry(area.title, kind, title, status)


def _measure(paper: PlanPaper, area: Area, top: Measure) -> Iterator[Entry]:
    for measure in walk.with_parts(top):
        status = paper.statuses.get(measure.id)
        if measure is top or status:
            title = paper.short_titles.get(measure.id) or measure.text
            yield Entry(area.title, "measure", title, status, is_part=measure is not top)
