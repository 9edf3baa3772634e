"""Tables that are set with tabs in Word and OpenDocument texts."""

import io

import docx
import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.opendocument.odf_files import odt
from tiltak.planfile import walk
from tiltak.reading import read_document

ROWS = ["Tiltak|Frist|Ansvar", "Byggja bru|2026|FAU", "Måla sløyd\u00adsalen|2027|SR"]
FOUND = [("Byggja bru", "2026", "FAU"), ("Måla sløydsalen", "2027", "SR")]


def word(*paragraphs: str) -> bytes:
    made = docx.Document()
    made.add_heading("Skule", 1)
    for text in paragraphs:
        made.add_paragraph(text)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def rows(data: bytes, name: str = "x.docx") -> list[tuple[str, str, str]]:
    plan = read_document(data, name)
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())
    return [
        (
            found.text,
            (found.time.raw if found.time else None) or "",
            found.responsible.raw if found.responsible else "",
        )
        for found in walk.rows(plan)
    ]


@pytest.mark.parametrize("tabs", [("\t", "\t"), ("\t\t\t", "\t\t"), ("\t", "\t\t")])
def test_cells_between_any_number_of_tabs(tabs: tuple[str, str]) -> None:
    head, *body = ROWS
    lines = [head.replace("|", tabs[0]), *(line.replace("|", tabs[1]) for line in body)]
    assert rows(word(*lines, "Etterpå står vanleg tekst.")) == FOUND


def test_an_empty_cell_where_every_line_has_the_tabs_of_the_head() -> None:
    lines = [line.replace("|", "\t") for line in (*ROWS, "Leiga lys||FAU")]
    assert rows(word(*lines)) == [*FOUND, ("Leiga lys", "", "FAU")]


def test_in_opendocument_texts() -> None:
    body = "".join(f"<text:p>{line.replace('|', '<text:tab/>')}</text:p>" for line in ROWS)
    heading = '<text:h text:outline-level="1">Skule</text:h>'
    assert rows(odt(heading + body), "x.odt") == FOUND


def test_tabs_in_a_sentence_make_no_table() -> None:
    assert rows(word("Tiltak", "Byggja bru:\ttil Åsen", "Tiltak\tFrist", "Rydda skog no.")) == []
