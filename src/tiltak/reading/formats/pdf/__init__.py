"""PDF: text with its places through pdfium, tables by the rules drawn or the places of words."""

from tiltak.reading.formats.pdf.picture import page_picture, page_start, rectangles
from tiltak.reading.formats.pdf.reader import read_pdf

__all__ = ["page_picture", "page_start", "read_pdf", "rectangles"]
