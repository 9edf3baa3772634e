"""Parties that stand alone somewhere: evidence for where "og" divides two parties."""

import re
from collections.abc import Iterator, Sequence

from tiltak.reading.blocks import Block, TableBlock
from tiltak.reading.structure.cards.card_facts import card_facts, is_card
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.vocabulary import Vocabulary

_ROLES = ("responsible", "partners")
_SEVERAL = re.compile(r"[,/;]|\s(?:og|and|och)\s")
_LONGEST = 60


def lone_parties(blocks: Sequence[Block], vocabulary: Vocabulary) -> frozenset[str]:
    """The names in lower case, from cells, cards and fact lines that hold one party alone."""
    said = (text for block in blocks for text in _said(block, vocabulary))
    return frozenset(
        text.casefold()
        for text in dict.fromkeys(said)
        if text and len(text) < _LONGEST and not _SEVERAL.search(text)
    )


def _said(block: Block, vocabulary: Vocabulary) -> Iterator[str]:
    if not isinstance(block, TableBlock):
        facts = vocabulary.facts(block.text)
        yield from (fact.value.strip(" ()") for fact in facts if fact.role in _ROLES)
    elif is_card(block, vocabulary):
        yield from (one.value for one in card_facts(block, vocabulary) if one.role in _ROLES)
    elif columns := read_columns(block, vocabulary):
        for role in _ROLES:
            column = columns.of(role)
            for row in block.rows[columns.body :] if column else ():
                cell = row.cell(column.index) if column else None
                yield cell.text if cell else ""
