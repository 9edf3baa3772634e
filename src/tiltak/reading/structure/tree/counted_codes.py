"""Codes that number the items of a plan: "T1 Laga …", "T2 Byggja …" under "Tiltak".

Habit read: the measures count on through the whole plan with a letter or two before the figure, so
that the table at the end can name them. A road ("E39") has letters and a figure too, but roads do
not count on from one.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.values.numbering import Numbered, read_code

_FEWEST, _FEWEST_ROWS = 3, 2
_LONGEST_CODE = 12
_PARTS = re.compile(r"([^\W\d_]+)[-.]?(\d+(?:\.\d+)*)")


def number_by_codes(entries: Sequence[Entry]) -> None:
    """Give the texts that begin with such a code their number, and those that a table counts by it
    the kind "counted": no word has to say that they are what is to be done."""
    cells = _cells(entries)
    by_letters: dict[str, list[tuple[Entry, Numbered]]] = defaultdict(list)
    for entry in entries:
        if (number := _coded(entry)) is not None:
            letters = _PARTS.fullmatch(number.raw)
            by_letters[letters[1] if letters else ""].append((entry, number))
    for found in by_letters.values():
        if _counts([number for _, number in found]):
            in_table = len(cells & {number.raw for _, number in found}) >= _FEWEST_ROWS
            for entry, number in found:
                entry.number = number
                entry.kind = "counted" if in_table else entry.kind


def _cells(entries: Sequence[Entry]) -> frozenset[str]:
    """What stands alone in the cells of the tables, as far as it could be a code."""
    return frozenset(
        cell.text.strip(" .:")
        for entry in entries
        if isinstance(entry.block, TableBlock)
        for row in entry.block.rows
        for cell in row.cells
        if len(cell.text) <= _LONGEST_CODE
    )


def _coded(entry: Entry) -> Numbered | None:
    block = entry.block
    if not isinstance(block, TextBlock) or entry.kind != "text" or entry.number is not None:
        return None
    code = read_code(block.text)
    parts = _PARTS.fullmatch(code[0]) if code else None
    if code is None or parts is None:
        return None
    counts = parts[2].split(".")
    return Numbered("code", code[0], int(counts[-1]), len(counts), closed=True, rest=code[1])


def _counts(numbers: Sequence[Numbered]) -> bool:
    """Whether they begin at one and nearly all go on by one, each code standing once."""
    if len(numbers) < _FEWEST or len({number.raw for number in numbers}) < len(numbers):
        return False
    going_on = sum(other.order in (1, one.order + 1) for one, other in pairwise(numbers))
    return numbers[0].order == 1 and going_on * 4 >= (len(numbers) - 1) * 3
