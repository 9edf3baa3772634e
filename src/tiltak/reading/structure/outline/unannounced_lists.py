"""Lists below goals in a plan that never says what its measures are.

Habit read: "Mål: Alle skal ha ein god stad å bu.", and right below it a list of what is to be done,
area for area. Read only where no word, table, number or fact in the plan tells of measures.
"""

import re
from collections.abc import Iterator, Sequence

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.values.numbering import Numbered
from tiltak.reading.vocabulary import Vocabulary

_WHO = re.compile(r"\([A-ZÆØÅÄÖ][^()\d]{1,60}\)$")
_LONGEST = 200
_FEWEST = 3
_GOALS = ("sub_goal", "strategy")
_MEASURES = ("measure", "part")


def take_unannounced_lists(entries: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Give the kind "counted" to the items. Levels must be set."""
    if any(_tells_of_measures(entry, vocabulary) for entry in entries):
        return
    items = list(_items_below_goals(entries))
    wishes = set(vocabulary.list_of("goal_sentences", "words"))
    wished = sum(bool(wishes & set(item.text.casefold().split())) for item in items)
    if len(items) >= _FEWEST and wished * 2 < len(items):
        for item in items:
            item.kind = "counted"


def _tells_of_measures(entry: Entry, vocabulary: Vocabulary) -> bool:
    if isinstance(entry.block, TableBlock):
        return read_columns(entry.block, vocabulary) is not None
    if entry.kind in ("measure", "counted", "attribute"):
        return True
    return entry.label is not None and entry.label.level in _MEASURES


def _items_below_goals(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The items of lists that follow a goal or strategy with its word, at most after sentences; or
    a list of goals, set in another way than these."""
    below, goals = False, False
    sign: tuple[str, int] | None = None
    for entry in entries:
        if entry.kind == "text" and isinstance(entry.block, TextBlock):
            if not _is_item(entry, entry.block):
                # what a lead-in leads in is something else
                below = below and not entry.block.text.endswith(":")
                continue
            sign = sign or _sign_of(entry, entry.block)
            if below or (goals and _is_beside(sign, _sign_of(entry, entry.block))):
                yield entry
        else:
            is_goal = entry.label is not None and entry.label.level in _GOALS
            below, goals = entry.kind == "labelled" and is_goal, entry.kind == "label" and is_goal
            sign = None


def _sign_of(entry: Entry, block: TextBlock) -> tuple[str, int]:
    """The mark of an item, or the kind of its number, and how far in it stands."""
    counted = entry.number is not None or (block.mark or "").strip("().").isalnum()
    return "1" if counted else (block.mark or ""), block.indent


def _is_beside(sign: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether an item with another mark stands beside the first of the list, not below it."""
    return sign[0] != other[0] and other[1] <= sign[1]


def _is_item(entry: Entry, block: TextBlock) -> bool:
    """A text with a mark or number, or one that ends in who does it: "Byggja bru (Fylket)"."""
    named = len(block.text) <= _LONGEST and _WHO.search(block.text) is not None
    return block.is_list_item or _counts(entry.number) or named


def _counts(number: Numbered | None) -> bool:
    """ "1.", "a)": no year and no amount."""
    return number is not None and (number.closed or number.depth > 1)
