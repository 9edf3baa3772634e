"""Small Word and Excel files, as bytes."""

import io

import docx
from xlsxwriter import Workbook


def word_of(*lines: tuple[str, str]) -> bytes:
    """A document of paragraphs, each a style and a text."""
    made = docx.Document()
    for style, text in lines:
        made.add_paragraph(text, style)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def workbook_of(*rows: list[str | int]) -> bytes:
    """A workbook of one sheet, "Budsjett"."""
    target = io.BytesIO()
    with Workbook(target) as book:
        sheet = book.add_worksheet("Budsjett")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return target.getvalue()
