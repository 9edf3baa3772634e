"""Text that belongs to the page, not to the plan: page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Sequence

from tiltak.reading.formats.lines import Line
from tiltak.reading.marking import gettext_noop

PAGE_NUMBER = gettext_noop("Sidetal")
RUNNING_HEAD = gettext_noop("Topp- eller botntekst som går att på kvar side")

_PAGE_NUMBER = re.compile(r"^[-–]?\s*\d{1,4}\s*[-–]?$")
_PAGE_OF_PAGES = re.compile(
    r"^(?:(?:side|sida|page|s\.)\s*\d{1,4}(?:\s*(?:/|av|of)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4})$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LEAST_PAGES = 3


def find_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Index of each line that is a page number or running head → why it is left out."""
    pages = _pages(lines)
    edges = [page[0] for page in pages] + [page[-1] for page in pages if len(page) > 1]
    paged = bool(lines) and lines[-1].page is not None
    found = {
        index: PAGE_NUMBER for index in edges if is_page_number(lines[index].text, paged=paged)
    }
    counts = Counter(_shape(lines[index].text) for index in edges)
    for index in edges:
        # Running heads differ in nothing but the page's number.
        if len(pages) >= _LEAST_PAGES and 2 * counts[_shape(lines[index].text)] > len(pages):
            found.setdefault(index, RUNNING_HEAD)
    return found


def is_page_number(text: str, *, paged: bool) -> bool:
    """Whether a line is a page number. A bare number is one only where pages are known."""
    text = text.strip()
    return bool(_PAGE_OF_PAGES.match(text) or (paged and _PAGE_NUMBER.match(text)))


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    """For each page the indexes of its lines with text."""
    pages: dict[int | None, list[int]] = {}
    for index, line in enumerate(lines):
        if line.text.strip():
            pages.setdefault(line.page, []).append(index)
    return list(pages.values())


def _shape(text: str) -> str:
    """A text with its numbers made alike."""
    return _DIGITS.sub("#", " ".join(text.split()))
