"""Text that belongs to the page, not to the plan: page numbers and running heads."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tiltak.planfile.marking import gettext_noop
from tiltak.reading.formats.text.counted_pages import page_ends
from tiltak.reading.formats.text.heads import read_head
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.sums import names_sum
from tiltak.reading.vocabulary import Vocabulary

PAGE_NUMBER = gettext_noop("Sidetal")
RUNNING_HEAD = gettext_noop("Topp- eller botntekst som går att på kvar side")

_PAGE_NUMBER = re.compile(r"^[-–]?\s*[1-9]\d{0,3}\s*[-–]?$")
_PAGE_OF_PAGES = re.compile(
    r"^(?:(?:side|sida|page|s\.)\s*\d{1,4}(?:\s*(?:/|av|of|\()\s*\d{1,4}\)?)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|\d{1,4} (?:av|of) \d{1,4}|\d{1,4}\s?\(\d{1,4}\))$",
    re.IGNORECASE,
)
# "Handlingsplan 2026      Side 4", "Handlingsplan 2026 – side 4": the name of the document, then the
# page's number
_LAST_PIECE = re.compile(r"\s{3,}(?=[A-Za-z])|\s[-–—|•·]\s(?=(?i:side|sida|page)\s*\d)")
_DIGITS = re.compile(r"\d+")
_YEARS = range(1900, 2101)
_LEAST_PAGES = 3
_SHORTEST_HEAD = 10
_MOST_LINES = 4
_LEAST_LINES, _GAP_BELOW_HEAD = 3, 2
_LEAST_PIECES, _LINES_OF_TITLE = 2, 2
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")


def find_furniture(lines: Sequence[Line], vocabulary: Vocabulary) -> dict[int, str]:
    """Index of each line that is a page number or running head → why it is left out."""
    pages = _pages(lines)
    found = _page_numbers(lines, _edges(pages))
    if len(pages) > 1:
        found |= dict.fromkeys(_over_title(lines, pages, found, vocabulary), RUNNING_HEAD)
    for _ in range(_MOST_LINES if len(pages) > 1 else 0):
        again = _first_again(lines, [[i for i in page if i not in found] for page in pages])
        if not again or is_text_of_plan(lines[again[0]].text, vocabulary):
            break
        found |= dict.fromkeys(again, RUNNING_HEAD)
    for _ in range(_MOST_LINES):
        left = [[index for index in page if index not in found] for page in pages]
        heads = [
            index
            for index in _running_heads(lines, _edges(left), len(pages))
            if not is_text_of_plan(lines[index].text, vocabulary)
        ]
        found |= dict.fromkeys(heads, RUNNING_HEAD)
        if not heads:
            break
    return found | dict.fromkeys(_out_of_place(lines, pages, found), RUNNING_HEAD)


def _edges(pages: Sequence[Sequence[int]]) -> list[int]:
    """The first and the last line of each page."""
    return [index for page in pages if page for index in dict.fromkeys((page[0], page[-1]))]


def _page_numbers(lines: Sequence[Line], edges: Sequence[int]) -> dict[int, str]:
    paged = bool(lines) and lines[-1].page is not None
    numbers = [index for index in edges if is_page_number(lines[index].text, paged=paged)]
    years = lone_years((lines[index].text, lines[index].page or 0) for index in numbers)
    return {
        index: PAGE_NUMBER
        for index in numbers
        if (lines[index].text, lines[index].page or 0) not in years
    }


def _running_heads(lines: Sequence[Line], edges: Sequence[int], pages: int) -> list[int]:
    """Lines at the edges of most pages that differ in nothing but the page's number."""
    if pages < _LEAST_PAGES:
        return _counted_on(lines, edges) if pages > 1 else []
    shapes = {index: _shape(lines[index].text) for index in edges}
    counts = Counter(shapes.values())
    return [index for index, shape in shapes.items() if 2 * counts[shape] > pages]


def _out_of_place(
    lines: Sequence[Line], pages: Sequence[Sequence[int]], found: Mapping[int, str]
) -> list[int]:
    """Running heads with a page's number that stand in the middle of their page: a program that
    writes column by column puts them between the cells."""
    heads = {" ".join(lines[i].text.split()) for i, why in found.items() if why == RUNNING_HEAD}
    counts = Counter(_shape(head) for head in heads if len(head) > _SHORTEST_HEAD)
    numbered = {shape for shape, different in counts.items() if different > 1}
    return [
        index
        for page in pages
        if not any(_shape(lines[index].text) in numbered for index in page if index in found)
        for index in page
        if _shape(lines[index].text) in numbered
    ]


def _counted_on(lines: Sequence[Line], edges: Sequence[int]) -> list[int]:
    """Of two pages: the lines at their edges that count from the one page to the other."""
    found = []
    for one in edges:
        for other in edges:
            first, second = (_DIGITS.findall(lines[index].text) for index in (one, other))
            alike = _shape(lines[one].text) == _shape(lines[other].text)
            if not (alike and first and (lines[one].page or 0) < (lines[other].page or 0)):
                continue
            if int(second[-1]) == int(first[-1]) + 1 and first[:-1] == second[:-1]:
                found += [one, other]
    return found


def is_text_of_plan(text: str, vocabulary: Vocabulary) -> bool:
    """A level word ("Tiltak") or the head of a table may well stand on top of several pages, and a
    row that adds up, or the amount that ends a measure, at the foot of several."""
    if vocabulary.label(text) is not None or vocabulary.attribute(text):
        return True
    if names_sum(text.strip(), vocabulary) or is_amount(text.strip(), vocabulary):
        return True
    return read_head(Line(text, 0, None), vocabulary) is not None


def _over_title(
    lines: Sequence[Line],
    pages: Sequence[Sequence[int]],
    found: Mapping[int, str],
    vocabulary: Vocabulary,
) -> list[int]:
    """Running heads of two pieces or more, one line each, that all pages begin with, the first one
    too: there the title below has all their words once more."""
    left = [[index for index in page if index not in found] for page in pages]
    shared = 0
    for same in zip(*(page[:_MOST_LINES] for page in left), strict=False):
        if len({" ".join(lines[index].text.split()) for index in same}) > 1:
            break
        shared += 1
    if shared < _LEAST_PIECES or any(
        is_text_of_plan(lines[index].text, vocabulary) for index in left[0][:shared]
    ):
        return []
    below = left[0][shared : shared + _LINES_OF_TITLE]
    title = {w for index in below for w in _WORD.findall(lines[index].text.casefold())}
    heads = {w for index in left[0][:shared] for w in _WORD.findall(lines[index].text.casefold())}
    return [index for page in left for index in page[:shared]] if heads <= title else []


def _first_again(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> list[int]:
    """The first lines of later pages where all begin with the very words of the first page."""
    if not all(pages):
        return []
    firsts = [page[0] for page in pages]
    texts = {" ".join(lines[index].text.split()) for index in firsts}
    if len(texts) > 1 or len(texts.pop()) <= _SHORTEST_HEAD:
        return []
    return firsts if _stands_over_title(lines, pages[0]) else firsts[1:]


def _stands_over_title(lines: Sequence[Line], page: Sequence[int]) -> bool:
    """Whether the running head stands on the first page too, well above the title it is short for:
    they have a word in common."""
    if len(page) < _LEAST_LINES or page[1] - page[0] <= _GAP_BELOW_HEAD:
        return False
    head, *title = (
        {word.casefold() for word in _LONG_WORD.findall(lines[index].text)} for index in page[:3]
    )
    return any(_has_one_of(word, line) for word in head for line in title)


def _has_one_of(word: str, words: Iterable[str]) -> bool:
    """Whether a word is among others, or ends one: "strategi" and "næringsstrategi"."""
    return any(other.endswith(word) or word.endswith(other) for other in words)


def is_page_number(text: str, *, paged: bool) -> bool:
    """Whether a line is a page number. A bare number is one only where pages are known."""
    text = _LAST_PIECE.split(text.strip())[-1] if paged else text.strip()
    return bool(_PAGE_OF_PAGES.match(text) or (paged and _PAGE_NUMBER.match(text)))


def lone_years(numbers: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those of some page numbers (text, page) that are years: a cell's "2018" on top of a page.

    Page numbers that high count on from page to page.
    """
    years = {
        (text, page): int(text) - page
        for text, page in numbers
        if text.strip().isdigit() and int(text) in _YEARS
    }
    pages = Counter(offset for offset in years.values())
    return {number for number, offset in years.items() if pages[offset] == 1}


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    """For each page the indexes of its lines with text."""
    pages: dict[int | None, list[int]] = {}
    ends = page_ends(lines)
    for index, line in enumerate(lines):
        if line.text.strip():
            page = bisect_left(ends, index) if ends else line.page
            pages.setdefault(page, []).append(index)
    return list(pages.values())


def _shape(text: str) -> str:
    """A text with its numbers made alike."""
    return _DIGITS.sub("#", " ".join(text.split()))
