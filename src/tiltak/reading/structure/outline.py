"""What each block is: heading (and how deep), level word, fact, list item, prose or table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.block_looks import is_appendix, is_under, looks_plain
from tiltak.reading.structure.card_facts import is_card
from tiltak.reading.structure.columns import read_columns
from tiltak.reading.structure.counted_numbers import Counted
from tiltak.reading.structure.own_labels import OwnLabels
from tiltak.reading.structure.reasons import (
    LOOKS_LIKE_HEADING,
    NAMED_BY_LEVEL_WORD,
    NUMBERED_HEADING,
    STYLED_HEADING,
    Ground,
)
from tiltak.reading.values.numbering import Numbered, read_code, read_number
from tiltak.reading.vocabulary import CONTAINER, Fact, Label, Vocabulary

Kind = Literal["heading", "label", "labelled", "attribute", "text", "table", "measure"]
_LONGEST_HEADING = 120
_MOST_SENTENCES = 3
_SHORTEST_PROSE = 20
_NEAR = 6
_FEWEST_ALIKE = 2
# Depths of numbers that headings of one size can tell apart.
_DEPTHS = 8
_LONGEST_NAME = 40
_IN_AREA = ("sub_goal", "strategy", "measure")


@dataclass(slots=True)
class Entry:
    """A block and what it is. `key` names the kind of numbering or style a heading has."""

    block: Block
    kind: Kind = "text"
    label: Label | None = None
    number: Numbered | None = None
    facts: tuple[Fact, ...] = ()
    ground: Ground = LOOKS_LIKE_HEADING
    key: tuple[str, int] = ("", 0)
    level: int = 0

    @property
    def text(self) -> str:
        """The block's text, without the number in front where it has one."""
        if isinstance(self.block, TableBlock):
            return ""
        return self.number.rest if self.number is not None else self.block.text


def outline(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Entry]:
    """Every block with its kind; headings with levels (1 is highest)."""
    own = OwnLabels.of(blocks, vocabulary)
    entries = [_first_look(block, vocabulary, own) for block in blocks]
    _take_fact_items(entries, vocabulary)
    _take_titles(entries)
    styled = any(_has_style(entry) for entry in entries)
    if styled:
        _take_styles(entries)
    else:
        _take_sizes(entries)
        _take_numbers(entries)
        _take_plain(entries, vocabulary)
        _take_alike(entries)
    _take_numbered_titles(entries, vocabulary)
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
    if label is not None:
        _take_label(entry, block, label)
    elif entry.number is None and vocabulary.attribute(text):
        entry.kind, entry.facts = "attribute", vocabulary.facts(text)
    return entry


def _take_titles(entries: list[Entry]) -> None:
    """A level word that stands once, over the words the plan does use for the level, is a title:
    "Aktivitet" over "Mål" and "Tiltak"."""
    words = Counter(e.label.word.casefold() for e in entries if e.kind == "label" and e.label)
    for index, entry in enumerate(entries):
        if entry.kind != "label" or entry.label is None or words[entry.label.word.casefold()] > 1:
            continue
        below: set[str] = set()
        for other in entries[index + 1 : index + 1 + _NEAR]:
            if other.kind == "heading":
                break
            if other.label is not None and words[other.label.word.casefold()] != 1:
                below.add(other.label.level)
        if entry.label.level in below:
            entry.kind, entry.label = "text", None


def _take_numbered_titles(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """Goals or strategies counted from one that are names and head tables or lists of measures:
    "Aim 1: Welcome". They are the areas of a plan that has no other."""
    for level in ("sub_goal", "strategy"):
        named = [i for i, entry in enumerate(entries) if _is_name(entry, level, vocabulary)]
        numbers = [label.number for index in named if (label := entries[index].label)]
        if (
            numbers != [str(count) for count in range(1, len(named) + 1)]
            or len(named) < _FEWEST_ALIKE
        ):
            continue
        between = entries[named[0] : named[-1]]
        if any(entry.kind == "heading" for entry in between):
            continue
        if all(_heads_measures(entries, index, vocabulary) for index in named):
            # they stand beside the chapters before them ("Background"), not below
            above = (entry.key for entry in entries[: named[0]] if entry.kind == "heading")
            key = next(above, ("label:title", 0))
            for index in named:
                entries[index].kind, entries[index].ground = "heading", NAMED_BY_LEVEL_WORD
                entries[index].key = key


def _is_name(entry: Entry, level: str, vocabulary: Vocabulary) -> bool:
    """Whether a goal is a name rather than a sentence."""
    label = entry.label
    if entry.kind != "labelled" or label is None or label.level != level or not label.number:
        return False
    rest = label.rest or ""
    if set(rest.casefold().split()) & set(vocabulary.list_of("goal_sentences", "words")):
        return False
    return len(rest) <= _LONGEST_NAME and rest[-1] not in ".!?:" and label.title is None


def _heads_measures(entries: list[Entry], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a table of measures or a word for measures comes soon below."""
    for entry in entries[index + 1 : index + 1 + _NEAR]:
        if isinstance(entry.block, TableBlock):
            return read_columns(entry.block, vocabulary) is not None
        if entry.label is not None:
            return entry.kind == "label" and entry.label.level == "measure"
    return False


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
        if isinstance(block, TextBlock) and block.level and entry.kind != "label":
            entry.kind, entry.ground = "heading", STYLED_HEADING
            entry.key = ("style", block.level)
        elif entry.kind == "heading":
            entry.key = ("label", 99)


def _take_sizes(entries: list[Entry]) -> None:
    """Fake headings: whole paragraphs in larger type than the text, usually bold."""
    sizes = [e.block.look.size or 0.0 for e in entries if isinstance(e.block, TextBlock)]
    if not any(sizes):
        return
    body = max(set(sizes), key=sizes.count)
    larger = sorted({size for size in sizes if size > body}, reverse=True)
    for entry in entries:
        block = entry.block
        if not isinstance(block, TextBlock) or (block.look.size or 0.0) <= body:
            continue
        if entry.kind != "label" and len(block.text) <= _LONGEST_HEADING:
            entry.kind = "heading"
            entry.key = ("style", _DEPTHS * (larger.index(block.look.size or 0.0) + 1))
    _deepen_by_numbers([entry for entry in entries if entry.key[0] == "style"])


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
    for index, entry in enumerate(entries):
        number = entry.number
        if number is None or entry.kind not in ("text", "labelled", "heading"):
            continue
        key = (number.kind, number.depth)
        if entry.kind == "heading":
            counted.heading(number)
        elif entry.kind == "labelled" and number.depth == 1:
            continue
        elif _may_head(entries, index, number) and counted.may_head(number):
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
    return not (_is_sibling(before, number, -1) or _is_sibling(_after(entries, index), number, 1))


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


def _after(entries: list[Entry], index: int) -> Entry | None:
    return entries[index + 1] if index + 1 < len(entries) else None


def _is_sibling(entry: Entry | None, number: Numbered, step: int) -> bool:
    """Whether a neighbour has the number before or after: two such in a row are a list."""
    other = entry.number if entry is not None and entry.kind in ("text", "heading") else None
    if other is None or (other.kind, other.depth) != (number.kind, number.depth):
        return False
    return other.order == number.order + step


def _take_plain(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """Headings without number or style: short lines set apart, right above a level word."""
    for index, entry in enumerate(entries):
        block = entry.block
        if entry.kind != "text" or not isinstance(block, TextBlock) or block.mark:
            continue
        before = entries[index - 1] if index else None
        after = _after(entries, index)
        card = after is not None and _is_card(after, vocabulary)
        apart = block.gap or before is None or before.kind == "table" or card or block.look.bold
        if not looks_plain(block) or not apart:
            continue
        if before is not None and (before.kind == "label" or _awaits_item(before)):
            continue
        if is_appendix(block, vocabulary):
            entry.kind, entry.ground = "heading", LOOKS_LIKE_HEADING
            entry.key = ("appendix", 1)
            continue
        if (
            _heads_coded(entries, index)
            or _heads_prose(entries, index, vocabulary)
            or (after is not None and after.kind in ("label", "labelled", "heading", "table"))
        ):
            # what has a card below it is one measure, deeper than the heading of an area
            entry.kind, entry.ground = "heading", LOOKS_LIKE_HEADING
            entry.key = ("plain", int(card))


def _take_alike(entries: list[Entry]) -> None:
    """Lines set as the headings known so far: apart, short, prose or a table right below.

    A chapter at the end ("Økonomi") has no level word below it to be known by.
    """
    plain = [i for i, e in enumerate(entries) if e.kind == "heading" and e.key == ("plain", 0)]
    if len([index for index in plain if _is_set_as_heading(entries, index)]) < _FEWEST_ALIKE:
        return
    for index, entry in enumerate(entries):
        block = entry.block
        if entry.kind != "text" or isinstance(block, TableBlock) or block.mark or entry.number:
            continue
        before = entries[index - 1] if index else None
        follows = before is None or before.kind in ("table", "attribute") or _is_ended(before)
        if follows and looks_plain(block) and _is_set_as_heading(entries, index):
            entry.kind, entry.ground, entry.key = "heading", LOOKS_LIKE_HEADING, ("plain", 0)


def _is_set_as_heading(entries: list[Entry], index: int) -> bool:
    """Whether a line stands apart from the text above but not from the prose below."""
    block, after = entries[index].block, _after(entries, index)
    if isinstance(block, TableBlock) or not block.gap or after is None:
        return False
    below = after.block
    if isinstance(below, TableBlock):
        return True
    sentence = after.kind == "text" and below.text[-1] in ".:" and not below.mark
    return sentence and not below.gap and len(below.text) > len(block.text)


def _is_ended(entry: Entry) -> bool:
    """Whether the text above is finished: a sentence, or an item of a list."""
    block = entry.block
    ended = not isinstance(block, TableBlock) and (block.is_list_item or block.text[-1] in ".!?")
    return ended and entry.kind in ("text", "labelled")


def _heads_coded(entries: list[Entry], index: int) -> bool:
    """Whether measures with a code and facts ("WOW3 …", "Lead: …") come next, at most after
    some sentences."""
    for at in range(index + 1, min(index + 2 + _MOST_SENTENCES, len(entries) - 1)):
        block = entries[at].block
        if entries[at].kind != "text" or isinstance(block, TableBlock):
            return False
        if read_code(block.text):
            return read_code(entries[index].text) is None and entries[at + 1].kind == "attribute"
        if not block.text.endswith("."):
            return False
    return False


def _heads_prose(entries: list[Entry], index: int, vocabulary: Vocabulary) -> bool:
    """Whether some paragraphs come next and then a level word: an area that is described first."""
    for at in range(index + 1, min(index + 2 + _MOST_SENTENCES, len(entries))):
        entry = entries[at]
        if entry.kind in ("label", "labelled") and entry.label is not None:
            return at > index + 1 and entry.label.level in _IN_AREA
        if isinstance(entry.block, TableBlock):
            return at > index + 1 and read_columns(entry.block, vocabulary) is not None
        block = entry.block
        if entry.kind != "text" or block.mark:
            return False
        if len(block.text) < _SHORTEST_PROSE or block.text[-1] not in ".!?":
            return False
    return False


def _is_card(entry: Entry, vocabulary: Vocabulary) -> bool:
    return isinstance(entry.block, TableBlock) and is_card(entry.block, vocabulary)


def _awaits_item(entry: Entry) -> bool:
    """ "Resultat 1.1" alone on its line: what stands below is that goal, however it is set."""
    label = entry.label
    if entry.kind != "heading" or label is None or label.rest is not None:
        return False
    return bool(label.number) and label.level in ("sub_goal", "strategy", "measure")


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
