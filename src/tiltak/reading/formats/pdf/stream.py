"""Tables written out cell after cell on a page, nothing setting their columns apart.

So a text file looks that was printed, or a table copied into a document that lost it. Its lines
are read as those of a text, wrapped ones joined, white space between them as blank lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.planfile.running_text import SOFT_HYPHENS
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.paragraph_ends import ParagraphEnds, is_full
from tiltak.reading.formats.pdf.tables import TablePart
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.formats.text.heads import read_head
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.stream_table import read_stream_table
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

Item = FlowLine | TablePart

_LARGER = 0.75
_MOST_BLANK = 6
_ASCENT, _NEARLY = 0.6, 1.5


@dataclass(frozen=True, slots=True)
class Stream:
    """A table found among lines, and how many items it takes."""

    block: TableBlock
    taken: int


class StreamReader:
    """Finds the table that begins at an item, if one does."""

    def __init__(self, typography: Typography, ends: ParagraphEnds, vocabulary: Vocabulary) -> None:
        self._type = typography
        self._ends = ends
        self._vocabulary = vocabulary

    def read(self, items: Sequence[Item], at: int) -> Stream | None:
        """The table whose head is item `at`: names of columns side by side, no gap between."""
        first = items[at]
        if not isinstance(first, FlowLine):
            return None
        head = read_head(Line(first.line.text, 0, None), self._vocabulary)
        if head is None or head.spaced or "measure" not in head.roles:
            return None
        lines, sizes = self._lines(_flow_from(items, at))
        head = read_head(lines[0], self._vocabulary)
        found = read_stream_table(lines, head, 0, self._vocabulary) if head else None
        if found is None:
            return None
        block, after = found
        return Stream(block, sum(sizes[:after]))

    def _lines(self, flow: Sequence[FlowLine]) -> tuple[list[Line], list[int]]:
        """The lines of a text, and how many lines of the page each was made of."""
        lines: list[Line] = [_line(flow[0])]
        sizes = [1]
        for above, below in pairwise(flow):
            blank = self._blank_lines(above, below)
            near = not blank or _ends_page(above, below)
            if near and len(lines) > 1 and self._is_wrapped(above, below):
                last = lines[-1]
                lines[-1] = Line(f"{last.text} {below.line.text}", last.start, None, last.page)
                sizes[-1] += 1
                continue
            lines += [Line("", 0, None)] * blank
            sizes += [0] * blank
            lines.append(_line(below))
            sizes.append(1)
        return lines, sizes

    def _blank_lines(self, above: FlowLine, below: FlowLine) -> int:
        """How many blank lines the white space between two lines makes.

        A page that ends higher than others, or begins lower, ends or begins with blank lines. One
        that is left half empty tells nothing.
        """
        leading = self._type.leading(below.line.size)
        if above.page is not below.page:
            left = int((self._lowest(above, leading) - above.line.baseline) / leading + 0.1)
            before = round((below.line.baseline - self._type.top) / leading)
            return max(1, sum(lines for lines in (left, before) if 0 < lines < _MOST_BLANK))
        if above.line.column != below.line.column:
            return 1
        step = below.line.baseline - above.line.baseline
        return max(0, min(_MOST_BLANK, round((step - leading) / leading + 0.15)))

    def _lowest(self, line: FlowLine, leading: float) -> float:
        """The lowest baseline of a page: as far from its foot as the first from its top, where a line
        is seen that low or nearly."""
        seen = self._type.bottom
        room = line.page.view.height - self._type.top + _ASCENT * line.line.size
        return room if 0 < room - seen < _NEARLY * leading else seen

    def _is_wrapped(self, above: FlowLine, below: FlowLine) -> bool:
        """Whether the program broke the line. A hyphen stays at its line's end, where it is read."""
        number = read_number(below.text)
        if above.line.size != below.line.size or (number and number.closed):
            return False
        if above.text[-1] in (*SOFT_HYPHENS, "-"):
            return False
        if self._ends.end_between(above.text, below.text):
            return False
        return is_full(above.line, below.line, above.page, self._type)


def _flow_from(items: Sequence[Item], at: int) -> list[FlowLine]:
    """The lines from an item on, up to a ruled table or a heading in larger type."""
    flow: list[FlowLine] = []
    for item in items[at:]:
        if not isinstance(item, FlowLine):
            break
        if flow and item.line.size > flow[0].line.size + _LARGER:
            break
        flow.append(item)
    return flow


def _ends_page(above: FlowLine, below: FlowLine) -> bool:
    """Whether the text goes on upon the next page, no running head between."""
    return (
        above.page is not below.page
        and below.offset + below.line.start == above.offset + above.line.end + 1
    )


def _line(flow: FlowLine) -> Line:
    return Line(flow.line.text, flow.offset + flow.line.start, None, flow.page.number)
