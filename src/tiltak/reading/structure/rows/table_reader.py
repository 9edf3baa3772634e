"""Tables → rows with their values, and the measures that stand only in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.planfile.model import Column, Passage, Row, Table
from tiltak.reading.blocks import TableBlock, TableRow
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns.by_content import is_sum, with_area_by_content
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.columns.column import Columns
from tiltak.reading.structure.drafts import DraftSection, reading
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.rows.carried import Carried, names_of_groups
from tiltak.reading.structure.rows.coded_measures import letters_of, without_letters
from tiltak.reading.structure.rows.facts_below import rows_of_facts, with_facts_below
from tiltak.reading.structure.rows.group_rows import GroupRows
from tiltak.reading.structure.rows.logical_rows import LogicalRow, split_row
from tiltak.reading.structure.rows.merged_amounts import MergedAmounts
from tiltak.reading.structure.rows.merged_facts import MergedFacts
from tiltak.reading.structure.rows.other_rows import repeat_above, share_amounts
from tiltak.reading.structure.rows.read_rows import ReadRow, ReadTables
from tiltak.reading.structure.rows.row_values import RowValues, cell_value
from tiltak.reading.structure.rows.upper_goals import upper_goals
from tiltak.reading.values.numbering import read_code, without_number


@dataclass(frozen=True, slots=True)
class _Place:
    """The table being read: its columns and group rows, the rows that say more of the one above (by
    id), the letters that its measures are counted by, the heading above it, the unit said above it, how sure it is that its texts are measures,
    and the passages of heads and groups seen so far."""

    table: TableBlock
    columns: Columns
    groups: GroupRows
    below: frozenset[int]
    letters: frozenset[str]
    section: DraftSection
    unit: int | None
    ground: reasons.Ground
    seen: list[Passage]


class TableReader:
    """Reads one table after the other; a table that continues goes on with what was carried."""

    def __init__(self, facts: FactReader) -> None:
        self._facts = facts
        self._carried = Carried(facts.vocabulary)
        self.result = ReadTables()
        self._merged = MergedAmounts(self.result.new_group)
        self._merged_facts = MergedFacts()
        self._above: dict[int, str] = {}

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
        columns = self._columns(table, is_whole_plan=is_whole_plan)
        if columns is None:
            self._leave_out(table.passages, reasons.NO_MEASURES_IN_TABLE)
            return False
        if not table.continues:
            self._carried = Carried(self._facts.vocabulary)
            self._merged.forget()
            self._merged_facts.forget()
            self._above = {}
        self._carried.take_titles(table.rows[: columns.head], under_heading=bool(section.title))
        groups = GroupRows(table, columns, self._facts.vocabulary)
        grouping = [row for row in table.rows[columns.body :] if groups.level_of(row)]
        self._carried.names = names_of_groups(grouping, self._facts.vocabulary)
        if is_whole_plan and not columns.roles & {"focus_area", "theme", "sub_goal"}:
            upper = upper_goals(grouping, self._facts.vocabulary)
            self._carried.upper = upper or self._carried.upper
        head = [passage for row in table.rows[: columns.body] for passage in row.passages]
        ground = self._ground(table, columns)
        measures = [row for row in table.rows[columns.body :] if self._is_of_measures(row, groups)]
        letters = letters_of(measures, columns)
        below = rows_of_facts(table.rows[columns.body :], self._facts.vocabulary)
        place = _Place(table, columns, groups, below, letters, section, unit, ground, head)
        before = len(self.result.rows)
        rows = [row for one in table.rows[columns.body :] for row in self._take_row(one, place)]
        share_amounts(self.result.rows[before:], self._facts.vocabulary, self.result.new_group)
        self.result.tables.append(
            Table(
                id=f"T{len(self.result.tables) + 1}",
                title=self._title(table, section, columns),
                columns=tuple(Column(name=c.name, role=c.role) for c in columns.columns),
                rows=tuple(rows),
                reading=reading(tuple(place.seen), reasons.TABLE_ROW),
            )
        )
        return True

    def _columns(self, table: TableBlock, *, is_whole_plan: bool) -> Columns | None:
        columns = read_columns(table, self._facts.vocabulary)
        if columns is None or not is_whole_plan:
            return columns
        return with_area_by_content(columns, table.rows[columns.body :], self._facts.vocabulary)

    def _is_of_measures(self, row: TableRow, groups: GroupRows) -> bool:
        return not is_sum(row, self._facts.vocabulary) and groups.level_of(row) is None

    def _title(self, table: TableBlock, section: DraftSection, columns: Columns) -> str | None:
        bare = section.title and not (section.is_named or section.paragraphs or section.sections)
        if bare and columns.of("focus_area") is not None:
            section.titles_table = True
            return section.title
        return table.title

    def _leave_out(self, passages: Sequence[Passage], reason: str) -> None:
        self.result.left_out += [(passage, reason) for passage in passages]

    def _take_row(self, row: TableRow, place: _Place) -> list[Row]:
        """The rows of measures in a physical row; heads and groups are only seen."""
        columns = place.columns
        if _is_head_again(row, columns):
            place.seen.extend(row.passages)
            return []
        if is_sum(row, self._facts.vocabulary):
            self._leave_out(row.passages, reasons.SUM_ROW)
            return []
        if id(row) in place.below and self._add_to_row_above(row, place):
            return []
        if group := place.groups.level_of(row):
            self._carried.open_group(group, row)
            place.seen.extend(row.passages)
            return []
        self._carried.take_cells(row, columns, seen_lines=place.table.seen_lines)
        row, shared = self._merged.over(row, columns.of("budget"))
        row = self._merged_facts.over(row, columns)
        logical = split_row(row, columns, seen_lines=place.table.seen_lines)
        if not logical:
            self._leave_out(row.passages, reasons.EMPTY_ROW)
            return []
        several = len(logical) > 1 and columns.of("budget") is not None
        group_id = shared or (self.result.new_group() if several else None)
        for one in logical:
            repeat_above(one, self._above, columns, self._facts.vocabulary)
        return [self._row(one, place, group_id) for one in logical]

    def _add_to_row_above(self, row: TableRow, place: _Place) -> bool:
        """Give the measure above what a row below it says; it may stand on the page before."""
        above = self.result.rows[-1] if self.result.rows else None
        if above is None or above.section is not place.section:
            return False
        above.row = with_facts_below(above.row, row, self._facts)
        return True

    def _ground(self, table: TableBlock, columns: Columns) -> reasons.Ground:
        """How sure it is that a row's text is the measure."""
        if table.pieced:
            return reasons.TABLE_PIECED
        main = columns.of("measure")
        named = main is None or self._facts.vocabulary.head(main.name).role == "measure"
        return reasons.TABLE_ROW if named else reasons.COLUMN_BY_CONTENT

    def _row(self, logical: LogicalRow, place: _Place, group: str | None) -> Row:
        read = ReadRow(Row(id=""), place.section)
        self._carried.put_in(read)
        read.below = tuple((part.text, part.passages) for part in logical.below)
        if place.letters:
            read.area = without_letters(read.area, place.letters) if read.area else None
            if logical.number is None and (code := read_code(logical.text)):
                logical.number, logical.text = code
        values = RowValues(self._facts, place.columns, logical, place.unit, place.ground)
        number = cell_value(logical, place.columns.of("number")) or logical.number
        area = without_number(read.area) if read.area else None
        read.row = values.row(f"R{len(self.result.rows) + 1}", number, area, group)
        self.result.rows.append(read)
        return read.row


def _is_head_again(row: TableRow, columns: Columns) -> bool:
    """A head repeated on a new page."""
    filled, names = row.filled, columns.names
    return len(filled) > 1 and all(names.get(cell.column) == cell.text for cell in filled)
