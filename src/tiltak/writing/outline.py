"""The text of a plan in reading order: headings, names of levels, paragraphs, list items."""

from collections.abc import Iterator
from dataclasses import dataclass

from tiltak.planfile import walk
from tiltak.planfile.model import Area, Item, Measure, Section
from tiltak.writing.document import PlanPaper, is_legible


@dataclass(frozen=True, slots=True)
class Heading:
    """An area (level 1) or a theme (level 2)."""

    level: int
    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class LevelName:
    """What the following list is ("Delmål"), one heading level below where it stands."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """A goal, a strategy, a measure or a part of one. `depth` 0 is the outermost list."""

    depth: int
    number: str | None
    text: str


OutlineBlock = Heading | LevelName | Paragraph | ListItem


def outline_of(paper: PlanPaper) -> Iterator[OutlineBlock]:
    """The whole text. Measures that stand in the table alone are left to the table."""
    yield from _paragraphs(paper.plan.paragraphs)
    for area in paper.plan.focus_areas:
        for section in walk.sections_of(area):
            is_area = isinstance(section, Area)
            level = 1 if is_area else 2
            name = paper.label("focus_area" if is_area else "theme")
            title = section.title if is_legible(section.title) else name
            yield Heading(level, section.number, title)
            yield from _section(section, level, paper)


def _section(section: Section, level: int, paper: PlanPaper) -> Iterator[OutlineBlock]:
    yield from _paragraphs(section.paragraphs)
    for kind, items in (("sub_goal", section.sub_goals), ("strategy", section.strategies)):
        yield from _items(items, LevelName(level + 1, paper.label(kind, len(items))))
    measures = [measure for measure in section.measures if not _in_table_only(measure)]
    if measures:
        yield LevelName(level + 1, paper.label("measure", len(measures)))
    for measure in measures:
        yield from _measure(measure, 0)


def _in_table_only(measure: Measure) -> bool:
    return measure.source == "table" and bool(measure.rows)


def _paragraphs(items: tuple[Item, ...]) -> Iterator[OutlineBlock]:
    for item in items:
        yield Paragraph(item.text)


def _items(items: tuple[Item, ...], name: LevelName) -> Iterator[OutlineBlock]:
    if items:
        yield name
    for item in items:
        yield ListItem(0, item.number, item.text)


def _measure(measure: Measure, depth: int) -> Iterator[OutlineBlock]:
    yield ListItem(depth, measure.number, measure.text)
    for part in measure.children:
        yield from _measure(part, depth + 1)
