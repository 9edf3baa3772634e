"""PDF: text with its places through pdfium, tables by the rules drawn or the places of words."""

from tiltak.reading.formats.pdf.picture import (
    SeenPage,
    page_picture,
    page_start,
    rectangles,
    see_page,
)
from tiltak.reading.formats.pdf.reader import read_pdf

__all__ = ["SeenPage", "page_picture", "page_start", "read_pdf", "rectangles", "see_page"]
