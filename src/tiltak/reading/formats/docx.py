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

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    Look,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.formats.docx_styles import ParagraphStyle, StyleBook, is_on, size_of
from tiltak.reading.formats.lines import split_mark
from tiltak.reading.formats.text_buffer import TextBuffer, cell_name
from tiltak.reading.formats.zip_guard import check_xml, open_guarded
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADER_OR_FOOTER = "Topp- eller botntekst"
NOTE = "Fotnote"

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
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
_SIGNS = {
    qn("w:tab"): "\t",
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
        self._buffer = TextBuffer()
        self._styles = StyleBook(self._related(RT.STYLES), self._related(RT.NUMBERING))
        self._blocks: list[Block] = []
        self._aside: list[tuple[Passage, str]] = []
        self._gap = 0
        self._paragraphs = 0

    def read(self) -> BlockDocument:
        """The body, then what stands aside."""
        self._read_flow(self._part.element.body)
        for kind, reason in _ASIDE.items():
            for root in self._all_related(kind):
                self._read_aside(root, reason)
        return BlockDocument(
            self._buffer.text(), MEDIA_TYPE, tuple(self._blocks), tuple(self._aside)
        )

    def _all_related(self, kind: str) -> Iterator[Any]:
        for relation in self._part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                yield parse_xml(relation.target_part.blob)

    def _related(self, kind: str) -> Any:
        return next(self._all_related(kind), None)

    def _read_flow(self, container: Any) -> None:
        for element in _flow(container):
            if element.tag == qn("w:tbl"):
                self._blocks.append(self._table(element))
                self._gap = 0
            else:
                self._read_paragraph(element)

    def _read_paragraph(self, paragraph: Any) -> None:
        self._paragraphs += 1
        text = _text(paragraph)
        style = self._styles.style(paragraph)
        if text.strip():
            look = _look(paragraph, style)
            for part in _parts(text, style):
                self._add(part, style, look)
            self._gap = 0
        else:
            self._gap += 1
        for box in _text_boxes(paragraph):
            self._read_flow(box)

    def _add(self, text: str, style: ParagraphStyle, look: Look) -> None:
        passage = self._buffer.add(text, line=self._paragraphs)
        mark, rest = style.mark, " ".join(text.replace("\u00ad", "").split())
        if mark is None and style.level is None:
            mark, rest = split_mark(rest)
        self._blocks.append(
            TextBlock(
                text=rest,
                passages=(passage,),
                mark=mark,
                level=style.level,
                indent=style.indent,
                gap=self._gap,
                look=look,
                is_list_item=style.is_list_item or (mark is not None and style.level is None),
                list_level=style.list_level,
            )
        )

    def _table(self, table: Any) -> TableBlock:
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}
        for number, element in enumerate(_children(table, qn("w:tr"))):
            rows.append([])
            column = _grid_before(element)
            for cell in _children(element, qn("w:tc")):
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
        return TableBlock(tuple(TableRow(tuple(cells)) for cells in rows))

    def _extend(
        self, rows: list[list[Cell]], origin: tuple[int, int], lines: list[CellLine]
    ) -> None:
        """A cell merged with the one above: it reaches a row further."""
        row, index = origin
        cell = rows[row][index]
        more = tuple(line for line in lines if line.text)
        rows[row][index] = Cell(cell.column, cell.lines + more, cell.row_span + 1, cell.column_span)

    def _cell_lines(self, cell: Any, row: int, column: int) -> list[CellLine]:
        lines: list[CellLine] = []
        name = cell_name(row, column)
        for paragraph in cell.iter(qn("w:p")):
            style = self._styles.style(paragraph)
            for text in _text(paragraph).split("\n"):
                if not text.strip():
                    lines.append(CellLine("", None, len(lines)))
                    continue
                passage = self._buffer.add(text, line=self._paragraphs + 1, cell=name)
                shown = " ".join(text.split())
                if style.mark and style.mark[0].isalnum() and len(style.mark) > 1:
                    shown = f"{style.mark} {shown}"
                lines.append(CellLine(shown, passage, len(lines)))
        return lines if any(line.text for line in lines) else []

    def _read_aside(self, root: Any, reason: str) -> None:
        for paragraph in root.iter(qn("w:p")):
            text = _text(paragraph)
            if text.strip():
                self._aside.append((self._buffer.add(text), reason))


def _flow(container: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, through content controls and accepted insertions."""
    for element in container.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _flow(element)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also inside content controls."""
    for element in parent.iterchildren():
        if element.tag == tag:
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _children(element, tag)


def _text(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    """The text of a paragraph as shown; text boxes are read as paragraphs of their own."""
    for child in element.iterchildren():
        if child.tag in _NOT_READ or child.tag == qn("w:txbxContent"):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == _ALTERNATE:
            yield from _pieces(_chosen(child))
        elif len(child):
            yield from _pieces(child)


def _chosen(alternate: Any) -> Any:
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(_FALLBACK)


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield box


def _parts(text: str, style: ParagraphStyle) -> list[str]:
    """A paragraph with line breaks in it: lines of a title run on, others begin anew at a capital."""
    if "\n" not in text or style.level is not None:
        return [text]
    parts: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if parts and (not stripped or stripped[0].islower()):
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
    return [part for part in parts if part.strip()]


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
