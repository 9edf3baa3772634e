"""What a block is by itself: a level word, a fact, a table, or text that the others decide about.

Habits read: a level word alone opens a list, with a title or number it is a heading ("STRATEGI 1:
INFRASTRUKTUR"), before a sentence it names that one; a plan's own words have the usual one in
brackets behind them.
"""

import re

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.outline.entry import IN_AREA, LONGEST_HEADING, Entry
from tiltak.reading.structure.outline.own_labels import OwnLabels
from tiltak.reading.structure.reasons import NAMED_BY_LEVEL_WORD, NUMBERED_HEADING
from tiltak.reading.values.numbering import Numbered, read_number
from tiltak.reading.vocabulary import CONTAINER, Label, Vocabulary

_BRACKETED_END = re.compile(r"^([A-ZÆØÅÄÖ][^()]{2,50}?)\s*\(([^()]+)\):?$")


def first_look(block: Block, vocabulary: Vocabulary, own: OwnLabels) -> Entry:
    """The block with its kind as far as it tells it, its number and its label."""
    if isinstance(block, TableBlock):
        return Entry(block, "table")
    # a heading numbered by the program carries its number as a mark
    counted = f"{block.mark} {block.text}" if block.level and block.mark else block.text
    entry = Entry(block, number=read_number(counted))
    if entry.number is not None and not entry.number.rest:
        entry.number = None
    if block.is_list_item and block.level is None:
        return entry
    text = entry.text
    label = (vocabulary.label(text) if text[:1].isupper() else None) or own.read(block)
    label = label or _label_in_brackets(text, vocabulary)
    if label is not None:
        _take_label(entry, block, label)
    elif entry.number is None and vocabulary.attribute(text):
        entry.kind, entry.facts = "attribute", vocabulary.facts(text)
    return entry


def _label_in_brackets(text: str, vocabulary: Vocabulary) -> Label | None:
    """A plan's own words with the usual one behind: "Vegen dit (strategiar)"."""
    found = _BRACKETED_END.match(text)
    level = vocabulary.level_of(found[2]) if found else None
    return Label(level, found[1]) if found and level in IN_AREA else None


def _take_label(entry: Entry, block: TextBlock, label: Label) -> None:
    """A level word: alone it opens a list, with a title or number a heading, else a sentence."""
    entry.label = label
    if label.rest is None and (label.number or label.level in (CONTAINER, "focus_area")):
        entry.kind, entry.ground = "heading", NAMED_BY_LEVEL_WORD
        entry.key = _number_key(entry.number) or (f"label:{label.level}", 0)
    elif label.rest is None and _is_chapter(entry.number):
        entry.kind, entry.ground = "heading", NUMBERED_HEADING
        entry.key = _number_key(entry.number) or entry.key
    elif label.rest is None:
        entry.kind = "label"
    elif label.level in ("focus_area", "theme") and not _is_sentence(label.rest):
        entry.kind, entry.ground = "heading", NAMED_BY_LEVEL_WORD
        entry.key = (f"label:{label.level}", 0)
    elif label.number and (block.level is not None or label.rest.isupper()):
        # "STRATEGI 1: INFRASTRUKTUR" set as a heading names an area by its strategy
        entry.kind, entry.ground = "heading", NAMED_BY_LEVEL_WORD
        entry.key = ("label:title", 0)
    else:
        entry.kind = "labelled"


def _is_chapter(number: Numbered | None) -> bool:
    """ "3 Mål og tiltak": a level word with a chapter's number heads what is numbered below it."""
    return number is not None and number.kind == "decimal" and not number.closed


def _number_key(number: Numbered | None) -> tuple[str, int] | None:
    return (number.kind, number.depth) if number is not None else None


def _is_sentence(text: str) -> bool:
    return text.endswith(".") or len(text) > LONGEST_HEADING
