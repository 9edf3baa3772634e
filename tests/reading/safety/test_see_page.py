"""A page of a stranger's PDF is drawn in a process of its own."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of, turned
from tiltak.reading import Limits, Problem, UnreadableDocument, see_page_safely
from tiltak.reading.formats.pdf import page_start, read_pdf, rectangles, see_page
from tiltak.reading.vocabulary import Vocabulary

TEXT = "Fyrste side.\n#pagebreak()\nSom står her.\n\nRydda stiar i skogen."


def code_of(data: bytes, page: int = 1, **limits: float) -> Problem:
    with pytest.raises(UnreadableDocument) as caught:
        see_page_safely(data, page, limits=Limits(**limits))  # type: ignore[arg-type]
    return caught.value.code


@pytest.mark.parametrize("degrees", [0, 90])
def test_the_page_is_the_same(degrees: int) -> None:
    data = turned(pdf_of(TEXT), degrees)
    seen = see_page_safely(data, 2)
    assert seen == see_page(data, 2)
    assert seen.pages == 2
    assert seen.picture.startswith(b"\x89PNG")


def test_a_passage_stands_where_it_stands() -> None:
    data = pdf_of(TEXT)
    text = read_pdf(data, Vocabulary.default()).text
    start = text.index("Rydda")
    begin = page_start(text, 2)
    found = see_page_safely(data, 2).rectangles(start - begin, start + 5 - begin)
    assert found == rectangles(data, 2, start, start + 5, text=text)
    assert len(found) == 1


def test_what_is_no_page() -> None:
    assert code_of(pdf_of(TEXT), 3) == Problem.CRASHED
    assert code_of(b"ikkje PDF") == Problem.DAMAGED
    assert code_of(b"") == Problem.EMPTY


def test_a_page_is_not_waited_for_for_ever() -> None:
    assert code_of(pdf_of(TEXT), seconds=0.01) == Problem.TOO_SLOW
