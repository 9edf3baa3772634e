"""Type sizes of scanned pages: measured page by page, they are never quite alike from page to page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tiltak.reading.formats.pdf.layout import PageItem, PageLayout, PageLine

# Sizes nearer than this are one: headings of two levels differ more.
_SAME = 1.07


def with_sizes_alike(pages: Sequence[PageLayout]) -> list[PageLayout]:
    """The pages; on those read by OCR near sizes are the one that most letters have."""
    letters: Counter[float] = Counter()
    for page in pages:
        if page.seen:
            for line in page.lines():
                letters[line.size] += len(line.text)
    usual: list[float] = []
    for size, _ in letters.most_common():
        if not any(_ratio(size, one) <= _SAME for one in usual):
            usual.append(size)
    return [_alike(page, usual) if page.seen else page for page in pages]


def _alike(page: PageLayout, usual: Sequence[float]) -> PageLayout:
    return replace(page, items=tuple(_item(item, usual) for item in page.items))


def _item(item: PageItem, usual: Sequence[float]) -> PageItem:
    if isinstance(item, PageLine):
        return _line(item, usual)
    cells = (
        replace(cell, lines=tuple(_line(line, usual) for line in cell.lines)) for cell in item.cells
    )
    return replace(item, cells=tuple(cells))


def _line(line: PageLine, usual: Sequence[float]) -> PageLine:
    near = min(usual, key=lambda size: _ratio(line.size, size))
    return replace(line, size=near)


def _ratio(one: float, other: float) -> float:
    return max(one, other) / min(one, other)
