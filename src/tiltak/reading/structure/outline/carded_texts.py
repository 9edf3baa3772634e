"""Short texts with facts right below each: cards of measures without a frame.

The habit read: a text taken from a PDF of cards has a card's title on one line, and below it "Ansvar",
"Frist" and "Kostnad" with their values. Where no word says what the measures are, the titles are.
"""

from collections.abc import Sequence
from itertools import takewhile

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import Entry, entry_after
from tiltak.reading.structure.reasons import LISTED_WITH_FACTS

_FEWEST_CARDS, _FEWEST_FACTS = 2, 2
_LONGEST_TITLE = 160


def take_carded_texts(entries: Sequence[Entry]) -> None:
    """Give the kind "measure" to such titles. Levels and headings that are measures must be set:
    below these a text with facts is what the measure is about."""
    if any(_says_measures(entry) for entry in entries):
        return
    titles = [entry for index, entry in enumerate(entries) if _is_title(entries, index)]
    if len(titles) < _FEWEST_CARDS:
        return
    level = 0
    for index, entry in enumerate(entries):
        if entry.kind == "heading":
            below = entry_after(entries, index)
            is_card = below is not None and below.kind == "table"
            level = level if is_card and level else entry.level
        elif any(entry is title for title in titles):
            entry.kind, entry.ground, entry.level = "measure", LISTED_WITH_FACTS, level + 1


def _says_measures(entry: Entry) -> bool:
    return entry.kind == "measure" or (entry.label is not None and entry.label.level == "measure")


def _is_title(entries: Sequence[Entry], index: int) -> bool:
    entry = entries[index]
    if entry.kind != "text" or not isinstance(entry.block, TextBlock):
        return False
    if entry.block.is_list_item:
        return False  # a list says itself what is a part of what
    if index and entries[index - 1].kind == "measure":
        return False  # a sentence that tells of the measure whose heading stands above
    if len(entry.text) > _LONGEST_TITLE or entry.text[-1] in ":;,":
        return False
    facts = takewhile(lambda one: one.kind == "attribute", entries[index + 1 :])
    return sum(any(fact.value for fact in one.facts) for one in facts) >= _FEWEST_FACTS
