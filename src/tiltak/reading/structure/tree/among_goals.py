"""Lines below the word for goals or strategies that are none.

Habits read: a line in bold above a table is its title; after a list with marks, a paragraph of
several sentences right before the next heading tells about the area.
"""

import re

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.vocabulary import Vocabulary

_SENTENCE_ENDS = re.compile(r"\w{2}[.!?](?=\s+[A-ZÆØÅÄÖ]|\s*$)")
_SEVERAL = 2


def is_no_goal(
    before: Entry | None, entry: Entry, after: Entry | None, vocabulary: Vocabulary
) -> bool:
    """Whether a line among goals ends them, by what stands before and after it."""
    block = entry.block
    if not isinstance(block, TextBlock) or after is None or block.is_list_item or entry.number:
        return False
    if after.kind == "table":
        return _titles_table(block, vocabulary)
    listed = before is not None and isinstance(before.block, TextBlock) and before.kind == "text"
    if not listed or before is None or not _is_item(before) or after.kind != "heading":
        return False
    return says_several(block.text)


def says_several(text: str) -> bool:
    """Whether a text is several sentences."""
    return text[-1] in ".!?" and len(_SENTENCE_ENDS.findall(text)) >= _SEVERAL


def _is_item(entry: Entry) -> bool:
    return isinstance(entry.block, TextBlock) and entry.block.is_list_item


def _titles_table(block: TextBlock, vocabulary: Vocabulary) -> bool:
    """A line above a table that is no goal: "Tiltak utan kostnad", or set in bold."""
    named = vocabulary.column_role(block.text.split()[0]) == "measure"
    return block.text[-1] not in ".!?" and (named or block.look.bold)
