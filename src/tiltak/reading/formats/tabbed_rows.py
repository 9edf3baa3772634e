"""Tables of Word and OpenDocument texts that are set with tabs.

Habit read: who does not make a table writes "Tiltak", presses the tabulator until the next column is
reached, writes "Frist", and goes on so line by line. How many tabs there are between two cells
says nothing, as long as every line has a text in each column.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.vocabulary import Vocabulary

_CELL = re.compile(r"[^\t]*[^\t\s][^\t]*")
_LONGEST_HEAD = 40
_LEAST_CELLS = 2
_SURE_CELLS = 3  # of two cells both have to be heads that are known


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph with tabs in it: its texts, where each stands, and how many tabs go before it."""

    texts: tuple[str, ...]
    passages: tuple[Passage, ...]
    tabs: tuple[int, ...]


def with_tabbed_tables(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document with such lines as tables."""
    if "\t" not in document.text:
        return document
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        rows = _table_at(document, at, vocabulary)
        if rows:
            blocks.append(TableBlock(tuple(rows)))
        else:
            blocks.append(document.blocks[at])
        at += max(1, len(rows))
    return replace(document, blocks=tuple(blocks))


def _table_at(document: BlockDocument, at: int, vocabulary: Vocabulary) -> list[TableRow]:
    """The rows of the table that begins at a block; none where none does."""
    head = _line(document, document.blocks[at])
    if head is None or not _is_head(head.texts, vocabulary):
        return []
    rows = [_row(head, head.tabs)]
    for block in document.blocks[at + 1 :]:
        line = _line(document, block)
        if line is None or len(line.texts) > len(head.texts):
            break
        rows.append(_row(line, _columns(line, head)))
    return rows if len(rows) > 1 else []


def _line(document: BlockDocument, block: Block) -> _Line | None:
    if not isinstance(block, TextBlock) or block.level is not None or len(block.passages) != 1:
        return None
    (passage,) = block.passages
    # tabs before the first word are no part of the passage
    begin = document.text.rfind("\n", 0, passage.start) + 1
    whole = document.text[begin : passage.end]
    found = list(_CELL.finditer(whole))
    if "\n" in whole or len(found) < _LEAST_CELLS:
        return None
    texts = [" ".join(match[0].replace("\u00ad", "").split()) for match in found]
    if block.mark is not None and not texts[0].startswith(block.mark):
        texts[0] = f"{block.mark} {texts[0]}"  # the program counts it
    return _Line(
        tuple(texts),
        tuple(_part(passage, begin, match) for match in found),
        tuple(whole[: match.start()].count("\t") for match in found),
    )


def _part(passage: Passage, begin: int, match: re.Match[str]) -> Passage:
    lead = len(match[0]) - len(match[0].lstrip())
    start = begin + match.start() + lead
    return replace(passage, start=start, end=start + len(match[0].strip()))


def _is_head(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    if any(len(text) > _LONGEST_HEAD for text in texts):
        return False
    roles = [vocabulary.head(text).role for text in texts]
    known = set(roles) - {None}
    sure = len(texts) >= _SURE_CELLS or None not in roles
    return "measure" in known and len(known) >= _LEAST_CELLS and sure


def _columns(line: _Line, head: _Line) -> Sequence[int]:
    """The columns of a line's texts: those with as many tabs before them as the heads have, where
    all are, so that empty cells are seen; else one column after the other."""
    return line.tabs if set(line.tabs) <= set(head.tabs) else head.tabs[: len(line.tabs)]


def _row(line: _Line, columns: Sequence[int]) -> TableRow:
    return TableRow(
        tuple(
            Cell(column, (CellLine(text, passage, 0),))
            for column, text, passage in zip(columns, line.texts, line.passages, strict=True)
        )
    )
