"""Opening a PDF: what cannot be opened is refused with the reason."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiltak.reading.problems import Problem, UnreadableDocument

_PASSWORD = raw.FPDF_ERR_PASSWORD
_SECURITY = raw.FPDF_ERR_SECURITY


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The open document, closed afterwards.

    Raises UnreadableDocument: encrypted, damaged, or without pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(_problem(error), str(error)) from error
    try:
        if len(document) == 0:
            raise UnreadableDocument(Problem.EMPTY, "no pages")
        yield document
    finally:
        document.close()


def _problem(error: pdfium.PdfiumError) -> Problem:
    code = getattr(error, "err_code", None)
    return Problem.ENCRYPTED if code in (_PASSWORD, _SECURITY) else Problem.DAMAGED


@contextmanager
def opened_page(document: pdfium.PdfDocument, index: int) -> Iterator[pdfium.PdfPage]:
    """A page of an open document (0 is the first). Raises UnreadableDocument when it is damaged."""
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(Problem.DAMAGED, f"page {index + 1}: {error}") from error
    try:
        yield page
    finally:
        page.close()
