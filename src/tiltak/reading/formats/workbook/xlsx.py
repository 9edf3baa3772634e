"""Excel workbooks → blocks: each visible sheet as texts and tables, cells as a person reads them."""

import io
import zipfile
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from tiltak.reading.blocks import BlockDocument
from tiltak.reading.formats.workbook.sheets import FilledRow, Sheet, SheetReader, shown
from tiltak.reading.formats.workbook.xlsx_hidden import Hidden, find_hidden
from tiltak.reading.formats.zip_guard import check_xml, open_guarded
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# No program writes more.
_MOST_ROWS = 1_048_576


def read_xlsx(data: bytes, limits: Limits, vocabulary: Vocabulary) -> BlockDocument:
    """A workbook as blocks. Raises UnreadableDocument: damaged, or more rows than the limit."""
    try:
        with open_guarded(data, limits) as archive:
            check_xml(archive)
            hidden = find_hidden(archive)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        reader = SheetReader(limits, vocabulary)
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                visible = sheet.visible == SheetVisibleEnum.Visible
                found = book.get_sheet_by_name(sheet.name)
                reader.read(_sheet(found, hidden.get(sheet.name, Hidden()), visible=visible))
    except UnreadableDocument:
        raise
    except (CalamineError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise UnreadableDocument(Problem.DAMAGED, str(error)) from error
    return reader.document(MEDIA_TYPE)


def _sheet(sheet: CalamineSheet, hidden: Hidden, *, visible: bool) -> Sheet:
    merged = {
        (top, left): (bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    }
    return Sheet(
        sheet.name,
        _filled_rows(sheet),
        visible=visible,
        merged=merged,
        hidden_rows=hidden.rows,
        hidden_columns=hidden.columns,
    )


def _filled_rows(sheet: CalamineSheet) -> Iterator[FilledRow]:
    if sheet.end is not None and sheet.end[0] >= _MOST_ROWS:
        # all rows above the first that is filled would be gone through
        raise UnreadableDocument(Problem.DAMAGED, f"a cell in row {sheet.end[0] + 1}")
    # rows come from the top of the sheet, columns from the first that is used
    left = (sheet.start or (0, 0))[1]
    for number, values in enumerate(sheet.iter_rows()):
        cells = tuple(
            (column, text) for column, value in enumerate(values, left) if (text := shown(value))
        )
        if cells:
            yield FilledRow(number, cells)
