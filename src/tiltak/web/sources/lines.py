"""A document's text as numbered lines, with marks where something is asked for or unplaced."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.elements import PassageView
from tiltak.domain.plans.queries.sources import SourceView

Stretch = tuple[int, int]
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
    """The lines of one source, a part at a time.

    `asked` and `unplaced` are stretches of characters to mark, `pages` tells at which character a
    page of the document is heard of.
    """

    def __init__(
        self,
        text: str,
        *,
        asked: Iterable[Stretch] = (),
        unplaced: Iterable[Stretch] = (),
        pages: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.text = text
        self.starts = _line_starts(text)
        self.asked = sorted(stretch for stretch in asked if self._is_sound(stretch))
        self.spans = self._spans(unplaced)
        self.pages = _page_starts(self.starts, pages)

    @classmethod
    def of(cls, source: SourceView, asked: Stretch | None) -> "SourceText":
        """The text of a stored document, with what found no place in it."""
        places = [place for place in _places(source) if place.page is not None]
        return cls(
            source.text,
            asked=[asked] if asked else [],
            unplaced=[(one.place.start, one.place.end) for one in source.unplaced],
            pages=[(place.start, place.page or 0) for place in places],
        )

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
        return self.part_of(self.line_of(self.asked[0][0])) if self.asked else 1

    def lines(self, part: int) -> Iterator[LineView]:
        """The lines of a part, from 1."""
        first = (part - 1) * LINES_PER_PAGE
        return self.between(first + 1, first + LINES_PER_PAGE)

    def between(self, first: int, last: int) -> Iterator[LineView]:
        """The lines numbered `first` to `last`, both included, as far as there are any."""
        for index in range(max(first, 1) - 1, min(last, len(self.starts))):
            start = self.starts[index]
            end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            yield LineView(index + 1, self.pages.get(index + 1), tuple(self._pieces(start, end)))

    def _is_sound(self, stretch: Stretch) -> bool:
        return 0 <= stretch[0] < stretch[1] <= len(self.text)

    def _spans(self, unplaced: Iterable[Stretch]) -> list[Span]:
        """Marks that do not overlap; what was asked for wins."""
        asked = [Span(start, end, "asked") for start, end in self.asked]
        free = [
            Span(start, end, "unplaced")
            for start, end in unplaced
            if all(end <= one.start or start >= one.end for one in asked)
        ]
        return sorted([*free, *asked], key=lambda span: span.start)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for span in self.spans:
            first, last = max(span.start, at), min(span.end, end)
            if first >= last:
                continue
            yield from _run(self.text[at:first])
            is_first = span.mark == "asked" and first == self.asked[0][0]
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


def _page_starts(starts: Sequence[int], heard: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Line number → the page that is first heard of there."""
    pages: dict[int, int] = {}
    last = None
    for start, page in sorted(heard):
        if page != last:
            last = page
            pages.setdefault(bisect_right(starts, start), page)
    return pages


def _places(source: SourceView) -> Iterable[PassageView]:
    yield from (one.place for one in source.elements)
    yield from (one.place for one in source.unplaced)
