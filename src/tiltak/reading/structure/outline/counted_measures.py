"""Measures that no word announces, counted on from the number of their heading.

Habit read: "1 Levande bygder", "1.1 Bustad", and below it "1.1.1 Laga felles bustadportal",
"1.1.2 …"; or "A Bustad" and "A1 …", "A2 …"; or "1a …", "1b …". Goals and strategies have their
words ("Mål: …"); what has only a number is to be done.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import Entry, is_marked
from tiltak.reading.structure.titles import introduces
from tiltak.reading.values.numbering import Numbered, read_number
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 3
_LONGEST = 250
_SHALLOWEST = 2
# behind the number of a heading: "1.1", "A1", "1-1", "1a"
_FURTHER = re.compile(r"[.-]?(\d{1,2}|[a-zæøå])[.:)]?\s+(?=[A-ZÆØÅÄÖ])")
_GOALS = ("sub_goal", "strategy", "overall_goal")


def take_counted_measures(entries: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Give the kind "counted" to them. Levels must be set.

    Only where goals or strategies have their words in an area with such numbers; then those of
    the other areas are read so too, but for sentences where the measures are none.
    """
    walk = _Walk(vocabulary)
    for entry in entries:
        walk.take(entry)
    below_goals = [entry for entry, area in walk.found if id(area) in walk.told]
    if not below_goals or len(walk.found) < _FEWEST:
        return
    ended = sum(entry.text.endswith(".") for entry in below_goals) * 2 > len(below_goals)
    for entry, area in walk.found:
        # "3.1 Progress is reported every year." in a chapter without goals tells of the plan
        if id(area) in walk.told or ended or not entry.text.endswith("."):
            entry.kind = "counted"


@dataclass(slots=True)
class _Walk:
    """What was passed: the headings above, the goal with a number since ("Mål 1.1: …"), the level
    word that says what comes, the measures with their areas, the areas (by id) with goals, and
    whose number each heading counts on from."""

    vocabulary: Vocabulary
    path: list[Entry] = field(default_factory=list)
    goal: Entry | None = None
    announced: Entry | None = None
    found: list[tuple[Entry, Entry]] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    parents: dict[str, int] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Go past the next entry."""
        label = entry.label
        if entry.kind in ("heading", "measure"):
            self.path = [one for one in self.path if one.level < entry.level]
            self.path += [entry] * (entry.kind == "heading")
            self.announced = entry if label is not None and label.alone else None
            self.goal = None
        elif entry.kind == "text":
            self._take_text(entry)
        elif entry.kind in ("label", "labelled", "table"):
            leads_in = entry.kind == "label" or entry.text.endswith(":")
            self.announced = entry if leads_in else None
            if label is not None and label.level in _GOALS:
                self.told |= {id(heading) for heading in self.path}
                self._take_goal(entry)

    def _take_goal(self, entry: Entry) -> None:
        if _number_of_heading(entry) is not None:
            self.goal = entry
            self.told.add(id(entry))

    def _take_text(self, entry: Entry) -> None:
        number = _number_of(entry)
        if number is None and (number := self._behind_number(entry)) is not None:
            entry.number = number
        if number is not None and self._goes_on(number):
            area = self.path[0] if self.path else self.goal
            if self.announced is None and area is not None and not self._is_introduction():
                self.found.append((entry, area))
        elif self.announced is not None and self.announced.kind == "label":
            # goals in sentences or in a list of their own end where the numbers begin
            wishes = self.vocabulary.list_of("goal_sentences", "words")
            words = set(entry.text.casefold().split())
            if is_marked(entry) or (words & set(wishes) and entry.text[-1] == "."):
                self.announced = None

    def _is_introduction(self) -> bool:
        """ "1.1 The partnership has nine members." below "1 Introduction"."""
        return any(introduces(heading.text, self.vocabulary) for heading in self.path)

    def _behind_number(self, entry: Entry) -> Numbered | None:
        """The number of "A1 Laga …" or "1a Laga …" below the heading A or 1."""
        own = _number_of_heading(self.path[-1]) if self.path else None
        text = entry.block.text if isinstance(entry.block, TextBlock) else ""
        if own is None or not text.startswith(own) or is_marked(entry):
            return None
        match = _FURTHER.match(text, len(own))
        if match is None:
            return None
        last = match[1]
        order = int(last) if last.isdigit() else ord(last) - ord("a") + 1
        raw = text[: match.end(1)]
        return Numbered("capital", raw, order, _SHALLOWEST, closed=True, rest=text[match.end() :])

    def _goes_on(self, number: Numbered) -> bool:
        """Whether a number is one deeper than that of the heading or goal above, or that of the
        first item below a heading without one."""
        if number.kind == "capital":
            return True
        parent = number.parent
        if self.goal is not None and parent == _number_of_heading(self.goal):
            return True
        if not self.path:
            return False
        heading = self.path[-1]
        own = _number_of_heading(heading)
        if own is not None:
            return parent == own
        return self.parents.setdefault(parent, id(heading)) == id(heading)


def _number_of(entry: Entry) -> Numbered | None:
    """The number of an item, typed or set by the program: "1.1", no year and no amount."""
    block = entry.block
    if not isinstance(block, TextBlock) or len(block.text) > _LONGEST:
        return None
    number = entry.number
    if number is None and block.mark is not None:
        number = read_number(f"{block.mark} {block.text}")
    counts = number is not None and number.kind == "decimal" and number.depth >= _SHALLOWEST
    return number if counts else None


def _number_of_heading(heading: Entry) -> str | None:
    if heading.number is not None:
        return heading.number.raw
    return heading.label.number if heading.label is not None else None
