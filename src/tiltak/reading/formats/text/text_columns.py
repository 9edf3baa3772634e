"""Pages of two columns of running text set side by side with spaces: the left is read first.

A program that keeps the layout writes both columns on the same lines. They are columns of text, and
no table, where nothing crosses the white strip between them, both sides hold whole phrases, and no
head stands over them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tiltak.reading.formats.text.heads import read_head, runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_BOTH, _FEWEST_RIGHT = 3, 4
_LEAST_WORDS = 3.0
_LEAST_SIDE = 30
_SIDES, _FURTHER_IN = 2, 6
# one line of so many may be spread
_FEW = 12


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the right column begins, and the lines that have it (the last left out)."""

    place: int
    begin: int
    end: int


def in_reading_order(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, on pages of two columns those of the left column before those of the right."""
    ordered: list[Line] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        there = list(page)
        columns = _columns(there, vocabulary)
        ordered += _parted(there, columns) if columns else there
    return ordered


def _columns(lines: Sequence[Line], vocabulary: Vocabulary) -> _Columns | None:
    """The two columns of a page, if there are."""
    begins = Counter(
        begin for line in lines for begin, _ in runs(line.text)[:_SIDES] if begin >= _LEAST_SIDE
    )
    if not begins:
        return None
    often = [place for place, times in begins.items() if times >= _FEWEST_RIGHT]
    # items of a list stand further in than the column begins
    most = min(often, key=lambda place: (-begins[place], place), default=None)
    for place in dict.fromkeys((most, min(often, default=None))):
        if place is not None and (found := _columns_at(lines, place, vocabulary)):
            return found
    return None


def _columns_at(lines: Sequence[Line], place: int, vocabulary: Vocabulary) -> _Columns | None:
    """The two columns of a page, if the right one begins at a place."""
    beside = [index for index, line in enumerate(lines) if _has_right(line, place)]
    if len(beside) < _FEWEST_RIGHT:
        return None
    found = _Columns(place, beside[0], beside[-1] + 1)
    return found if _are_text(lines, found, vocabulary) else None


def _has_right(line: Line, place: int) -> bool:
    return any(place <= begin <= place + _FURTHER_IN for begin, _ in runs(line.text)[:_SIDES])


def _are_text(lines: Sequence[Line], columns: _Columns, vocabulary: Vocabulary) -> bool:
    left, right, both, spread = [], [], 0, 0
    for line in lines[columns.begin : columns.end]:
        spread += len(runs(line.text)) > _SIDES
        if line.text[columns.place - 2 : columns.place].strip():
            return False
        sides = line.text[: columns.place].split(), line.text[columns.place :].split()
        both += all(sides)
        left += [len(sides[0])] if sides[0] else []
        right += [len(sides[1])] if sides[1] else []
    # the words of a justified line may stand far apart, those of a table do so in most lines
    if spread * _FEW > columns.end - columns.begin:
        return False
    if both < _FEWEST_BOTH or not left or len(right) < _FEWEST_RIGHT:
        return False
    if min(sum(left) / len(left), sum(right) / len(right)) < _LEAST_WORDS:
        return False
    return not any(read_head(line, vocabulary) for line in lines[: columns.end])


def _parted(lines: Sequence[Line], columns: _Columns) -> list[Line]:
    """Left lines down to where a line crosses the strip, then the right ones."""
    end = columns.end
    while end < len(lines) and len(lines[end].text.rstrip()) < columns.place:
        end += 1
    left = [
        replace(line, text=line.text[: columns.place])
        for line in lines[columns.begin : columns.end]
    ]
    right = [
        replace(line, text=line.text[columns.place :], start=line.start + columns.place)
        if line.text[columns.place :].strip()
        else replace(line, text="")
        for line in lines[columns.begin : columns.end]
    ]
    return [*lines[: columns.begin], *left, *lines[columns.end : end], *right, *lines[end:]]
