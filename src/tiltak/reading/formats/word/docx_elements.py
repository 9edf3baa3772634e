"""The elements of a Word document's flow: paragraphs, tables, their rows and cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tiltak.reading.formats.word.docx_properties import child_of, qn
from tiltak.reading.formats.word.docx_text import FALLBACK, text_boxes, text_of

_AROUND = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"))
_TEXTS = qn("w:t")


@dataclass(frozen=True, slots=True)
class Part:
    """A table, or a paragraph as shown: several whose ends a tracked change took away, and the one
    that ends them, None at the end of all."""

    table: Any | None
    paragraphs: tuple[Any, ...]
    ended_by: Any | None


def all_paragraphs(root: Any) -> Iterator[Any]:
    """All paragraphs below an element, once each: what older programs show instead is left out."""
    for paragraph in root.iter(qn("w:p")):
        if not any(parent.tag == FALLBACK for parent in paragraph.iterancestors()):
            yield paragraph


def parts_of(container: Any) -> Iterator[Part]:
    """The flow of a body, a cell or a box."""
    open_ones: list[Any] = []
    for element in _flow_of(container):
        if element.tag != qn("w:tbl"):
            open_ones.append(element)
            if _mark_is_removed(element):
                continue
            yield Part(None, tuple(open_ones), element)
        else:
            if open_ones:
                yield Part(None, tuple(open_ones), None)
            yield Part(element, (), None)
        open_ones = []
    if open_ones:
        yield Part(None, tuple(open_ones), None)


def parts_within(cell: Any) -> Iterator[Part]:
    """The paragraphs of a cell, those of the tables and boxes in it too."""
    for part in parts_of(cell):
        if part.table is None:
            yield part
            for paragraph in part.paragraphs:
                for box in text_boxes(paragraph):
                    yield from parts_within(box)
            continue
        for row in kept_rows(part.table):
            for inner in cells_of(row):
                yield from parts_within(inner)


def _flow_of(container: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, through content controls and accepted insertions."""
    for element in container.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in _AROUND:
            yield from _flow_of(element)


def _mark_is_removed(paragraph: Any) -> bool:
    """Whether a tracked change took the end of a paragraph away, joining it with the next."""
    mark = child_of(child_of(paragraph, "w:pPr"), "w:rPr")
    return any(child_of(mark, tag) is not None for tag in ("w:del", "w:moveFrom"))


def kept_rows(table: Any) -> Iterator[Any]:
    """The rows of a table but those a tracked change took away."""
    for row in _children(table, qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield row


def cells_of(row: Any) -> Iterator[Any]:
    """The cells of a row, also inside content controls, but those a tracked change took away."""
    for cell in _children(row, qn("w:tc")):
        if cell.find(f"{qn('w:tcPr')}/{qn('w:cellDel')}") is None:
            yield cell


def holds_foreign(body: Any) -> bool:
    """Whether a document has parts in other formats (`w:altChunk`), which Word takes in when the
    document is saved the next time."""
    return next(body.iter(qn("w:altChunk")), None) is not None


def is_in_contents(paragraph: Any) -> bool:
    """Whether a paragraph stands in the content control that Word sets around its contents."""
    return any(
        gallery.get(qn("w:val"), "").casefold() == "table of contents"
        for control in paragraph.iterancestors(qn("w:sdt"))
        for gallery in control.iterfind(f"{qn('w:sdtPr')}/*/{qn('w:docPartGallery')}")
    )


def goes_on_beside(cell: Any) -> bool:
    """Whether a cell is merged with the one before it in its row (`w:hMerge`)."""
    merge = child_of(child_of(cell, "w:tcPr"), "w:hMerge")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


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


def filled_cells(row: Any) -> Iterator[Any]:
    """The cells of a row that hold text."""
    return (cell for cell in cells_of(row) if _has_text(cell))


def has_text(part: Part) -> bool:
    """Whether a paragraph holds text."""
    return any(text_of(paragraph).strip() for paragraph in part.paragraphs)


def _holds_table(cell: Any) -> bool:
    return any(element.tag == qn("w:tbl") for element in _flow_of(cell))


def _has_text(cell: Any) -> bool:
    return any(text.text and text.text.strip() for text in cell.iter(_TEXTS))


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also inside content controls."""
    for element in parent.iterchildren():
        if element.tag == tag:
            yield element
        elif element.tag in _AROUND:
            yield from _children(element, tag)
