"""Rows told by the number of their measure, where numbers mean the same in table and text.

Habit read: a table at the end of a plan counts its rows by the numbers of the measures ("1.1", "1.2"),
and says them in fewer or other words. Where every row that the words find has the number of its
measure, the number finds the others too; elsewhere it counts the rows alone. The number may also
be that of the area and the measure's place in it ("2.3"), where the text counts them anew in each.
"""

from collections.abc import Mapping, Sequence

from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.targets import Target

_FEWEST = 2


def rows_with_agreeing_numbers(
    rows: Sequence[RowText], targets: Sequence[Target], known: Mapping[int, int], used: set[int]
) -> dict[int, int]:
    """Row (by order) → target, for rows that have none. `known`: those that have; the targets found
    are added to `used`."""
    own = {
        index: target.measure.number
        for index, target in enumerate(targets)
        if target.measure.number and not target.is_part
    }
    numbers = next((n for n in (own, _counted(targets)) if _agree(rows, n, known)), {})
    numbered: dict[str, list[int]] = {}
    for index, number in numbers.items():
        numbered.setdefault(number, []).append(index)
    found = {}
    for order, row in enumerate(rows):
        same = numbered.get(row.number, [])
        if order not in known and len(same) == 1 and same[0] not in used:
            found[order] = same[0]
            used.add(same[0])
    return found


def _counted(targets: Sequence[Target]) -> dict[int, str]:
    """Target → "2.3" for the third measure of the second area that has any, whatever its own number."""
    areas: dict[str, int] = {}
    counts: dict[str, int] = {}
    numbers = {}
    for index, target in enumerate(targets):
        if not target.is_part:
            area = areas.setdefault(target.place, len(areas) + 1)
            counts[target.place] = counts.get(target.place, 0) + 1
            numbers[index] = f"{area}.{counts[target.place]}"
    return numbers


def _agree(rows: Sequence[RowText], numbers: Mapping[int, str], known: Mapping[int, int]) -> bool:
    """Whether the rows found have their measures' numbers, each of them, and there are some."""
    pairs = [
        (rows[order], numbers.get(index))
        for order, index in known.items()
        if rows[order].number and not rows[order].numbers
    ]
    return len(pairs) >= _FEWEST and all(row.number == number for row, number in pairs)
