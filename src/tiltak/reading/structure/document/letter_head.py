"""The head of the e-mail or note that a plan was sent in: who wrote to whom, when, and about what.

Habit read: a plan as plain text has the head of the message still above it ("Frå: …", "Til: …",
"Dato: …", "Emne: …"), or stands below the head of a note. It is no title and no fact of the plan;
what it is about may name a plan that has no title of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.document.document_facts import names_plan
from tiltak.reading.vocabulary import Vocabulary

_PARTS = ("sender", "receiver", "about", "other")
_FEWEST = 3
_LINE = re.compile(r"([^\W\d_][^:]{1,24}?)\s*:\s*(\S.*)?", re.DOTALL)
_ANSWERED = re.compile(r"^(?:(?:re|sv|vs|fwd?|fw|vb)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What a message is said to be about where that names a plan, and the blocks (by index) of its
    head."""

    about: str = ""
    used: frozenset[int] = frozenset()


def read_letter_head(blocks: Sequence[Block], vocabulary: Vocabulary) -> LetterHead:
    """The lines that follow each other and name a sender and a receiver, and something more."""
    said: dict[str, str] = {}
    used: set[int] = set()
    for index, block in enumerate(blocks):
        pairs = [(_part(name, vocabulary), value) for name, value in _pairs(block)]
        if used and not pairs:
            break
        if pairs and all(part for part, _ in pairs):
            said = {part: value for part, value in pairs if part} | said
            used.add(index)
    if not {"sender", "receiver"} <= set(said) or len(said) < _FEWEST:
        return LetterHead()
    about = _ANSWERED.sub("", said.get("about", ""))
    return LetterHead(about if names_plan(about, vocabulary) else "", frozenset(used))


def _pairs(block: Block) -> Iterator[tuple[str, str]]:
    """Name and value of a line, or of every row of a small table."""
    if isinstance(block, TextBlock):
        if match := _LINE.fullmatch(block.text):
            yield match[1], match[2] or ""
    elif isinstance(block, TableBlock):
        for row in block.rows:
            name, *values = [cell.text for cell in row.cells] or [""]
            yield name, " ".join(values)


def _part(name: str, vocabulary: Vocabulary) -> str | None:
    folded = name.casefold().strip(" :*")
    return next((part for part in _PARTS if folded in vocabulary.list_of("letter", part)), None)
