"""What a person sees on the sheets of an Excel workbook."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

import xlsxwriter

from tiltak.reading import Vocabulary
from tiltak.reading.blocks import BlockDocument, TableBlock
from tiltak.reading.formats.workbook.xlsx import read_xlsx
from tiltak.reading.limits import Limits

HEADS = ["Tiltak", "Frist", "Ansvar", "Framdrift"]


def read(data: bytes) -> BlockDocument:
    return read_xlsx(data, Limits(), Vocabulary.default())


def rows(document: BlockDocument) -> list[list[str]]:
    (table,) = document.blocks
    assert isinstance(table, TableBlock)
    return [[cell.text for cell in row.cells] for row in table.rows]


def aside(document: BlockDocument) -> list[tuple[str, str]]:
    return [(document.text[place.start : place.end], reason) for place, reason in document.aside]


def changed(data: bytes, exchanges: Mapping[str, str]) -> bytes:
    """The workbook with texts exchanged in its first sheet."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for entry in source.namelist():
            content = source.read(entry).decode()
            for old, new in exchanges.items() if entry.endswith("sheet1.xml") else ():
                assert old in content
                content = content.replace(old, new)
            archive.writestr(entry, content)
    return target.getvalue()


def test_values_are_read_as_they_are_shown() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nr", "Tiltak", "Frist", "Kostnad (1000 kr)", "Framdrift"])
        sheet.write_number(1, 0, 1.1, book.add_format({"num_format": "0.00"}))
        sheet.write(1, 1, "Byggja bru")
        sheet.write_datetime(1, 2, dt.date(2026, 6, 1), book.add_format({"num_format": "yyyy"}))
        sheet.write_number(1, 3, 1_500_000, book.add_format({"num_format": "#,##0,"}))
        sheet.write_number(1, 4, 0.25, book.add_format({"num_format": 9}))
    assert rows(read(target.getvalue()))[1] == ["1.10", "Byggja bru", "2026", "1500", "25%"]


def test_formulas_that_nobody_computed_are_named() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("Tiltak")
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ["Byggja bru", "2026", "FAU"])
        sheet.write_formula(1, 3, "=1+1", value=2)
        sheet.write_row(2, 0, ["Rydda skog", "2027", "SR"])
        sheet.write_formula(2, 3, "=2+1", value=3)
        sheet.write_formula(2, 4, '=""', value="")
    document = read(changed(target.getvalue(), {"<v>3</v>": "<v></v>", '"E3"': '"E3" t="str"'}))
    (warning,) = document.warnings
    assert warning.endswith("Cellene er: Tiltak!D3.")
    assert rows(document)[1:] == [["Byggja bru", "2026", "FAU", "2"], ["Rydda skog", "2027", "SR"]]


def test_what_lies_under_a_merged_cell_is_not_seen() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ["Byggja bru", "2026", "FAU", "x"])
        sheet.write_row(2, 0, ["Rydda skog", "2027", "SR", "y"])
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
    document = read(changed(target.getvalue(), {"</sheetData>": merged}))
    assert rows(document)[1:] == [["Byggja bru", "2026", "FAU", "x"], ["Rydda skog", "2027", "y"]]
    assert aside(document) == [("SR", "Skjult under ei samanslått celle")]


def test_rows_and_columns_without_any_size_are_hidden() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        for number, name in enumerate(("Byggja bru", "Rydda skog"), 1):
            sheet.write_row(number, 0, [name, "2026", "FAU", "x"])
        sheet.write_row(0, 0, HEADS)
        sheet.set_row(2, 22)
        sheet.set_column(3, 3, 11)
    content = changed(
        target.getvalue(), {'ht="21.75"': 'ht="0"', 'width="11.7109375"': 'width="0"'}
    )
    assert rows(read(content)) == [["Tiltak", "Frist", "Ansvar"], ["Byggja bru", "2026", "FAU"]]


def test_boxes_on_a_sheet_stand_aside() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ["Byggja bru", "2026", "FAU", "x"])
        sheet.insert_textbox(5, 5, "Vedteken av rådet\n1. mars 2026")
    assert aside(read(target.getvalue())) == [
        ("Vedteken av rådet\n1. mars 2026", "Tekstboks på arket")
    ]
