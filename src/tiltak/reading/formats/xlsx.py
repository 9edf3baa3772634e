"""Workbooks → blocks: each visible sheet as texts and tables, cells as a person reads them."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.formats.text_buffer import TextBuffer, cell_name
from tiltak.reading.formats.zip_guard import check_xml, open_guarded
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HIDDEN_SHEET = "Skjult ark"

Value = object


def read_xlsx(data: bytes, limits: Limits, vocabulary: Vocabulary) -> BlockDocument:
    """A workbook as blocks. Raises UnreadableDocument: damaged, or more rows than the limit."""
    with open_guarded(data, limits) as archive:
        check_xml(archive)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        reader = _Reader(limits, vocabulary)
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                visible = sheet.visible == SheetVisibleEnum.Visible
                reader.read(book.get_sheet_by_name(sheet.name), visible=visible)
    except UnreadableDocument:
        raise
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableDocument(Problem.DAMAGED, str(error)) from error
    return reader.document()


@dataclass(frozen=True, slots=True)
class _Filled:
    """A row with text: its number in the sheet and the cells that are not empty."""

    number: int
    cells: tuple[tuple[int, str], ...]


class _Reader:
    """Reads sheets one after the other."""

    def __init__(self, limits: Limits, vocabulary: Vocabulary) -> None:
        self._limits = limits
        self._vocabulary = vocabulary
        self._buffer = TextBuffer()
        self._blocks: list[Block] = []
        self._aside: list[tuple[Passage, str]] = []
        self._rows = 0

    def document(self) -> BlockDocument:
        """Everything read so far."""
        return BlockDocument(
            self._buffer.text(), MEDIA_TYPE, tuple(self._blocks), tuple(self._aside)
        )

    def read(self, sheet: CalamineSheet, *, visible: bool) -> None:
        """Take a sheet. A hidden one is text nobody sees: kept aside."""
        rows = list(self._filled_rows(sheet))
        if not visible:
            for row in rows:
                for column, text in row.cells:
                    self._aside.append((self._place(text, sheet.name, row, column), HIDDEN_SHEET))
            return
        merged = _merged(sheet)
        table: list[TableRow] | None = None
        for part in _stretches(rows):
            table = self._read_stretch(part, sheet.name, merged, table)

    def _filled_rows(self, sheet: CalamineSheet) -> Iterator[_Filled]:
        # rows come from the top of the sheet, columns from the first that is used
        left = (sheet.start or (0, 0))[1]
        for number, values in enumerate(sheet.iter_rows()):
            cells = tuple(
                (column + left, text)
                for column, value in enumerate(values[: self._limits.sheet_columns])
                if (text := shown(value))
            )
            if not cells:
                continue
            self._rows += 1
            if self._rows > self._limits.sheet_rows:
                raise UnreadableDocument(Problem.TOO_LARGE, f"{self._rows} rows")
            yield _Filled(number, cells)

    def _read_stretch(
        self,
        rows: Sequence[_Filled],
        sheet: str,
        merged: dict[tuple[int, int], tuple[int, int]],
        table: list[TableRow] | None,
    ) -> list[TableRow] | None:
        """Rows without an empty one between: texts above, then a table or the rest of one."""
        head = self._head(rows)
        if head is None and table is not None and any(len(row.cells) > 1 for row in rows):
            table.extend(self._table_row(row, sheet, merged) for row in rows)
            self._blocks[-1] = TableBlock(tuple(table), title=sheet)
            return table
        start = head if head is not None else self._first_wide(rows)
        for row in rows[:start]:
            self._add_text(row, sheet)
        if start == len(rows):
            return None
        table = [self._table_row(row, sheet, merged) for row in rows[start:]]
        self._blocks.append(TableBlock(tuple(table), title=sheet))
        return table

    def _head(self, rows: Sequence[_Filled]) -> int | None:
        """The row that names at least two columns we know."""
        for index, row in enumerate(rows):
            roles = {self._vocabulary.head(text).role for _, text in row.cells if len(text) <= 40}
            if len(row.cells) > 1 and len(roles - {None}) >= 2:
                return index
        return None

    def _first_wide(self, rows: Sequence[_Filled]) -> int:
        """Where a table without known heads begins: at the first row of three cells or more.

        Pairs of a name and a value are texts.
        """
        wide = (index for index, row in enumerate(rows) if len(row.cells) > 2)
        return next(wide, len(rows))

    def _add_text(self, row: _Filled, sheet: str) -> None:
        passages = tuple(self._place(text, sheet, row, column) for column, text in row.cells)
        text = ": ".join(" ".join(text.split()).rstrip(":") for _, text in row.cells)
        self._blocks.append(TextBlock(text, passages, gap=1))

    def _table_row(
        self, row: _Filled, sheet: str, merged: dict[tuple[int, int], tuple[int, int]]
    ) -> TableRow:
        cells = []
        for column, text in row.cells:
            down, across = merged.get((row.number, column), (1, 1))
            passage = self._place(text, sheet, row, column)
            lines = _lines(text, passage)
            cells.append(Cell(column, lines, down, across))
        return TableRow(tuple(cells))

    def _place(self, text: str, sheet: str, row: _Filled, column: int) -> Passage:
        return self._buffer.add(text, sheet=sheet, cell=cell_name(row.number, column))


def _lines(text: str, passage: Passage) -> tuple[CellLine, ...]:
    """A cell's text by its line breaks. Each line has its own part of the cell's passage."""
    if "\n" not in text:
        return (CellLine(" ".join(text.split()), passage, 0),)
    found = []
    at = passage.start
    for position, line in enumerate(text.strip().split("\n")):
        start = at + len(line) - len(line.lstrip())
        place = Passage(
            start=start, end=start + len(line.strip()), sheet=passage.sheet, cell=passage.cell
        )
        filled = bool(line.strip())
        found.append(CellLine(" ".join(line.split()), place if filled else None, position))
        at += len(line) + 1
    return tuple(found)


def _stretches(rows: Sequence[_Filled]) -> Iterator[list[_Filled]]:
    """Rows in stretches without an empty row between."""
    part: list[_Filled] = []
    for row in rows:
        if part and row.number > part[-1].number + 1:
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _merged(sheet: CalamineSheet) -> dict[tuple[int, int], tuple[int, int]]:
    """First cell of each merged range → (rows, columns) it covers."""
    found = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        found[top, left] = (bottom - top + 1, right - left + 1)
    return found


def shown(value: Value) -> str:
    """A cell's value as text: whole numbers without decimals, dates as ISO, empty as ""."""
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n") if str(value).strip() else ""
