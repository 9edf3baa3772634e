"""Rows and measures that are left and share a word that nothing else in the plan has.

Habit read: the table says a measure in quite other words, but what it is about has one name only:
"Etablere mobile legekontor i bygdene" in the text, "Fire legekontor på hjul" in the table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.targets import Targets

# A shorter word may be in two texts by chance.
_SHORTEST = 10


def rows_by_a_rare_word(
    rows: Sequence[RowText],
    stems: dict[str, list[str]],
    targets: Targets,
    taken: dict[int, int],
    used: set[int],
) -> dict[int, int]:
    """Row (by order) → target for those left that share such a word with each other alone."""
    said = Counter(stem for row in rows for stem in set(stems[row.identity]))
    pairs = [
        (order, index)
        for order, row in enumerate(rows)
        if order not in taken and not row.strict
        for index in _only_holders(row, stems[row.identity], said, targets, used)
    ]
    of_row = Counter(order for order, _ in set(pairs))
    of_target = Counter(index for _, index in set(pairs))
    return {order: index for order, index in pairs if of_row[order] == of_target[index] == 1}


def _only_holders(
    row: RowText, stems: Sequence[str], said: Counter[str], targets: Targets, used: set[int]
) -> Iterator[int]:
    """The unused measures of the row's place that alone have a word which no other row has."""
    for stem in set(stems):
        if len(stem) < _SHORTEST or said[stem] > 1:
            continue
        holders = [index for index, one in enumerate(targets.all) if stem in one.own]
        if len(holders) == 1 and holders[0] not in used:
            target = targets.all[holders[0]]
            if row.place in (None, target.place) and not target.is_part:
                yield holders[0]
