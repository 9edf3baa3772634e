"""Plan documents made for the tests from a description of what stands in them.

`<name>.docx.json` and `<name>.xlsx.json` are Word and Excel documents, `<name>.pdf.typ` a
page as a typesetter sets it; what a person reads in each stands in <name>.truth.json.
`further` has those the reader was mended by, `first_sight` those it read right when it saw them first.
"""

import datetime as dt
import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import docx
from xlsxwriter import Workbook

from tests.reading.formats.pdf.drawn import pdf_of

FOLDERS = tuple(Path(__file__).parent / name for name in ("further", "first_sight"))


def word(source: Path) -> bytes:
    """A list of [style, text] and ["table", rows, merged]; "**" stands around what is bold."""
    document = docx.Document()
    for style, content, *merged in json.loads(source.read_text("utf-8")):
        if style == "table":
            _add_table(document, content, *merged)
            continue
        paragraph = document.add_paragraph(style=style or None)
        for index, part in enumerate(content.split("**")):
            paragraph.add_run(part).bold = True if index % 2 else None
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_table(document: Any, rows: list[list[str]], merged: list[list[int]] | None = None) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    for top, left, bottom, right in merged or ():
        text = rows[top][left]
        table.cell(top, left).merge(table.cell(bottom, right)).text = text


def book(source: Path) -> bytes:
    """Sheets with rows and merged ranges (first row and column, last row and column)."""
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as workbook:
        date = workbook.add_format({"num_format": "dd.mm.yyyy"})
        for name, content in json.loads(source.read_text("utf-8")).items():
            sheet = workbook.add_worksheet(name)
            for top, left, bottom, right in content.get("merged", ()):
                sheet.merge_range(top, left, bottom, right, "")
            for at, row in enumerate(content["rows"]):
                for column, value in enumerate(row):
                    if isinstance(value, dict):
                        sheet.write_datetime(
                            at, column, dt.datetime.fromisoformat(value["date"]), date
                        )
                    elif value != "":
                        sheet.write(at, column, value)
    return target.getvalue()


def page(source: Path) -> bytes:
    """A PDF."""
    return pdf_of(source.read_text("utf-8"))


_MAKERS: dict[str, Callable[[Path], bytes]] = {
    ".docx.json": word,
    ".xlsx.json": book,
    ".pdf.typ": page,
}


def _documents() -> dict[str, Callable[[], bytes]]:
    found: dict[str, Callable[[], bytes]] = {}
    for folder in FOLDERS:
        for path in sorted(folder.iterdir()):
            for ending, make in _MAKERS.items():
                if path.name.endswith(ending):
                    found[path.name.removesuffix(path.suffix)] = partial(make, path)
    return found


DOCUMENTS = _documents()
