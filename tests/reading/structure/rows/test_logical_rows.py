"""How many measures stand in one physical row."""

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableRow
from tiltak.reading.structure.columns.column import Columns, TableColumn
from tiltak.reading.structure.rows.logical_rows import split_row

COLUMNS = Columns(
    (
        TableColumn(0, "Nr", "number"),
        TableColumn(1, "Tiltak", "measure"),
        TableColumn(2, "Ansvarleg", "responsible"),
    ),
    body=1,
)
BRIDGE = ("Byggja bru ved", "Storfossen")
TWO = ("Byggja bru", "Rydda skog")


def row(*cells: tuple[str, ...]) -> TableRow:
    return TableRow(
        tuple(
            Cell(
                column,
                tuple(CellLine(text, Passage(0, len(text)), at) for at, text in enumerate(lines)),
            )
            for column, lines in enumerate(cells)
        )
    )


@pytest.mark.parametrize(
    ("seen_lines", "cells", "measures"),
    [
        # on a page the party is wrapped, so are the words of the measure
        (True, ((), BRIDGE, ("Kommunen og", "fylket")), ["Byggja bru ved Storfossen"]),
        (True, ((), BRIDGE, ("Kommunane,", "Fylket")), ["Byggja bru ved Storfossen"]),
        (True, ((), TWO, ("Kommunen", "Fylket")), ["Byggja bru", "Rydda skog"]),
        # what has one number is one measure
        (True, (("2.1",), BRIDGE, ("Kommunen", "Fylket")), ["Byggja bru ved Storfossen"]),
        (True, (("1", "2"), TWO, ("Kommunen", "Fylket")), ["Byggja bru", "Rydda skog"]),
        # paragraphs of a cell are no wrapped lines
        (False, ((), TWO, ("kommunen", "fylket")), ["Byggja bru", "Rydda skog"]),
    ],
)
def test_the_measures_of_a_row(
    seen_lines: bool, cells: tuple[tuple[str, ...], ...], measures: list[str]
) -> None:
    assert [one.text for one in split_row(row(*cells), COLUMNS, seen_lines=seen_lines)] == measures


@pytest.mark.parametrize(
    ("seen_lines", "who"),
    [
        (False, "Rektorane\nHelsesjukepleiarane i kommunen"),
        (True, "Rektorane Helsesjukepleiarane i kommunen"),
    ],
)
def test_lines_of_a_cell_of_parties_stay_apart_where_they_are_no_places_on_a_page(
    seen_lines: bool, who: str
) -> None:
    cells = row((), BRIDGE[:1], ("Rektorane", "Helsesjukepleiarane", "i kommunen"))
    (measure,) = split_row(cells, COLUMNS, seen_lines=seen_lines)
    assert measure.values == {2: who}


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("1.2 Skipa til messe", "1.2", "Skipa til messe"),
        ("3.2.1 Halda kurs", "3.2.1", "Halda kurs"),
        ("1.5 km ny gangveg", None, "1.5 km ny gangveg"),
        ("2 Halda kurs", None, "2 Halda kurs"),
    ],
)
def test_a_number_in_the_cell_of_a_measure(text: str, number: str | None, measure: str) -> None:
    (found,) = split_row(row((), (text,), ("Kommunen",)), COLUMNS, seen_lines=True)
    assert (found.number, found.text) == (number, measure)
