"""Codes that count the measures of a table: "A1 Rydda stien", "A2 Byggja bru" below "A Skog".

Habit read: all measures of a table begin with a letter and a figure that count on from row to row,
in their cell or in a column of numbers. A road has such a name too ("E39 Ny bru"), but does not count.
The letter before an area's name is then its number.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import TableRow
from tiltak.reading.structure.columns.column import Columns, cell_text
from tiltak.reading.values.numbering import read_code

_CODE = re.compile(r"([A-ZÆØÅÄÖ]{1,3})[-.]?(\d{1,2})")
_LETTER = re.compile(r"([A-ZÆØÅÄÖ]{1,3})[.:)]?\s+(?=\S)")
_FEWEST = 2


def letters_of(rows: Sequence[TableRow], columns: Columns) -> frozenset[str]:
    """The letters of the codes that the measures of these rows are counted by, none where they are
    not. `rows`: without heads, groups and sums."""
    main, number = columns.of("measure"), columns.of("number")
    texts = [text for row in rows if (text := cell_text(row, main))]
    codes = [cell_text(row, number) for row in rows] if number else [_code(one) for one in texts]
    found = [_CODE.fullmatch(code) for code in codes]
    counted = [(match[1], int(match[2])) for match in found if match]
    if len(counted) < max(_FEWEST, len(texts)) or not all(
        _follows(*two) for two in pairwise(counted)
    ):
        return frozenset()
    return frozenset(letters for letters, _ in counted)


def _code(text: str) -> str:
    code = read_code(text)
    return code[0] if code else ""


def _follows(before: tuple[str, int], after: tuple[str, int]) -> bool:
    """Whether a code counts on from the one above it, or begins with another letter."""
    return after[1] == (before[1] + 1 if before[0] == after[0] else 1)


def without_letters(area: str, letters: frozenset[str]) -> str:
    """ "A Skog" → "A. Skog", "TR Transport" → "Transport", where that is what its measures are
    counted by: a single letter is then the number of the area."""
    match = _LETTER.match(area)
    if match is None or match[1] not in letters:
        return area
    rest = area[match.end() :]
    return f"{match[1]}. {rest}" if len(match[1]) == 1 else rest
