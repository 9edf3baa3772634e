"""Where a text has tables written out column after column, and which lines belong to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Passage
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.column_cells import Piece, pieces_of
from tiltak.reading.formats.text.column_flows import Flow, Loose, joined
from tiltak.reading.formats.text.column_heads import find_heads, weak_role
from tiltak.reading.formats.text.column_stack import read_stack
from tiltak.reading.formats.text.column_table import Column, align
from tiltak.reading.formats.text.furniture import is_page_number
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.stacked_facts import fact_role
from tiltak.reading.formats.text.text_groups import Span, group_at
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

NOT_PAIRED = gettext_noop("Verdiar som ikkje lét seg knyta til ei rad")
PIECED = gettext_noop(
    "Ein tabell står kolonne for kolonne i teksten og er sett saman att. Sjå over verdiane i radene."
)

_LONGEST_CELL = 160
_MOST_GROUPS = 400


@dataclass(slots=True)
class Found:
    """Tables by the index of their first line, and every line that is part of one.

    `loose` are values no row was found for, `doubtful` the cells of tables that hardly fit together.
    """

    tables: dict[int, TableBlock] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    loose: list[Passage] = field(default_factory=list)
    doubtful: list[Passage] = field(default_factory=list)


def find_column_tables(lines: Sequence[Line], vocabulary: Vocabulary) -> Found:
    """All tables of a text that are written out column after column, and cards of facts."""
    return _Finder(lines, vocabulary).found()


class _Finder:
    """Looks for heads that stand alone on a line, with cells below and another head after."""

    def __init__(self, lines: Sequence[Line], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self._heads = find_heads(lines, vocabulary)

    def found(self) -> Found:
        """Walk the heads in order; a flow of columns takes all lines up to its end."""
        found = Found()
        flows: list[Flow] = []
        after = 0
        beside = {i for i, line in enumerate(self._lines) if fact_role(line.text, self._vocabulary)}
        for index in sorted(beside | set(self._heads)):
            if index < after:
                continue
            if stack := read_stack(self._lines, self._heads, index, self._vocabulary):
                found.tables[index], after = stack.block, stack.end
                found.used |= set(range(index, after))
                found.used |= {stack.early.begin} if stack.early else set()
                found.loose += stack.loose
                if stack.is_doubtful:
                    found.doubtful += stack.block.passages
            elif index not in self._heads:
                continue
            elif money := self._money(index):
                table, begin, after = money
                found.tables[begin] = table
                found.used |= set(range(begin, after))
            elif begun := self._flows(index):
                flows += begun
                spans = [s for flow in begun for s in (*flow.spans, *(o.span for o in flow.loose))]
                after = max(span.end for span in spans)
        for flow in joined(flows):
            self._put_together(flow, found)
        return found

    def _money(self, index: int) -> tuple[TableBlock, int, int] | None:
        """Amounts below a head of their own, and as many lines above it under a head not known."""
        amounts = group_at(self._lines, index)
        if self._heads[index] != "budget" or amounts is None or amounts.end - amounts.begin < 2:
            return None
        size = amounts.end - amounts.begin
        last = index - 1
        while last >= 0 and not self._lines[last].text.strip():
            last -= 1
        begin = last + 1 - size
        names = group_at(self._lines, max(begin, 0))
        if last == index - 1 or begin < 0 or names is None or names.end != last + 1:
            return None
        columns = [Column(self._piece(begin), None, [self._pieces(begin + 1, last + 1)])]
        columns.append(self._column(amounts, "budget"))
        if any(i in self._heads for i in range(begin, last + 1)) or not all(
            is_amount(piece.text, self._vocabulary) for piece in columns[1].groups[0]
        ):
            return None
        aligned = align(columns, self._vocabulary)
        return (aligned.block, begin, amounts.end) if aligned else None

    def _piece(self, index: int) -> Piece:
        line = self._lines[index]
        return Piece(line.text.strip(), line.passage())

    def _pieces(self, begin: int, end: int) -> list[Piece]:
        return [piece for line in self._lines[begin:end] for piece in pieces_of(line)]

    def _column(self, span: Span, role: str) -> Column:
        cells = self._pieces(span.begin + 1, span.end)
        head = self._piece(span.begin)
        year = self._vocabulary.head(head.text).year
        return Column(head, role, [cells] if cells else [], year)

    def _flows(self, index: int) -> list[Flow]:
        """The columns that begin at a head; where a head comes again, the next table's begin."""
        first = group_at(self._lines, index)
        if first is None or first.end - first.begin < 2 or self._has_head_within(first):
            return []
        page = self._lines[index].page
        column = self._column(first, self._heads[index])
        flows = [Flow(index, page, [column], [first])]
        at = first.end
        for _ in range(_MOST_GROUPS):
            span = group_at(self._lines, at)
            if span is None:
                break
            at = span.end
            alone = span.end == span.begin + 1
            if alone and is_page_number(self._lines[span.begin].text, paged=False):
                continue
            if not self._take(flows, span):
                break
        if flows[0].names_rows and not flows[0].is_table:
            # a level word over a list, or a column whose values stand elsewhere on the page
            return [Flow(index, page, [column], [first])]
        return flows

    def _take(self, flows: list[Flow], span: Span) -> bool:
        """Take a group of lines into the last flow; False when it is no part of a table."""
        flow = flows[-1]
        role = self._heads.get(span.begin)
        if role is None and span.end - span.begin > 1 and self._awaits_head(flow, span):
            role = weak_role(self._lines[span.begin].text, self._vocabulary)
        if self._has_head_within(span) or (role == "note" and self._is_chapter(flows, span)):
            return False
        if role is None:
            if not self._may_be_cell(span):
                return False
            text = Column(self._piece(span.begin), None, [self._pieces(span.begin, span.end)])
            flow.loose.append(Loose(len(flow.columns), span, text))
            return True
        if role == flows[0].columns[0].role or span.end - span.begin < 2:
            return False
        if self._lines[span.begin].page != flows[0].page:
            return False  # the columns of a table are headed on one page
        column = self._column(span, role)
        if flow.has(column):
            flow = Flow(span.begin, self._lines[span.begin].page)
            flows.append(flow)
        flow.columns.append(column)
        flow.spans.append(span)
        return True

    def _is_chapter(self, flows: Sequence[Flow], span: Span) -> bool:
        """Whether a word for a column of notes ("Oppfølging") is a heading with sentences below."""
        above = [s for flow in flows for s in (*flow.spans, *(one.span for one in flow.loose))]
        lengths = [len(line.text) for s in above for line in self._lines[s.begin : s.end]]
        below = [line.text.rstrip() for line in self._lines[span.begin + 1 : span.end]]
        is_wider = max(map(len, below), default=0) > max(lengths)
        return is_wider and " " in below[-1] and below[-1][-1] == "."

    def _awaits_head(self, flow: Flow, span: Span) -> bool:
        """Whether a head may come: before any text without one, or for the year after the last."""
        year = self._vocabulary.head(self._lines[span.begin].text.strip()).year
        last = flow.columns[-1].year if flow.columns else None
        return not flow.loose or (year is not None and last is not None and year == last + 1)

    def _has_head_within(self, span: Span) -> bool:
        """Whether a line below the first names a column or a fact: "Ansvar: Rektor"."""
        below = range(span.begin + 1, span.end)
        return any(
            i in self._heads or self._vocabulary.attribute(self._lines[i].text.strip())
            for i in below
        )

    def _may_be_cell(self, span: Span) -> bool:
        """Whether a group without a head can be cells: no heading, level word or paragraph."""
        text = self._lines[span.begin].text.strip()
        number = read_number(text)
        if number is not None and number.rest[:1].isupper() and not number.closed:
            return False
        label = self._vocabulary.label(text)
        if (label is not None and text[0].isupper()) or self._vocabulary.attribute(text):
            return False
        return sum(len(line.text) for line in self._lines[span.begin : span.end]) <= (
            _LONGEST_CELL * max(1, span.end - span.begin) / 2
        )

    def _put_together(self, flow: Flow, found: Found) -> None:
        flow.place_loose(self._vocabulary)
        aligned = align(flow.columns, self._vocabulary)
        if aligned is None:
            return
        found.tables[flow.begin] = aligned.block
        found.loose += aligned.loose
        if aligned.is_doubtful:
            found.doubtful += aligned.block.passages
        for span in flow.spans:
            found.used |= set(range(span.begin, span.end))
