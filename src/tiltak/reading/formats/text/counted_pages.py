"""Pages of a text that has lost its form feeds: told by the lines that count them.

Habit read: text copied out of a viewer has the foot of each page still between its lines, "Plan for
kysten      3" or "3 (8)", but nothing that says where a page ends.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.formats.text.lines import Line

_OF_PAGES = re.compile(
    r"(?:(?:side|sida|page|s\.)\s*)?(\d{1,3})\s*(?:/|\(|av|of)\s*\d{1,3}\)?$", re.IGNORECASE
)
_LAST_NUMBER = re.compile(
    r"(\S.*?)(?:\s{3,}|\s*\bside\s|\s*\bsida\s|\s*\bpage\s)(\d{1,3})$", re.IGNORECASE
)
_FEWEST = 2
_FEWEST_NAMED = 3
_FEWEST_LINES = 4


def page_ends(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that count pages from the first or second on, in order; none where
    the text has form feeds."""
    if any(line.page is not None for line in lines):
        return []
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        text = line.text.strip()
        if match := _OF_PAGES.match(text):
            found[""].append((index, int(match[1])))
        elif match := _LAST_NUMBER.match(text):
            found[match[1]].append((index, int(match[2])))
    ends = (
        [index for index, _ in counted]
        for name, counted in found.items()
        if len(counted) >= (_FEWEST_NAMED if name else _FEWEST) and _counts(counted)
    )
    return max(ends, key=len, default=[])


def _counts(counted: Sequence[tuple[int, int]]) -> bool:
    """Whether they go on by one from the first page or the second, with lines of text between."""
    return counted[0][1] in (1, 2) and all(
        other == one + 1 and at - before >= _FEWEST_LINES
        for (before, one), (at, other) in pairwise(counted)
    )
