"""A bracket alone on the line below a numbered or marked text: "(Kommunane, Turlaget)".

Habit read: who does a measure stands in brackets behind it, and on a line of its own where the
text fills the line or where the writer broke it.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.values.numbering import read_lettered, read_number

_BRACKET = re.compile(r"\([A-ZÆØÅÄÖ][^()]{1,118}\)\.?")


def join_bracket_lines(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, each such bracket made the end of the text above it."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if isinstance(above, TextBlock) and isinstance(block, TextBlock) and _ends(block, above):
            passages = (*above.passages, *block.passages)
            found[-1] = replace(above, text=f"{above.text} {block.text}", passages=passages)
        else:
            found.append(block)
    return found


def _ends(block: TextBlock, above: TextBlock) -> bool:
    """Whether a bracket stands right below an item that has none."""
    if block.is_list_item or block.gap or block.level is not None or above.level is not None:
        return False
    if not _BRACKET.fullmatch(block.text) or block.look != above.look or above.text[-1] in ":)":
        return False
    numbered = read_number(above.text) or read_lettered(above.text)
    return above.is_list_item or numbered is not None
