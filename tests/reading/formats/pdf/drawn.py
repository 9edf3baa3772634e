"""PDF documents made for the tests."""

import io
from collections.abc import Sequence

import pypdfium2 as pdfium
import typst

PAGE = """#set text(font: "Libertinus Serif", size: 10pt, lang: "nb", hyphenate: false)
#set page(paper: "a4", margin: 2cm)
"""


def pdf_of(markup: str) -> bytes:
    """The PDF of a Typst text."""
    made: bytes = typst.compile((PAGE + markup).encode(), ignore_system_fonts=True)
    return made


def table(rows: Sequence[Sequence[str]], columns: str, style: str = "stroke: 0.5pt") -> str:
    """Markup of a table whose first row is its head."""
    head = ", ".join(f"[*{cell}*]" for cell in rows[0])
    body = ", ".join(f"[{cell}]" for row in rows[1:] for cell in row)
    return f"#table(columns: {columns}, {style}, table.header({head}), {body})\n"


def repeated(data: bytes, pages: int) -> bytes:
    """The first page of a document again and again."""
    source, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    for _ in range(pages):
        target.import_pages(source, [0])
    return _saved(target)


def turned(data: bytes, degrees: int) -> bytes:
    """The document with its pages stored turned."""
    document = pdfium.PdfDocument(data)
    for page in document:
        page.set_rotation(degrees)
    return _saved(document)


def pictured(data: bytes, *, dpi: int = 216, askew: float = 0.0, paper: int = 255) -> bytes:
    """The document as pictures of its pages: no text in it.

    `askew` is how many degrees the pages lie turned clockwise, `paper` how grey they are.
    """
    source, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    for page in source:
        width, height = page.get_size()
        drawn = page.render(scale=dpi / 72, fill_color=(paper, paper, paper, 255))
        image = pdfium.PdfImage.new(target)
        image.set_bitmap(drawn)
        matrix = pdfium.PdfMatrix().scale(width, height).translate(-width / 2, -height / 2)
        image.set_matrix(matrix.rotate(askew).translate(width / 2, height / 2))
        fresh = target.new_page(width, height)
        fresh.insert_obj(image)
        fresh.gen_content()
    return _saved(target)


def _saved(document: pdfium.PdfDocument) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
