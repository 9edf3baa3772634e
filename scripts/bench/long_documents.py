"""Documents as long as wanted, made for the benchmark of the reader."""

import io

import pypdfium2 as pdfium
from xlsxwriter import Workbook

from tests.factories.large_plans import large_plan
from tests.factories.papers import paper_of
from tiltak.writing.formats.pdf import write_pdf

_SCAN_DPI = 200
_SUBJECTS = ("Veg og bane", "Skule", "Reiseliv", "Helse", "Kultur", "Klima", "Landbruk", "Energi")


def long_text(pages: int) -> bytes:
    """A plan as plain text, a theme on each page."""
    parts = ["Handlingsplan 2026-2029\n"]
    for page in range(pages):
        subject = _SUBJECTS[page % len(_SUBJECTS)]
        parts.append(
            f"{page + 1} {subject} i bygd {page}\n\nDelmål\nAlle {page} bygdene skal fram.\n"
        )
        parts.append("Tiltak")
        parts += [
            f"- Byggja bru nummer {page * 30 + n} over elva, og rydda skogen langs vegen slik at alle "
            f"kan gå trygt til {subject.lower()}."
            for n in range(30 + page % 3)
        ]
        parts.append("\f")
    return "\n".join(parts).encode()


def long_sheet(rows: int) -> bytes:
    """A sheet with a measure in each row."""
    target = io.BytesIO()
    with Workbook(target) as made:
        sheet = made.add_worksheet()
        heads = ("Nr", "Satsing", "Tiltak", "Oppstart", "Ferdig", "Kostnad (mill. kr)", "Ansvarleg")
        sheet.write_row(0, 0, heads)
        for n in range(rows):
            what = f"Byggja bru nummer {n} over elva og rydda skog langs vegen"
            area = f"{_SUBJECTS[n % 8]} {n // 200}"
            sheet.write_row(
                n + 1, 0, (n + 1, area, what, 2026, 2027, 1.5 + n % 7, "Teknisk, FK/NHO")
            )
    return target.getvalue()


def long_pdf(measures: int) -> bytes:
    """A plan as the project prints it: text, then a table over many pages, a row for each measure
    (24 measures fill 10 pages, 104 fill 29, 1 225 fill 300)."""
    return write_pdf(paper_of(large_plan(measures, title=f"Plan {measures}")))


def scanned(data: bytes) -> bytes:
    """A PDF as pictures of its pages."""
    source, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    for page in source:
        width, height = page.get_size()
        image = pdfium.PdfImage.new(target)
        image.set_bitmap(page.render(scale=_SCAN_DPI / 72))
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        fresh = target.new_page(width, height)
        fresh.insert_obj(image)
        fresh.gen_content()
    made = io.BytesIO()
    target.save(made)
    return made.getvalue()
