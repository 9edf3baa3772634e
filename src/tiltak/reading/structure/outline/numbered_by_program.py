"""One list of the program's that numbers the whole plan: headings "1", "1.1", measures "1.1.1".

Habit read: the headings have no style, but stand in a list of several levels, set in bold or not;
level words ("Mål: …") between the items tell that it is no list of measures. Its numbers are then
read as if they were typed.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.outline.entry import IN_AREA
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_HEADINGS = 2


def type_numbers(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, the marks of such a list put in front of the texts."""
    styled = any(isinstance(block, TextBlock) and block.level for block in blocks)
    if styled or not _numbers_plan(blocks, vocabulary):
        return list(blocks)
    return [_typed(block) if _depth(block) else block for block in blocks]


def _numbers_plan(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether level words stand below most items of the highest level, and some items are deeper."""
    depths = [_depth(block) for block in blocks]
    heads = [index for index, depth in enumerate(depths) if depth == 1]
    told = 0
    for at, end in pairwise([*heads, len(blocks)]):
        told += any(_names_level(block, vocabulary) for block in blocks[at + 1 : end])
    return max(depths, default=0) > 1 and told >= _FEWEST_HEADINGS and told * 2 > len(heads)


def _depth(block: Block) -> int:
    """The parts of the number that the program gives an item ("1.1" has 2), 0 for any other."""
    if not isinstance(block, TextBlock) or block.list_level is None or block.mark is None:
        return 0
    number = read_number(f"{block.mark} {block.text}")
    return number.depth if number is not None and number.kind == "decimal" else 0


def _names_level(block: Block, vocabulary: Vocabulary) -> bool:
    if not isinstance(block, TextBlock) or block.is_list_item:
        return False
    label = vocabulary.label(block.text) if block.text[:1].isupper() else None
    return label is not None and label.level in IN_AREA


def _typed(block: Block) -> Block:
    if not isinstance(block, TextBlock):
        return block
    text = f"{block.mark} {block.text}"
    return replace(block, text=text, mark=None, is_list_item=False, list_level=None)
