"""What each block is: heading (and how deep), level word, fact, list item, prose or table."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.outline.block_looks import is_under
from tiltak.reading.structure.outline.counted_numbers import Counted
from tiltak.reading.structure.outline.entry import Entry, entry_after
from tiltak.reading.structure.outline.level_chapters import take_level_chapters, titles_of_chapters
from tiltak.reading.structure.outline.own_labels import OwnLabels
from tiltak.reading.structure.outline.plain_headings import take_alike, take_plain
from tiltak.reading.structure.outline.titled_levels import take_numbered_titles, take_titles
from tiltak.reading.structure.reasons import (
    NAMED_BY_LEVEL_WORD,
    NUMBERED_HEADING,
    STYLED_HEADING,
)
from tiltak.reading.values.numbering import Numbered, read_number
from tiltak.reading.vocabulary import CONTAINER, Label, Vocabulary

_LONGEST_HEADING = 120
_NEAR = 6
_BRACKETED_END = re.compile(r"^([A-ZÆØÅÄÖ][^()]{2,50}?)\s*\(([^()]+)\):?$")
# Depths of numbers that headings of one size can tell apart.
_DEPTHS = 8
_IN_AREA = ("sub_goal", "strategy", "measure")


def outline(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Entry]:
    """Every block with its kind; headings with levels (1 is highest)."""
    own = OwnLabels.of(blocks, vocabulary)
    entries = [_first_look(block, vocabulary, own) for block in blocks]
    _take_fact_items(entries, vocabulary)
    take_titles(entries, vocabulary)
    styled = any(_has_style(entry) for entry in entries)
    if styled:
        _take_styles(entries)
    else:
        _take_sizes(entries)
        _take_numbers(entries)
        take_plain(entries, vocabulary)
        take_alike(entries)
    take_numbered_titles(entries, vocabulary)
    take_level_chapters(entries)
    _set_levels(entries)
    return entries


def _first_look(block: Block, vocabulary: Vocabulary, own: OwnLabels) -> Entry:
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
    return Label(level, found[1]) if found and level in _IN_AREA else None


def _take_fact_items(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """List items that only hold a fact about the item above: "• Ansvar: Rektor"."""
    for before, entry in pairwise(entries):
        block, above = entry.block, before.block
        if isinstance(block, TableBlock) or isinstance(above, TableBlock) or entry.kind != "text":
            continue
        if not block.is_list_item or not vocabulary.attribute(block.text):
            continue
        follows = above.is_list_item and above.mark == block.mark
        if (follows or is_under(block, above)) and before.kind in ("text", "attribute"):
            entry.kind, entry.facts = "attribute", vocabulary.facts(block.text)


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
    return text.endswith(".") or len(text) > _LONGEST_HEADING


def _has_style(entry: Entry) -> bool:
    block = entry.block
    return isinstance(block, TextBlock) and bool(block.level) and entry.kind != "label"


def _take_styles(entries: list[Entry]) -> None:
    for entry in entries:
        block = entry.block
        if isinstance(block, TextBlock) and block.level:
            entry.key = ("style", block.level)
            if entry.kind != "label":
                entry.kind, entry.ground = "heading", STYLED_HEADING
        elif entry.kind == "heading":
            entry.key = ("label", 99)


def _take_sizes(entries: list[Entry]) -> None:
    """Fake headings: whole paragraphs in larger type than the text, usually bold."""
    body = _size_of_text(entries)
    if not body:
        return
    sizes = {e.block.look.size or 0.0 for e in entries if isinstance(e.block, TextBlock)}
    larger = sorted((size for size in sizes if size > body), reverse=True)
    for entry in entries:
        block = entry.block
        if not isinstance(block, TextBlock) or (block.look.size or 0.0) <= body:
            continue
        entry.key = ("style", _DEPTHS * (larger.index(block.look.size or 0.0) + 1))
        if entry.kind != "label" and len(block.text) <= _LONGEST_HEADING:
            entry.kind = "heading"
    _deepen_by_numbers([entry for entry in entries if entry.key[0] == "style"])


def _size_of_text(entries: Sequence[Entry]) -> float:
    """The size of most letters. Facts do not count ("Ansvar: Rektor"): they are often set smaller,
    several below each measure."""
    letters: Counter[float] = Counter()
    for entry in entries:
        if isinstance(entry.block, TextBlock) and entry.kind != "attribute":
            letters[entry.block.look.size or 0.0] += len(entry.block.text)
    return max(letters, key=letters.__getitem__, default=0.0)


def _deepen_by_numbers(headings: Sequence[Entry]) -> None:
    """Headings in one size with "1" and "1.1" before them: the number tells which is deeper."""
    shallowest: dict[tuple[str, int], int] = {}
    for entry in headings:
        if entry.number is not None and entry.number.kind == "decimal":
            depth = shallowest.get(entry.key, entry.number.depth)
            shallowest[entry.key] = min(depth, entry.number.depth)
    for entry in headings:
        if entry.number is not None and entry.number.kind == "decimal":
            style, size = entry.key
            entry.key = (style, size + min(entry.number.depth - shallowest[entry.key], _DEPTHS - 1))


def _take_numbers(entries: list[Entry]) -> None:
    """Headings by number: those that have something of their own before the next number."""
    counted = Counted()
    repeated = titles_of_chapters(entries)
    for entry in entries:
        if entry.number is not None and entry.number.rest.casefold() in repeated:
            entry.kind, entry.label = "text", None  # "2.3 Aktivitet" is an area then
    for index, entry in enumerate(entries):
        number = entry.number
        if number is None or entry.kind not in ("text", "labelled", "heading"):
            continue
        key = (number.kind, number.depth)
        if entry.kind == "heading":
            counted.heading(number)
        elif entry.kind == "labelled" and number.depth == 1:
            continue
        elif (
            number.rest.casefold() in repeated or _may_head(entries, index, number)
        ) and counted.may_head(number):
            entry.kind, entry.ground, entry.key = "heading", NUMBERED_HEADING, key
            counted.heading(number)
        else:
            counted.item(number)


def _may_head(entries: list[Entry], index: int, number: Numbered) -> bool:
    rest = number.rest
    block = entries[index].block
    if isinstance(block, TableBlock) or block.mark or number.kind == "letter":
        return False
    if number.kind == "bracket" and not number.raw[0].isdigit():
        return False
    starts = rest[0].isupper() or rest[0].isdigit()
    if len(rest) > _LONGEST_HEADING or rest[-1] in ".;," or not starts:
        return False
    before = entries[index - 1] if index else None
    if before is not None and _names_level(before) and not _holds_levels(entries, index):
        return False
    if number.kind in ("chapter", "appendix"):
        return True
    return not (
        _is_sibling(before, number, -1) or _is_sibling(entry_after(entries, index), number, 1)
    )


def _names_level(entry: Entry) -> bool:
    """Whether what stands below is of a level: "Tiltak", "3 Mål og tiltak"."""
    label = entry.label
    return entry.kind == "label" or (entry.kind == "heading" and label is not None and label.alone)


def _holds_levels(entries: list[Entry], index: int) -> bool:
    """Whether level words stand below a number, before the next number of its kind."""
    own = entries[index].number
    for entry in entries[index + 1 : index + 1 + _NEAR]:
        number = entry.number
        if entry.kind in ("label", "labelled"):
            return entry.label is not None and entry.label.level in _IN_AREA
        if number and own and number.kind == own.kind and number.depth <= own.depth:
            return False
    return False


def _is_sibling(entry: Entry | None, number: Numbered, step: int) -> bool:
    """Whether a neighbour has the number before or after: two such in a row are a list."""
    other = entry.number if entry is not None and entry.kind in ("text", "heading") else None
    if other is None or (other.kind, other.depth) != (number.kind, number.depth):
        return False
    return other.order == number.order + step


def _set_levels(entries: list[Entry]) -> None:
    """Levels from the order in which kinds of numbering appear: a new kind is one step deeper.

    Styles and decimal numbers know their own depth; it counts from the shallowest that occurs.
    """
    stack: list[tuple[str, int]] = []
    for entry in entries:
        if entry.kind != "heading":
            continue
        key = entry.key
        if key[0] in ("chapter", "appendix"):
            stack = []
        elif key in stack:
            stack = stack[: stack.index(key)]
        else:
            stack = [other for other in stack if other[0] != key[0] or other[1] < key[1]]
        entry.level = len(stack) + 1
        stack.append(key)
