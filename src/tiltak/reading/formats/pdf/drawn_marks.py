"""List marks that are drawn, not written: browsers draw discs, circles and squares before items."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tiltak.reading.formats.pdf.layout import PageItem, PageLine, PageTable
from tiltak.reading.formats.pdf.mark_shapes import DrawnMark

# How far before its text a mark stands, and where on the line, in sizes of the type.
_NEAREST, _FARTHEST, _HIGHEST, _LOWEST = 0.1, 2.2, 0.85, 0.1


def with_marks(items: Iterable[PageItem], marks: Sequence[DrawnMark]) -> tuple[PageItem, ...]:
    """The lines and tables of a page, each line with the mark that is drawn before it."""
    if not marks:
        return tuple(items)
    return tuple(_marked(item, marks) for item in items)


def _marked(item: PageItem, marks: Sequence[DrawnMark]) -> PageItem:
    if isinstance(item, PageTable):
        cells = (
            replace(cell, lines=tuple(_with_mark(line, marks, cell.x0) for line in cell.lines))
            for cell in item.cells
        )
        return replace(item, cells=tuple(cells))
    return _with_mark(item, marks, item.left or 0.0)


def _with_mark(line: PageLine, marks: Sequence[DrawnMark], left: float) -> PageLine:
    beside = [
        mark
        for mark in marks
        if left <= mark.x
        and -_LOWEST < (line.baseline - mark.y) / line.size < _HIGHEST
        and _NEAREST < (line.x0 - mark.x1) / line.size < _FARTHEST
    ]
    # several in a row are a dotted line
    return replace(line, drawn_mark=beside[0].sign) if len(beside) == 1 else line
