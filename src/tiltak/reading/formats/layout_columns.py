"""Where the columns of a table set with spaces begin, and a line cut into their cells.

A column begins where its head does, or left of it where its texts stand to the right, as amounts
do. A piece of text belongs to the column it stands most under; a piece that runs over a column's
beginning is cut there when a word begins there.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from tiltak.reading.formats.column_sides import column_sides
from tiltak.reading.formats.heads import HeadLine, runs

_WORD = re.compile(r"\S+")


def word_begins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1] == " " and text[at] != " "


def column_starts(head: HeadLine, texts: Sequence[str]) -> list[int]:
    """Where the columns begin: at their heads, or else at the white strip between their words.

    Amounts stand to the right: more of them end at one place than begin at the head's.
    """
    heads = [(cell.start, cell.end) for cell in head.cells]
    pieces = [piece for text in texts for piece in runs(text)]
    words = [match.span() for text in texts for match in _WORD.finditer(text)]
    starts = [heads[0][0]]
    for before, after, side in zip(heads, heads[1:], column_sides(heads, words), strict=False):
        under = [(b, e) for b, e in pieces if before[0] + 1 < b < after[1] and e > after[0]]
        begins = sum(abs(begin - after[0]) <= 1 for begin, _ in under)
        ends = Counter(end for _, end in under).most_common(1)
        starts.append(ceil(side) if ends and ends[0][1] > begins else after[0])
    return starts


def cells_at(text: str, starts: list[int]) -> dict[int, tuple[int, int]]:
    cells: dict[int, tuple[int, int]] = {}
    for begin, end in runs(text):
        cuts = [begin, *_cuts(text, begin, end, starts), end]
        for first, last in pairwise(cuts):
            column = _column(first, last, starts)
            known = cells.get(column)
            cells[column] = (known[0], last) if known else (first, last)
    return cells


def _cuts(text: str, begin: int, end: int, starts: list[int]) -> list[int]:
    """Where a piece is cut: at a column's beginning, or a character or two off where the cell before
    it was too wide for its column."""
    cuts = []
    for start in starts:
        if not begin + 1 < start < end:
            continue
        found = next(
            (
                s
                for s in (start, start - 1, start + 1, start - 2, start + 2)
                if word_begins(text, s)
            ),
            None,
        )
        if found is not None and begin < found < end:
            cuts.append(found)
    return cuts


def _column(first: int, last: int, starts: list[int]) -> int:
    """The column a piece stands in: the one it begins in (±2), else the one it is most under."""
    for column, start in enumerate(starts):
        if abs(first - start) <= 2:
            return column
    ends = [*starts[1:], 10_000]
    under = [min(last, e) - max(first, s) for s, e in zip(starts, ends, strict=True)]
    return max(range(len(starts)), key=lambda column: under[column]) if last > starts[0] else 0
