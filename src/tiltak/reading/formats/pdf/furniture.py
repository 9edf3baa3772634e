"""Running heads, footers and page numbers: text of the page, not of the plan.

A running head stands at the same height on many pages and differs in nothing but the page number
at its beginning or end.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tiltak.reading.formats.furniture import (
    PAGE_NUMBER,
    RUNNING_HEAD,
    is_page_number,
    is_text_of_plan,
    lone_years,
)
from tiltak.reading.formats.pdf.layout import PageLayout, PageLine
from tiltak.reading.vocabulary import Vocabulary

_ZONE = 0.13
_SAME_HEIGHT = 4.0
_MOST_PAGES = 0.5
_LEAST_PAGES = 3
_DENSE = 0.8

_PAGE_NUMBER = re.compile(r"^\d+\b|\d+(?:\s*(?:/|av|of)\s*\d+)?$")

Key = tuple[int, int]
Shape = tuple[str, int, bool]


def find_furniture(pages: Sequence[PageLayout], vocabulary: Vocabulary) -> dict[Key, str]:
    """(page number, start of the line on its page) of each line of furniture → the reason."""
    seen: defaultdict[Shape, set[int]] = defaultdict(set)
    for page in pages:
        for line in _edge_lines(page):
            for shape in _shapes(line, page):
                seen[shape].add(page.number)
    years = lone_years((line.text, page.number) for page in pages for line in _edge_lines(page))
    found: dict[Key, str] = {}
    for page in pages:
        for line in _edge_lines(page):
            if (line.text, page.number) in years:
                continue
            if is_page_number(line.text, paged=True):
                found[page.number, line.start] = PAGE_NUMBER
            elif is_text_of_plan(line.text, vocabulary):
                continue
            elif any(_goes_on(seen[shape], len(pages)) for shape in _shapes(line, page)):
                found[page.number, line.start] = RUNNING_HEAD
    return found


def _edge_lines(page: PageLayout) -> Iterator[PageLine]:
    height = page.view.height
    for item in page.items:
        if isinstance(item, PageLine) and (
            item.bottom < _ZONE * height or item.top > (1 - _ZONE) * height
        ):
            yield item


def _shapes(line: PageLine, page: PageLayout) -> list[Shape]:
    """The line's text without a page number, and its height (in either of two rasters)."""
    at_top = line.baseline < page.view.height / 2
    place = line.baseline if at_top else page.view.height - line.baseline
    step = round(place / _SAME_HEIGHT)
    shape = _PAGE_NUMBER.sub("#", " ".join(line.text.split()))
    return [(shape, step, at_top), (shape, step + 1, at_top)]


def _goes_on(numbers: set[int], pages: int) -> bool:
    """Whether a line stands on most pages, or on one after the other (every page of a chapter,
    every left or right page)."""
    if len(numbers) < 2:
        return False
    if len(numbers) > _MOST_PAGES * pages:
        return True
    span = max(numbers) - min(numbers) + 1
    same_side = len({number % 2 for number in numbers}) == 1
    expected = (span + 1) // 2 if same_side else span
    return len(numbers) >= _LEAST_PAGES and len(numbers) >= _DENSE * expected
