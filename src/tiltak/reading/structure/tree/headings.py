"""Headings: they open areas, themes and lists, or are goals and measures themselves.

Habits read: a heading with a level word alone names what the lists below it hold ("Mål", "Tiltak");
one with word, number and text is the goal it says ("Delmål 1.2: …"), with its measures below.
"""

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.titles import introduces
from tiltak.reading.structure.tree.old_plan import is_old
from tiltak.reading.structure.tree.position import Position
from tiltak.reading.values.numbering import read_code
from tiltak.reading.vocabulary import Label

GOALS = ("sub_goal", "strategy")
_AREAS = ("focus_area", "theme")
_LEVELS_OF_ITEMS = ("sub_goal", "strategy", "measure")


class Headings:
    """Takes headings where the walk stands."""

    def __init__(self, at: Position, facts: FactReader) -> None:
        self._at = at
        self._facts = facts
        # type size of headings, by the section they open
        self._sizes: dict[int, float] = {}
        # level the document's own style gives them
        self._styles: dict[int, int] = {}

    def take(self, entry: Entry, block: TextBlock) -> None:
        """A heading that opens a section."""
        at, label = self._at, entry.label
        at.leave_down_to(entry.level)
        section = DraftSection(
            title=_title(entry, block),
            passages=list(block.passages),
            ground=entry.ground,
            level=entry.level,
            number=_number(entry),
            transparent=label is not None and label.alone,
        )
        at.enter(section)
        if block.look.size is not None:
            self._sizes[id(section)] = block.look.size
        if block.level is not None:
            self._styles[id(section)] = block.level
        holds = next((one.holds for one in reversed(at.path) if one.holds), None)
        at.open(holds if label is None else None)
        at.only_lists = holds is not None
        if label is not None:
            self._take_label(section, label, block)

    def _take_label(self, section: DraftSection, label: Label, block: TextBlock) -> None:
        """The level word of a heading says what it is, or what stands below it."""
        at = self._at
        section.holds = label.level if label.alone and label.level in _LEVELS_OF_ITEMS else None
        section.is_called_area = label.level in _AREAS and label.rest is not None
        if label.number and label.rest and label.level in GOALS:
            section.opened_by = label.level
            if section.level > 1:
                self._name_by_item(section, label, block)
        if label.level != "container":
            at.name_level(label.level, label.word)
        if label.alone or label.rest is None:
            # "Resultat 1.1" above a sentence: the sentence is the goal
            at.open(label.level if label.level in _LEVELS_OF_ITEMS else None)

    def _name_by_item(self, section: DraftSection, label: Label, block: TextBlock) -> None:
        """ "Delmål 1.2: …" set as a heading: a goal with its own measures below."""
        section.title = f"{label.word} {label.number}"
        section.named_by = DraftItem(label.rest or "", block.passages, reasons.AFTER_LEVEL_WORD)
        self._at.add_item(label.level, section.named_by)

    def take_measure(self, entry: Entry, block: TextBlock) -> None:
        """A heading that is a measure."""
        at = self._at
        at.leave_down_to(entry.level)
        at.open(None)
        number, title = _number(entry), _title(entry, block)
        if number is None and (code := read_code(title)):
            number, title = code
        measure = DraftMeasure(title, block.passages, entry.ground, number)
        self._facts.take_from_text(measure)
        at.add_measure(measure)

    def close_old(self, block: TextBlock) -> None:
        """A level word set as a heading ends what is told of an old plan: one with a style, or in
        type as large as the old plan's heading."""
        at, size = self._at, block.look.size
        years, vocabulary = self._facts.plan_years, self._facts.vocabulary
        while at.is_under_heading and is_old(at.here.title, years, vocabulary):
            if not block.level and (size is None or size < self._sizes.get(id(at.here), size + 1)):
                return
            at.path.pop()

    def close_introduction(self, block: TextBlock) -> None:
        """A level word in the style of an introduction's heading ends it with all below it: what
        follows is the plan."""
        at, level = self._at, block.level
        words = self._facts.vocabulary
        if level is None or not any(introduces(one.title, words) for one in at.path[1:]):
            return
        while at.is_under_heading and self._styles.get(id(at.here), 0) >= level:
            at.path.pop()


def _title(entry: Entry, block: TextBlock) -> str:
    if entry.label is not None and entry.label.rest is not None:
        return entry.label.rest
    return entry.number.rest if entry.number is not None else block.text


def _number(entry: Entry) -> str | None:
    label = entry.label
    return entry.number.raw if entry.number else (label.number if label else None)
