"""Numbers set apart from the title they count: "1.1" in a box of its own, the title beside it.

Read where several such numbers each stand before a short text.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Block, TextBlock

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_FEWEST = 2
_LONGEST_TITLE = 160


def join_lone_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each such number put in front of its title."""
    lone = {at for at in range(len(blocks)) if _counts_title(blocks, at)}
    if len(lone) < _FEWEST:
        return list(blocks)
    found: list[Block] = []
    for at, block in enumerate(blocks):
        number = blocks[at - 1] if at - 1 in lone else None
        if isinstance(number, TextBlock) and isinstance(block, TextBlock):
            passages = (*number.passages, *block.passages)
            text = f"{number.text} {block.text}"
            found.append(replace(block, text=text, passages=passages, gap=number.gap))
        elif at not in lone:
            found.append(block)
    return found


def _counts_title(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a number and nothing more, and a title follows."""
    number, title = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(number, TextBlock) or not isinstance(title, TextBlock):
        return False
    if number.is_list_item or title.is_list_item or not _NUMBER.fullmatch(number.text):
        return False
    text = title.text
    return text[:1].isupper() and len(text) <= _LONGEST_TITLE and text[-1] not in ".:;,"
