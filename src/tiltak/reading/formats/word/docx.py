"""Word documents → blocks: what a reader of the accepted document sees, in order.

Deleted text of tracked changes is left out, inserted text read. Headers, footers, notes and text
boxes are text of the document too; the first three stand aside from the flow.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tiltak.reading.blocks import BlockDocument, Cell, CellLine, Look
from tiltak.reading.formats.office_flow import (
    OfficeFlow,
    ParagraphStyle,
)
from tiltak.reading.formats.word.docx_elements import (
    FALLBACK,
    cells_of,
    flow_of,
    is_layout,
    kept_rows,
    paragraphs,
)
from tiltak.reading.formats.word.docx_properties import is_on, size_of
from tiltak.reading.formats.word.docx_styles import StyleBook
from tiltak.reading.formats.zip_guard import check_xml, open_guarded
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.structure.reasons import HEADER_OR_FOOTER, NOTE

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
# What the library raises for parts that are missing, cut or garbled; XML errors are SyntaxErrors.
_DAMAGE = (
    OpcError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
_ASIDE = {
    RT.HEADER: HEADER_OR_FOOTER,
    RT.FOOTER: HEADER_OR_FOOTER,
    RT.FOOTNOTES: NOTE,
    RT.ENDNOTES: NOTE,
}
_NOT_READ = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText")}
_TEXTS = {qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}


def read_docx(data: bytes, limits: Limits) -> BlockDocument:
    """A Word document as blocks. Raises UnreadableDocument when it is damaged or unsafe."""
    with open_guarded(data, limits) as archive:
        check_xml(archive)
    try:
        document = docx.Document(io.BytesIO(data))
        return _Reader(document.part).read()
    except UnreadableDocument:
        raise
    except _DAMAGE as error:
        raise UnreadableDocument(Problem.DAMAGED, f"{type(error).__name__}: {error}") from error


class _Reader:
    """Walks the parts of a document once."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._flow = OfficeFlow()
        self._styles = StyleBook(self._related(RT.STYLES), self._related(RT.NUMBERING))

    def read(self) -> BlockDocument:
        """The body, then what stands aside."""
        self._read_flow(self._part.element.body)
        for kind, reason in _ASIDE.items():
            for root in self._all_related(kind):
                for paragraph in paragraphs(root):
                    self._flow.leave_aside(_text(paragraph), reason)
        return self._flow.document(MEDIA_TYPE)

    def _all_related(self, kind: str) -> Iterator[Any]:
        for relation in self._part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                yield parse_xml(relation.target_part.blob)

    def _related(self, kind: str) -> Any:
        return next(self._all_related(kind), None)

    def _read_flow(self, container: Any) -> None:
        joined = ""
        for element in flow_of(container):
            if element.tag == qn("w:tbl"):
                self._add_rest(joined)
                joined = ""
                self._read_table(element)
            elif _mark_is_deleted(element):
                # the accepted document has no paragraph end here: the next one goes on
                joined += _text(element)
            else:
                self._read_paragraph(element, joined)
                joined = ""
        self._add_rest(joined)

    def _add_rest(self, text: str) -> None:
        """What had no paragraph left to go on in."""
        if text:
            self._flow.add_paragraph(text, ParagraphStyle(), Look())

    def _read_paragraph(self, paragraph: Any, before: str) -> None:
        style = self._styles.style(paragraph)
        self._flow.add_paragraph(before + _text(paragraph), style, _look(paragraph, style))
        for box in _text_boxes(paragraph):
            self._read_flow(box)

    def _read_table(self, table: Any) -> None:
        """A table of values; one that only lays out other tables is read cell by cell."""
        if not is_layout(table):
            self._flow.add_table(self._table(table))
            return
        for row in kept_rows(table):
            for cell in cells_of(row):
                self._read_flow(cell)

    def _table(self, table: Any) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}
        for number, element in enumerate(kept_rows(table)):
            rows.append([])
            column = _grid_before(element)
            for cell in cells_of(element):
                span, merge = _spans(cell)
                lines = self._cell_lines(cell, number, column)
                if merge == "continue" and column in above:
                    self._extend(rows, above[column], lines)
                else:
                    above[column] = (number, len(rows[number]))
                    rows[number].append(Cell(column, tuple(lines), 1, span))
                    if merge is None:
                        above.pop(column)
                column += span
        return rows

    def _extend(
        self, rows: list[list[Cell]], origin: tuple[int, int], lines: list[CellLine]
    ) -> None:
        """A cell merged with the one above: it reaches a row further."""
        row, index = origin
        cell = rows[row][index]
        more = tuple(line for line in lines if line.text)
        rows[row][index] = Cell(cell.column, cell.lines + more, cell.row_span + 1, cell.column_span)

    def _cell_lines(self, cell: Any, row: int, column: int) -> list[CellLine]:
        texts = ((_text(p), self._styles.style(p).mark) for p in paragraphs(cell))
        return self._flow.cell_lines(texts, row, column)


def _mark_is_deleted(paragraph: Any) -> bool:
    """Whether a tracked change took the end of a paragraph away, joining it with the next."""
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}")
    return mark is not None


def _text(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    """The text of a paragraph as shown; text boxes are read as paragraphs of their own."""
    for child in element.iterchildren():
        if child.tag in _NOT_READ or child.tag == qn("w:txbxContent"):
            continue
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == _ALTERNATE:
            yield from _pieces(_chosen(child))
        elif len(child):
            yield from _pieces(child)


def _chosen(alternate: Any) -> Any:
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(FALLBACK)


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """The boxes anchored in a paragraph; boxes within boxes come with the outer one."""
    for box in paragraph.iter(qn("w:txbxContent")):
        around = {parent.tag for parent in box.iterancestors() if parent is not paragraph}
        inner = next(p for p in box.iterancestors(qn("w:p")))
        if inner is paragraph and FALLBACK not in around:
            yield box


def _look(paragraph: Any, style: ParagraphStyle) -> Look:
    bolds, sizes = [], []
    for run in paragraph.iter(qn("w:r")):
        if not _text(run).strip():
            continue
        properties = run.find(qn("w:rPr"))
        bold = is_on(properties, "w:b")
        bolds.append(style.bold if bold is None else bold)
        sizes.append(size_of(properties) or style.size)
    known = [size for size in sizes if size is not None]
    return Look(bold=bool(bolds) and all(bolds), size=max(known) if known else None)


def _grid_before(row: Any) -> int:
    properties = row.find(qn("w:trPr"))
    before = properties.find(qn("w:gridBefore")) if properties is not None else None
    return int(before.get(qn("w:val"), "0")) if before is not None else 0


def _spans(cell: Any) -> tuple[int, str | None]:
    """Columns a cell covers, and "restart"/"continue" for a cell merged downwards."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return 1, None
    span = properties.find(qn("w:gridSpan"))
    merge = properties.find(qn("w:vMerge"))
    kind = None if merge is None else (merge.get(qn("w:val")) or "continue")
    return int(span.get(qn("w:val"), "1")) if span is not None else 1, kind
