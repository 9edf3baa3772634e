"""Tables of Word and OpenDocument texts that go on in another table, or stand around the text."""

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.opendocument import odf_files
from tests.reading.formats.word.word_files import (
    cell,
    item,
    kind_of_list,
    level,
    list_of_kind,
    para,
    row,
    table,
    word,
)
from tiltak.planfile import walk
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

HEADING = para("Veg", '<w:pStyle w:val="Heading1"/>')
HEADS = ("Tiltak", "Frist", "Ansvar")
BRU, SKOG = ("Byggja bru", "2026", "FAU"), ("Rydda skog", "2027", "SR")


def rows(plan: Plan) -> list[tuple[str, str | None]]:
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())
    return [(found.text, found.time.raw if found.time else None) for found in walk.rows(plan)]


@pytest.mark.parametrize(
    "body",
    [
        table(row(*HEADS), row(*BRU)) + table(row(*SKOG)),
        table(row(*HEADS), row(*BRU)) + para("") + table(row(*SKOG)),
        table(row(*HEADS)) + table(row(*BRU), row(*SKOG)),
        table(row(*HEADS), row(*BRU)) + table(row(*HEADS), row(*SKOG)),
    ],
    ids=["beside", "an empty line between", "heads of their own", "heads again"],
)
def test_tables_that_go_on(body: str) -> None:
    plan = read_document(word(HEADING + body), "x.docx")
    assert rows(plan) == [("Byggja bru", "2026"), ("Rydda skog", "2027")]


def test_in_opendocument_texts() -> None:
    heading = '<text:h text:outline-level="1">Veg</text:h>'
    tables = [
        odf_files.sheet(*(odf_files.row(*cells) for cells in part))
        for part in ((HEADS, BRU), (SKOG,))
    ]
    plan = read_document(odf_files.odt(heading + "".join(tables)), "x.odt")
    assert rows(plan) == [("Byggja bru", "2026"), ("Rydda skog", "2027")]


def test_a_table_below_with_other_columns_stands_by_itself() -> None:
    other = table(row("SR", "Sogn regionråd"), row("FAU", "Foreldra"))
    plan = read_document(word(HEADING + table(row(*HEADS), row(*BRU)) + other), "x.docx")
    assert rows(plan) == [("Byggja bru", "2026")]


def test_items_of_a_list_in_a_box_at_the_top_are_items() -> None:
    numbering = kind_of_list(0, level(0, "bullet", "-")) + list_of_kind(1, 0)
    items = (item("Byggja bru", 1), item("Rydda skog", 1))
    box = table(row(cell("Veg", "Tiltak", *items)))
    body = para("Handlingsplan 2026", '<w:pStyle w:val="Title"/>') + box
    plan = read_document(word(body, numbering=numbering), "x.docx")
    assert [top.text for _, _, top in walk.top_measures(plan)] == ["Byggja bru", "Rydda skog"]


AREAS = {"Veg": ("Byggja bru", "Rydda skog"), "Skule": ("Måla hus", "Kjøpa bøker")}


def word_cell(area: str) -> str:
    items = (item(text, 1) for text in AREAS[area])
    return cell(para(area, '<w:pStyle w:val="Heading1"/>'), "Tiltak", *items)


def odt_cell(area: str) -> str:
    items = "".join(
        f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"
        for text in AREAS[area]
    )
    heading = f'<text:h text:outline-level="1">{area}</text:h>'
    return f"<table:table-cell>{heading}<text:p>Tiltak</text:p>{items}</table:table-cell>"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            word(
                table(row(*map(word_cell, AREAS))),
                numbering=kind_of_list(0, level(0, "bullet", "-")) + list_of_kind(1, 0),
            ),
            "x.docx",
        ),
        (odf_files.odt(odf_files.sheet(odf_files.row(*map(odt_cell, AREAS)))), "x.odt"),
    ],
    ids=["Word", "OpenDocument"],
)
def test_a_table_that_sets_chapters_beside_each_other_is_no_table(data: bytes, name: str) -> None:
    plan = read_document(data, name)
    found = [(area.title, top.text) for area, _, top in walk.top_measures(plan) if area is not None]
    assert found == [(area, text) for area, texts in AREAS.items() for text in texts]


def test_headings_in_a_table_of_values_leave_it_a_table() -> None:
    titled = cell(para("Byggja bru", '<w:pStyle w:val="Heading3"/>'), "Over elva.", "I Vik.")
    plan = read_document(word(HEADING + table(row(*HEADS), row(titled, *BRU[1:]))), "x.docx")
    assert [when for _, when in rows(plan)] == ["2026"]
