"""Scanned pages: turned level, their paper made white, then read by OCR as any other page."""

import pypdfium2 as pdfium
import pytest

from tests.reading.formats.pdf.drawn import pdf_of, pictured, table
from tests.reading.formats.pdf.scanning import needs_tesseract
from tests.reading.formats.pdf.test_picture import darkness
from tiltak.planfile import walk
from tiltak.reading import read_document
from tiltak.reading.formats.pdf import page_picture, read_pdf, rectangles
from tiltak.reading.formats.pdf.drawing import Picture, draw
from tiltak.reading.formats.pdf.paper import whiten
from tiltak.reading.formats.pdf.slant import slant_of
from tiltak.reading.structure.reasons import LETTERS_LOST, READ_BY_OCR
from tiltak.reading.vocabulary import Vocabulary

ROWS = [
    ["Tiltak", "Ansvar", "Frist", "Kostnad"],
    ["Merke og rydde stiene langs elva", "Turlaget", "2025", "40 000"],
    ["Bygge to nye bruer av lokalt tømmer", "Teknisk etat", "2026", "250 000"],
    ["Holde kurs for alle som vil være med", "Frivilligsentralen", "2027", "15 000"],
]
PLAN = (
    "#text(size: 20pt)[Handlingsplan 2025]\n\nVedtatt av kommunestyret 12.12.2024\n\n"
    "= 1 Friluftsliv\n" + table(ROWS, "(1fr, 3.4cm, 2cm, 2.2cm)")
)


def drawn(data: bytes, dpi: int = 100) -> Picture:
    return draw(pdfium.PdfDocument(data)[0], dpi, grey=True)


@pytest.mark.parametrize("askew", [-4.0, -2.0, -0.5, 0.0, 1.0, 3.0])
def test_how_far_a_page_lies_askew(askew: float) -> None:
    assert slant_of(drawn(pictured(pdf_of(PLAN), askew=askew))) == pytest.approx(askew, abs=0.15)


def test_a_page_without_lines_is_level() -> None:
    assert slant_of(drawn(pictured(pdf_of("#v(1cm)")))) == 0
    assert slant_of(drawn(pictured(pdf_of("#circle(radius: 4cm)")))) == 0


def test_grey_paper_is_made_white_and_shaded_boxes_stay() -> None:
    markup = "#rect(width: 8cm, height: 3cm, fill: luma(150))\n\nRydde stier langs elva."
    picture = drawn(pictured(pdf_of(markup), paper=205))
    whiten(picture)
    middle = round(3 / 2.54 * 100)
    at_paper = picture.pixels[(picture.height - 50) * picture.stride + middle]
    in_box = picture.pixels[middle * picture.stride + middle]
    assert at_paper == 255
    assert 120 < in_box < 200


@needs_tesseract
@pytest.mark.parametrize(
    ("askew", "dpi", "paper"), [(0.0, 150, 215), (1.0, 200, 255), (-2.0, 150, 225), (3.0, 150, 240)]
)
def test_a_page_askew_on_grey_paper_is_read_as_a_level_one(
    askew: float, dpi: int, paper: int
) -> None:
    made = pdf_of(PLAN)
    seen = read_document(pictured(made, askew=askew, dpi=dpi, paper=paper), "skanna.pdf")
    text = read_document(made, "plan.pdf")
    assert seen.document.title == text.document.title
    assert [
        (row.text, row.time and row.time.years, row.budget and row.budget.amount)
        for row in walk.rows(seen)
    ] == [
        (row.text, row.time and row.time.years, row.budget and row.budget.amount)
        for row in walk.rows(text)
    ]


@needs_tesseract
def test_passages_of_a_page_askew_are_marked_where_they_stand() -> None:
    data = pictured(pdf_of("#v(6cm)\nRydde alle stier langs elva og sette opp skilt."), askew=3.0)
    (box,) = rectangles(data, 1, 0, 40)
    png = page_picture(data, 1)
    assert darkness(png, box) > 0.02
    assert darkness(png, (box[0], box[3] + 0.01, box[2], box[3] + 0.04)) == 0
    assert darkness(png, (box[0], box[1] - 0.04, box[2], box[1] - 0.01)) == 0


def without_letters(data: bytes) -> bytes:
    """The document with fonts that do not say which letters their signs are."""
    return data.replace(b"/ToUnicode", b"/ToNothing")


@needs_tesseract
def test_a_page_whose_fonts_lost_their_letters_is_read_by_ocr() -> None:
    made = pdf_of(PLAN)
    plan = read_document(without_letters(made), "plan.pdf")
    text = read_document(made, "plan.pdf")
    assert [row.text for row in walk.rows(plan)] == [row.text for row in walk.rows(text)]
    assert plan.sources[0].method == "ocr"
    assert READ_BY_OCR in plan.warnings


def test_letters_that_are_lost_are_told_where_nothing_can_read_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tiltak.reading.formats.pdf.page.is_installed", lambda: False)
    found = read_pdf(without_letters(pdf_of(PLAN)), Vocabulary.default())
    assert LETTERS_LOST in found.warnings
