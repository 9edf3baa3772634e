"""Word documents → blocks: what a reader of the accepted document sees, in order.

Deleted text of tracked changes is left out, inserted text read. Headers, footers, notes, contents,
hidden text and text boxes are text of the document too; all but the boxes stand aside.
"""

import zipfile
import zlib
from typing import Any

from msgspec.structs import replace

from tiltak.planfile.marking import gettext_noop
from tiltak.reading.blocks import BlockDocument, Cell, CellLine, Look
from tiltak.reading.formats.office_flow import (
    LEAST_OF_CHAPTER,
    OfficeFlow,
    ParagraphStyle,
    Shown,
    lays_out_chapters,
)
from tiltak.reading.formats.word.docx_diagrams import (
    charts_of,
    diagrams_of,
    texts_of_chart,
    texts_of_diagram,
)
from tiltak.reading.formats.word.docx_elements import (
    Part,
    all_paragraphs,
    cells_of,
    filled_cells,
    goes_on_beside,
    has_text,
    holds_foreign,
    is_in_contents,
    is_layout,
    kept_rows,
    parts_of,
    parts_within,
)
from tiltak.reading.formats.word.docx_package import WordPackage
from tiltak.reading.formats.word.docx_properties import qn
from tiltak.reading.formats.word.docx_styles import StyleBook
from tiltak.reading.formats.word.docx_text import pieces_of, text_boxes, text_of
from tiltak.reading.formats.zip_guard import check_xml, open_guarded
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.structure.reasons import CONTENTS, HEADER_OR_FOOTER, HIDDEN, NOTE

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# What parts that are missing, cut or garbled lead to; XML errors are SyntaxErrors.
_DAMAGE = (
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
DIAGRAM = gettext_noop("Diagram")
FOREIGN = gettext_noop(
    "Ein del av dokumentet er limt inn frå ei anna fil og er ikkje lesen. Opne fila i Word, lagre henne og last henne opp på nytt."
)
_ASIDE = {
    "header": HEADER_OR_FOOTER,
    "footer": HEADER_OR_FOOTER,
    "footnotes": NOTE,
    "endnotes": NOTE,
}


def read_docx(data: bytes, limits: Limits) -> BlockDocument:
    """A Word document as blocks. Raises UnreadableDocument when it is damaged or unsafe."""
    try:
        with open_guarded(data, limits) as archive:
            check_xml(archive)
            return _Reader(WordPackage(archive)).read()
    except UnreadableDocument:
        raise
    except _DAMAGE as error:
        raise UnreadableDocument(Problem.DAMAGED, f"{type(error).__name__}: {error}") from error


class _Reader:
    """Walks the parts of a document once."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._flow = OfficeFlow()
        styles, numbering = (next(package.related(kind), None) for kind in ("styles", "numbering"))
        self._styles = StyleBook(styles, numbering)

    def read(self) -> BlockDocument:
        """The body, then what stands aside."""
        self._read_flow(self._package.body)
        for kind, reason in _ASIDE.items():
            for root in self._package.related(kind):
                for paragraph in all_paragraphs(root):
                    self._flow.leave_aside(text_of(paragraph), reason)
        document = self._flow.document(MEDIA_TYPE)
        if holds_foreign(self._package.body):
            if not document.text.strip():
                raise UnreadableDocument(Problem.UNSUPPORTED_FORMAT, "altChunk")
            return replace(document, warnings=(FOREIGN,))
        return document

    def _read_flow(self, container: Any) -> None:
        for part in parts_of(container):
            if part.table is not None:
                self._read_table(part.table)
            else:
                self._read_paragraph(part)

    def _read_paragraph(self, part: Part) -> None:
        shown = self._shown(part)
        if self._is_contents(part):
            self._flow.leave_aside(shown.text, CONTENTS)
            return
        style = self._style(part, shown)
        if part.ended_by is not None or shown.text:
            self._flow.add_paragraph(shown.text, style, shown.look)
        self._flow.leave_aside(shown.hidden, HIDDEN)
        self._leave_drawings(part)
        for paragraph in part.paragraphs:
            for box in text_boxes(paragraph):
                self._read_flow(box)

    def _is_contents(self, part: Part) -> bool:
        return any(self._styles.is_contents(p) or is_in_contents(p) for p in part.paragraphs)

    def _leave_drawings(self, part: Part) -> None:
        """The words of diagrams and charts: they say what belongs together, not what is to be done."""
        for paragraph in part.paragraphs:
            for identity in diagrams_of(paragraph):
                if (diagram := self._package.part(identity)) is not None:
                    for text in texts_of_diagram(diagram):
                        self._flow.leave_aside(text, DIAGRAM)
            for identity in charts_of(paragraph):
                if (chart := self._package.part(identity)) is not None:
                    for text in texts_of_chart(chart):
                        self._flow.leave_aside(text, DIAGRAM)

    def _style(self, part: Part, shown: Shown) -> ParagraphStyle:
        """What a paragraph is. One that is hidden with its end is none, and no list counts it."""
        if part.ended_by is None:
            return ParagraphStyle()
        if shown.hidden and not shown.text.strip() and self._styles.is_hidden(part.ended_by):
            return ParagraphStyle()
        return self._styles.style(part.ended_by)

    def _shown(self, part: Part) -> Shown:
        around = self._styles.letters(part.paragraphs[-1])
        seen: list[str] = []
        hidden: list[str] = []
        bolds, sizes = [], []
        for piece in (piece for p in part.paragraphs for piece in pieces_of(p)):
            letters = self._styles.letters_of_run(piece.run, around)
            (hidden if letters.hidden else seen).append(piece.text)
            if piece.text.strip() and not letters.hidden:
                bolds.append(bool(letters.bold))
                sizes.append(letters.size)
        known = [size for size in sizes if size is not None]
        look = Look(bold=bool(bolds) and all(bolds), size=max(known) if known else None)
        return Shown("".join(seen), "".join(hidden), look)

    def _read_table(self, table: Any) -> None:
        """A table of values; one that only lays out other tables or the text is read cell by cell."""
        if not is_layout(table) and not self._lays_out_text(table):
            if rows := self._table(table):
                self._flow.add_table(rows)
            return
        for row in kept_rows(table):
            for cell in cells_of(row):
                self._read_flow(cell)

    def _lays_out_text(self, table: Any) -> bool:
        rows = [
            [self._holds_chapter(cell) for cell in filled_cells(row)] for row in kept_rows(table)
        ]
        return lays_out_chapters(rows)

    def _holds_chapter(self, cell: Any) -> bool:
        filled = (part for part in parts_of(cell) if part.table is not None or has_text(part))
        first = next(filled, None)
        if first is None or not any(map(self._styles.is_heading, first.paragraphs[:1])):
            return False
        return len(list(filled)) >= LEAST_OF_CHAPTER - 1

    def _table(self, table: Any) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}
        for number, element in enumerate(kept_rows(table)):
            rows.append([])
            column = _grid_before(element)
            for cell in cells_of(element):
                span, merge = _spans(cell)
                lines = self._cell_lines(cell, number, column)
                if rows[number] and goes_on_beside(cell):
                    rows[number][-1] = _wider(rows[number][-1], span, lines)
                elif merge == "continue" and column in above:
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
        shown = [(part, self._shown(part)) for part in parts_within(cell)]
        texts = [(text.text, self._style(part, text).mark) for part, text in shown]
        lines = self._flow.cell_lines(texts, row, column)
        for part, text in shown:
            self._flow.leave_aside(text.hidden, HIDDEN)
            self._leave_drawings(part)
        return lines


def _wider(cell: Cell, span: int, lines: list[CellLine]) -> Cell:
    """A cell merged with the one after it, as programs of old wrote it."""
    more = tuple(line for line in lines if line.text)
    return Cell(cell.column, cell.lines + more, cell.row_span, cell.column_span + span)


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
