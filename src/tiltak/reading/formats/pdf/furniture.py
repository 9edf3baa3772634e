"""Running heads, footers and page numbers: text of the page, not of the plan.

A running head stands at the same height on many pages and differs in nothing but the page number
at its beginning or end. What a browser prints above and below a page (the time and the title, the
address and the page number) is known by itself, on a single page too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tiltak.reading.formats.pdf.layout import PageLayout, PageLine
from tiltak.reading.formats.text.furniture import (
    PAGE_NUMBER,
    RUNNING_HEAD,
    is_page_number,
    is_text_of_plan,
    lone_years,
)
from tiltak.reading.formats.text.heads import read_head
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

# Heads and feet stand in this share of a page's height, on low pages in this many points.
_ZONE, _LEAST_ZONE = 0.13, 62.0
_SAME_HEIGHT = 4.0
_MOST_PAGES = 0.5
_LEAST_PAGES = 3
_DENSE = 0.8
# How far below its first line a head goes on, in sizes of its type.
_SAME_HEAD = 3.0

_BROWSER = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[.:]\d\d(?:\s?[AP]M)?\s{3}\S"
    r"|(?:https?|file)://\S+(?:\s+(?:side |page )?\d{1,4}\s?(?:/|av|of)\s?\d{1,4})?$"
)
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
    within = {at for page in pages for at in _parts_of_heads(page, vocabulary)}
    years = lone_years((line.text, page.number) for page in pages for line in _edge_lines(page))
    return {
        (page.number, line.start): reason
        for page in pages
        for line in _edge_lines(page)
        if (line.text, page.number) not in years
        and (page.number, line.start) not in within
        and (
            reason := _reason(line, [seen[s] for s in _shapes(line, page)], len(pages), vocabulary)
        )
    }


def _reason(
    line: PageLine, same: Sequence[set[int]], pages: int, vocabulary: Vocabulary
) -> str | None:
    """Why a line is none of the plan's text. `same` are the numbers of the pages that have it."""
    if is_page_number(line.text, paged=True):
        return PAGE_NUMBER
    if _BROWSER.match(line.text):
        return RUNNING_HEAD
    if is_text_of_plan(line.text, vocabulary):
        return None
    return RUNNING_HEAD if any(_goes_on(numbers, pages) for numbers in same) else None


def _parts_of_heads(page: PageLayout, vocabulary: Vocabulary) -> Iterator[Key]:
    """The lines right below a table's head, which is printed again on each page: "(tkr)" below
    "Kostnad"."""
    head: PageLine | None = None
    for line in sorted(_edge_lines(page), key=lambda line: line.baseline):
        if head is not None and line.baseline - head.baseline <= _SAME_HEAD * head.size:
            yield page.number, line.start
        elif read_head(Line(line.text, 0, None), vocabulary) is not None:
            head = line


def _edge_lines(page: PageLayout) -> Iterator[PageLine]:
    height = page.view.height
    zone = max(_ZONE * height, _LEAST_ZONE)
    for item in page.items:
        if isinstance(item, PageLine) and (item.bottom < zone or item.top > height - zone):
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
