"""Facts set on two lines: "Lead" in bold, and "Peatland Partnership" below.

Read only where several such names follow each other, each with a short text below: a lone
"Status" or "Økonomi" heads a chapter.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_LONGEST_VALUE = 120
_FEWEST = 2


def join_apart_facts(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, each name and its value made one: "Lead: Peatland Partnership"."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        pairs = _pairs(blocks, at, vocabulary)
        if len(pairs) >= _FEWEST:
            found += (_joined(name, values) for name, values in pairs)
            at += sum(1 + len(values) for _, values in pairs)
        else:
            found.append(blocks[at])
            at += 1
    return found


def _pairs(
    blocks: Sequence[Block], at: int, vocabulary: Vocabulary
) -> list[tuple[TextBlock, list[TextBlock]]]:
    """Names with their values from a block on, no name twice."""
    pairs: list[tuple[TextBlock, list[TextBlock]]] = []
    roles: set[str | None] = set()
    while at < len(blocks):
        name = blocks[at]
        role = _role(name, vocabulary)
        if isinstance(name, TableBlock) or role is None or role in roles:
            break
        values = _values(blocks, at + 1, vocabulary)
        if not values:
            break
        roles.add(role)
        pairs.append((name, values))
        at += 1 + len(values)
    return pairs


def _role(block: Block, vocabulary: Vocabulary) -> str | None:
    """The role of a block that is the name of a fact and nothing more."""
    if isinstance(block, TableBlock) or block.is_list_item:
        return None
    role = vocabulary.column_role(block.text)
    return role if role in FACT_ROLES else None


def _values(blocks: Sequence[Block], at: int, vocabulary: Vocabulary) -> list[TextBlock]:
    """The short text below a name, or the items of a list."""
    found: list[TextBlock] = []
    for block in blocks[at:]:
        if (
            isinstance(block, TableBlock)
            or block.level is not None
            or len(block.text) > _LONGEST_VALUE
        ):
            break
        if _role(block, vocabulary) or vocabulary.attribute(block.text):
            break
        if found and not (block.is_list_item and found[0].is_list_item):
            break
        if block.text[0].isupper() and vocabulary.label(block.text) is not None:
            break
        found.append(block)
    return found


def _joined(name: TextBlock, values: Sequence[TextBlock]) -> TextBlock:
    said = ", ".join(value.text for value in values)
    passages = (*name.passages, *(p for value in values for p in value.passages))
    return replace(name, text=f"{name.text.rstrip(' :')}: {said}", passages=passages, level=None)
