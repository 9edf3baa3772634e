"""Tables without rules: found by their heads, which tell the columns, and followed to their end."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf.borderless_body import Body
from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.heads import Head, find_head
from tiltak.reading.formats.pdf.inner_titles import InnerTitles
from tiltak.reading.formats.pdf.tables import REPEATED_HEAD, TablePart
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.vocabulary import Vocabulary

Item = FlowLine | TablePart

_FAR = 4.0


@dataclass(slots=True)
class Borderless:
    """A table found among lines: its block, how many items it takes, what it leaves aside."""

    block: TableBlock
    taken: int
    aside: list[tuple[Passage, str]] = field(default_factory=list)


class BorderlessReader:
    """Finds the table that begins at an item, if one does."""

    def __init__(self, typography: Typography, vocabulary: Vocabulary, mender: Mender) -> None:
        self._type = typography
        self._vocabulary = vocabulary
        self._mender = mender

    def read(self, items: Sequence[Item], at: int) -> Borderless | None:
        """The table whose head begins at item `at`."""
        head = find_head(items, at, self._vocabulary)
        if head is None:
            return None
        found = Body(head, self._type, self._vocabulary, self._mender)
        begin = at + len(head.lines)
        used = found.take_page(_lines_of_page(items, begin))
        # a page may end right below the head, or below the first titles
        while more := self._goes_on(items, begin + used, head, found):
            used += more
        if used == 0:
            return None
        return Borderless(found.block(), len(head.lines) + used, found.aside)

    def _goes_on(self, items: Sequence[Item], at: int, head: Head, body: Body) -> int:
        """How many items of the next page go on with the table; 0 when it ended before."""
        titles = self._titles_before_break(items, at, head, body)
        begin = at + sum(map(len, titles))
        if begin >= len(items) or not _is_next_page(items[at - 1], items[begin]):
            return 0
        again = find_head(items, begin, self._vocabulary)
        if again is not None and again.names != head.names:
            return 0
        heads = len(again.lines) if again is not None else 0
        sides = again.sides if again is not None else None
        lines = _lines_of_page(items, begin + heads)
        taken = body.take_page(lines, sides, strict=again is None, titles=titles)
        if taken and again is not None:
            body.aside += [(line.passage(), REPEATED_HEAD) for line in again.lines]
        return begin - at + heads + taken if taken else 0

    def _titles_before_break(
        self, items: Sequence[Item], at: int, head: Head, body: Body
    ) -> list[list[FlowLine]]:
        """Titles that end a page, the rows they stand over on the next. Larger ones are headings where
        none stands inside the table above: the next table has one of its own."""
        above, lines = items[at - 1], _lines_of_page(items, at)
        if not isinstance(above, FlowLine) or not lines or lines[0].page is not above.page:
            return []
        if lines[0].line.baseline - above.line.baseline > _FAR * lines[0].line.size:
            return []
        inner = InnerTitles(head, head.sides, body.size, self._type, self._vocabulary)
        titles = inner.stacked(lines)
        inside = above in head.lines or body.has_titles
        if not inside and any(inner.is_larger(title[0]) for title in titles):
            return []
        return titles if sum(map(len, titles)) == len(lines) else []


def _is_next_page(last: Item, first: Item) -> bool:
    return (
        isinstance(last, FlowLine)
        and isinstance(first, FlowLine)
        and first.page.number == last.page.number + 1
    )


def _lines_of_page(items: Sequence[Item], at: int) -> list[FlowLine]:
    """The lines that follow on the same page, in the same column, up to a ruled table."""
    lines: list[FlowLine] = []
    for item in items[at:]:
        if not isinstance(item, FlowLine):
            break
        if lines and (item.page is not lines[0].page or item.line.column != lines[0].line.column):
            break
        lines.append(item)
    return lines
