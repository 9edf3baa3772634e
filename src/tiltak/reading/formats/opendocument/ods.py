"""OpenDocument workbooks → blocks: each visible sheet as texts and tables, as in Excel workbooks."""

import datetime as dt
import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from tiltak.reading.blocks import BlockDocument
from tiltak.reading.formats.opendocument.odf_package import (
    DAMAGE,
    open_package,
    qn,
    repeated,
    whole,
)
from tiltak.reading.formats.opendocument.odt_text import FRAMES, PARAGRAPHS, text_of
from tiltak.reading.formats.text_buffer import cell_name
from tiltak.reading.formats.workbook.number_formats import number_as_seen
from tiltak.reading.formats.workbook.sheets import FilledRow, Sheet, SheetReader, shown
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

_TABLE = qn("table:table")
_ROW = qn("table:table-row")
_COLUMN = qn("table:table-column")
_CELL = qn("table:table-cell")
_COVERED = qn("table:covered-table-cell")
_NUMBERS = ("float", "currency")
_BOXES = FRAMES | {qn("draw:text-box")}


def read_ods(data: bytes, limits: Limits, vocabulary: Vocabulary) -> BlockDocument:
    """A workbook as blocks. Raises UnreadableDocument: damaged, unsafe, more rows than the limit."""
    reader = SheetReader(limits, vocabulary)
    try:
        with open_package(data, limits) as archive:
            for sheet in _sheets(archive, limits):
                reader.read(sheet)
    except UnreadableDocument:
        raise
    except DefusedXmlException as error:
        raise UnreadableDocument(Problem.UNSAFE, "content.xml") from error
    except DAMAGE as error:
        raise UnreadableDocument(Problem.DAMAGED, f"{type(error).__name__}: {error}") from error
    return reader.document(MEDIA_TYPE)


def _sheets(archive: zipfile.ZipFile, limits: Limits) -> Iterator[Sheet]:
    """The sheets one by one; rows are forgotten as soon as they are read."""
    hidden_styles: set[str] = set()
    builder: _SheetBuilder | None = None
    with archive.open("content.xml") as content:
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                if element.tag == _TABLE and builder is None:
                    builder = _SheetBuilder(element, limits, hidden_styles)
            elif element.tag == qn("style:style") and _hides(element):
                hidden_styles.add(element.get(qn("style:name"), ""))
            elif builder is not None:
                builder.end(element)
                if element is builder.table:
                    yield builder.sheet()
                    builder = None


def _hides(style: Element) -> bool:
    properties = style.find(qn("style:table-properties"))
    return properties is not None and properties.get(qn("table:display")) == "false"


@dataclass(slots=True)
class _SheetBuilder:
    """One sheet while it is being parsed: rows and columns are counted from 0."""

    table: Element
    limits: Limits
    hidden_styles: set[str]
    rows: list[FilledRow] = field(default_factory=list)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    covered: set[tuple[int, int]] = field(default_factory=set)
    boxes: list[str] = field(default_factory=list)
    not_computed: list[str] = field(default_factory=list)
    number: int = 0
    columns: int = 0
    is_link: bool = False

    def sheet(self) -> Sheet:
        """The finished sheet. A copy of a sheet of another file is as good as hidden."""
        style = self.table.get(qn("table:style-name"), "")
        return Sheet(
            self.table.get(qn("table:name"), ""),
            self.rows,
            visible=style not in self.hidden_styles and not self.is_link,
            merged=self.merged,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            covered=self.covered,
            boxes=self.boxes,
            not_computed=self.not_computed,
        )

    def end(self, element: Element) -> None:
        """An element has been parsed."""
        if element.tag == _ROW:
            self._take_row(element)
            element.clear()
        elif element.tag == _COLUMN:
            self._take_column(element)
        elif element.tag == qn("table:table-source"):
            self.is_link = True
        elif element.tag in _BOXES:
            self.boxes.append(
                "\n".join(text_of(line) for line in element if line.tag in PARAGRAPHS)
            )

    def _take_column(self, column: Element) -> None:
        copies = repeated(column, "table:number-columns-repeated")
        if column.get(qn("table:visibility")) in ("collapse", "filter"):
            last = min(self.columns + copies, self.limits.sheet_columns)
            self.hidden_columns.update(range(self.columns, last))
        self.columns += copies

    def _take_row(self, row: Element) -> None:
        cells = tuple(self._cells(row))
        copies = repeated(row, "table:number-rows-repeated")
        hidden = row.get(qn("table:visibility")) in ("collapse", "filter")
        if not cells and not hidden:
            self.number += copies
            return
        if cells and len(self.rows) + copies > self.limits.sheet_rows:
            raise UnreadableDocument(Problem.TOO_LARGE, f"{len(self.rows) + copies} rows")
        for _ in range(copies):
            if hidden:
                self.hidden_rows.add(self.number)
            if cells:
                self.rows.append(FilledRow(self.number, cells))
            self.number += 1

    def _cells(self, row: Element) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in row:
            if cell.tag not in (_CELL, _COVERED):
                continue
            copies = repeated(cell, "table:number-columns-repeated")
            text = shown(_value(cell)) if len(cell) or len(cell.attrib) > 1 else ""
            if text:
                if column + copies > self.limits.sheet_cells:
                    raise UnreadableDocument(Problem.TOO_LARGE, f"{copies} columns")
                self._note_span(cell, column)
                yield from ((column + offset, text) for offset in range(copies))
            elif _is_not_computed(cell):
                self.not_computed.append(cell_name(self.number, column))
            column += copies

    def _note_span(self, cell: Element, column: int) -> None:
        if cell.tag == _COVERED:
            self.covered.add((self.number, column))
            return
        down = whole(cell.get(qn("table:number-rows-spanned"))) or 1
        across = whole(cell.get(qn("table:number-columns-spanned"))) or 1
        if down > 1 or across > 1:
            self.merged[self.number, column] = (down, across)


def _is_not_computed(cell: Element) -> bool:
    """A formula without a value: of some programs, which write what others are to compute."""
    return cell.get(qn("table:formula")) is not None and cell.get(qn("office:value-type")) is None


def _value(cell: Element) -> object:
    """The value of a cell: numbers and dates as such, all else as shown."""
    kind = cell.get(qn("office:value-type"))
    lines = [text_of(child) for child in cell if child.tag == qn("text:p")]
    text = "\n".join(lines)
    if kind in _NUMBERS:
        value = _number(cell.get(qn("office:value"), ""))
        if value is None or not lines:
            return text if value is None else value
        return number_as_seen(value, text)
    if kind == "date":
        is_year = re.fullmatch(r"\d{4}", text.strip())
        return text if is_year else _date(cell.get(qn("office:date-value"), ""))
    if kind == "boolean":
        return cell.get(qn("office:boolean-value")) == "true"
    return text


def _number(written: str) -> float | None:
    try:
        value = float(written)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _date(written: str) -> object:
    try:
        return dt.datetime.fromisoformat(written[:26])
    except ValueError:
        return written
