"""Rows with the very words of a measure.

Habits read: the table repeats the text word for word, in the same area; or a table at the end of
the plan does so for all areas and stands under the heading of the last.
"""

from collections import deque
from collections.abc import Container, Sequence

from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.targets import Target

FEWEST_WORDS = 3


def rows_with_same_words(
    rows: Sequence[RowText],
    stems: dict[str, list[str]],
    targets: Sequence[Target],
    used: set[int],
    known: Container[int] = (),
) -> dict[int, int]:
    """Row (by order) → target for rows with the very words of a measure, first of their place.
    Those targets are added to `used`. Rows in `known` have theirs."""
    waiting: dict[tuple[str, tuple[str, ...]], deque[int]] = {}
    for index, target in enumerate(targets):
        if index not in used and target.words:
            waiting.setdefault((target.place, target.words), deque()).append(index)
    taken = {}
    left = {order: row for order, row in enumerate(rows) if order not in known}
    for order, row in left.items():
        same = waiting.get((row.place or "", tuple(stems[row.identity])))
        if same:
            taken[order] = same.popleft()
            used.add(taken[order])
    left = {order: row for order, row in left.items() if order not in taken}
    return taken | _elsewhere(left, stems, targets, used)


def _elsewhere(
    rows: dict[int, RowText],
    stems: dict[str, list[str]],
    targets: Sequence[Target],
    used: set[int],
) -> dict[int, int]:
    """Row → target for rows with the very words of one measure in another place: a table at
    the end of a plan may stand under the heading of its last area."""
    named: dict[tuple[str, ...], list[int]] = {}
    for index, target in enumerate(targets):
        if len(target.words) >= FEWEST_WORDS:
            named.setdefault(target.words, []).append(index)
    found = {}
    for order, row in rows.items():
        same = named.get(tuple(stems[row.identity]), [])
        if len(same) == 1 and same[0] not in used:
            found[order] = same[0]
            used.add(same[0])
    return found
