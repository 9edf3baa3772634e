"""Words for levels: what stands at the head of texts whose level a person changed alike."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tiltak.planfile.elements import Element, Kind, elements
from tiltak.planfile.model import Passage, Plan, Section
from tiltak.reading.lessons.lesson import Lesson, drawn, is_word, plain
from tiltak.reading.vocabulary import Vocabulary

LEVEL: dict[Kind, str] = {
    "area": "focus_area",
    "section": "theme",
    "sub_goal": "sub_goal",
    "strategy": "strategy",
    "measure": "measure",
    "part": "part",
}
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*|[A-ZÆØÅ]|[IVX]{1,5})"
# a word with a number and a text after it, or with a colon
_HEAD = re.compile(
    rf"^\W*(?P<word>[^\W\d_][^\d:.]{{1,58}}?)(?:\s+{_NUMBER}(?:\s*[:.)–-]|(?=\s+[A-ZÆØÅ]))|\s*:)"
)
_LEADING_NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s+)?")


def level_lessons(as_read: Plan, reviewed: Plan, vocabulary: Vocabulary) -> tuple[Lesson, ...]:
    """Words for levels that a person's changes teach."""
    before = {one.key: one for one in elements(as_read)}
    after = [one for one in elements(reviewed) if one.node.reading.passages]
    titles = {plain(one.text) for one in after if isinstance(one.node, Section)}
    were, are = _lines(as_read, list(before.values())), _lines(reviewed, after)
    changed = {one.key: one for one in after if _is_changed(one, before, as_read)}
    votes = [
        (word, LEVEL[one.kind])
        for one in changed.values()
        if one.kind in LEVEL
        for word in _words_of(one, are)
        if word not in titles
    ]
    if not votes:
        return ()
    against = [
        (word, LEVEL.get(one.kind, ""))
        for one in after
        if one.key not in changed
        for word in _words_of(before.get(one.key, one), were)
    ]
    return drawn("level", votes, against, lambda word, level: vocabulary.level_of(word) == level)


def _is_changed(one: Element, before: dict[str, Element], as_read: Plan) -> bool:
    """Whether a person gave it its level: it had another, or it had no place."""
    if one.key in before:
        return before[one.key].kind != one.kind
    place = one.node.reading.passages[0]
    return any(
        rest.passage.source == place.source and rest.passage.start <= place.start < rest.passage.end
        for rest in as_read.unplaced
    )


def _words_of(one: Element, lines: list["_Lines"]) -> Iterator[str]:
    """What may be the word for its level: its own head, and the line above it and those like it."""
    if not one.node.reading.passages:
        return
    place = one.node.reading.passages[0]
    here = lines[place.source]
    if match := _HEAD.match(here.text[place.start : place.end]):
        yield from filter(is_word, [plain(match["word"])])
    yield from filter(is_word, [here.above(place, one.kind)])


def _lines(plan: Plan, found: list[Element]) -> list["_Lines"]:
    """The lines of each source of a plan."""
    return [_Lines(source.text, number, found) for number, source in enumerate(plan.sources)]


@dataclass
class _Lines:
    """The lines of a source, and which kinds of elements stand in them."""

    text: str
    source: int
    elements: list[Element]
    # what was found above a line before: a long list is not walked anew for each of its items
    leads: dict[tuple[int, Kind], str] = field(default_factory=dict)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer(r"\n", self.text))]

    @cached_property
    def kinds(self) -> dict[int, Kind]:
        """Line → the kind of what stands in it."""
        found: dict[int, Kind] = {}
        for one in self.elements:
            for place in one.node.reading.passages:
                if place.source == self.source:
                    last = self.line_of(max(place.start, place.end - 1))
                    for line in range(self.line_of(place.start), last + 1):
                        found.setdefault(line, one.kind)
        return found

    def line_of(self, at: int) -> int:
        """The line a character stands in."""
        return bisect_right(self.starts, at) - 1

    def above(self, place: Passage, kind: Kind) -> str:
        """The nearest line above that is not of the same kind, without a number in front."""
        first = line = self.line_of(place.start) - 1
        while line >= 0 and (self.kinds.get(line) in (kind, "part") or not self.words(line)):
            if (line, kind) in self.leads:
                break
            line -= 1
        self.leads[first, kind] = lead = self.leads.get((line, kind)) or self._lead(line)
        return lead

    def _lead(self, line: int) -> str:
        words = self.words(line) if line >= 0 else ""
        return "" if words.endswith((".", ",")) else plain(_LEADING_NUMBER.sub("", words))

    def words(self, line: int) -> str:
        """The text of a line."""
        ends = self.starts[line + 1 : line + 2]
        return self.text[self.starts[line] : ends[0] if ends else None].strip()
