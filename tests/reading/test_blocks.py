"""What every format gives: the cells of tables and where they stand."""

from msgspec.structs import replace

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow


def _cell(column: int, *lines: str, sheet: str | None = None, start: int = 0) -> Cell:
    return Cell(
        column,
        tuple(
            CellLine(line, Passage(start=start + at, end=start + at + 1, sheet=sheet), at)
            for at, line in enumerate(lines)
        ),
    )


def test_the_text_of_a_cell_is_that_of_its_lines():
    assert [_cell(0, *lines).text for lines in ((), ("Ein  veg",), ("bygge-", "felt"))] == [
        "",
        "Ein veg",
        "byggefelt",
    ]


def test_a_cell_with_other_lines_has_their_text():
    assert replace(_cell(2, "Veg"), lines=_cell(0, "Bru", "og veg").lines).text == "Bru og veg"


def test_the_filled_cells_of_a_row_are_those_with_text():
    row = TableRow((_cell(0, "1"), Cell(1), _cell(2, ""), _cell(3, "Veg")))
    assert [(cell.column, cell.text) for cell in row.filled] == [(0, "1"), (3, "Veg")]


def test_a_table_begins_at_its_first_passage_and_stands_in_its_sheet():
    rows = (TableRow((Cell(0),)), TableRow((_cell(0, "Veg", sheet="Tiltak", start=7),)))
    assert [(t.start, t.sheet) for t in (TableBlock(rows), TableBlock(rows[:1]))] == [
        (7, "Tiltak"),
        (None, None),
    ]
