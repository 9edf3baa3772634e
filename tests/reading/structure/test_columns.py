"""What the columns of a table are about."""

from collections import Counter

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.structure.columns import read_columns
from tiltak.reading.vocabulary import Vocabulary

WIDE = 60_000


def row(*cells: tuple[int, str, int]) -> TableRow:
    """Cells as column, text, columns it covers."""
    return TableRow(
        tuple(
            Cell(column, (CellLine(text, Passage(0, len(text)), 0),), column_span=across)
            for column, text, across in cells
        )
    )


def test_a_head_over_very_many_columns_is_read_in_one_pass() -> None:
    """Each column compared with each took minutes: found by damaged files."""
    table = TableBlock(
        (
            row((0, "Tiltak", 1), (1, "Kostnad i 1000 kr", WIDE), (WIDE + 1, "Ansvar", 1)),
            row((0, "Byggja bru", 1), (1, "400", 1), (WIDE + 1, "Fylket", 1)),
        )
    )
    columns = read_columns(table, Vocabulary.default())
    assert columns is not None
    roles = Counter(column.role for column in columns.columns)
    assert roles == {"measure": 1, "share": 1, "note": WIDE - 1, "responsible": 1}
