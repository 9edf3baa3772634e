"""Headings in larger type than the text, whose own size stands only among the document's defaults."""

import pytest

from tests.reading.formats.opendocument.odf_files import odt
from tests.reading.formats.word.word_files import para, run, word
from tiltak.planfile import walk
from tiltak.reading import read_document

AREAS = ("Trygge vegar", "Gode skular")


def lines(area: str) -> list[tuple[str, int | None]]:
    return [
        (area, 14),
        ("Dette kapittelet fortel kort om bakgrunnen for arbeidet.", None),
        ("Tiltak", 12),
        (f"- Byggja noko for {area.lower()}", None),
        (f"Kjelde: tal om {area.lower()}", 8),
    ]


def in_word(text: str, size: int | None) -> str:
    return para(run(text, f'<w:sz w:val="{2 * size}"/>' if size else ""))


def in_odt(text: str, size: int | None) -> str:
    return f'<text:p text:style-name="P{size or 0}">{text}</text:p>'


def word_file(texts: list[tuple[str, int | None]], usual: str) -> bytes:
    return word(
        "".join(in_word(*text) for text in texts),
        styles=f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:rPr>{usual}</w:rPr></w:style>',
    )


def odt_file(texts: list[tuple[str, int | None]]) -> bytes:
    font = '<style:text-properties fo:font-size="{}pt"/>'
    sized = "".join(
        f'<style:style style:name="P{size}" style:family="paragraph">{font.format(size)}</style:style>'
        for size in (20, 14, 12, 8)
    )
    usual = f'<style:default-style style:family="paragraph">{font.format(11)}</style:default-style>'
    return odt("".join(in_odt(*text) for text in texts), automatic=sized, styles=usual)


TEXTS = [("Handlingsplan 2026", 20), *(line for area in AREAS for line in lines(area))]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word_file(TEXTS, ""), "x.docx"),
        (word_file(TEXTS, '<w:sz w:val="20"/>'), "x.docx"),
        (odt_file(TEXTS), "x.odt"),
    ],
    ids=["defaults of a Word document", "its usual style", "OpenDocument"],
)
def test_larger_type_is_a_heading_and_smaller_type_is_none(data: bytes, name: str) -> None:
    plan = read_document(data, name)
    assert [
        (area.title, top.text) for area, _, top in walk.top_measures(plan) if area is not None
    ] == [(area, f"Byggja noko for {area.lower()}") for area in AREAS]


def test_headings_in_capitals_of_the_usual_size() -> None:
    body = "".join(
        para("") + para(area.upper()) + para("Tiltak") + para(f"- Byggja noko for {area.lower()}")
        for area in AREAS
    )
    plan = read_document(word(para("Handlingsplan 2026") + body), "x.docx")
    assert [area.title for area in plan.focus_areas] == [area.upper() for area in AREAS]
