"""Words that certainly are whole: those of a document that end no line, those of the vocabulary."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageCell, PageLayout, PageLine
from tiltak.reading.vocabulary import Vocabulary

WORD = re.compile(r"[^\W\d_]+")
_LEAST_PROSE = 4
_LONGEST_ENDING = 2


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


def usual_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Every word of the vocabulary that is too long to be an ending alone, in small letters."""
    texts = _texts([vocabulary.levels, vocabulary.columns, vocabulary.words])
    words = (word.casefold() for text in texts for word in WORD.findall(text))
    return frozenset(word for word in words if len(word) > _LONGEST_ENDING)


def _texts(value: object) -> Iterator[str]:
    """All texts in nested lists and tables."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
