"""The part of a plan file that is frozen with an adopted version."""

from typing import TypeVar

from msgspec.structs import replace

from tiltak.planfile.model import Area, Item, Measure, Plan, Section

E = TypeVar("E", Item, Measure, Section, Area)


def frozen_form(plan: Plan) -> Plan:
    """The plan without short titles: they stand beside the adopted text and may change."""
    return replace(
        plan,
        paragraphs=_items(plan.paragraphs),
        focus_areas=tuple(
            replace(_section(area), sections=tuple(_section(s) for s in area.sections))
            for area in plan.focus_areas
        ),
    )


def _bare(element: E) -> E:
    return replace(element, short_title=None)


def _items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(_bare(item) for item in items)


def _measure(measure: Measure) -> Measure:
    return replace(_bare(measure), children=tuple(_measure(c) for c in measure.children))


S = TypeVar("S", Section, Area)


def _section(section: S) -> S:
    return replace(
        _bare(section),
        paragraphs=_items(section.paragraphs),
        sub_goals=_items(section.sub_goals),
        strategies=_items(section.strategies),
        measures=tuple(_measure(m) for m in section.measures),
    )
