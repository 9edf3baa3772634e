"""Tables set with spaces that go on over a page whose head is not printed again.

A program that keeps the layout places the signs of each page anew: the columns of the next page
begin elsewhere, but there are as many of them, in the same order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiltak.reading.formats.text.heads import HeadLine, read_head, runs
from tiltak.reading.formats.text.lines import Line, starts_item
from tiltak.reading.vocabulary import Vocabulary

_NEAR = 2
_LEAST_PIECES = 2


@dataclass(frozen=True, slots=True)
class HeadAgain:
    """The heads of a table where their columns stand on the next page, and its first line there."""

    head: HeadLine
    begin: int


def head_over_page(
    lines: Sequence[Line], head: HeadLine, end: int, vocabulary: Vocabulary
) -> HeadAgain | None:
    """The heads over the page a table goes on to at a line; None where it ends."""
    begin = next((i for i in range(end, len(lines)) if lines[i].text.strip()), None)
    if begin is None or end == 0 or lines[begin].page == lines[end - 1].page:
        return None
    if not _goes_on(lines[begin], vocabulary):
        return None
    places = _places(lines, begin, vocabulary)
    starts = _matched(places, [cell.start for cell in head.cells])
    if starts is None:
        return None
    cells = tuple(
        replace(cell, start=start, end=start + len(cell.text))
        for cell, start in zip(head.cells, starts, strict=True)
    )
    return HeadAgain(replace(head, cells=cells, line=lines[begin]), begin)


def _goes_on(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether the first line of a page is more of a table: several cells, or the rest of one."""
    text = line.text.strip()
    if read_head(line, vocabulary) is not None or vocabulary.attribute(text):
        return False
    if len(runs(line.text)) >= _LEAST_PIECES:
        return vocabulary.label(text) is None
    return text[0].islower() and not starts_item(text)


def _places(lines: Sequence[Line], begin: int, vocabulary: Vocabulary) -> list[int]:
    """Where texts begin in the lines that stand together, from the left."""
    found: set[int] = set()
    for line in lines[begin:]:
        if line.page != lines[begin].page or not line.text.strip():
            break
        pieces = runs(line.text)
        if read_head(line, vocabulary) or (len(pieces) == 1 and pieces[0][0] == 0 and found - {0}):
            continue
        found.update(place for place, _ in pieces)
    places: list[int] = []
    for place in sorted(found):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _matched(places: Sequence[int], starts: Sequence[int]) -> Sequence[int] | None:
    """The place of each column: one for one, or where they stood on the page before."""
    if len(places) == len(starts):
        return places
    kept = all(any(abs(place - start) <= _NEAR for start in starts) for place in places)
    return starts if kept else None
