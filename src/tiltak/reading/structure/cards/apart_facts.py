"""Facts set on two lines: "Lead" in bold, and "Peatland Partnership" below.

Read only where several such names follow each other, each with a short text below: a lone
"Status" or "Økonomi" heads a chapter. Among them a name may have none: nothing was filled in.
"""

from collections.abc import Container, Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.cards.named_facts import asks_for_measure
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_LONGEST_VALUE, _LONGEST_TOLD = 120, 500
_FEWEST = 2
_NOTHING = "–"
_VALUES_TOO = (None, "state", "end")


def join_apart_facts(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, each name and its value made one: "Lead: Peatland Partnership"."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        pairs = _pairs(blocks, at, vocabulary)
        if sum(bool(values) for _, values in pairs) >= _FEWEST:
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
        values = _values(blocks, at + 1, role, vocabulary)
        if not values and not _names_fact(blocks, at + 1, roles | {role}, vocabulary):
            break
        roles.add(role)
        pairs.append((name, values))
        at += 1 + len(values)
    return pairs


def _names_fact(
    blocks: Sequence[Block], at: int, known: Container[str | None], vocabulary: Vocabulary
) -> bool:
    """Whether a block is the name of one more fact, with its value below."""
    role = _role(blocks[at], vocabulary) if at < len(blocks) else None
    return (
        role is not None and role not in known and bool(_values(blocks, at + 1, role, vocabulary))
    )


def _role(block: Block, vocabulary: Vocabulary) -> str | None:
    """The role of a block that is the name of a fact and nothing more."""
    if isinstance(block, TableBlock) or block.is_list_item:
        return None
    role = vocabulary.column_role(block.text)
    return role if role in FACT_ROLES or asks_for_measure(block.text, vocabulary) else None


def _values(
    blocks: Sequence[Block], at: int, role: str | None, vocabulary: Vocabulary
) -> list[TextBlock]:
    """The short text below a name for such a fact, or the items of a list."""
    found: list[TextBlock] = []
    for block in blocks[at:]:
        if (
            isinstance(block, TableBlock)
            or block.level is not None
            or len(block.text) > (_LONGEST_TOLD if role == "measure" else _LONGEST_VALUE)
        ):
            break
        # "Ferdig" is a state, and the head of a column too
        may_be = _VALUES_TOO if role == "state" and not found else (None,)
        if _role(block, vocabulary) not in may_be or vocabulary.attribute(block.text):
            break
        if found and not (block.is_list_item and found[0].is_list_item):
            break
        if block.text[0].isupper() and vocabulary.label(block.text) is not None:
            break
        found.append(block)
    return found


def _joined(name: TextBlock, values: Sequence[TextBlock]) -> TextBlock:
    said = ", ".join(value.text for value in values) or _NOTHING
    passages = (*name.passages, *(p for value in values for p in value.passages))
    return replace(name, text=f"{name.text.rstrip(' :')}: {said}", passages=passages, level=None)
