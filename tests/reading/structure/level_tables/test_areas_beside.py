"""A plan on one page: the areas are the heads of a table, the levels stand down the left."""

import io
from typing import Any

import docx
import pytest

from tiltak.planfile.model import Passage, Plan
from tiltak.reading import UnreadableDocument, Vocabulary, read_document
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.structure.level_tables.areas_beside import areas_beside, take_areas_beside
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.reasons import READ_AT_TOP


def read(*rows: tuple[str, ...]) -> Plan:
    """A Word document with nothing but a title and a table."""
    made: Any = docx.Document()
    made.add_paragraph("Strategisk plan 2026–2029 for Dalen kommune", style="Title")
    table = made.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def tree(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    return [
        (a.title, [one.text for one in a.sub_goals], [one.text for one in a.measures])
        for a in plan.focus_areas
    ]


@pytest.mark.parametrize("corner", ["", "Satsingsområde"])
def test_goals_and_measures_stand_below_their_area(corner: str) -> None:
    plan = read(
        (corner, "Skule", "Omsorg"),
        ("Mål", "Alle born trivst", "Fleire bur heime"),
        ("Tiltak", "• Leksehjelp\n• Felles frukost", "• Kvardagsrehabilitering\n• Besøksvener"),
    )
    assert tree(plan) == [
        ("Skule", ["Alle born trivst"], ["Leksehjelp", "Felles frukost"]),
        ("Omsorg", ["Fleire bur heime"], ["Kvardagsrehabilitering", "Besøksvener"]),
    ]
    assert plan.tables == ()


def test_who_is_responsible_for_an_area_is_so_for_all_its_measures() -> None:
    plan = read(
        ("", "Skule", "Omsorg", "Veg"),
        ("Mål", "Alle born trivst", "Fleire bur heime", "Færre ulukker"),
        ("Tiltak", "Leksehjelp", "Besøksvener", ""),
        ("Ansvar", "Rektorane", "Helsesjefen", "Vegsjefen"),
    )
    assert [
        (measure.text, measure.responsible.parties if measure.responsible else None)
        for area in plan.focus_areas
        for measure in area.measures
    ] == [("Leksehjelp", ("Rektorane",)), ("Besøksvener", ("Helsesjefen",))]


def test_a_table_of_something_else_is_no_plan() -> None:
    with pytest.raises(UnreadableDocument):
        read(("", "2024", "2025"), ("Elevar", "120", "118"), ("Tilsette", "14", "13"))


def test_a_row_over_all_columns_stands_above_the_areas() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Ungdomsplan 2026–2027 for Dalen kommune", style="Title")
    rows = (
        ("", "Slik skal det bli godt å vera ung her", ""),
        ("Innsatsområde", "Møteplassar", "Skule"),
        ("Mål", "Alle har ein stad å gå", "Fleire fullfører"),
        ("Tiltak", "Open hall\nUngdomskafé", "Leksehjelp\nYrkesdag"),
        ("Ansvar", "Kulturskulen og turlaget", "Rektor"),
    )
    table = made.add_table(rows=len(rows), cols=3)
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = rows[0][1]
    target = io.BytesIO()
    made.save(target)
    plan = read_document(target.getvalue(), "plan.docx")
    assert tree(plan) == [
        ("Møteplassar", ["Alle har ein stad å gå"], ["Open hall", "Ungdomskafé"]),
        ("Skule", ["Fleire fullfører"], ["Leksehjelp", "Yrkesdag"]),
    ]
    assert [paragraph.text for paragraph in plan.paragraphs] == [rows[0][1]]


def test_facts_as_many_as_the_measures_are_theirs_in_order() -> None:
    plan = read(
        ("", "Skule", "Omsorg"),
        ("Mål", "Alle born trivst", "Fleire bur heime"),
        ("Tiltak", "Leksehjelp\nFelles frukost", "Besøksvener"),
        ("Ansvar", "Rektor\nKantina", "Helsesjefen"),
        ("Frist", "2026\n2027", "2028"),
        ("Kostnad", "50 000\n70 000", "90 000"),
    )
    assert [
        (
            measure.text,
            measure.responsible.parties if measure.responsible else None,
            measure.time.years if measure.time else None,
            measure.budget.amount if measure.budget else None,
        )
        for area in plan.focus_areas
        for measure in area.measures
    ] == [
        ("Leksehjelp", ("Rektor",), (2026,), 50_000),
        ("Felles frukost", ("Kantina",), (2027,), 70_000),
        ("Besøksvener", ("Helsesjefen",), (2028,), 90_000),
    ]


def test_two_such_tables_in_one() -> None:
    plan = read(
        ("Satsingsområde", "Skule", "Omsorg"),
        ("Mål", "Alle born trivst", "Fleire bur heime"),
        ("Tiltak", "Leksehjelp", "Besøksvener"),
        ("Satsingsområde", "Veg", "Natur"),
        ("Mål", "Færre ulukker", "Fleire går tur"),
        ("Tiltak", "Byggja fortau", "Rydda sti"),
    )
    assert tree(plan) == [
        ("Skule", ["Alle born trivst"], ["Leksehjelp"]),
        ("Omsorg", ["Fleire bur heime"], ["Besøksvener"]),
        ("Veg", ["Færre ulukker"], ["Byggja fortau"]),
        ("Natur", ["Fleire går tur"], ["Rydda sti"]),
    ]


def cell(column: int, *lines: str) -> Cell:
    return Cell(
        column, tuple(CellLine(text, Passage(0, len(text)), at) for at, text in enumerate(lines))
    )


def test_a_line_of_a_page_with_room_for_more_ends_a_measure() -> None:
    rows = (
        (cell(0), cell(1, "Skule"), cell(2, "Omsorg")),
        (cell(0, "Mål"), cell(1, "Alle born trivst på skulen"), cell(2, "Fleire bur heime")),
        (
            cell(0, "Tiltak"),
            cell(1, "Leksehjelp", "Felles frukost i alle", "klasser"),
            cell(2, "Besøksvener"),
        ),
    )
    table = TableBlock(tuple(TableRow(cells) for cells in rows), seen_lines=True)
    words = Vocabulary.default()
    root = DraftSection("", [], READ_AT_TOP)
    (beside,) = areas_beside(table, words)
    take_areas_beside(root, root, table, beside, FactReader(words))
    assert [[one.text for one in area.measures] for area in root.sections] == [
        ["Leksehjelp", "Felles frukost i alle klasser"],
        ["Besøksvener"],
    ]
