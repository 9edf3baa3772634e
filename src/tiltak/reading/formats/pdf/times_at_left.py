"""Times in a column to the left: a year, a half, a month, on one line or wrapped."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import islice, pairwise

from tiltak.reading.formats.pdf.lines import WIDE, RawLine
from tiltak.reading.formats.pdf.words import Word
from tiltak.reading.values.times import find_years, is_time
from tiltak.reading.vocabulary import Vocabulary

# Letters begin a little off the side of their column, each in its own way.
SAME_SIDE = 2.0
_FEWEST = 2
_MOST_WORDS, _MOST_LINES = 5, 3
# words of which the first line of a time has at least one: "2026", "1. halvår", "Innan mars 2026"
_MOST_BEGINNING = 3
_WRAPPED = 1.6


@dataclass(frozen=True, slots=True)
class LeftOfLine:
    """A line with what stands to the left in it."""

    line: RawLine
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class TimeAtLeft:
    """A time in its column, wrapped where the column is narrow."""

    lines: tuple[LeftOfLine, ...]

    @property
    def first(self) -> Word:
        """Its first word."""
        return self.lines[0].words[0]

    @property
    def end(self) -> float:
        """Where its longest line ends."""
        return max(left.words[-1].x1 for left in self.lines)


def may_have_times(words: Sequence[Word]) -> bool:
    """Whether any line may begin with a time. Most pages have none, and their lines need not be found
    for that."""
    by_height: dict[int, list[Word]] = {}
    for word in words:
        by_height.setdefault(round(word.baseline), []).append(word)
    return any(
        _may_be_time(" ".join(word.text for word in nsmallest(count, line, key=_left)))
        for line in by_height.values()
        for count in range(1, _MOST_BEGINNING + 1)
    )


def _left(word: Word) -> float:
    return word.x0


@lru_cache(maxsize=4096)
def _may_be_time(text: str) -> bool:
    return is_time(text, Vocabulary.default())


def times_at_left(lines: Sequence[RawLine]) -> list[TimeAtLeft]:
    """The times lines begin with, those of several lines whole."""
    return list(_times(_lefts(lines)))


def _lefts(lines: Sequence[RawLine]) -> list[LeftOfLine]:
    """What may be a time, or a line of one: few words alone, with a wide gap behind, or with a text
    right behind that begins where other lines do."""
    starts = sorted(line.x0 for line in lines)
    found = []
    for line in lines:
        words = line.words
        count = next((at for at in range(1, len(words)) if _begins(words, at, starts)), len(words))
        if count <= _MOST_WORDS:
            found.append(LeftOfLine(line, words[:count]))
    return found


def _begins(words: Sequence[Word], at: int, starts: Sequence[float]) -> bool:
    """Whether a further text begins with a word of a line."""
    word = words[at]
    if word.x0 - words[at - 1].x1 > WIDE * word.size:
        return True
    near = bisect_left(starts, word.x0 + SAME_SIDE) - bisect_right(starts, word.x0 - SAME_SIDE)
    return near >= _FEWEST


def _times(lefts: Sequence[LeftOfLine]) -> Iterator[TimeAtLeft]:
    """The times among them, those of several lines whole: "1. halvår" over "2026"."""
    taken: set[int] = set()
    for at, left in enumerate(lefts):
        if id(left) in taken:
            continue
        below = (one for one in lefts[at:] if abs(one.line.x0 - left.line.x0) < SAME_SIDE)
        column = list(islice(below, _MOST_LINES))
        count = next((n for n in range(1, len(column) + 1) if _is_time(column[:n])), 0)
        while 0 < count < len(column) and _is_year_apart(column[: count + 1]):
            count += 1
        if count:
            yield TimeAtLeft(tuple(column[:count]))
            taken.update(map(id, column[:count]))


def _is_time(lefts: Sequence[LeftOfLine]) -> bool:
    below = all(
        abs(other.line.x0 - one.line.x0) < SAME_SIDE
        and other.line.baseline - one.line.baseline < _WRAPPED * one.words[0].size
        for one, other in pairwise(lefts)
    )
    text = " ".join(text_of(left.words) for left in lefts)
    return below and is_time(text, Vocabulary.default())


def _is_year_apart(lefts: Sequence[LeftOfLine]) -> bool:
    """Whether the last line is the year of what stands above it."""
    *above, last = lefts
    return (
        bool(above)
        and not any(find_years(text_of(left.words)) for left in above)
        and bool(find_years(text_of(last.words)))
        and _is_time(lefts)
    )


def text_of(words: Sequence[Word]) -> str:
    """Words as text."""
    return " ".join(word.text for word in words)
