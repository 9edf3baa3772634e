"""Rows with the code of a measure.

Habit read: the measures of the text have codes ("T1", "NÆR-3"), and a table further down names each
by it, in other and fewer words. A code with letters means the same in both; a bare number may count
the rows alone.
"""

from collections import defaultdict
from collections.abc import Container, Sequence

from tiltak.reading.structure.links.covered_measures import is_code
from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.targets import Target


def rows_with_same_codes(
    rows: Sequence[RowText],
    targets: Sequence[Target],
    used: set[int],
    known: Container[int] = (),
) -> dict[int, int]:
    """Row (by order) → target, for codes that one measure alone has; the first of them where a row
    names several. Those targets are added to `used`. Rows in `known` have theirs."""
    coded: dict[str, list[int]] = defaultdict(list)
    for index, target in enumerate(targets):
        number = target.measure.number
        if number is not None and is_code(number):
            coded[number].append(index)
    taken = {}
    for order, row in enumerate(rows):
        if order in known:
            continue
        named = row.numbers or {row.number}
        found = sorted(index for number in named for index in coded.get(number, ()))
        if found and len(found) == len(named) and found[0] not in used:
            taken[order] = found[0]
            used.add(found[0])
    return taken
