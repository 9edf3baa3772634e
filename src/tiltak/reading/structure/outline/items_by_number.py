"""Numbers that count items rather than headings: "1.1.1 Laga ein plan", "1.1.2 Byggja bru".

Habit read: a plan counts its measures on from the numbers of its headings, one depth deeper. Most
of them stand right below each other; one that stands alone, or has a list below it, is an item too
as long as nothing else is said of it.
"""

from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.values.numbering import Numbered

_SHALLOWEST = 2
_FEWEST = 3


def depths_of_items(entries: Sequence[Entry]) -> frozenset[int]:
    """The depths of numbers of which half or more follow each other at once, lone ones not counted."""
    counted = [n for entry in entries if (n := _number(entry))]
    lines = _without_parts(entries)
    found = set()
    for depth in {number.depth for number in counted if number.depth >= _SHALLOWEST}:
        own = [number for number in counted if number.depth == depth]
        pairs = sum(_follows(one, other) for one, other in pairwise(own))
        in_row = sum(_follows_at_once(one, other, depth) for one, other in pairwise(lines))
        if len(own) >= _FEWEST and in_row and in_row * 2 >= pairs:
            found.add(depth)
    return frozenset(found)


def has_only_items_below(entries: Sequence[Entry], index: int) -> bool:
    """Whether nothing but a list stands between a number and the next one as deep or less deep."""
    own = entries[index].number
    for entry in entries[index + 1 :]:
        number = _number(entry)
        if number is not None and own is not None:
            return number.depth <= own.depth
        if entry.kind == "heading":
            return True
        if not _is_part(entry):
            return False
    return True


def _follows_at_once(entry: Entry, other: Entry, depth: int) -> bool:
    number = _number(other)
    return number is not None and number.depth == depth and _follows(_number(entry), number)


def _without_parts(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, the parts below a lead-in ("1.2 Kjøpa ein buss med:") left out."""
    found: list[Entry] = []
    for entry in entries:
        if not (found and found[-1].text.endswith(":") and _is_part(entry)):
            found.append(entry)
    return found


def _follows(number: Numbered | None, other: Numbered | None) -> bool:
    if number is None or other is None:
        return False
    return number.parent == other.parent and other.order == number.order + 1


def _number(entry: Entry | None) -> Numbered | None:
    """The decimal number of a text, None where it has none."""
    number = entry.number if entry is not None and entry.kind in ("text", "heading") else None
    return number if number is not None and number.kind == "decimal" else None


def _is_part(entry: Entry) -> bool:
    """An item of a list below a numbered text: "a) …", "– …"."""
    block = entry.block
    if not isinstance(block, TextBlock) or entry.kind not in ("text", "attribute"):
        return False
    number = entry.number
    lettered = number is not None and number.kind in ("bracket", "letter")
    return entry.kind == "attribute" or block.is_list_item or lettered
