"""Tables with goals and strategies but no measures: "Mål | Strategi", perhaps beside an area."""

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns.by_heads import head_columns, one_each
from tiltak.reading.structure.columns.column import TableColumn, cell_at
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.structure.rows.logical_rows import items_of
from tiltak.reading.structure.titles import alike
from tiltak.reading.values.numbering import without_number
from tiltak.reading.vocabulary import Vocabulary

_LEVELS = frozenset({"focus_area", "theme", "sub_goal", "strategy"})
_ITEMS = {"sub_goal": "sub_goals", "strategy": "strategies"}
_FEWEST = 2


def goal_columns(table: TableBlock, vocabulary: Vocabulary) -> dict[str, TableColumn] | None:
    """The columns by role where every head names a level above the measure; None otherwise."""
    if len(table.rows) < _FEWEST:
        return None
    columns = one_each(head_columns(table.rows[0], vocabulary))
    roles = {column.role: column for column in columns if column.role in _LEVELS}
    whole = len(roles) == len(columns) >= _FEWEST
    return {r: c for r, c in roles.items() if r} if whole and roles.keys() & _ITEMS.keys() else None


def take_goal_table(
    root: DraftSection,
    section: DraftSection,
    table: TableBlock,
    columns: dict[str, TableColumn],
) -> None:
    """Put the goals and strategies of each row in the area its row names, else in `section`."""
    section.passages += table.rows[0].passages
    place = section
    for row in table.rows[1:]:
        place = _area(root, row, columns.get("focus_area")) or place
        for role, into in _ITEMS.items():
            items: list[DraftItem] = getattr(place, into)
            cell = cell_at(row, columns.get(role))
            parts = items_of(cell, seen_lines=table.seen_lines) if cell else ()
            items += (DraftItem(p.text, p.passages, reasons.TABLE_GOAL, p.number) for p in parts)


def _area(root: DraftSection, row: TableRow, column: TableColumn | None) -> DraftSection | None:
    cell = cell_at(row, column)
    return area_of_cell(root, cell) if cell is not None and cell.text else None


def area_of_cell(root: DraftSection, cell: Cell) -> DraftSection:
    """The area a cell names: one with this title, else a new one."""
    title = without_number(cell.text)
    for known in root.sections:
        if alike(known.title, title):
            known.passages += cell.passages
            return known
    area = DraftSection(title, list(cell.passages), reasons.NAMED_BY_TABLE, level=1)
    root.sections.append(area)
    return area
