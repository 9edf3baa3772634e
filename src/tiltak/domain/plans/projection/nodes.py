"""A plan tree as a flat list of nodes in reading order, and the way back."""

from collections.abc import Iterator
from dataclasses import dataclass

from tiltak.domain.plans.models import Element
from tiltak.planfile.model import Area, Item, Measure, Plan, Section

Kind = Element.Kind


@dataclass(frozen=True, slots=True)
class Node:
    """One element with its kind and the key of what it stands below."""

    kind: Kind
    value: Area | Section | Item | Measure
    parent: str | None

    @property
    def key(self) -> str:
        return self.value.id

    @property
    def text(self) -> str:
        return self.value.title if isinstance(self.value, Section) else self.value.text


def nodes(plan: Plan) -> Iterator[Node]:
    """Every element of a plan in normal form, parents before children."""
    for paragraph in plan.paragraphs:
        yield Node(Kind.PARAGRAPH, paragraph, None)
    for area in plan.focus_areas:
        yield Node(Kind.AREA, area, None)
        yield from _contents(area)
        for section in area.sections:
            yield Node(Kind.THEME, section, area.id)
            yield from _contents(section)


def _contents(section: Section) -> Iterator[Node]:
    for kind, items in (
        (Kind.PARAGRAPH, section.paragraphs),
        (Kind.SUB_GOAL, section.sub_goals),
        (Kind.STRATEGY, section.strategies),
    ):
        for item in items:
            yield Node(kind, item, section.id)
    for measure in section.measures:
        yield from _measure(measure, section.id)


def _measure(measure: Measure, parent: str) -> Iterator[Node]:
    yield Node(Kind.MEASURE, measure, parent)
    for child in measure.children:
        yield from _measure(child, measure.id)
