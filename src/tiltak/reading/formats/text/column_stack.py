"""Heads one under the other, and then the cells: a card of facts, or a table row by row."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.card_values import columns_of_values
from tiltak.reading.formats.text.cells_in_turn import block_of_rows, is_full, rows_in_turn
from tiltak.reading.formats.text.counted_rows import counted_rows
from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.formats.text.joined_cells import Text
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.stack_forms import (
    FORMED,
    has_form,
    is_doubtful,
    is_heading,
    may_be_table,
)
from tiltak.reading.formats.text.stacked_facts import facts_beside
from tiltak.reading.formats.text.stacked_heads import StackedHeads
from tiltak.reading.formats.text.text_groups import Span, group_at
from tiltak.reading.vocabulary import Vocabulary

_LEAST_HEADS = 3
_LONGEST_CELL = 260
_MOST_CELLS = 2_000
_FAR = 200


@dataclass(frozen=True, slots=True)
class Stack:
    """A table, the index of the line after it, and a head of it that stands above its heading.

    `is_doubtful`: hardly any way was found to have its texts in rows. `loose`: texts among them that
    fit none.
    """

    block: TableBlock
    end: int
    early: Span | None = None
    is_doubtful: bool = False
    loose: tuple[Passage, ...] = ()


def read_stack(
    lines: Sequence[Line], heads: Mapping[int, str], index: int, vocabulary: Vocabulary
) -> Stack | None:
    """The table whose heads begin at a line, if there is one.

    `heads`: line → role, for lines that are the head of a column and nothing more.
    """
    return _Stack(lines, heads, vocabulary).read(index)


class _Stack:
    """Cells are lines where the heads stand close, groups where blank lines part the heads."""

    def __init__(
        self, lines: Sequence[Line], heads: Mapping[int, str], vocabulary: Vocabulary
    ) -> None:
        self._lines = lines
        self._heads = heads
        self._vocabulary = vocabulary
        self._names = StackedHeads(lines, heads, vocabulary)

    def read(self, index: int) -> Stack | None:
        """A card when no head names a measure, else a table."""
        if card := facts_beside(self._lines, index, self._vocabulary):
            return Stack(*card)
        names = self._names.close(index) or self._names.apart(index)
        strict = self._strict(names)
        found = [Stack(*strict)] if strict else []
        if turns := self._in_turn(index):
            found.append(turns)
        best = max(found, key=lambda stack: stack.end, default=None)
        counted = self._counted(index)
        if counted and (best is None or len(best.block.rows) < len(counted.block.rows)):
            return counted
        return best

    def _counted(self, index: int) -> Stack | None:
        """The rows of a table whose first column counts them, whatever else is torn."""
        names = self._names.listed(index)
        roles = self._names.roles_of(names)
        if not roles or roles[0] != "number" or "measure" not in roles:
            return None
        cells = self._cells_after(names, late=False)
        texts = [self._as_text(cell) for cell in cells]
        counted = counted_rows(texts, roles, self._vocabulary)
        if counted is None:
            return None
        heads = [self._as_text(name) for name in names]
        loose = tuple(passage for text in counted.loose for _, passage in text.lines)
        block = block_of_rows(heads, counted.rows, roles)
        return Stack(block, cells[counted.taken - 1].end, is_doubtful=True, loose=loose)

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

    def _in_turn(self, index: int) -> Stack | None:
        """Rows that lack cells, and heads that are no known word between those that are."""
        names = self._names.listed(index)
        if not names:
            return None
        # "Pådrivar" is the head of a column, and a cell of another
        parted, whole = (self._rows_under(names, late=late) for late in (True, False))
        if parted is None or whole is None or whole.end < parted.end or whole.is_doubtful:
            return parted
        return whole if is_full(whole.block) and not is_full(parted.block) else parted

    def _rows_under(self, listed: list[Span], *, late: bool) -> Stack | None:
        """The rows under heads. `late`: words for heads between the cells are heads too."""
        names = list(listed)
        cells = self._cells_after(names, late=late)
        roles = self._names.roles_of(names)
        early = self._names.before_heading(names)
        if early is not None and (role := self._names.role_of(early)) not in roles:
            names, roles = [*names, early], [*roles, role]
        else:
            early = None
        if not may_be_table([self._text(name.begin) for name in names], roles):
            return None
        rows = rows_in_turn([self._as_text(cell) for cell in cells], roles, self._vocabulary)
        last = max(
            (line.end for row in rows for t in row.values() for _, line in t.lines), default=0
        )
        taken = sum(self._lines[cell.begin].start < last for cell in cells)
        known = [role for role in roles if role not in (None, "note")]
        if not any(roles.index("measure") in row for row in rows) or taken < len(known):
            return None
        heads = [self._as_text(name) for name in names]
        end = max(cells[taken - 1].end, *(name.end for name in names))
        return Stack(block_of_rows(heads, rows, roles), end, early, is_doubtful(rows, roles))

    def _cells_after(self, names: list[Span], *, late: bool) -> list[Span]:
        """The texts that may be cells: up to a head, a level word, a fact or a paragraph.

        A head that comes late, between the cells, is added to `names`, where such are heads.
        """
        found: list[Span] = []
        roles = {self._names.role_of(name) for name in names}
        first = names[0].begin
        texts = {self._as_text(name).whole.casefold() for name in names}
        group = group_at(self._lines, names[-1].end)
        while group is not None and len(found) < _MOST_CELLS:
            role = self._heads.get(group.begin)
            if late and role is not None and role not in roles and self._names.is_one(group):
                names.append(group)
                roles.add(role)
            elif self._may_be_cell(group, first, texts):
                found.append(group)
            else:
                break
            group = group_at(self._lines, group.end)
        return found

    def _may_be_cell(self, group: Span, first: int, names: Container[str]) -> bool:
        """Whether a group can be a cell of the table whose first head stands at a line.

        A word that can be a head stands in cells too ("Påbegynt"), but not the table's own heads.
        """
        texts = [self._text(i) for i in range(group.begin, group.end)]
        if texts[0].casefold() in names or any(
            i in self._heads for i in range(group.begin + 1, group.end)
        ):
            return False
        if group.begin in self._heads and self._heads[group.begin] in ("measure", *SPANNING):
            return False
        if self._vocabulary.attribute(texts[0]) or sum(map(len, texts)) > _LONGEST_CELL:
            return False
        label = self._vocabulary.label(texts[0]) if texts[0][:1].isupper() else None
        above = self._lines[max(0, first - _FAR) : first]
        return label is None and not is_heading(texts[0], [line.text.strip() for line in above])

    def _as_text(self, span: Span) -> Text:
        lines = self._lines[span.begin : span.end]
        return Text(tuple((line.text.strip(), line.passage()) for line in lines))

    def _card(self, names: list[Span]) -> tuple[TableBlock, int] | None:
        group = group_at(self._lines, names[-1].end)
        if group is None:
            return None
        values = range(group.begin, group.end)
        roles = [self._heads[name.begin] for name in names]
        texts = [self._text(value) for value in values]
        columns = columns_of_values(texts, roles, self._vocabulary)
        if columns is None:
            return None
        beside = dict(zip(columns, values, strict=True))
        rows = [
            TableRow(
                (
                    self._cell(0, name),
                    *(self._cell(1, Span(beside[i], beside[i] + 1)) for _ in range(i in beside)),
                )
            )
            for i, name in enumerate(names)
        ]
        return TableBlock(tuple(rows), pieced=True), group.end

    def _table(
        self, names: list[Span], roles: list[str], *, close: bool
    ) -> tuple[TableBlock, int] | None:
        """Rows as long as every cell has the form its column asks for."""
        if not set(roles) & set(FORMED):
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
            has_form(self._as_text(cell).whole, role, self._vocabulary)
            for cell, role in zip(cells, roles, strict=True)
        )

    def _text(self, index: int) -> str:
        return self._lines[index].text.strip()

    def _cell(self, column: int, span: Span) -> Cell:
        lines = self._lines[span.begin : span.end]
        return Cell(
            column,
            tuple(CellLine(line.text.strip(), line.passage(), i) for i, line in enumerate(lines)),
        )
