"""Word documents made of WordprocessingML, so that a test says exactly what stands in them."""

import io
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.formats.word.docx import read_docx
from tiltak.reading.limits import Limits

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
    for prefix, name in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("mc", "markup-compatibility/2006"),
        ("a", "drawingml/2006/main"),
        ("dgm", "drawingml/2006/diagram"),
    )
)


def word(body: str, *, numbering: str = "", styles: str = "", related: Any = None) -> bytes:
    """A document with this body; `numbering` and `styles` replace what the template has."""
    made = docx.Document()
    for element in elements("body", body):
        made.element.body.sectPr.addprevious(element)
    if numbering:
        kinds = made.part.numbering_part.element
        for old in list(kinds):
            kinds.remove(old)
        kinds.extend(elements("numbering", numbering))
    for element in elements("styles", styles):
        for old in made.styles.element.findall(qn("w:style")):
            if old.get(qn("w:styleId")) == element.get(qn("w:styleId")):
                made.styles.element.remove(old)
        made.styles.element.append(element)
    if related is not None:
        related(made.part)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def elements(around: str, xml: str) -> list[Any]:
    return list(parse_xml(f"<w:{around} {_NAMESPACES}>{xml}</w:{around}>"))


def run(text: str, properties: str = "") -> str:
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        if properties
        else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def para(content: str, properties: str = "") -> str:
    """A paragraph of a text or of ready runs."""
    runs = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def item(text: str, identity: int, depth: int = 0) -> str:
    """A paragraph of a list."""
    place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{identity}"/>'
    return para(text, f"<w:numPr>{place}</w:numPr>")


def level(depth: int, kind: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def kind_of_list(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def list_of_kind(identity: int, kind: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{kind}"/>{overrides}</w:num>'


def cell(*content: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<w:") else para(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    made = (part if part.startswith("<w:") else cell(part) for part in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def marked(data: bytes) -> list[tuple[str | None, str]]:
    """The texts with their marks."""
    blocks = read_docx(data, Limits()).blocks
    return [(block.mark, block.text) for block in blocks if isinstance(block, TextBlock)]


def texts(data: bytes) -> list[str]:
    return [text for _, text in marked(data)]


def tables(data: bytes) -> list[list[list[str]]]:
    blocks = read_docx(data, Limits()).blocks
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks
        if isinstance(block, TableBlock)
    ]


def aside(data: bytes) -> list[tuple[str, str]]:
    """What stands aside, with the reason."""
    document = read_docx(data, Limits())
    return [(document.text[place.start : place.end], reason) for place, reason in document.aside]
