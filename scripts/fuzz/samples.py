"""Whole documents of every format, to be damaged."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import typst
from xlsxwriter import Workbook

ROOT = Path(__file__).resolve().parents[2]
OPEN = ROOT.parent / "shared" / "plans" / "open"
TEXTS = ROOT / "tests" / "reading" / "plans"
_LONGEST = 200_000
_HEAD = ("Satsing", "Tiltak", "Frist", "Kostnad i 1000 kr", "Ansvarleg")
_ROWS = (
    ("Veg", "Byggja bru", "2026", "250", "FK"),
    ("Veg", "1) Tunnel\n2) Ferje", "2026-2027", "1 200", "FK/NHO"),
    ("Skule", "Ny buss", "haust 2027", "", "Kommunane"),
)


def write_samples(folder: Path, *, given: bool = True) -> None:
    """Write documents of every format into a folder: our own, and the given ones where they are."""
    made = {
        "made.docx": word(),
        "made.odt": open_text(),
        "made.ods": open_sheet(),
        "made.xlsx": workbook(),
        "made.pdf": pdf(),
    }
    others = (*OPEN.glob("O*.*"), *OPEN.glob("variants/O*.*")) if given else ()
    for path in (*TEXTS.glob("*.txt"), *others):
        if path.suffix != ".json" and path.stat().st_size < _LONGEST:
            made[f"{path.parent.name}-{path.name}"] = path.read_bytes()
    for name, data in made.items():
        (folder / name).write_bytes(data)


def word() -> bytes:
    """Headings, lists, a table with merged cells, a footer."""
    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = dt.datetime(2026, 1, 1)  # noqa: DTZ001  as Office writes it
    made.add_paragraph("Handlingsplan 2026", "Title")
    made.add_heading("1 Veg", 1)
    made.add_heading("Tiltak", 2)
    for text, style in (("Byggja bru", "List Number"), ("Teikna", "List Bullet 2")):
        made.add_paragraph(text, style)
    table = made.add_table(rows=len(_ROWS) + 1, cols=len(_HEAD))
    for at, row in enumerate((_HEAD, *_ROWS)):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    made.sections[0].footer.paragraphs[0].text = "Ytre Fjord"
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def workbook() -> bytes:
    """A sheet with dates and merged cells, and a hidden one."""
    target = io.BytesIO()
    with Workbook(target, {"default_date_format": "dd.mm.yyyy"}) as made:
        made.set_properties({"created": dt.datetime(2026, 1, 1)})  # noqa: DTZ001  as Office writes it
        sheet = made.add_worksheet()
        for at, row in enumerate((_HEAD, *_ROWS)):
            sheet.write_row(at, 0, row)
        sheet.write_datetime(1, 2, dt.datetime(2026, 6, 1))  # noqa: DTZ001
        sheet.merge_range("A2:A3", "Veg")
        made.add_worksheet("Skjult").hide()
    return target.getvalue()


def pdf() -> bytes:
    """Headings, a list and a ruled table."""
    cells = "".join(f"[{text}]," for row in (_HEAD, *_ROWS) for text in row)
    source = (
        "= Handlingsplan 2026\n== 1 Veg\n=== Tiltak\n+ Byggja bru\n+ Rydda skog\n"
        f"#table(columns: {len(_HEAD)}, {cells})\n"
    )
    made: bytes = typst.compile(source.encode())
    return made


_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "style", "text", "table")
)


def open_text() -> bytes:
    """Headings, a nested list with automatic numbers, a table."""
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/></text:list-style>'
    )
    items = "".join(
        f"<text:list-item><text:p>{text}</text:p>{{}}</text:list-item>" for text in "ab"
    )
    inner = f"<text:list>{items.format('', '')}</text:list>"
    body = (
        '<text:p text:style-name="Title">Handlingsplan 2026</text:p>'
        '<text:h text:outline-level="1">1 Veg</text:h><text:h text:outline-level="2">Tiltak</text:h>'
        f'<text:list text:style-name="L1">{items.format(inner, "")}</text:list>{_table()}'
    )
    return _open_document("text", f"<office:text>{body}</office:text>", styles)


def open_sheet() -> bytes:
    """A sheet with a merged cell and rows that repeat."""
    empty = (
        '<table:table-row table:number-rows-repeated="1000"><table:table-cell/></table:table-row>'
    )
    table = _table().replace("</table:table>", f"{empty}</table:table>")
    return _open_document("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>", "")


def _table() -> str:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string" table:number-columns-spanned="1">'
            f"<text:p>{text}</text:p></table:table-cell>"
            for text in row
        )
        + "</table:table-row>"
        for row in (_HEAD, *_ROWS)
    )
    return f'<table:table table:name="Ark">{rows}</table:table>'


def _open_document(kind: str, body: str, styles: str) -> bytes:
    target = io.BytesIO()
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": f"<office:document-content {_NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>",
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()
