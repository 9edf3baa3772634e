"""Excel workbooks → blocks: each visible sheet as texts and tables, cells as a person reads them."""

import io
import zipfile
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from tiltak.reading.blocks import BlockDocument
from tiltak.reading.formats.workbook.number_formats import NumberFormat
from tiltak.reading.formats.workbook.sheets import FilledRow, Sheet, SheetReader, shown
from tiltak.reading.formats.workbook.xlsx_sheets import SheetMarks, find_marks
from tiltak.reading.formats.zip_guard import check_xml, open_guarded
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DAMAGE = (
    CalamineError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
# No program writes more.
_MOST_ROWS = 1_048_576
_MOST_RANGES = 200
_Range = tuple[tuple[int, int], tuple[int, int]]


def read_xlsx(data: bytes, limits: Limits, vocabulary: Vocabulary) -> BlockDocument:
    """A workbook as blocks. Raises UnreadableDocument: damaged, or more rows than the limit."""
    try:
        with open_guarded(data, limits) as archive:
            check_xml(archive)
            marks = find_marks(archive)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        reader = SheetReader(limits, vocabulary)
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                visible = sheet.visible == SheetVisibleEnum.Visible
                found = book.get_sheet_by_name(sheet.name)
                reader.read(_sheet(found, marks.get(sheet.name, SheetMarks()), visible=visible))
    except UnreadableDocument:
        raise
    except _DAMAGE as error:
        raise UnreadableDocument(Problem.DAMAGED, str(error)) from error
    return reader.document(MEDIA_TYPE)


def _sheet(sheet: CalamineSheet, marks: SheetMarks, *, visible: bool) -> Sheet:
    ranges = sorted(sheet.merged_cell_ranges or ())
    merged = {
        (top, left): (bottom - top + 1, right - left + 1) for (top, left), (bottom, right) in ranges
    }
    covered: set[tuple[int, int]] = set()
    return Sheet(
        sheet.name,
        _noting_covered(_filled_rows(sheet, marks.formats), ranges, covered),
        visible=visible,
        merged=merged,
        hidden_rows=marks.hidden_rows,
        hidden_columns=marks.hidden_columns,
        covered=covered,
        boxes=marks.boxes,
        not_computed=tuple(marks.not_computed),
    )


def _filled_rows(
    sheet: CalamineSheet, formats: Mapping[tuple[int, int], NumberFormat]
) -> Iterator[FilledRow]:
    if sheet.end is not None and sheet.end[0] >= _MOST_ROWS:
        # all rows above the first that is filled would be gone through
        raise UnreadableDocument(Problem.DAMAGED, f"a cell in row {sheet.end[0] + 1}")
    # rows come from the top of the sheet, columns from the first that is used
    left = (sheet.start or (0, 0))[1]
    for number, row in enumerate(sheet.iter_rows()):
        values: Iterable[object] = row
        if formats:
            values = [
                value if value == "" else _as_seen(value, formats.get((number, column)))
                for column, value in enumerate(row, left)
            ]
        cells = tuple(
            (column, text) for column, value in enumerate(values, left) if (text := shown(value))
        )
        if cells:
            yield FilledRow(number, cells)


def _as_seen(value: object, shape: NumberFormat | None) -> object:
    text = shape.shown(value) if shape is not None else None
    return value if text is None else text


def _noting_covered(
    rows: Iterable[FilledRow], ranges: Sequence[_Range], covered: set[tuple[int, int]]
) -> Iterator[FilledRow]:
    """The rows; filled cells that lie under another one of a merged range are noted before."""
    waiting = deque(ranges)
    here: list[_Range] = []
    for row in rows:
        while waiting and waiting[0][0][0] <= row.number:
            here.append(waiting.popleft())
        # ranges do not overlap: there are no more in a row than columns
        here = [found for found in here if found[1][0] >= row.number][-_MOST_RANGES:]
        for (top, left), (_, right) in here:
            covered.update(
                (row.number, column)
                for column, _ in row.cells
                if left <= column <= right and (row.number, column) != (top, left)
            )
        yield row
