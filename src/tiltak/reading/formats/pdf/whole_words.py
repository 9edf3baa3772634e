"""The words of a document that certainly are whole: none of them is broken at the end of a line."""

import re
from collections.abc import Iterable, Iterator

from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageCell, PageLayout, PageLine

WORD = re.compile(r"[^\W\d_]+")
_LEAST_PROSE = 4


def whole_words(pages: Iterable[PageLayout]) -> frozenset[str]:
    """Words of running text, of cells of one line, and in the middle of a cell's lines."""
    return frozenset(
        word.casefold()
        for page in pages
        for item in page.items
        for text in (
            _of_line(item)
            if isinstance(item, PageLine)
            else (text for cell in item.cells for text in _of_cell(cell))
        )
        for word in WORD.findall(text)
    )


def _of_line(line: PageLine) -> Iterator[str]:
    # a short line, or one in pieces, may be part of a table without rules
    if len(line.places) >= _LEAST_PROSE and PIECE_GAP not in line.text:
        yield line.text


def _of_cell(cell: PageCell) -> Iterator[str]:
    if len(cell.lines) == 1:
        yield cell.lines[0].text
        return
    for line in cell.lines:
        yield " ".join(line.text.split()[1:-1])
