"""All pages of a PDF, on two cores when there are many."""

import os
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import current_process, get_context

import pypdfium2 as pdfium

from tiltak.reading.formats.ocr import is_installed
from tiltak.reading.formats.pdf.layout import PageLayout
from tiltak.reading.formats.pdf.opening import opened, opened_page
from tiltak.reading.formats.pdf.page import read_page
from tiltak.reading.formats.pdf.seen_sizes import with_sizes_alike
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.progress import Phase, Step, Tell, tell_nobody

# Starting a second process costs as much as reading some twenty pages, or half a page by OCR.
_ENOUGH_FOR_TWO = 60
_ENOUGH_SCANNED = 4
_MOST_PAGES = 3_000
_MOST_PROCESSES = 2


def read_pages(data: bytes, tell: Tell = tell_nobody) -> list[PageLayout]:
    """The layout of every page; `tell` hears how many are read.

    Raises UnreadableDocument: damaged, encrypted, of too many pages, or nothing but pictures of
    text and no OCR here.
    """
    with opened(data) as document:
        count = len(document)
        if count > _MOST_PAGES:
            raise UnreadableDocument(Problem.TOO_LARGE, f"{count} pages")
        scanned = _is_scanned(document)
        phase = Phase.SCANNED if scanned else Phase.PAGES
        if count < (_ENOUGH_SCANNED if scanned else _ENOUGH_FOR_TWO) or not _may_divide():
            pages = _read(document, range(count), _Counted(tell, phase, count))
        else:
            pages = _divided(data, document, _Counted(tell, phase, count))
    if not any(page.letters for page in pages):
        detail = "no text" if is_installed() else "no text, no tesseract"
        raise UnreadableDocument(Problem.NEEDS_OCR, detail)
    return with_sizes_alike(pages)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Tells how many of all pages are read, when this process has read `done`."""

    tell: Tell
    phase: Phase
    total: int
    at_once: int = 1

    def __call__(self, done: int) -> None:
        self.tell(Step(self.phase, done=min(done * self.at_once, self.total), total=self.total))


def _read(
    document: pdfium.PdfDocument, indexes: Sequence[int], counted: _Counted | None = None
) -> list[PageLayout]:
    pages: list[PageLayout] = []
    for index in indexes:
        if counted is not None:
            counted(len(pages))
        pages.append(read_page(document, index))
    return pages


def _is_scanned(document: pdfium.PdfDocument) -> bool:
    """Whether the document begins with a page without text."""
    with opened_page(document, 0) as page:
        textpage = page.get_textpage()
        try:
            return bool(textpage.count_chars() == 0)
        finally:
            textpage.close()


def _may_divide() -> bool:
    """Whether there is a second core, and this process may start others."""
    return (os.cpu_count() or 1) > 1 and not current_process().daemon


def _divided(data: bytes, document: pdfium.PdfDocument, counted: _Counted) -> list[PageLayout]:
    """One half of the pages here, the other in a process of its own, at the same pace."""
    count = counted.total
    half = count // _MOST_PROCESSES
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            rest = pool.submit(_read_range, data, half, count)
            here = replace(counted, at_once=_MOST_PROCESSES)
            pages = _read(document, range(half), here)
            return pages + rest.result()
    except (BrokenExecutor, OSError):
        # no memory or no right for a second process: one is enough
        return _read(document, range(count), counted)


def _read_range(data: bytes, begin: int, end: int) -> list[PageLayout]:
    with opened(data) as document:
        return _read(document, range(begin, end))
