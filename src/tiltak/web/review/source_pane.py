"""The source beside the plan: the page as a picture with the passage marked, or its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.domain.sources.queries import KeptFile
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Passage, Source
from tiltak.reading.formats.pdf import SeenPage, page_start
from tiltak.reading.formats.pdf.layout import PAGE_BREAK
from tiltak.web.review.seen_pages import PDF, seen_page
from tiltak.web.review.sheet_view import Sheet, sheet_of
from tiltak.web.review.targets import Target, texts
from tiltak.web.sources.lines import LineView, SourceText

# the page is drawn on a grid of so many units across
ACROSS = 1000
# units between a text and the line around it
AIR = 3
# lines shown before and after a passage
BEFORE, AFTER = 8, 24
# the part of a page a narrow screen shows: units around the passage, least and most of each side
AROUND = 40
NARROWEST = 460
FLATTEST, TALLEST = 0.35, 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on the grid of the page."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another element on the page, to be chosen with the mouse."""

    key: str
    text: str
    is_unplaced: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture. `whole` and `near` are the parts shown: all of it, or the passage."""

    file: KeptFile
    page: int
    pages: int
    height: int
    marks: tuple[Mark, ...]
    neighbours: tuple[Neighbour, ...]

    @property
    def previous(self) -> int | None:
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        return self.page + 1 if self.page < self.pages else None

    @property
    def is_wide(self) -> bool:
        """Whether the page lies on its side: then its text is small, and there is room below."""
        return self.height < ACROSS

    @property
    def whole(self) -> str:
        return f"0 0 {ACROSS} {self.height}"

    @property
    def near(self) -> str:
        if not self.marks:
            return f"0 0 {ACROSS} {min(self.height, ACROSS * TALLEST):.0f}"
        return _around(self.marks, self.height)


@dataclass(frozen=True, slots=True)
class SourcePane:
    """What stands left. One of `picture`, `sheet` and `lines`, or none of them where the source has
    no text."""

    source: Source | None
    index: int
    picture: Picture | None = None
    sheet: Sheet | None = None
    lines: Sequence[LineView] = ()
    is_cut_above: bool = False
    is_cut_below: bool = False


def source_pane(viewer: Viewer, review: ReviewView, target: Target, page: int | None) -> SourcePane:
    """The source of the current one; `page` where another page of it is asked for."""
    sources = review.content.sources
    index = target.passages[0].source if target.passages else 0
    if index >= len(sources):
        return SourcePane(None, 0)
    source, file = sources[index], review.files.get(index)
    passages = [one for one in target.passages if one.source == index]
    if file is not None and file.media_type == PDF:
        shown = page or _page_of(source.text, passages)
        seen = seen_page(viewer, file, shown)
        if seen is not None:
            on_page = _OnPage(seen, index, *_text_of_page(source.text, shown))
            return SourcePane(source, index, _picture(review, target, file, shown, on_page))
    if sheet := sheet_of(review, index, passages):
        return SourcePane(source, index, sheet=sheet)
    return _lines(review, source, index, passages)


def _page_of(text: str, passages: Sequence[Passage]) -> int:
    return text.count(PAGE_BREAK, 0, passages[0].start) + 1 if passages else 1


def _text_of_page(text: str, page: int) -> tuple[int, int]:
    """The characters of a page; none for one the text knows nothing of."""
    if text.count(PAGE_BREAK) < page - 1:
        return len(text), len(text)
    begin = page_start(text, page)
    end = text.find(PAGE_BREAK, begin)
    return begin, len(text) if end < 0 else end


def _picture(
    review: ReviewView, target: Target, file: KeptFile, page: int, on_page: "_OnPage"
) -> Picture:
    return Picture(
        file=file,
        page=page,
        pages=on_page.pages,
        height=on_page.height,
        marks=on_page.marks(target.passages),
        neighbours=tuple(_neighbours(review, target, on_page)),
    )


class _OnPage:
    """The places of passages on one page of one source."""

    def __init__(self, seen: SeenPage, source: int, begin: int, end: int) -> None:
        self._seen, self._source, self._begin, self._end = seen, source, begin, end
        self.pages = seen.pages
        wide, high = seen.view.width, seen.view.height
        if seen.view.turn % 2:
            # its text lies on its side
            wide, high = high, wide
        self.height = round(ACROSS * high / max(wide, 1.0))

    def marks(self, passages: Iterable[Passage]) -> tuple[Mark, ...]:
        found = []
        for one in passages:
            if one.source == self._source and one.start < self._end and one.end > self._begin:
                start, end = one.start - self._begin, one.end - self._begin
                found += self._seen.rectangles(max(start, 0), end)
        return tuple(self._mark(*box) for box in found)

    def _mark(self, x0: float, y0: float, x1: float, y1: float) -> Mark:
        x, y = round(x0 * ACROSS) - AIR, round(y0 * self.height) - AIR
        return Mark(x, y, round(x1 * ACROSS) - x + AIR, round(y1 * self.height) - y + AIR)


def _neighbours(review: ReviewView, target: Target, on_page: _OnPage) -> Iterator[Neighbour]:
    """The other elements and the texts without a place."""
    others = [
        (element.key, element.text, element.node.reading.passages, False)
        for element in review.elements.values()
    ]
    others += [(one.key, one.text, one.passages, True) for one in texts(review)]
    for key, text, passages, is_unplaced in others:
        if key != target.key and (marks := on_page.marks(passages)):
            yield Neighbour(key, text, is_unplaced, marks)


def _around(marks: Sequence[Mark], height: int) -> str:
    """A part of the page that shows the marks large enough to be read on a phone."""
    left, top = min(one.x for one in marks), min(one.y for one in marks)
    right = max(one.x + one.width for one in marks)
    bottom = max(one.y + one.height for one in marks)
    wide = min(max(right - left + 2 * AROUND, NARROWEST), ACROSS)
    high = min(max(bottom - top + 2 * AROUND, wide * FLATTEST), wide * TALLEST, height)
    x = min(max((left + right - wide) / 2, 0), ACROSS - wide)
    middle = (top + bottom - high) / 2 if bottom - top < high else top - AROUND
    y = min(max(middle, 0), height - high)
    return f"{x:.0f} {y:.0f} {wide:.0f} {high:.0f}"


def _lines(
    review: ReviewView, source: Source, index: int, passages: Sequence[Passage]
) -> SourcePane:
    text = SourceText(
        source.text,
        asked=[(one.start, one.end) for one in passages],
        unplaced=[
            (one.passage.start, one.passage.end)
            for one in review.content.unplaced
            if one.passage.source == index
        ],
    )
    first = text.line_of(text.asked[0][0]) if text.asked else 1
    last = text.line_of(text.asked[-1][1]) if text.asked else 1
    # what stands far apart is shown from its beginning
    last = min(last, first + 3 * AFTER)
    return SourcePane(
        source,
        index,
        lines=tuple(text.between(first - BEFORE, last + AFTER)),
        is_cut_above=first - BEFORE > 1,
        is_cut_below=last + AFTER < len(text.starts),
    )
