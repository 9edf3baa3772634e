"""The unit of all amounts of a plan, said once above its tables: "Tal i 1000 kr"."""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.values.amounts import unit_factor
from tiltak.reading.vocabulary import Vocabulary

_UNIT_ABOVE = re.compile(
    r"\bi\s+(?:heile\s+|hele\s+)?(1[\s.]?000(?:\s*kr\w*)?|tusen|mill\w*)", re.IGNORECASE
)
_LONGEST = 200


def unit_said(blocks: Sequence[Block], vocabulary: Vocabulary) -> int | None:
    """ "Tal i 1000 kr" said once for all tables, as a factor; None where nothing says it."""
    for block in blocks:
        text = block.text if isinstance(block, TextBlock) else (block.title or "")
        if len(text) < _LONGEST and (match := _UNIT_ABOVE.search(text)):
            return unit_factor(match[1], vocabulary)
    return None
