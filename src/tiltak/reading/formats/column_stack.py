"""Heads one under the other, and then the cells: a card of facts, or a table row by row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tiltak.planfile.running_text import SOFT_HYPHENS
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.cells_in_turn import Text, block_of_rows, rows_in_turn
from tiltak.reading.formats.column_cells import TIMES, is_money
from tiltak.reading.formats.lines import Line
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_LEAST_HEADS = 3
_LONGEST_FACT = 160
_LONGEST_UNKNOWN = 25
_LONGEST_CELL = 260
_MOST_HEADS = 10
_WITH_UNIT = 2
_MOST_CELLS = 2_000
_FORMED = (*TIMES, "budget", "number")
_FACTS = (*TIMES, "budget", "responsible", "partners", "state", "funder")
# a name of one word, then its value: two words ("Ansvarlig etat") need a gap
_FACT = re.compile(r"\s*([A-ZÆØÅÄÖ]\w+|[A-ZÆØÅÄÖ]\w+ \w+(?=\s{2}))\s+(\S.*?)\s*$")
_EMPTY = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Span:
    """Lines without a blank line between, by their indexes (the end is left out)."""

    begin: int
    end: int


def group_at(lines: Sequence[Line], index: int) -> Span | None:
    """The lines from an index (blank ones skipped) to the next blank line or page."""
    size = len(lines)
    while index < size and not lines[index].text.strip():
        index += 1
    end = index
    while end < size and lines[end].text.strip() and lines[end].page == lines[index].page:
        end += 1
    return Span(index, end) if end > index else None


def read_stack(
    lines: Sequence[Line], heads: Mapping[int, str], index: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int] | None:
    """The table whose heads begin at a line, and the index of the line after it, if there is one.

    `heads`: line → role, for lines that are the head of a column and nothing more.
    """
    return _Stack(lines, heads, vocabulary).read(index)


def fact_role(text: str, vocabulary: Vocabulary) -> str | None:
    """The role of the name a line begins with, where the name of a fact and its value follow."""
    match = _FACT.match(text) if len(text) <= _LONGEST_FACT else None
    role = vocabulary.column_role(match[1]) if match else None
    return role if role in _FACTS else None


class _Stack:
    """Cells are lines where the heads stand close, groups where blank lines part the heads."""

    def __init__(
        self, lines: Sequence[Line], heads: Mapping[int, str], vocabulary: Vocabulary
    ) -> None:
        self._lines = lines
        self._heads = heads
        self._vocabulary = vocabulary

    def read(self, index: int) -> tuple[TableBlock, int] | None:
        """A card when no head names a measure, else a table."""
        if card := self._facts_beside(index):
            return card
        names = self._close(index) or self._apart(index)
        found = [table for table in (self._strict(names), self._in_turn(index)) if table]
        return max(found, key=lambda table: table[1], default=None)

    def _strict(self, names: list[Span]) -> tuple[TableBlock, int] | None:
        """Every row with every cell, each of the form its column asks for."""
        if len(names) < _LEAST_HEADS:
            return None
        roles = [self._heads[name.begin] for name in names]
        if len(set(roles) - {"note"}) < len([role for role in roles if role != "note"]):
            return None
        close = names[-1].begin - names[0].begin == len(names) - 1
        if "measure" in roles:
            return self._table(names, roles, close=close)
        return self._card(names) if close else None

    def _facts_beside(self, index: int) -> tuple[TableBlock, int] | None:
        """A card of facts with the value behind each name: "Status Grøn", "Frist    2026"."""
        rows, roles = [], []
        at = index
        while at < len(self._lines) and (fact := self._fact(self._lines[at])):
            role, name, value = fact
            if role in roles:
                break
            roles.append(role)
            rows.append(TableRow((Cell(0, (name,)), Cell(1, (value,)))))
            at += 1
        if len(rows) < _LEAST_HEADS:
            return None
        return TableBlock(tuple(rows), pieced=True), at

    def _fact(self, line: Line) -> tuple[str, CellLine, CellLine] | None:
        """The name of a fact at the start of a line and its value."""
        match = _FACT.match(line.text)
        role = fact_role(line.text, self._vocabulary)
        if match is None or role is None:
            return None
        name = CellLine(match[1], line.passage(*match.span(1)), 0)
        return role, name, CellLine(match[2], line.passage(*match.span(2)), 0)

    def _close(self, index: int) -> list[Span]:
        """Heads on lines right below each other."""
        end = index
        while end in self._heads:
            end += 1
        return [Span(i, i + 1) for i in range(index, end)] if end - index >= _LEAST_HEADS else []

    def _apart(self, index: int) -> list[Span]:
        """Heads with blank lines between."""
        found: list[Span] = []
        group = group_at(self._lines, index)
        while group is not None and group.begin in self._heads and group.end == group.begin + 1:
            found.append(group)
            group = group_at(self._lines, group.end)
        return found

    def _in_turn(self, index: int) -> tuple[TableBlock, int] | None:
        """Rows that lack cells, and heads that are no known word between those that are."""
        names = self._heads_apart(index)
        cells = self._cells_after(names[-1].end, names) if names else []
        roles = [self._role_of(name) for name in names]
        known = [role for role in roles if role not in (None, "note")]
        if len(known) < _LEAST_HEADS or "measure" not in known or len(set(known)) < len(known):
            return None
        if not set(known) & set(_FORMED):
            return None
        rows = rows_in_turn([self._as_text(cell) for cell in cells], roles, self._vocabulary)
        taken = sum(len(row) for row in rows)
        if not any(roles.index("measure") in row for row in rows) or taken < len(known):
            return None
        heads = [self._as_text(name) for name in names]
        end = max(cells[taken - 1].end, *(name.end for name in names))
        return block_of_rows(heads, rows, roles), end

    def _heads_apart(self, index: int) -> list[Span]:
        """Heads with blank lines between; unknown ones only between known ones."""
        found: list[Span] = []
        last = 0
        group = group_at(self._lines, index)
        while group is not None and self._is_one_head(group) and len(found) < _MOST_HEADS:
            is_known = self._role_of(group) is not None
            if not is_known and len(self._text(group.begin)) > _LONGEST_UNKNOWN:
                break
            found.append(group)
            last = len(found) if is_known else last
            group = group_at(self._lines, group.end)
        return found[:last]

    def _is_one_head(self, group: Span) -> bool:
        """One line, or a second one with the unit: "Kostnad" over "(1 000 kr)"."""
        size = group.end - group.begin
        if size != _WITH_UNIT:
            return size == 1
        broken = self._text(group.begin)[-1] in (*SOFT_HYPHENS, "-") and group.begin in self._heads
        return broken or self._text(group.begin + 1).startswith("(")

    def _role_of(self, name: Span) -> str | None:
        """The role of a head; one that begins with a known word counts too."""
        if name.begin in self._heads:
            return self._heads[name.begin]
        text = self._text(name.begin)
        is_short = len(text) <= _LONGEST_UNKNOWN and text[:1].isupper()
        return self._vocabulary.head(text).role if is_short else None

    def _cells_after(self, at: int, names: list[Span]) -> list[Span]:
        """The texts that may be cells: up to a head, a level word, a fact or a paragraph.

        A head that comes late, between the cells, is added to `names`.
        """
        found: list[Span] = []
        roles = {self._role_of(name) for name in names}
        group = group_at(self._lines, at)
        while group is not None and len(found) < _MOST_CELLS:
            role = self._heads.get(group.begin)
            if role is not None and role not in roles and self._is_one_head(group):
                names.append(group)
                roles.add(role)
            elif self._may_be_cell(group):
                found.append(group)
            else:
                break
            group = group_at(self._lines, group.end)
        return found

    def _may_be_cell(self, group: Span) -> bool:
        texts = [self._text(i) for i in range(group.begin, group.end)]
        if any(i in self._heads for i in range(group.begin, group.end)):
            return False
        if self._vocabulary.attribute(texts[0]) or sum(map(len, texts)) > _LONGEST_CELL:
            return False
        label = self._vocabulary.label(texts[0]) if texts[0][:1].isupper() else None
        number = read_number(texts[0])
        headed = number is not None and number.rest[:1].isupper() and not number.closed
        return label is None and not headed

    def _as_text(self, span: Span) -> Text:
        lines = self._lines[span.begin : span.end]
        return Text(tuple((line.text.strip(), line.passage()) for line in lines))

    def _card(self, names: list[Span]) -> tuple[TableBlock, int] | None:
        values = group_at(self._lines, names[-1].end)
        if values is None or values.end - values.begin != len(names):
            return None
        rows = [
            TableRow((self._cell(0, name), self._cell(1, Span(value, value + 1))))
            for name, value in zip(names, range(values.begin, values.end), strict=True)
        ]
        return TableBlock(tuple(rows), pieced=True), values.end

    def _table(
        self, names: list[Span], roles: list[str], *, close: bool
    ) -> tuple[TableBlock, int] | None:
        """Rows as long as every cell has the form its column asks for."""
        if not set(roles) & set(_FORMED):
            return None
        rows = [TableRow(tuple(self._cell(i, name) for i, name in enumerate(names)))]
        at = names[-1].end
        while (cells := self._next_cells(at, len(names), close=close)) and self._fit(cells, roles):
            rows.append(TableRow(tuple(self._cell(i, cell) for i, cell in enumerate(cells))))
            at = cells[-1].end
        return (TableBlock(tuple(rows), pieced=True), at) if len(rows) > 1 else None

    def _next_cells(self, at: int, count: int, *, close: bool) -> list[Span]:
        cells: list[Span] = []
        while len(cells) < count:
            group = group_at(self._lines, at)
            if group is None:
                return []
            cells.append(Span(group.begin, group.begin + 1) if close else group)
            at = cells[-1].end
        return cells

    def _fit(self, cells: Sequence[Span], roles: Sequence[str]) -> bool:
        return all(
            self._has_form(" ".join(self._text(i) for i in range(cell.begin, cell.end)), role)
            for cell, role in zip(cells, roles, strict=True)
        )

    def _has_form(self, text: str, role: str) -> bool:
        if role in TIMES:
            return text in _EMPTY or is_time(text, self._vocabulary)
        if role == "budget":
            return text.isdigit() or is_money(text, self._vocabulary)
        return role != "number" or len(text) <= len("12.34.56")

    def _text(self, index: int) -> str:
        return self._lines[index].text.strip()

    def _cell(self, column: int, span: Span) -> Cell:
        lines = self._lines[span.begin : span.end]
        return Cell(
            column,
            tuple(CellLine(line.text.strip(), line.passage(), i) for i, line in enumerate(lines)),
        )
