"""The elements of a Word document's flow: paragraphs, tables, their rows and cells."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_AROUND = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"))
_TEXTS = qn("w:t")


def paragraphs(root: Any) -> Iterator[Any]:
    """All paragraphs below an element, once each: what older programs show instead is left out."""
    for paragraph in root.iter(qn("w:p")):
        if not any(parent.tag == FALLBACK for parent in paragraph.iterancestors()):
            yield paragraph


def flow_of(container: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, through content controls and accepted insertions."""
    for element in container.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in _AROUND:
            yield from flow_of(element)


def kept_rows(table: Any) -> Iterator[Any]:
    """The rows of a table but those a tracked change took away."""
    for row in _children(table, qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield row


def cells_of(row: Any) -> Iterator[Any]:
    """The cells of a row, also inside content controls."""
    return _children(row, qn("w:tc"))


def is_layout(table: Any) -> bool:
    """Whether a table only puts other tables beside or under one another.

    Cells hold tables, and no row has two texts beside each other that are none: a table of values
    has them in its head at least.
    """
    rows = [list(cells_of(row)) for row in kept_rows(table)]
    if not any(_holds_table(cell) for row in rows for cell in row):
        return False
    bare = [sum(1 for cell in row if not _holds_table(cell) and _has_text(cell)) for row in rows]
    return max(bare) < 2


def _holds_table(cell: Any) -> bool:
    return any(element.tag == qn("w:tbl") for element in flow_of(cell))


def _has_text(cell: Any) -> bool:
    return any(text.text and text.text.strip() for text in cell.iter(_TEXTS))


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also inside content controls."""
    for element in parent.iterchildren():
        if element.tag == tag:
            yield element
        elif element.tag in _AROUND:
            yield from _children(element, tag)
