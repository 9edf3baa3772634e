"""Where a text has tables written out column after column, and which lines belong to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import SOFT_HYPHENS, join_lines
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.column_cells import Piece, pieces_of
from tiltak.reading.formats.column_order import loose_columns
from tiltak.reading.formats.column_stack import Span, fact_role, group_at, read_stack
from tiltak.reading.formats.column_table import VALUE_ROLES, Aligned, Column, align
from tiltak.reading.formats.furniture import is_page_number
from tiltak.reading.formats.lines import Line
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

NOT_PAIRED = gettext_noop("Verdiar som ikkje lét seg knyta til ei rad")
PIECED = gettext_noop(
    "Ein tabell står kolonne for kolonne i teksten og er sett saman att. Sjå over verdiane i radene."
)

_LONGEST_HEAD = 40
_LONGEST_CELL = 160
_HYPHENS = (*SOFT_HYPHENS, "-")
_MOST_GROUPS = 400
_YEAR_OR_UNIT = re.compile(r"\([^)]*\)|\bi\s+1\s?000\b.*|\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")


@dataclass(slots=True)
class Found:
    """Tables by the index of their first line, and every line that is part of one."""

    tables: dict[int, TableBlock] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    loose: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class _Region:
    """A table in progress: its columns, the lines they were read from."""

    begin: int
    columns: list[Column] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    loose: list[tuple[int, Span]] = field(default_factory=list)
    detached: list[tuple[Column, Span]] = field(default_factory=list)
    borrowed: list[Span] = field(default_factory=list)

    @property
    def roles(self) -> list[str | None]:
        return [column.role for column in self.columns]


def find_column_tables(lines: Sequence[Line], vocabulary: Vocabulary) -> Found:
    """All tables of a text that are written out column after column, and cards of facts."""
    return _Finder(lines, vocabulary).found()


class _Finder:
    """Looks for heads that stand alone on a line, with cells below and another head after."""

    def __init__(self, lines: Sequence[Line], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self._heads = {i: role for i, line in enumerate(lines) if (role := self._role(line.text))}
        self._heads |= self._broken_heads()

    def _broken_heads(self) -> dict[int, str]:
        """Heads with a word broken over two lines: "Satsingsom-" over "råde"."""
        found = {}
        for index in range(len(self._lines) - 1):
            first, second = (self._lines[i].text.strip() for i in (index, index + 1))
            if first[-1:] not in _HYPHENS or not second or len(second) > _LONGEST_HEAD:
                continue
            if role := self._role(join_lines((first, second))):
                found[index] = role
        return found

    def found(self) -> Found:
        """Walk the heads in order; a region takes all lines up to its end."""
        found = Found()
        regions: list[_Region] = []
        after = 0
        beside = {i for i, line in enumerate(self._lines) if fact_role(line.text, self._vocabulary)}
        for index in sorted(beside | set(self._heads)):
            if index < after:
                continue
            if stack := read_stack(self._lines, self._heads, index, self._vocabulary):
                table, after = stack
                found.tables[index] = table
                found.used |= set(range(index, after))
            elif index not in self._heads:
                continue
            elif money := self._money(index):
                table, begin, after = money
                found.tables[begin] = table
                found.used |= set(range(begin, after))
            elif region := self._region(index):
                regions.append(region)
                after = max(span.end for span in self._all_spans(region))
        self._settle(regions, found)
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
        columns.append(self._column(amounts))
        if any(i in self._heads for i in range(begin, last + 1)) or not all(
            is_amount(piece.text, self._vocabulary) for piece in columns[1].groups[0]
        ):
            return None
        aligned = align(columns, self._vocabulary)
        return (aligned.block, begin, amounts.end) if aligned else None

    def _piece(self, index: int) -> Piece:
        line = self._lines[index]
        return Piece(line.text.strip(), line.passage())

    def _role(self, text: str) -> str | None:
        """The role of a line that is the head of a column and nothing more."""
        name = text.strip()
        if not name or len(name) > _LONGEST_HEAD or not name[0].isupper():
            return None
        if name.casefold() in self._vocabulary.columns["number"]:
            return "number"  # "Nr."
        if name[-1] in ".:;,":
            return None
        return self._vocabulary.column_role(_YEAR_OR_UNIT.sub("", name).rstrip("? "))

    def _all_spans(self, region: _Region) -> Iterator[Span]:
        yield from region.spans
        yield from (span for _, span in region.loose)
        yield from (span for _, span in region.detached)

    def _pieces(self, begin: int, end: int) -> list[Piece]:
        return [piece for line in self._lines[begin:end] for piece in pieces_of(line)]

    def _column(self, span: Span) -> Column:
        cells = self._pieces(span.begin + 1, span.end)
        return Column(self._piece(span.begin), self._heads[span.begin], [cells] if cells else [])

    def _region(self, index: int) -> _Region | None:
        """The table whose first column is headed at an index, if a second column follows."""
        first = group_at(self._lines, index)
        if first is None or first.end - first.begin < 2 or self._has_head_within(first):
            return None
        region = _Region(index, [self._column(first)], [first])
        at = first.end
        for _ in range(_MOST_GROUPS):
            span = group_at(self._lines, at)
            if span is None:
                break
            at = span.end
            alone = span.end == span.begin + 1
            if alone and is_page_number(self._lines[span.begin].text, paged=False):
                continue
            if not self._take(region, span):
                break
        self._drop_tail(region)
        values = [role in VALUE_ROLES for role in region.roles]
        if len(values) < 2 or not any(values) or all(values):
            return None
        return region

    def _take(self, region: _Region, span: Span) -> bool:
        """Take a group of lines into a table; False when it is no part of it."""
        role = self._heads.get(span.begin)
        if role is None:
            if region.detached or self._has_head_within(span) or not self._may_be_cell(span):
                return False
            region.loose.append((len(region.columns), span))
            return True
        return self._take_column(region, span, role)

    def _take_column(self, region: _Region, span: Span, role: str) -> bool:
        """Take a head with its cells: a new column, or one of a table further down."""
        if role == region.columns[0].role or span.end - span.begin < 2:
            return False
        again = role in region.roles and role != "note"
        if self._has_head_within(span) or (region.detached and not again):
            return False
        if again:
            region.detached.append((self._column(span), span))
        else:
            region.columns.append(self._column(span))
            region.spans.append(span)
        return True

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

    def _drop_tail(self, region: _Region) -> None:
        """Texts after the last head or value are what follows the table, unless rows lack them."""
        places = loose_columns(
            region.columns,
            [(seen, self._pieces(span.begin, span.end)) for seen, span in region.loose],
            self._vocabulary,
        )
        kept = []
        for (seen, span), column in zip(region.loose, places, strict=False):
            region.columns[column].groups.append(self._pieces(span.begin, span.end))
            kept.append((seen, span))
        dropped = region.loose[len(kept) :]
        if dropped:
            first = dropped[0][1].begin
            region.detached = [(c, s) for c, s in region.detached if s.begin < first]
        region.loose = kept

    def _settle(self, regions: list[_Region], found: Found) -> None:
        """Give columns that came early to the tables that lack them, then put all together."""
        waiting: list[tuple[Column, Span]] = []
        for region in regions:
            ready = [(c, s) for c, s in waiting if c.role not in region.roles]
            for role in dict.fromkeys(column.role for column, _ in ready):
                column, span = next((c, s) for c, s in ready if c.role == role)
                waiting.remove((column, span))
                region.columns.append(column)
                region.borrowed.append(span)
            waiting += region.detached
            aligned = align(region.columns, self._vocabulary)
            if aligned is not None:
                self._note(region, aligned, found)

    def _note(self, region: _Region, aligned: Aligned, found: Found) -> None:
        found.tables[region.begin] = aligned.block
        found.loose += aligned.loose
        for span in (*region.spans, *(s for _, s in region.loose), *region.borrowed):
            found.used |= set(range(span.begin, span.end))
