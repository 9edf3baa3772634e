"""Rows that are nothing but the number of a measure.

Habit read: a table of costs at the end of a plan names the measures by their numbers alone, "1.1" or
"Tiltak 1.1", for what stands in the text.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.targets import Target

_ONLY = re.compile(
    r"(?:[^\W\d]{3,}\s+)?"
    r"(\d{1,2}(?:\.\d{1,2})+[a-z]?|\d{1,2}[a-z]|[A-ZÆØÅ]{1,3}\d{1,2}(?:\.\d{1,2})*)\.?"
)


def rows_with_only_a_number(
    rows: Sequence[RowText], targets: Sequence[Target], used: set[int]
) -> dict[int, int]:
    """Row (by order) → target, for numbers that one measure alone has. Those targets are added to
    `used`."""
    numbered: dict[str, list[int]] = defaultdict(list)
    for index, target in enumerate(targets):
        if target.measure.number:
            numbered[target.measure.number].append(index)
    taken = {}
    for order, row in enumerate(rows):
        match = _ONLY.fullmatch(row.text.strip())
        found = numbered.get(match[1], []) if match else []
        if len(found) == 1 and found[0] not in used:
            taken[order] = found[0]
            used.add(found[0])
    return taken
