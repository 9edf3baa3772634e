"""A box around the title is a table of one cell."""

import io
from typing import Any

import docx
import docx.shared
import pytest

from tests.reading.structure.areas.test_areas import tree
from tiltak.planfile import walk
from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary, read_document
from tiltak.reading.blocks import BlockDocument, Cell, CellLine, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.document.boxes import with_boxes_as_texts

TITLE = "Turplan for Dalen kommune 2026–2029"
DECIDED = "Kommunestyret i Dalen kommune vedtok planen 12. desember 2025 (PS 54/25)."


def document(*box: str) -> bytes:
    made: Any = docx.Document()
    for cell, text in zip(made.add_table(rows=len(box), cols=1).columns[0].cells, box, strict=True):
        cell.text = text
    made.add_heading("Stiar", 1)
    made.add_paragraph("Tiltak")
    made.add_paragraph("Merka stiar", style="List Bullet")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.mark.parametrize("box", [(TITLE, DECIDED), (f"{TITLE}\n{DECIDED}",)])
def test_the_box_says_what_the_document_is(box: tuple[str, ...]) -> None:
    plan = read_document(document(*box), "fil.docx")
    assert (plan.document.title, plan.document.body, plan.document.date) == (
        TITLE,
        "Kommunestyret i Dalen kommune",
        "2025-12-12",
    )
    assert tree(plan) == [("Stiar", [], ["Merka stiar"])]
    assert list(walk.rows(plan)) == []


def line(text: str, at: int) -> CellLine:
    return CellLine(text, Passage(start=at, end=at + len(text)), 0)


def test_lines_of_a_page_are_one_text() -> None:
    cell = Cell(0, (line("Turplan for", 0), line("Dalen", 12)))
    box = TableBlock((TableRow((cell,)),), seen_lines=True)
    document = BlockDocument("Turplan for\nDalen", "application/pdf", (box,))
    found = with_boxes_as_texts(document, Vocabulary.default())
    assert found.blocks == (TextBlock("Turplan for Dalen", cell.passages, gap=1),)


def test_boxes_below_a_heading_and_tables_of_more_columns_stay() -> None:
    box = TableBlock((TableRow((Cell(0, (line("Merka stiar", 0),)),)),))
    pair = TableBlock((TableRow((Cell(0, (line("Frist", 12),)), Cell(1, (line("2026", 18),)))),))
    heading = TextBlock("Tiltak", (), level=1)
    kept = BlockDocument("", "", (pair, heading, box))
    assert with_boxes_as_texts(kept, Vocabulary.default()) is kept


@pytest.mark.parametrize("heading", ["Kvifor ein handlingsdel", "Innleiing", "Slik les du planen"])
def test_the_box_is_the_title_though_the_headings_are_set_larger(heading: str) -> None:
    made: Any = docx.Document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = TITLE
    made.add_paragraph().add_run(heading).font.size = docx.shared.Pt(14)
    made.add_paragraph("Turar er bra for alle.")
    made.add_paragraph().add_run("Stiar").font.size = docx.shared.Pt(14)
    made.add_paragraph("Tiltak")
    made.add_paragraph("Merka stiar", style="List Bullet")
    target = io.BytesIO()
    made.save(target)
    assert read_document(target.getvalue(), "fil.docx").document.title == TITLE
