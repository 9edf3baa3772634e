"""A document's text as numbered lines, with marks where something is asked for or unplaced."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.elements import PassageView
from tiltak.domain.plans.queries.sources import SourceView

# more would make a page nobody can scroll
LINES_PER_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line. `mark` is "" or "asked" or "unplaced"; `is_first` of the asked ones."""

    text: str
    mark: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the text. `page` where a new page of the document begins, else None."""

    number: int
    page: int | None
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    mark: str


class SourceText:
    """The lines of one source, a part at a time."""

    def __init__(self, source: SourceView, asked: tuple[int, int] | None) -> None:
        self.text = source.text
        self.starts = _line_starts(self.text)
        self.asked = self._sound(asked)
        self.spans = self._spans(source)
        self.pages = _page_starts(source)

    @property
    def parts(self) -> int:
        """How many parts the text is shown in."""
        return max(1, -(-len(self.starts) // LINES_PER_PAGE))

    def line_of(self, position: int) -> int:
        """The number of the line that holds a character, from 1."""
        return bisect_right(self.starts, position)

    def part_of(self, line: int) -> int:
        """The part that holds a line."""
        return (line - 1) // LINES_PER_PAGE + 1

    def first_part(self) -> int:
        """The part to begin with: where the asked passage stands."""
        return self.part_of(self.line_of(self.asked[0])) if self.asked else 1

    def lines(self, part: int) -> Iterator[LineView]:
        """The lines of a part, from 1."""
        first = (part - 1) * LINES_PER_PAGE
        for index in range(first, min(first + LINES_PER_PAGE, len(self.starts))):
            start = self.starts[index]
            end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            yield LineView(index + 1, self.pages.get(index + 1), tuple(self._pieces(start, end)))

    def _sound(self, asked: tuple[int, int] | None) -> tuple[int, int] | None:
        if asked is None or not 0 <= asked[0] < asked[1] <= len(self.text):
            return None
        return asked

    def _spans(self, source: SourceView) -> list[Span]:
        """Marks that do not overlap; what was asked for wins."""
        unplaced = [Span(one.place.start, one.place.end, "unplaced") for one in source.unplaced]
        if self.asked is None:
            return unplaced
        start, end = self.asked
        free = [span for span in unplaced if span.end <= start or span.start >= end]
        return sorted([*free, Span(start, end, "asked")], key=lambda span: span.start)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for span in self.spans:
            first, last = max(span.start, at), min(span.end, end)
            if first >= last:
                continue
            yield from _run(self.text[at:first])
            is_first = span.mark == "asked" and first == span.start
            yield from _run(self.text[first:last], span.mark, is_first=is_first)
            at = last
        yield from _run(self.text[at:end])


def _run(text: str, mark: str = "", *, is_first: bool = False) -> Iterator[Piece]:
    shown = text.rstrip("\r\n")
    if shown.strip() or is_first:
        yield Piece(shown, mark, is_first)
    elif shown:
        yield Piece(shown)


def _line_starts(text: str) -> list[int]:
    starts, at = [], 0
    for line in text.splitlines(keepends=True):
        starts.append(at)
        at += len(line)
    return starts


def _page_starts(source: SourceView) -> dict[int, int]:
    """Line number → the page that is first heard of there."""
    starts = _line_starts(source.text)
    pages: dict[int, int] = {}
    last = None
    for place in sorted(_places(source), key=lambda place: place.start):
        if place.page is not None and place.page != last:
            last = place.page
            pages.setdefault(bisect_right(starts, place.start), place.page)
    return pages


def _places(source: SourceView) -> Iterable[PassageView]:
    yield from (one.place for one in source.elements)
    yield from (one.place for one in source.unplaced)
