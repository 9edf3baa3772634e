"""Pages of a text in columns that have but the left column, as the last one often does.

Nothing on such a page shows where its column ends: the other pages do. Without that every line of it
would seem to have room left, and wrapped lines a paragraph each.
"""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from tiltak.reading.formats.pdf.layout import PageLayout, PageLine
from tiltak.reading.formats.pdf.prose import LEAST_FULL
from tiltak.reading.formats.pdf.typography import flow_of

# A column is known by so many lines. Lines of the page may end so many points off its sides.
_LEAST_LINES, _OFF = 8, 6.0
# The left of two or more columns is no wider than that, of the width of the page.
_WIDEST = 0.55
# A line is full when it lacks no more than that of the width of its column.
_LACKING = 0.15


def with_last_columns(
    pages: Sequence[PageLayout], aside: Container[tuple[int, int]]
) -> list[PageLayout]:
    """The pages; lines of one that has the left column alone know its sides. `aside`: (page number,
    place in the page's text) of running heads and page numbers."""
    known = _left_columns(pages, aside)
    return [_with_sides(page, known, aside) for page in pages]


def _left_columns(
    pages: Sequence[PageLayout], aside: Container[tuple[int, int]]
) -> list[tuple[float, float, int]]:
    """The left columns of the pages: left and right side, width of the page."""
    seen: Counter[tuple[float, float, int]] = Counter()
    for page in pages:
        for line in flow_of(page, aside):
            if line.left is not None and line.right is not None:
                seen[line.left, line.right, round(page.view.width)] += 1
    return [
        (left, right, width)
        for (left, right, width), count in seen.most_common()
        if count >= _LEAST_LINES and right < _WIDEST * width
    ]


def _with_sides(
    page: PageLayout,
    known: Sequence[tuple[float, float, int]],
    aside: Container[tuple[int, int]],
) -> PageLayout:
    lines = flow_of(page, aside)
    for left, right, width in known:
        if width == round(page.view.width) and _fills(lines, left, right):
            items = tuple(
                replace(item, left=left, right=right)
                if isinstance(item, PageLine) and item.right is None
                else item
                for item in page.items
            )
            return replace(page, items=items)
    return page


def _fills(lines: Sequence[PageLine], left: float, right: float) -> bool:
    """Whether all lines stand in a column, and enough of them are full."""
    if not lines or any(line.x0 < left - _OFF or line.x1 > right + _OFF for line in lines):
        return False
    full = sum(right - line.x1 <= _LACKING * (right - left) for line in lines)
    return full >= LEAST_FULL * len(lines)
