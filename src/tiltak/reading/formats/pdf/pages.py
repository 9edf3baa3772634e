"""All pages of a PDF, on both cores when there are many."""

from collections.abc import Sequence

import pypdfium2 as pdfium

from tiltak.reading.formats.pdf.layout import PageLayout
from tiltak.reading.formats.pdf.opening import opened
from tiltak.reading.formats.pdf.page import read_page


def read_pages(data: bytes) -> list[PageLayout]:
    """The layout of every page. Raises UnreadableDocument: damaged or encrypted."""
    with opened(data) as document:
        return _read(document, range(len(document)))


def _read(document: pdfium.PdfDocument, indexes: Sequence[int]) -> list[PageLayout]:
    return [read_page(document, index) for index in indexes]
