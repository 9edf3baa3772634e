"""Headings known by their number, told from the items of a numbered list.

Habits read: a heading has something of its own before the next number, counts on from the heading
before, and ends without a full stop; items of a list follow each other at once.
"""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure.outline.counted_numbers import Counted
from tiltak.reading.structure.outline.entry import (
    IN_AREA,
    LONGEST_HEADING,
    Entry,
    entry_after,
    is_marked,
)
from tiltak.reading.structure.outline.items_by_number import depths_of_items, has_only_items_below
from tiltak.reading.structure.outline.level_chapters import titles_of_chapters
from tiltak.reading.structure.reasons import NUMBERED_HEADING
from tiltak.reading.values.numbering import Numbered

_NEAR = 6


def take_numbers(entries: list[Entry]) -> None:
    """Headings by number: those that have something of their own before the next number."""
    counted = Counted()
    repeated = titles_of_chapters(entries)
    item_depths = depths_of_items(entries)
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
        elif number.depth in item_depths and has_only_items_below(entries, index):
            counted.item(number)
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
    leads_in = rest[-1] == ":" and _has_parts_and_facts(entries, index)
    if len(rest) > LONGEST_HEADING or rest[-1] in ".;," or not starts or leads_in:
        return False
    before = entries[index - 1] if index else None
    if before is not None and _names_level(before) and not _holds_levels(entries, index):
        return False
    if number.kind in ("chapter", "appendix"):
        return True
    return not (
        _is_sibling(before, number, -1) or _is_sibling(entry_after(entries, index), number, 1)
    )


def _has_parts_and_facts(entries: list[Entry], index: int) -> bool:
    """Whether a list of parts stands below a lead-in, and facts below it: "1) Rusta opp huset:",
    "a) nytt tak", "Ansvar: Styret"."""
    below = index + 1
    while below < len(entries) and entries[below].kind == "text" and is_marked(entries[below]):
        below += 1
    return index + 1 < below < len(entries) and entries[below].kind == "attribute"


def _names_level(entry: Entry) -> bool:
    """Whether what stands below is of a level: "Tiltak", "3 Mål og tiltak"."""
    label = entry.label
    return entry.kind == "label" or (entry.kind == "heading" and label is not None and label.alone)


def _holds_levels(entries: list[Entry], index: int) -> bool:
    """Whether level words stand below a number, before the next number of its kind. A goal counted on
    from one above is beside that, not below: "GOAL 2: …" behind the measures of "GOAL 1: …"."""
    own = entries[index].number
    for entry in entries[index + 1 : index + 1 + _NEAR]:
        number = entry.number
        if entry.kind == "labelled" and _goes_on_above(entry, entries[:index]):
            return False
        if entry.kind in ("label", "labelled"):
            return entry.label is not None and entry.label.level in IN_AREA
        if number and own and number.kind == own.kind and number.depth <= own.depth:
            return False
    return False


def _goes_on_above(entry: Entry, above: list[Entry]) -> bool:
    label = entry.label
    if label is None or label.number is None:
        return False
    counted = (one.label for one in above if one.kind == "labelled" and one.label is not None)
    return any(one.word == label.word and one.number for one in counted)


def _is_sibling(entry: Entry | None, number: Numbered, step: int) -> bool:
    """Whether a neighbour has the number before or after: two such in a row are a list."""
    other = entry.number if entry is not None and entry.kind in ("text", "heading") else None
    if other is None or (other.kind, other.depth) != (number.kind, number.depth):
        return False
    return other.order == number.order + step
