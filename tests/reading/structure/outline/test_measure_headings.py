"""Headings below a heading "Tiltak": measures with what they are about, or what follows a table."""

import io

import docx
import pytest

from tiltak.reading import read_document

TITLE = "Handlingsplan for Lunde hamn 2026–2029"
ROWS = [("Byte lys på kaia", "Hamnesjefen"), ("Merkje leia på nytt", "Losen")]
PROSE = "Styret får ei melding om arbeidet to gonger i året."


def plan_with(headings: list[str], *, table: bool) -> bytes:
    """A plan with a heading "Tiltak", the table if asked for, and deeper headings with prose."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_heading("Innleiing", 1)
    document.add_paragraph(PROSE)
    document.add_heading("Tiltak", 1)
    if table:
        made = document.add_table(rows=0, cols=2)
        for row in [("Tiltak", "Ansvar"), *ROWS]:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    for heading in headings:
        document.add_heading(heading, 2)
        document.add_paragraph(PROSE)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def measures(data: bytes) -> list[str]:
    plan = read_document(data, "plan.docx")
    return [measure.text for area in plan.focus_areas for measure in area.measures]


@pytest.mark.parametrize(
    "headings",
    [
        ["Rapportering", "Vedlegg 1 Tal for hamna"],
        ["Rapportering", "Økonomi"],
        ["Korleis vi følgjer med", "Bilag A: Båtar i 2024", "Bilag B: Kaier"],
    ],
)
def test_what_follows_the_table_of_measures_is_none(headings: list[str]) -> None:
    assert measures(plan_with(headings, table=True)) == [text for text, _ in ROWS]


def test_headings_that_the_table_names_too_are_measures() -> None:
    names = [text for text, _ in ROWS]
    assert measures(plan_with(names, table=True)) == names


def test_without_a_table_the_headings_are_measures_but_appendices_are_not() -> None:
    names = ["Byggje flytebrygge", "Måle straumen i sundet"]
    assert measures(plan_with([*names, "Vedlegg 1: Kart"], table=False)) == names
