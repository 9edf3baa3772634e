"""Running heads, footers and page numbers: text of the page, not of the plan.

A running head stands at the same height on many pages and differs in nothing but numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tiltak.reading.formats.furniture import (
    PAGE_NUMBER,
    RUNNING_HEAD,
    is_page_number,
    shape_of,
)
from tiltak.reading.formats.heads import read_head
from tiltak.reading.formats.lines import Line
from tiltak.reading.formats.pdf.layout import PageLayout, PageLine
from tiltak.reading.vocabulary import Vocabulary

_ZONE = 0.13
_SAME_HEIGHT = 4.0
_LEAST_SHARE = 0.3
_NUMBER_IN_LINE = re.compile(r"\d")

Key = tuple[int, int]
Shape = tuple[str, int, bool]


def find_furniture(pages: Sequence[PageLayout], vocabulary: Vocabulary) -> dict[Key, str]:
    """(page number, start of the line on its page) of each line of furniture → the reason."""
    counts: Counter[Shape] = Counter()
    for page in pages:
        counts.update({shape for line in _edge_lines(page) for shape in _shapes(line, page)})
    found: dict[Key, str] = {}
    for page in pages:
        for line in _edge_lines(page):
            reason = _reason(line, page, counts, len(pages), vocabulary)
            if reason is not None:
                found[page.number, line.start] = reason
    return found


def _edge_lines(page: PageLayout) -> Iterator[PageLine]:
    height = page.view.height
    for item in page.items:
        if isinstance(item, PageLine) and (
            item.bottom < _ZONE * height or item.top > (1 - _ZONE) * height
        ):
            yield item


def _shapes(line: PageLine, page: PageLayout) -> list[Shape]:
    """The line's look: its text without numbers, and its height (in either of two rasters)."""
    at_top = line.baseline < page.view.height / 2
    place = line.baseline if at_top else page.view.height - line.baseline
    step = round(place / _SAME_HEIGHT)
    return [(shape_of(line.text), step, at_top), (shape_of(line.text), step + 1, at_top)]


def _reason(
    line: PageLine, page: PageLayout, counts: Counter[Shape], pages: int, vocabulary: Vocabulary
) -> str | None:
    if is_page_number(line.text, paged=True):
        return PAGE_NUMBER
    often = max(counts[shape] for shape in _shapes(line, page))
    least = max(2, _LEAST_SHARE * pages)
    if pages < 2 or often < least:
        return None
    # the head of a table goes on from page to page too
    if read_head(Line(line.text, 0, 0), vocabulary) is not None:
        return None
    return RUNNING_HEAD
