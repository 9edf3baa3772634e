"""Tables on their side: the heads stand down the left, and each column to the right is a measure.

"Tiltak | Rydda sti | Byggja bru", then "Ansvar | Turlaget | Fylket" and "Frist | 2026 | 2027".
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_HEADS = 3
_FEWEST_MEASURES = 2


def turned(table: TableBlock, vocabulary: Vocabulary) -> TableBlock | None:
    """The table with its heads on top, None for any other table: every row begins with the head of
    another column, one of them that of the measures, and no other cell is a head."""
    roles = _roles_down(table, vocabulary)
    if len(roles) < _FEWEST_HEADS or len(set(roles)) < len(roles) or "measure" not in roles:
        return None
    measures = _beside(table.rows[roles.index("measure")])
    filled = [cell for row in table.rows for cell in _beside(row)]
    if len(measures) < _FEWEST_MEASURES or any(vocabulary.column_role(c.text) for c in filled):
        return None
    columns: dict[int, list[Cell]] = {}
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            columns.setdefault(cell.column, []).append(_turned(cell, at))
    rows = tuple(TableRow(tuple(columns[column])) for column in sorted(columns))
    return replace(table, rows=rows, seen_lines=False)


def _roles_down(table: TableBlock, vocabulary: Vocabulary) -> list[str]:
    """What each row begins with the head of; nothing as soon as one does not: a long table has
    other words in its second row."""
    roles = []
    for row in table.rows:
        head = row.cell(0)
        role = vocabulary.column_role(head.text) if head and head.text else None
        if role is None or head is None or head.column_span > 1:
            return []
        roles.append(role)
    return roles


def _beside(row: TableRow) -> Sequence[Cell]:
    return [cell for cell in row.cells if cell.column > 0 and cell.text]


def _turned(cell: Cell, row: int) -> Cell:
    return Cell(row, cell.lines, row_span=cell.column_span, column_span=cell.row_span)
