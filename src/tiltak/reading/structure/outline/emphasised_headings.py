"""Headings of a typed text: underlined with signs, or set in capitals.

Habit read: a plan written without any program for it, or sent by mail, has its chapters underlined
("Veg og trafikk" over "--------------") or in capitals ("VEG OG TRAFIKK"), alone between blank lines,
and right below each a list or sentences; no number and no level word tells them.
"""

from collections.abc import Sequence

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.outline.block_looks import looks_plain
from tiltak.reading.structure.outline.entry import Entry, entry_after
from tiltak.reading.structure.reasons import LOOKS_LIKE_HEADING

_FEWEST = 2
_FEWEST_LETTERS = 4


def take_emphasised(entries: Sequence[Entry]) -> None:
    """Give the kind "heading" to such lines, where there are several set alike."""
    for is_set in (_is_underlined, _is_in_capitals):
        found = [
            entry
            for index, entry in enumerate(entries)
            if is_set(entry) and _may_head(entries, index)
        ]
        if len(found) >= _FEWEST:
            for entry in found:
                entry.kind, entry.ground, entry.key = "heading", LOOKS_LIKE_HEADING, ("plain", 0)


def _may_head(entries: Sequence[Entry], index: int) -> bool:
    entry, after = entries[index], entry_after(entries, index)
    block = entry.block
    if after is None or isinstance(block, TableBlock) or block.mark:
        return False
    if entry.kind != "text" or entry.number is not None or not looks_plain(block):
        return False
    apart = bool(block.gap) or index == 0 or isinstance(entries[index - 1].block, TableBlock)
    return apart and not (_is_in_capitals(entry) and _is_in_capitals(after))


def _is_underlined(entry: Entry) -> bool:
    """Bold type is no line drawn with signs: measures are set in it too."""
    block = entry.block
    return isinstance(block, TextBlock) and block.look.bold and block.look.size is None


def _is_in_capitals(entry: Entry) -> bool:
    if not isinstance(entry.block, TextBlock):
        return False
    text = entry.block.text
    # ends at the second letter of most texts
    if not all(map(str.isupper, filter(str.isalpha, text))):
        return False
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
