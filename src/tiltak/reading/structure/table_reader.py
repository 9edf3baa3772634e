"""Tables → rows with their values, and the measures that stand only in a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from tiltak.planfile.model import Column, Passage, Row, Table
from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns import (
    Columns,
    TableColumn,
    cell_at,
    cell_text,
    is_sum,
    read_columns,
    with_area_by_content,
)
from tiltak.reading.structure.drafts import DraftSection, reading
from tiltak.reading.structure.facts_of_measure import FactReader
from tiltak.reading.structure.group_rows import (
    SPANNING,
    parts_of_cell,
    parts_of_group,
    said_level,
)
from tiltak.reading.structure.logical_rows import LogicalRow, split_row
from tiltak.reading.structure.row_values import RowValues, cell_value
from tiltak.reading.values.numbering import read_number

_IN_TWO = 2


@dataclass(slots=True)
class ReadRow:
    """A row as read, with where its measure belongs and what its other columns said."""

    row: Row
    section: DraftSection
    area: str | None = None
    theme: str | None = None
    sub_goal: str | None = None
    strategy: str | None = None
    is_grouped: bool = False
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class ReadTables:
    """All tables of measures, their rows in order, and what was left out."""

    tables: list[Table] = field(default_factory=list)
    rows: list[ReadRow] = field(default_factory=list)
    left_out: list[tuple[Passage, str]] = field(default_factory=list)
    groups: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """The table being read: its columns, the heading above it, the unit said above it."""

    table: TableBlock
    columns: Columns
    section: DraftSection
    unit: int | None


@dataclass(slots=True)
class _MergedCell:
    """An amount cell over several rows: how many rows it still covers, and its name."""

    cell: Cell
    left: int
    name: str


class TableReader:
    """Reads one table after the other; carries areas and goals over the rows they span."""

    def __init__(self, facts: FactReader) -> None:
        self._facts = facts
        self._carried: dict[str, tuple[str, tuple[Passage, ...]]] = {}
        self._merged: _MergedCell | None = None
        self._is_grouped = False
        self._heads_by_number: frozenset[str] = frozenset()
        self.result = ReadTables()

    def read(
        self,
        table: TableBlock,
        section: DraftSection,
        *,
        unit: int | None = None,
        is_whole_plan: bool = False,
    ) -> bool:
        """Take a table under a heading; False when it holds no measures.

        `is_whole_plan`: no heading says which areas its rows belong to.

        A heading with nothing but a table whose rows name their areas is the table's title.
        """
        columns = read_columns(table, self._facts.vocabulary)
        if columns is not None and is_whole_plan:
            body = table.rows[columns.body :]
            columns = with_area_by_content(columns, body, self._facts.vocabulary)
        if columns is None:
            self._leave_out(table.passages, reasons.NO_MEASURES_IN_TABLE)
            return False
        if not table.continues:
            self._carried, self._merged, self._is_grouped = {}, None, False
        number = len(self.result.tables) + 1
        rows: list[Row] = []
        seen: list[Passage] = [p for row in table.rows[: columns.body] for p in row.passages]
        self._heads_by_number = numbers_of_groups(table.rows[columns.body :], columns)
        for physical in table.rows[columns.body :]:
            place = _Place(table, columns, section, unit)
            rows += self._take_row(physical, place, seen)
        self.result.tables.append(
            Table(
                id=f"T{number}",
                title=self._title(table, section, columns),
                columns=tuple(Column(name=c.name, role=c.role) for c in columns.columns),
                rows=tuple(rows),
                reading=reading(tuple(seen), reasons.TABLE_ROW),
            )
        )
        return True

    def _title(self, table: TableBlock, section: DraftSection, columns: Columns) -> str | None:
        bare = section.title and not (section.is_named or section.paragraphs or section.sections)
        if bare and columns.of("focus_area") is not None:
            section.titles_table = True
            return section.title
        return table.title

    def _leave_out(self, passages: Sequence[Passage], reason: str) -> None:
        self.result.left_out += [(passage, reason) for passage in passages]

    def _take_row(self, row: TableRow, place: _Place, seen: list[Passage]) -> list[Row]:
        """The rows of measures in a physical row; heads and groups are only `seen`."""
        columns, table = place.columns, place.table
        if self._is_head_again(row, columns):
            seen.extend(row.passages)
            return []
        if is_sum(row, self._facts.vocabulary):
            self._leave_out(row.passages, reasons.SUM_ROW)
            return []
        if group := self._group(row, columns, table):
            for part in parts_of_group(row, self._facts.vocabulary):
                self._open_group(group, part)
            seen.extend(row.passages)
            return []
        self._carry(row, columns)
        row, shared = self._with_merged_amount(row, columns)
        logical = split_row(row, columns, seen_lines=table.seen_lines)
        if not logical:
            self._leave_out(row.passages, reasons.EMPTY_ROW)
            return []
        group_id = shared or self._cell_group(columns, len(logical))
        return [self._row(one, place, group_id) for one in logical]

    def _open_group(self, group: str, row: TableRow) -> None:
        """The rows below belong to the area, theme or goal a row names: "Delmål 1: …"."""
        text = " ".join(cell.text for cell in row.cells if cell.text)
        label = self._facts.vocabulary.label(text) if text[:1].isupper() else None
        if label is not None and label.rest and label.level in SPANNING:
            group = label.level
            text = label.rest
            if label.number and group in ("focus_area", "theme"):
                text = f"{label.number} {text}"
        kept = SPANNING[: min(SPANNING.index(group), SPANNING.index("sub_goal"))]
        self._carried = {role: said for role, said in self._carried.items() if role in kept}
        self._carried[group] = (text, row.passages)
        self._is_grouped = True

    def _is_head_again(self, row: TableRow, columns: Columns) -> bool:
        """A head repeated on a new page."""
        names = {c.index: c.name for c in columns.columns}
        texts = [cell for cell in row.cells if cell.text]
        return len(texts) > 1 and all(names.get(cell.column) == cell.text for cell in texts)

    def _group(self, row: TableRow, columns: Columns, table: TableBlock) -> str | None:
        """The level a row names that holds nothing but a title: an area, or a theme in an area."""
        filled = [cell for cell in row.cells if cell.text]
        main = columns.of("measure")
        area = columns.of("focus_area")
        number = cell_text(row, columns.of("number")).rstrip(".")
        cut = len(filled) == _IN_TWO and self._is_label_cut_in_two(filled)
        if cut or (number and number in self._heads_by_number):
            return "theme" if area is not None else "focus_area"
        if len(filled) != 1 or main is None:
            return None
        cell = filled[0]
        if area is not None and cell.column == area.index:
            return "focus_area" if cell.column_span > 1 else None
        if cell.column_span > 1 or cell.column < main.index:
            return "theme" if area is not None else "focus_area"
        if cell.column != main.index:
            return None
        said = said_level(cell.text, self._facts.vocabulary)
        return said[0] if said else self._bare_group(cell.text, main, table)

    def _ground(self, place: _Place) -> reasons.Ground:
        """How sure it is that a row's text is the measure."""
        if place.table.pieced:
            return reasons.TABLE_PIECED
        main = place.columns.of("measure")
        named = main is None or self._facts.vocabulary.head(main.name).role == "measure"
        return reasons.TABLE_ROW if named else reasons.COLUMN_BY_CONTENT

    def _is_label_cut_in_two(self, cells: Sequence[Cell]) -> bool:
        """ "Satsingsområde 1:" and "Tidleg innsats": one text over all columns, cut at one of them."""
        first = cells[0].text
        label = self._facts.vocabulary.label(first) if first[:1].isupper() else None
        is_cut = label is not None and label.rest is None and first.endswith(":")
        return is_cut and label is not None and label.level in SPANNING

    def _bare_group(self, text: str, main: TableColumn, table: TableBlock) -> str | None:
        """A lone text in the measure column of a table whose other rows all have values."""
        others = [row for row in table.rows if (c := row.cell(main.index)) and c.text != text]
        full = sum(1 for row in others if len([c for c in row.cells if c.text]) > 1)
        number = read_number(text)
        numbered = number is not None and not number.closed
        return "focus_area" if full == len(others) > 1 and numbered else None

    def _carry(self, row: TableRow, columns: Columns) -> None:
        for role in SPANNING:
            cell = cell_at(row, columns.of(role))
            if cell is not None and cell.text:
                if role in ("focus_area", "theme"):
                    kept = SPANNING[: SPANNING.index(role)]
                    self._carried = {r: v for r, v in self._carried.items() if r in kept}
                first, *more = parts_of_cell(cell, self._facts.vocabulary)
                self._carried[role] = (first.text, first.passages)
                for part in more:
                    self._carry_part(part)

    def _carry_part(self, part: Cell) -> None:
        """What an area's cell says below the area's name: "Mål: …"."""
        said = said_level(part.text, self._facts.vocabulary)
        if said is not None:
            level, text = said
            self._carried[level] = (text, part.passages)

    def _with_merged_amount(self, row: TableRow, columns: Columns) -> tuple[TableRow, str | None]:
        """The row with the amount cell that reaches down over it, and the name of that cell."""
        column = columns.of("budget")
        if column is None:
            return row, None
        cell = row.cell(column.index)
        if cell is not None and cell.row_span > 1 and cell.text:
            self.result.groups += 1
            self._merged = _MergedCell(cell, cell.row_span - 1, f"c{self.result.groups}")
            return row, self._merged.name
        if self._merged is None or self._merged.left == 0 or (cell is not None and cell.text):
            self._merged = None
            return row, None
        self._merged.left -= 1
        return TableRow((*row.cells, self._merged.cell)), self._merged.name

    def _cell_group(self, columns: Columns, count: int) -> str | None:
        if count < 2 or columns.of("budget") is None:
            return None
        self.result.groups += 1
        return f"c{self.result.groups}"

    def _row(self, logical: LogicalRow, place: _Place, group: str | None) -> Row:
        columns = place.columns
        read = ReadRow(Row(id=""), place.section, is_grouped=self._is_grouped)
        for role in SPANNING:
            if role in self._carried:
                text, passages = self._carried[role]
                setattr(read, "area" if role == "focus_area" else role, text)
                read.passages[role] = passages
        ground = self._ground(place)
        row = RowValues(self._facts, columns, logical, place.unit, ground).row(group)
        number = cell_value(logical, columns.of("number")) or logical.number
        area = without_number(read.area) if read.area else None
        read.row = msgspec.structs.replace(
            row, id=f"R{len(self.result.rows) + 1}", number=number, focus_area=area
        )
        self.result.rows.append(read)
        return read.row


def numbers_of_groups(rows: Sequence[TableRow], columns: Columns) -> frozenset[str]:
    """The numbers of rows with nothing but a name, where others count on from them: "2" or "B"
    above "2.1" or "B1"."""
    column, main = columns.of("number"), columns.of("measure")
    if column is None or main is None:
        return frozenset()
    numbers = [cell_text(row, column).rstrip(".") for row in rows]
    bare = {
        number
        for number, row in zip(numbers, rows, strict=True)
        if number and {c.column for c in row.cells if c.text} <= {column.index, main.index}
    }
    counted = {n.rstrip("0123456789").rstrip(".-") for n in numbers if n not in bare}
    return frozenset(bare & counted)


def without_number(title: str) -> str:
    """ "1 Næringsutvikling" → "Næringsutvikling"; a trailing colon goes too."""
    number = read_number(title)
    counted = number is not None and (
        number.kind in ("decimal", "roman") or (number.kind == "capital" and number.closed)
    )
    rest = number.rest if number is not None and counted else title
    return re.sub(r"\s*:$", "", rest) or title
