"""Tables in which shaded bands, and no rules, part the measures of one area from the next."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.reading import read_document
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

HEAD = ["Tiltak", "Ansvarlig", "Frist", "Kostnad"]
AREAS = {
    "Skog": [
        [
            "Plante trær langs elva der flommen tok skogen, sammen med grunneierne",
            "Skogen",
            "2026",
            "",
        ],
        ["Tynne ungskog", "Skogen", "2027", "90 000"],
        ["Leie ut hogstmaskin", "Maskinringen og skogeierlaget på Moen", "2028", "40 000"],
    ],
    "Vann og avløp i grendene": [["Rense bekken", "Teknisk", "2026", "1 200 000"]],
    "Veg": [
        ["Grøfte vegen til kaia", "Vegvesenet", "2026", "75 000"],
        ["Bytte ut de gamle lysene i stolpene", "Kraftlaget", "2029", "310 000"],
    ],
}
STROKES = {
    "no rules": "none",
    "across": "(x, y) => (top: 0.5pt)",
    "down": "(x, y) => (left: 0.5pt, right: 0.5pt)",
}


def plan(stroke: str, weight: str, *, merged: bool, height: str = "29.7cm") -> bytes:
    """Rows between bands; `merged`: a band is one cell, else the first of a row of shaded ones."""
    cells = []
    for area, rows in AREAS.items():
        name = f'#text(weight: "{weight}")[{area}]'
        shaded = "fill: luma(215)"
        if merged:
            cells.append(f"table.cell(colspan: 4, {shaded})[{name}]")
        else:
            cells += [f"table.cell({shaded})[{text}]" for text in (name, "", "", "")]
        cells += [f"[{text}]" for row in rows for text in row]
    head = ", ".join(f"table.cell(fill: luma(180))[*{name}*]" for name in HEAD)
    return pdf_of(
        f"#set page(height: {height})\n= Handlingsplan 2026\n"
        f"#table(columns: (1fr, 3cm, 2cm, 2.4cm), stroke: {stroke}, inset: 5pt, "
        f"table.header({head}), {', '.join(cells)})\n"
    )


def rows_of(data: bytes) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells if cell.text] for row in block.rows]
        for block in read_pdf(data, Vocabulary.default()).blocks
        if isinstance(block, TableBlock)
    ]


def written() -> list[list[str]]:
    rows = [HEAD]
    for area, measures in AREAS.items():
        rows.append([area])
        rows += [[text for text in measure if text] for measure in measures]
    return rows


@pytest.mark.parametrize("merged", [True, False], ids=["one cell", "cells"])
@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("stroke", STROKES.values(), ids=STROKES)
def test_bands_are_titles_over_the_rows_below_them(
    stroke: str, weight: str, *, merged: bool
) -> None:
    assert rows_of(plan(stroke, weight, merged=merged)) == [written()]


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_bands_are_areas_also_where_the_page_ends_between_them(weight: str) -> None:
    read = read_document(plan("none", weight, merged=True, height="9.5cm"), "plan.pdf")
    assert {
        area.title: [measure.text for measure in area.measures] for area in read.focus_areas
    } == {area: [row[0] for row in rows] for area, rows in AREAS.items()}


def test_a_form_to_be_filled_in_keeps_its_rows() -> None:
    rows = [["Tiltak", "Ansvarlig", "Frist"], ["Rydde stien", "", ""], ["Holde kurs", "", ""]]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    made = pdf_of(
        f"Fyll ut sammen.\n\n#table(columns: (1fr, 3cm, 2cm), {cells})\n\nTakk for hjelpen."
    )
    assert rows_of(made) == [[[cell for cell in row if cell] for row in rows]]
