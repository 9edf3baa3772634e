"""The unit of the amounts of tables, said once for all or near each of them: "Tal i 1000 kr"."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import BlockDocument, TableBlock, TextBlock
from tiltak.reading.structure.reasons import NOTE
from tiltak.reading.values.said_unit import said_unit
from tiltak.reading.vocabulary import Vocabulary

_ADJACENT = 3
_NEAR_BELOW = 200
_LONGEST = 400


class SaidUnits:
    """The units a document says, with the place of each in its text."""

    def __init__(self, document: BlockDocument, vocabulary: Vocabulary) -> None:
        found = (
            (place, place + len(text), said_unit(text, vocabulary))
            for place, text in _texts(document)
            if len(text) < _LONGEST
        )
        self._said = sorted({(one, other, unit) for one, other, unit in found if unit is not None})
        self._blocks = document.blocks

    @cached_property
    def _tables(self) -> list[tuple[int, int]]:
        """Where the tables of the document stand; most documents say one unit and never ask."""
        tables = (block for block in self._blocks if isinstance(block, TableBlock))
        return sorted(_span(passages) for table in tables if (passages := table.passages))

    def of(self, table: TableBlock) -> int | None:
        """What bare amounts of a table are to be multiplied by, None where nothing says it.

        Where units differ the one between the table and the one before it holds, but for a note of
        that one, else a note close below it, else the last said above.
        """
        if len({unit for _, _, unit in self._said}) < 2 or table.start is None:
            return self._said[0][2] if self._said else None
        begin, end = _span(table.passages)
        before = max((high for _, high in self._tables if high <= begin), default=-_NEAR_BELOW)
        above = [
            unit
            for low, high, unit in self._said
            if before <= low < end and (begin - high <= _ADJACENT or low - before > _ADJACENT)
        ]
        below = [unit for low, _, unit in self._said if end <= low < end + _NEAR_BELOW]
        earlier = [unit for low, _, unit in self._said if low < begin]
        return [*above[-1:], *below[:1], *earlier[-1:], self._said[0][2]][0]


def _texts(document: BlockDocument) -> Iterator[tuple[int, str]]:
    """Each text outside of tables, titles of tables and what stands alone in a row, with its place;
    notes too."""
    for block in document.blocks:
        if isinstance(block, TextBlock):
            yield block.passages[0].start if block.passages else 0, block.text
            continue
        if block.title and block.start is not None:
            yield block.start, block.title
        for row in block.rows:
            filled = row.filled
            if len(filled) == 1 and filled[0].column_span > 1 and filled[0].passages:
                yield filled[0].passages[0].start, filled[0].text
    for passage, reason in document.aside:
        if reason == NOTE:
            yield passage.start, document.text[passage.start : passage.end]


def _span(passages: Sequence[Passage]) -> tuple[int, int]:
    return min(one.start for one in passages), max(one.end for one in passages)
