"""Diagrams, charts and parts in other formats in Word documents."""

from typing import Any

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from tests.reading.formats.word.word_files import aside, cell, para, row, table, texts, word
from tiltak.reading import Problem, UnreadableDocument
from tiltak.reading.formats.word.docx import FOREIGN, read_docx
from tiltak.reading.limits import Limits

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DIAGRAM = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>{}</dgm:ptLst>'
    "<dgm:cxnLst>{}</dgm:cxnLst></dgm:dataModel>"
)
CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx>'
    "<c:rich><a:p><a:r><a:t>Folketal</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:cat>"
    "<c:strRef><c:strCache><c:pt><c:v>Voss</c:v></c:pt><c:pt><c:v>Vik</c:v></c:pt></c:strCache>"
    "</c:strRef></c:cat><c:val><c:pt><c:v>15</c:v></c:pt></c:val></c:ser></c:chart></c:chartSpace>"
)


def point(identity: str, text: str, kind: str = "node") -> str:
    return (
        f'<dgm:pt modelId="{identity}" type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
    )


def tie(above: str, below: str, order: int) -> str:
    return f'<dgm:cxn srcId="{above}" destId="{below}" srcOrd="{order}"/>'


def referring(kind: str, content: str) -> Any:
    """Lets a document refer to a part as rId9."""

    def related(part: Any) -> None:
        name = PackURI(f"/word/{kind}/part1.xml")
        other = Part(name, "application/xml", content.encode(), part.package)
        part.rels.add_relationship(f"{KINDS}/{kind}", other, "rId9")

    return related


def test_a_diagram_is_read_from_the_top() -> None:
    points = point("0", "", "doc") + point("3", "Bru") + point("2", "Skule") + point("1", "Veg")
    ties = tie("0", "2", 1) + tie("0", "1", 0) + tie("1", "3", 0) + tie("3", "1", 0)
    anchor = para('<w:r><w:drawing><dgm:relIds r:dm="rId9"/></w:drawing></w:r>')
    related = referring("diagramData", DIAGRAM.format(points, ties))
    for body in (anchor, table(row(cell(anchor), "2026"))):
        data = word(para("Handlingsplan") + body, related=related)
        assert aside(data) == [("Veg", "Diagram"), ("Bru", "Diagram"), ("Skule", "Diagram")]


def test_the_words_of_a_chart() -> None:
    anchor = (
        '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' r:id="rId9"/></w:drawing></w:r>'
    )
    data = word(para(anchor), related=referring("chart", CHART))
    assert aside(data) == [(text, "Diagram") for text in ("Folketal", "Voss", "Vik")]


def test_a_drawing_that_is_gone_is_no_damage() -> None:
    anchor = para(
        '<w:r><w:drawing><dgm:relIds r:dm="rId9"/></w:drawing><w:t>Handlingsplan</w:t></w:r>'
    )
    assert texts(word(anchor)) == ["Handlingsplan"]


def test_a_part_in_another_format_is_told() -> None:
    foreign = '<w:altChunk r:id="rId9"/>'
    document = read_docx(word(para("Handlingsplan") + foreign), Limits())
    assert document.warnings == (FOREIGN,)
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(word(foreign), Limits())
    assert caught.value.code is Problem.UNSUPPORTED_FORMAT
