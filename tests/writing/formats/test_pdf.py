"""The PDF: tagged, in a language, its fonts within, and the same paper as in Word."""

import ctypes
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from tests.factories.papers import STATE, paper_of
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import (
    empty_plan,
    measure,
    plan_by_year,
    plan_of_years,
    sample_plan,
)
from tiltak.planfile.model import Area, Plan
from tiltak.writing.formats.pdf import write_pdf


def text_of(raw: bytes) -> str:
    """All text in reading order, spaces made plain."""
    with pypdfium2.PdfDocument(raw) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_it_is_tagged_and_says_language_title_and_standard() -> None:
    raw = write_pdf(paper_of())
    with pypdfium2.PdfDocument(raw) as document:
        assert pdfium.FPDFCatalog_IsTagged(document)
        assert document.get_metadata_dict()["Title"] == "Handlingsplan 2026"
        assert document.get_metadata_dict()["Author"] == "Ytre Fjord regionråd"
        assert _language(document) == "nn"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in raw.replace(b"\n", b"")


def _language(document: pypdfium2.PdfDocument) -> str:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(size)
    address = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFCatalog_GetLanguage(document, address, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("plan", [sample_plan(), plan_by_year()], ids=["sample", "by year"])
def test_the_same_words_and_sums_as_on_paper(plan: Plan) -> None:
    text = text_of(write_pdf(paper_of(plan)))
    for said in (
        f"Ytre Fjord regionråd Handlingsplan 2026 {STATE}",
        "1.2 Besøk heile året Strategi",
        "Sum Arbeid og næring",
        "Planen oppgir ikkje beløp",
        "1 615 000 kr",
        "Side 1 av",
    ):
        assert said in text


def test_a_wide_table_lies_on_its_side() -> None:
    with pypdfium2.PdfDocument(write_pdf(paper_of(plan_by_year()))) as document:
        turned = [page.get_width() > page.get_height() for page in document]
    assert turned == [False, False, True]


def test_text_is_never_read_as_markup() -> None:
    hostile = '#read("/etc/passwd") *bold* $x$ `raw` #panic() \\ <label> @ref // end "quote"'
    plan = replace(
        empty_plan(), focus_areas=(Area(id="1", title="A", measures=(measure("m", hostile),)),)
    )
    assert hostile in text_of(write_pdf(paper_of(plan)))


def test_characters_no_font_has_are_boxes_and_the_rest_stays() -> None:
    odd = "Gammalt punkt \uf0b7 og \U0001f600 og pil → og\x01 slutt"
    plan = replace(empty_plan(), focus_areas=(Area(id="1", title=odd),))
    assert "Gammalt punkt □ og □ og pil → og slutt" in text_of(write_pdf(paper_of(plan)))


LINE_ENDS = ["\r", "\n", "\r\n", "\u2028", "\u2029"]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\u200e"], ids=ascii)
@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_what_is_not_seen_may_begin_a_line(end: str, unseen: str) -> None:
    plan = replace(empty_plan(), focus_areas=(Area(id="1", title=f"Veg{end}{unseen}bru"),))
    assert write_pdf(paper_of(plan)).startswith(b"%PDF")


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_a_tab_beside_the_end_of_a_line_is_shown_as_a_space(end: str) -> None:
    areas = tuple(
        Area(id=str(i), title=title)
        for i, title in enumerate((f"Før{end}\tetter", f"Veg\t{end}bru", "Skog\tfjell"))
    )
    text = text_of(write_pdf(paper_of(replace(empty_plan(), focus_areas=areas))))
    assert "møtet 5. desember 2025 Før etter Veg bru Skog fjell Henta frå" in text


def test_an_empty_plan_says_so() -> None:
    assert "Planen har ikkje noko innhald enno." in text_of(write_pdf(paper_of(empty_plan())))


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert write_pdf(paper_of()) == write_pdf(paper_of())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_any_plan_can_be_written(plan: Plan) -> None:
    assert write_pdf(paper_of(plan)).startswith(b"%PDF")


@pytest.mark.parametrize("count", [4, 10])
def test_no_figure_is_printed_over_another(count: int) -> None:
    raw = write_pdf(paper_of(plan_of_years(*range(2026, 2026 + count))))
    with pypdfium2.PdfDocument(raw) as document:
        for page in document:
            boxes = _lines_of(page.get_textpage())
            assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


Box = tuple[float, float, float, float]


def _lines_of(text: pypdfium2.PdfTextPage) -> list[Box]:
    """Where each run of characters stands on the page: left, bottom, right, top."""
    return [text.get_rect(i) for i in range(text.count_rects())]


def _overlap(one: Box, other: Box) -> bool:
    """More than a hair of one lies on the other."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 and down > 0.5
