"""Headings without number or style: short lines set apart, known by what stands below them."""

import re

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.cards.card_facts import is_card
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.outline.block_looks import is_appendix, looks_plain
from tiltak.reading.structure.outline.entry import Entry, entry_after
from tiltak.reading.structure.reasons import LOOKS_LIKE_HEADING
from tiltak.reading.values.numbering import read_code
from tiltak.reading.vocabulary import Vocabulary

_MOST_SENTENCES = 3
_SHORTEST_PROSE = 20
_FEWEST_ALIKE = 2
_NEAR = 30
_COUNTED = re.compile(r"(.*\D)(\d{1,3})")
_IN_AREA = ("sub_goal", "strategy", "measure")


def take_plain(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """Headings without number or style: short lines set apart, right above a level word."""
    for index, entry in enumerate(entries):
        block = entry.block
        if entry.kind != "text" or not isinstance(block, TextBlock) or block.mark:
            continue
        before = entries[index - 1] if index else None
        after = entry_after(entries, index)
        card = after is not None and _is_card(after, vocabulary)
        apart = block.gap or before is None or before.kind == "table" or card or block.look.bold
        if not looks_plain(block) or not apart:
            continue
        if before is not None and (before.kind == "label" or _awaits_item(before)):
            continue
        if _counts_on_from_text(entries, index):
            continue
        if is_appendix(block, vocabulary):
            entry.kind, entry.ground = "heading", LOOKS_LIKE_HEADING
            entry.key = ("appendix", 1)
            continue
        if (
            _heads_coded(entries, index, vocabulary)
            or _heads_prose(entries, index, vocabulary)
            or (after is not None and after.kind in ("label", "labelled", "heading", "table"))
        ):
            # what has a card below it is one measure, deeper than the heading of an area
            entry.kind, entry.ground = "heading", LOOKS_LIKE_HEADING
            entry.key = ("plain", int(card))


def _counts_on_from_text(entries: list[Entry], index: int) -> bool:
    """Whether a line has the code next to that of a text above it: "T3 …", below "T2 …" and its
    parts, is the last of the measures and no heading, whatever stands below."""
    code = _code_of(entries[index])
    if code is None or code[1] < 1:
        return False
    above = (one for one in entries[max(0, index - _NEAR) : index] if one.kind == "text")
    return any(_code_of(one) == (code[0], code[1] - 1) for one in above)


def _code_of(entry: Entry) -> tuple[str, int] | None:
    """The letters and the count of a code: ("T", 3) of "T3 Prøva ut buss"."""
    code = None if isinstance(entry.block, TableBlock) else read_code(entry.block.text)
    match = _COUNTED.fullmatch(code[0]) if code else None
    return (match[1], int(match[2])) if match else None


def take_alike(entries: list[Entry]) -> None:
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
    block, after = entries[index].block, entry_after(entries, index)
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


def _heads_coded(entries: list[Entry], index: int, vocabulary: Vocabulary) -> bool:
    """Whether measures with a code and facts ("WOW3 …", "Lead: …") come next, at most after
    some sentences."""
    for at in range(index + 1, min(index + 2 + _MOST_SENTENCES, len(entries) - 1)):
        block = entries[at].block
        if entries[at].kind != "text" or isinstance(block, TableBlock):
            return False
        if read_code(block.text):
            return read_code(entries[index].text) is None and _has_facts(entries, at, vocabulary)
        if not block.text.endswith("."):
            return False
    return False


def _has_facts(entries: list[Entry], index: int, vocabulary: Vocabulary) -> bool:
    """Whether facts or a card of them stand below a measure, at most after a sentence about it."""
    for entry in entries[index + 1 : index + 3]:
        if entry.kind == "attribute" or _is_card(entry, vocabulary):
            return True
        if (
            entry.kind != "text"
            or isinstance(entry.block, TableBlock)
            or entry.block.text[-1] != "."
        ):
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
