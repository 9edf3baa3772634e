"""A block and what it is in the outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tiltak.reading.blocks import Block, TableBlock
from tiltak.reading.structure.reasons import LOOKS_LIKE_HEADING, Ground
from tiltak.reading.values.numbering import Numbered
from tiltak.reading.vocabulary import Fact, Label

Kind = Literal["heading", "label", "labelled", "attribute", "text", "table", "measure"]


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
