"""Pieces of tables that no table could be made of: heads, years, amounts and sums alone on their lines.

The habit read: a text taken from a PDF tears a table apart. Where the format says that it did, what can
be nothing but a head or a value is no measure and no heading. It is listed as unplaced.
"""

import re
from collections.abc import Iterable, Sequence

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.sums import names_sum
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_LONGEST, _LONGEST_TIME = 40, 14
_LONGEST_PHRASE = 25
_JOINTS = re.compile(r"\s*[-–/]\s*|\s+")
_MARKS = ("x", "✓", "✔", "-", "–", "—")


def without_pieces(
    blocks: Iterable[Block], torn: Sequence[Passage], vocabulary: Vocabulary
) -> list[Block]:
    """The blocks but for such pieces among the text that is `torn`."""
    places = {(passage.source, passage.start) for passage in torn}
    return [
        block
        for block in blocks
        if not (
            isinstance(block, TextBlock)
            and any((one.source, one.start) in places for one in block.passages)
            and _is_piece(block, vocabulary)
        )
    ]


def _is_piece(block: TextBlock, vocabulary: Vocabulary) -> bool:
    text = block.text.strip()
    if len(text) > _LONGEST or block.level is not None or ":" in text:
        return False
    head = vocabulary.column_role(vocabulary.head_words(text))
    if text.casefold() in _MARKS or head in FACT_ROLES:
        return True
    if names_sum(text, vocabulary) or is_amount(text, vocabulary):
        return True
    if not any(map(str.isalpha, text)) or _is_said_value(text, vocabulary):
        return True
    return len(text) <= _LONGEST_TIME and is_time(text, vocabulary)


def _is_said_value(text: str, vocabulary: Vocabulary) -> bool:
    """ "Innanfor ramma", "Juni–august"."""
    folded = text.casefold()
    if len(text) <= _LONGEST_PHRASE and folded.startswith(_phrases(vocabulary)):
        return True
    months = {name for names in vocabulary.words["time"]["months"] for name in names}
    return all(part in months for part in _JOINTS.split(folded))


def _phrases(vocabulary: Vocabulary) -> tuple[str, ...]:
    kinds = ("within_frame", "external", "unknown")
    words = (word for kind in kinds for word in vocabulary.list_of("amount", kind))
    return tuple(word for word in words if len(word) > 1)
