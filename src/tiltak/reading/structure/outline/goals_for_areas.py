"""Goals of the areas told in a chapter of their own: "Mål for oppvekst (vedlegg A):" and a list.

Habit read: one chapter says what the plan is to reach, a line and a list for each area; the areas
have chapters or appendices with their measures elsewhere. Each such line stands for its area's
heading and the word of the level, and in the area's own chapter for the word alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import LONGEST_HEADING, Entry
from tiltak.reading.structure.titles import plain_title
from tiltak.reading.values.numbering import without_number
from tiltak.reading.vocabulary import Vocabulary

_LINE = re.compile(
    r"(?P<word>[^\W\d]+)\s+(?:for|för|innan|innen|inom|inden\sfor|within|til|till)\s+"
    r"(?P<area>[^():]+?)\s*(?:\([^()]*\))?\s*:?"
)
_GOALS = ("sub_goal", "strategy")
_FEWEST = 2


def with_goals_for_areas(entries: Sequence[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The entries, each such line as the heading of its area and a label. Levels must be set."""
    headings = {
        _name(entry): entry
        for entry in reversed(entries)
        if entry.kind in ("heading", "labelled") and isinstance(entry.block, TextBlock)
    }
    found: dict[int, tuple[Entry | None, str]] = {}
    above: list[Entry] = []
    for index, entry in enumerate(entries):
        if entry.kind == "heading":
            above = [one for one in above if one.level < entry.level]
        word, area = _named(entry, vocabulary)
        heading = headings.get(area)
        if word and area in map(_name, above):
            found[index] = None, word
        elif heading is not None and heading is not entry:
            found[index] = heading, word
        elif entry.kind == "heading":
            above.append(entry)
    if len({id(heading) for heading, _ in found.values() if heading}) < _FEWEST:
        found = {index: one for index, one in found.items() if one[0] is None}
    return [
        one
        for index, entry in enumerate(entries)
        for one in (_parted(entry, *found[index], vocabulary) if index in found else [entry])
    ]


def _name(entry: Entry) -> str:
    return plain_title(without_number(entry.text))


def _named(entry: Entry, vocabulary: Vocabulary) -> tuple[str, str]:
    """The level's word and the plain name of the area of such a line; empty for others."""
    if not isinstance(entry.block, TextBlock) or entry.block.is_list_item:
        return "", ""
    match = _LINE.fullmatch(entry.text) if len(entry.text) <= LONGEST_HEADING else None
    if match is None or vocabulary.level_of(match["word"]) not in _GOALS:
        return "", ""
    return match["word"], plain_title(match["area"])


def _parted(entry: Entry, heading: Entry | None, word: str, vocabulary: Vocabulary) -> list[Entry]:
    """The area's heading with the places of the line, and the word of the level."""
    places = tuple(entry.block.passages)
    own = places if heading is None else ()
    label = Entry(TextBlock(word, own), kind="label", label=vocabulary.label(word))
    if heading is None:
        return [label]
    block = msgspec.structs.replace(heading.block, passages=places)
    return [replace(heading, block=block), label]
