"""Documents that together are one plan: one after the other, and taken apart again.

The structure is found once over all of them. For that the passages of the second document are
moved behind the text of the first; in the plan each passage gets its own document back.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import msgspec

from tiltak.planfile.model import Passage, Plan, Source
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    TableBlock,
    TableRow,
    TextBlock,
)

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """`document` is all of them; `starts` where the text of each begins in its text, `parts` the
    blocks of each, with passages in the text of `document`."""

    document: BlockDocument
    sources: tuple[Source, ...]
    starts: tuple[int, ...]
    parts: tuple[tuple[Block, ...], ...]

    def source_of(self, at: int) -> int:
        """The document that has a character of the whole text."""
        return bisect_right(self.starts, at) - 1

    def in_own_text(self, passage: Passage) -> Passage:
        """The passage in the text of its own document."""
        source = self.source_of(passage.start)
        start = self.starts[source]
        return msgspec.structs.replace(
            passage, start=passage.start - start, end=passage.end - start, source=source
        )

    def taken_apart(self, plan: Plan) -> Plan:
        """The plan with every passage in the text of its own document."""
        if len(self.sources) == 1:
            return plan
        moved: Plan = _moved(plan, self)
        return moved


def join(documents: Sequence[BlockDocument], sources: Sequence[Source]) -> Joined:
    """One after the other, in this order."""
    if len(documents) == 1:
        return Joined(documents[0], tuple(sources), (0,), (documents[0].blocks,))
    lengths = (len(document.text) + len(_BETWEEN) for document in documents)
    starts = tuple(accumulate(lengths, initial=0))[:-1]
    parts = tuple(
        tuple(_block(block, start) for block in document.blocks)
        for document, start in zip(documents, starts, strict=True)
    )
    aside = tuple(
        (_passage(passage, start), reason)
        for document, start in zip(documents, starts, strict=True)
        for passage, reason in document.aside
    )
    whole = BlockDocument(
        text=_BETWEEN.join(document.text for document in documents),
        media_type=documents[0].media_type,
        blocks=tuple(block for part in parts for block in part),
        aside=aside,
        scattered=tuple(
            _passage(passage, start)
            for document, start in zip(documents, starts, strict=True)
            for passage in document.scattered
        ),
        method="ocr" if any(one.method == "ocr" for one in documents) else documents[0].method,
        warnings=tuple(dict.fromkeys(w for one in documents for w in one.warnings)),
    )
    return Joined(whole, tuple(sources), starts, parts)


def _passage(passage: Passage, by: int) -> Passage:
    return msgspec.structs.replace(passage, start=passage.start + by, end=passage.end + by)


def _block(block: Block, by: int) -> Block:
    if isinstance(block, TextBlock):
        return msgspec.structs.replace(
            block, passages=tuple(_passage(one, by) for one in block.passages)
        )
    return _table(block, by)


def _table(table: TableBlock, by: int) -> TableBlock:
    rows = tuple(TableRow(tuple(_cell(cell, by) for cell in row.cells)) for row in table.rows)
    return msgspec.structs.replace(table, rows=rows)


def _cell(cell: Cell, by: int) -> Cell:
    lines = tuple(
        CellLine(line.text, _passage(line.passage, by) if line.passage else None, line.position)
        for line in cell.lines
    )
    return msgspec.structs.replace(cell, lines=lines)


def _moved(value: Any, joined: Joined) -> Any:
    """A value of the plan with every passage in it in its own document."""
    if isinstance(value, Passage):
        return joined.in_own_text(value)
    if isinstance(value, tuple):
        return tuple(_moved(one, joined) for one in value) if value else value
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        moved = {name: _moved(field, joined) for name, field in fields.items()}
        changed = {name: field for name, field in moved.items() if field is not fields[name]}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
