"""PDF: text with its places through pdfium, tables by the rules drawn or the places of words."""

from tiltak.reading.formats.pdf.reader import read_pdf

__all__ = ["read_pdf"]
