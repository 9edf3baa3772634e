"""Pages as pictures (PNG), and the places of passages on them."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

import pypdfium2 as pdfium

from tiltak.reading.formats.pdf.drawing import draw
from tiltak.reading.formats.pdf.layout import PAGE_BREAK, PageLayout, PageLine
from tiltak.reading.formats.pdf.opening import opened, opened_page
from tiltak.reading.formats.pdf.page import read_page
from tiltak.reading.formats.pdf.view import Rectangle, View

_KEPT = 16
_DPI = 110


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page as a picture (PNG), with where its lines stand: enough to find any passage on it.

    `pages` is how many the document has; `lines` count characters from the page's beginning.
    """

    picture: bytes
    pages: int
    view: View
    lines: tuple[PageLine, ...]

    def rectangles(self, start: int, end: int) -> list[Rectangle]:
        """As `rectangles`, of characters counted from the beginning of the page's text."""
        boxes = (_box(line, start, end) for line in self.lines)
        return [self.view.fractions(box) for box in boxes if box is not None]


def see_page(data: bytes, page: int, dpi: int = _DPI) -> SeenPage:
    """A page (1 is the first) with all that is asked of it while it is looked at.

    Raises UnreadableDocument for a damaged file, IndexError for a page that is not there.
    """
    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        with opened_page(document, page - 1) as opened_one:
            picture = draw(opened_one, dpi).png()
        layout = read_page(document, page - 1)
        return SeenPage(picture, len(document), layout.view, tuple(layout.lines()))


def page_picture(data: bytes, page: int, dpi: int = _DPI) -> bytes:
    """A page (1 is the first) as a PNG. Very large pages are drawn coarser: no side over 5 000 px.

    Raises UnreadableDocument for a damaged file, IndexError for a page that is not there.
    """
    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        with opened_page(document, page - 1) as opened_one:
            return draw(opened_one, dpi).png()


def rectangles(
    data: bytes, page: int, start: int, end: int, *, text: str | None = None
) -> list[Rectangle]:
    """Where characters `start` to `end` of the document's text stand on a page (1 is the first).

    Boxes (x0, y0, x1, y1) in fractions of the page as shown, from its upper left corner, one for
    each line. `text` is the document's text (`Source.text`): with it only this page is read,
    without it the pages before are read too, to know where its text begins.
    """
    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        begin = page_start(text, page) if text is not None else _start(document, data, page)
        layout = _LAYOUTS.get(document, data, page)
    boxes = (_box(line, start - begin, end - begin) for line in layout.lines())
    return [layout.view.fractions(box) for box in boxes if box is not None]


def page_start(text: str, page: int) -> int:
    """Where the text of a page (1 is the first) begins in the text of a PDF document."""
    at = 0
    for _ in range(page - 1):
        at = text.index(PAGE_BREAK, at) + 1
    return at


def _start(document: pdfium.PdfDocument, data: bytes, page: int) -> int:
    return sum(len(_LAYOUTS.get(document, data, before).text) + 1 for before in range(1, page))


def _box(line: PageLine, start: int, end: int) -> Rectangle | None:
    """The part of a line that characters of its page's text stand on."""
    begin, stop = start - line.start, end - line.start
    places = [place for place in line.places if place.end > begin and place.begin < stop]
    if not places:
        return None
    first, last = places[0], places[-1]
    x0 = first.x0 + (first.x1 - first.x0) * _share(begin - first.begin, first.end - first.begin)
    x1 = last.x0 + (last.x1 - last.x0) * _share(stop - last.begin, last.end - last.begin)
    return x0, line.top, x1, line.bottom


def _share(part: int, whole: int) -> float:
    return min(1.0, max(0.0, part / whole))


class _Layouts:
    """The pages read last: a reviewer asks for many passages of the same page."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[bytes, int], PageLayout] = OrderedDict()
        self._lock = Lock()

    def get(self, document: pdfium.PdfDocument, data: bytes, page: int) -> PageLayout:
        """The layout of a page of an open document."""
        key = sha256(data).digest(), page
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        layout = read_page(document, page - 1)
        with self._lock:
            self._kept[key] = layout
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return layout


_LAYOUTS = _Layouts()
