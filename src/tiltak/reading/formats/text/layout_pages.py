"""Tables set with spaces that go on over a page whose head is not printed again.

A program that keeps the layout places the signs of each page anew: the columns of the next page
begin elsewhere, but there are as many of them, in the same order.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiltak.reading.formats.text.heads import HeadLine, is_of_facts, read_head, runs
from tiltak.reading.formats.text.item_marks import starts_item
from tiltak.reading.formats.text.layout_bands import names_level, rows_follow
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_NEAR = 2
_LEAST_PIECES = 2
_WIDEST_GAP = 3
_LEAST_COUNTED = 4
# of so many lines one may cross a white strip
_OUTLIERS = 6


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
    widest = 0 if is_of_facts(head) else _WIDEST_GAP
    body = _body(lines, begin, widest, vocabulary)
    if not body or not _goes_on(lines, begin, vocabulary, counted=_is_counted(body, head)):
        return None
    starts = _matched(body, [cell.start for cell in head.cells])
    if starts is None:
        return None
    cells = tuple(
        replace(cell, start=start, end=start + len(cell.text))
        for cell, start in zip(head.cells, starts, strict=True)
    )
    return HeadAgain(replace(head, cells=cells, line=lines[begin]), begin)


def _goes_on(lines: Sequence[Line], begin: int, vocabulary: Vocabulary, *, counted: bool) -> bool:
    """Whether the first line of a page is more of a table: several cells, the rest of one, or a name
    of rows that come next. `counted`: the page has as many columns."""
    line = lines[begin]
    text = line.text.strip()
    if read_head(line, vocabulary) is not None or vocabulary.attribute(text):
        return False
    if len(runs(line.text)) >= _LEAST_PIECES:
        return vocabulary.label(text) is None
    if starts_item(text):
        return False
    if text[0].islower():
        return True
    # the rest of a cell further to the right, or a name
    known = line.text[0] == " " or names_level(line.text, vocabulary)
    return (known or counted) and rows_follow(lines, begin + 1, vocabulary)


def _is_counted(body: Sequence[str], head: HeadLine) -> bool:
    size = len(head.cells)
    return size >= _LEAST_COUNTED and size in (len(_begins(body)), len(_strips(body)))


def _body(lines: Sequence[Line], begin: int, widest: int, vocabulary: Vocabulary) -> list[str]:
    """The lines of the page, down to the next head or a wider gap than so many blank lines."""
    found: list[str] = []
    gap = 0
    for line in (lines[index] for index in range(begin, len(lines))):
        gap = 0 if line.text.strip() else gap + 1
        if line.page != lines[begin].page or gap > widest or read_head(line, vocabulary):
            break
        if not gap:
            found.append(line.text)
    return found


def _matched(body: Sequence[str], starts: Sequence[int]) -> Sequence[int] | None:
    """The place of each column: one for one, or where they stood on the page before."""
    for places in (_begins(body), _strips(body)):
        if len(places) == len(starts):
            return places
    places = _begins(body)
    kept = all(any(abs(place - start) <= _NEAR for start in starts) for place in places)
    return starts if kept else None


def _begins(body: Sequence[str]) -> list[int]:
    """The places where texts begin, from the left."""
    found: set[int] = set()
    for text in body:
        pieces = runs(text)
        if len(pieces) == 1 and pieces[0][0] == 0 and found - {0}:
            continue
        found.update(place for place, _ in pieces)
    places: list[int] = []
    for place in sorted(found):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _strips(body: Sequence[str]) -> list[int]:
    """Where texts begin to the right of the white strips that hardly a line with several cells
    crosses: amounts stand to the right, and begin at many places."""
    rows = [pieces for text in body if len(pieces := runs(text)) > 1]
    covered = Counter(
        at for pieces in rows for begin, end in pieces for at in range(begin, end + 1)
    )
    least = len(rows) // _OUTLIERS + 1
    return [at for at in sorted(covered) if covered[at] >= least > covered[at - 1]]
