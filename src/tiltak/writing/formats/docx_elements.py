"""The few WordprocessingML elements a paper is made of.

Built directly, not through python-docx's `add_paragraph` and `cell`: those look a style up
for every paragraph and walk the whole table for every cell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from tiltak.writing.formats.xml_text import writable

Element = Any
TWIPS_PER_MM = 56.6929
_NAMESPACE = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """`element("tab", val="right")` is `<w:tab w:val="right"/>`."""
    made: Element = oxml_parser.makeelement(_W + tag, nsmap=_NAMESPACE)
    for name, value in attributes.items():
        made.set(_W + name, str(value))
    made.extend(children)
    return made


def twips(millimetres: float) -> int:
    """Word's unit: a twentieth of a point."""
    return round(millimetres * TWIPS_PER_MM)


def run(text: str, style: str | None = None) -> Element:
    """A run of text; tabs and line breaks become Word's own."""
    properties = [element("rPr", element("rStyle", val=style))] if style else []
    made = element("r", *properties)
    for i, line in enumerate(writable(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if i:
            made.append(element("br"))
        for j, part in enumerate(line.split("\t")):
            if j:
                made.append(element("tab"))
            made.append(_text(part))
    return made


def _text(text: str) -> Element:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def field_runs(instruction: str) -> list[Element]:
    """A field that Word fills in itself: `PAGE`, `NUMPAGES`."""
    code = element("instrText")
    code.text = f" {instruction} "
    parts = [
        element("fldChar", fldCharType="begin"),
        code,
        element("fldChar", fldCharType="separate"),
        _text("1"),
        element("fldChar", fldCharType="end"),
    ]
    return [element("r", part) for part in parts]


def paragraph(
    style: str, *runs: Element | str, numbering: tuple[int, int] | None = None
) -> Element:
    """A paragraph in a style; `numbering` is (list, level from 0)."""
    properties = element("pPr", element("pStyle", val=style))
    if numbering:
        list_id, level = numbering
        properties.append(
            element("numPr", element("ilvl", val=level), element("numId", val=list_id))
        )
    return element("p", properties, *(run(r) if isinstance(r, str) else r for r in runs))


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: paragraphs in a style. `merge`: part of a cell over several rows."""

    lines: Sequence[str] = ("",)
    style: str = "TableText"
    span: int = 1
    merge: str | None = None


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of cells. `head` is repeated on each page; `rule` draws a stronger line above, `bare` no line below."""

    cells: Sequence[Cell]
    head: bool = False
    rule: bool = False
    shaded: bool = False
    keep_with_next: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table: a title for screen readers, widths in millimetres, rows."""

    title: str
    widths: Sequence[float]
    lines: Iterable[TableLine] = field(default_factory=list)


def table(spec: TableSpec) -> Element:
    """A table whose head is marked as such and whose rows stay whole."""
    widths = [twips(width) for width in spec.widths]
    properties = element(
        "tblPr",
        element("tblStyle", val="CouncilTable"),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", firstRow=1, lastRow=0, firstColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=writable(spec.title)),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *(_row(line, widths) for line in spec.lines))


def _row(line: TableLine, widths: Sequence[int]) -> Element:
    properties = element("trPr", element("cantSplit"))
    if line.head:
        properties.append(element("tblHeader"))
    made = element("tr", properties)
    at = 0
    for cell in line.cells:
        made.append(_cell(cell, line, sum(widths[at : at + cell.span])))
        at += cell.span
    return made


def _cell(cell: Cell, line: TableLine, width: int) -> Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if cell.span > 1:
        properties.append(element("gridSpan", val=cell.span))
    if cell.merge:
        properties.append(element("vMerge", val=cell.merge))
    if line.rule:
        top = element("top", val="single", sz=8, space=0, color="5B6B7F")
        properties.append(element("tcBorders", top))
    if line.bare:
        properties.append(element("tcBorders", element("bottom", val="nil")))
    if line.shaded:
        properties.append(element("shd", val="clear", color="auto", fill="F1F4F7"))
    made = element("tc", properties)
    for text in cell.lines or [""]:
        made.append(_cell_paragraph(cell.style, text, keep=line.keep_with_next))
    return made


def _cell_paragraph(style: str, text: str, *, keep: bool) -> Element:
    made = paragraph(style, text) if text else paragraph(style)
    if keep:
        made.find(qn("w:pPr")).append(element("keepNext"))
    return made
