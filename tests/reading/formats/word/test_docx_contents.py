"""Tables of contents that Word made are no part of the plan."""

import pytest

from tests.reading.formats.word.word_files import aside, para, run, texts, word
from tiltak.planfile import walk
from tiltak.reading import read_document

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
    for identity, name in (("INNH1", "toc 1"), ("INNH2", "toc 2"), ("Innhold", "TOC Heading"))
)
PLAN = (
    para("Handlingsplan 2026", '<w:pStyle w:val="Title"/>')
    + "{}"
    + "".join(
        para(area, '<w:pStyle w:val="Heading1"/>')
        + para("Tiltak", '<w:pStyle w:val="Heading2"/>')
        + para(f"- Byggja noko for {area.lower()}")
        for area in ("Trygge vegar", "Gode skular")
    )
)


def entry(text: str, page: int, style: str) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    return para(run(text) + "<w:r><w:tab/></w:r>" + run(str(page)), properties)


def entries(first: str, second: str) -> str:
    return (
        entry("Trygge vegar", 3, first)
        + entry("Tiltak", 3, second)
        + entry("Gode skular", 4, first)
        + entry("Tiltak", 4, second)
    )


@pytest.mark.parametrize(
    "contents",
    [
        entries("INNH1", "INNH2"),
        para("Innhald") + entries("INNH1", "INNH2"),
        para("Innhald", '<w:pStyle w:val="Innhold"/>') + entries("INNH1", "INNH2"),
        (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            f"</w:sdtPr><w:sdtContent>{para('Innhald')}{entries('', '')}</w:sdtContent></w:sdt>"
        ),
    ],
    ids=["styles", "a heading of its own", "the heading's style", "a content control"],
)
def test_contents_that_word_made(contents: str) -> None:
    plan = read_document(word(PLAN.format(contents), styles=STYLES), "x.docx")
    assert [area.title for area in plan.focus_areas] == ["Trygge vegar", "Gode skular"]
    assert [top.text for _, _, top in walk.top_measures(plan)] == [
        "Byggja noko for trygge vegar",
        "Byggja noko for gode skular",
    ]
    assert {rest.reason for rest in plan.unplaced} == {"Innhaldsliste"}


def test_other_content_controls_are_text() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{para('Framsida')}</w:sdtContent></w:sdt>"
    )
    assert (texts(word(control)), aside(word(control))) == (["Framsida"], [])
