"""A block and what it is in the outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.reasons import LOOKS_LIKE_HEADING, Ground
from tiltak.reading.values.numbering import Numbered, read_lettered
from tiltak.reading.vocabulary import Fact, Label

# A longer line is text, whatever stands before it.
LONGEST_HEADING = 120
# Levels that stand within an area.
IN_AREA = ("sub_goal", "strategy", "measure")

Kind = Literal[
    "heading", "label", "labelled", "attribute", "text", "table", "measure", "counted", "prose"
]


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


def entry_after(entries: Sequence[Entry], index: int) -> Entry | None:
    """The entry below another, None for the last."""
    return entries[index + 1] if index + 1 < len(entries) else None


def own_number(entry: Entry) -> Numbered | None:
    """The number in front of a list item: "2)", "a.", "1.2.3", "A.1"; "45 minutt" has none."""
    number = entry.number or read_lettered(entry.text)
    if number is None or not (number.closed or number.depth > 1):
        return None
    return number


def is_marked(entry: Entry) -> bool:
    """Whether a text has a list mark or a number."""
    block = entry.block
    return isinstance(block, TextBlock) and (block.is_list_item or entry.number is not None)


def number_of_mark(mark: str | None) -> str | None:
    """The mark as the measure's number as printed: "a." → "a", "-" stays."""
    return mark.strip("().") or mark if mark else None
