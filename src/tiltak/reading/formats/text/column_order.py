"""Which column a text without a head belongs to, where a table is written group by group.

Groups come in the order of the columns, row after row, as far as the heads have been seen.
Their form says more: a time stands under "Frist", an amount under "Kostnad", the next number
under "Nr". What is left goes where rows still lack a text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tiltak.reading.formats.text.column_cells import (
    TIMES,
    CellSplitter,
    Group,
    is_count,
    is_money,
    misfit,
)
from tiltak.reading.formats.text.column_table import Column
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_MOST_WAYS = 60
_MOST_ENDED = 8
_SKIPPED = 0.3
_SAME_AGAIN = 1.0
_MOST_TEXTS = 3
_MOST_NEEDED = 30
_LEFT_OUT = 2.5
_LONGEST_TIME = 16


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to place the groups so far: the column of each, and what speaks against it."""

    columns: tuple[int, ...] = ()
    cost: float = 0.0


def loose_columns(
    columns: Sequence[Column], groups: Sequence[tuple[int, Group]], vocabulary: Vocabulary
) -> tuple[int, ...]:
    """The column of each group; shorter than the groups when the last ones are no cells.

    `groups`: (how many heads were seen before it, its pieces).
    """
    values = [sum(_is_value(piece.text, vocabulary) for piece in group) for _, group in groups]
    # texts long after the last value are what follows the table
    last = max((i for i, count in enumerate(values) if count), default=-1)
    groups = groups[: last + 1 + _MOST_TEXTS * len(columns)]
    left = list(accumulate(reversed(values[: len(groups)]), initial=0))[::-1]
    often = Counter(_whole(group) for _, group in groups)
    often.update(_whole(group) for column in columns for group in column.groups)
    ways = [_Way()]
    ended: list[_Way] = [_ended(_Way(), columns, groups, left[0], vocabulary)]
    for (seen, group), needed in zip(groups, left[1:], strict=True):
        allowed = _allowed(columns[:seen], group, vocabulary)
        if often[_whole(group)] > 1:
            # what stands again and again is no measure
            others = [column for column in allowed if columns[column].role != "measure"]
            allowed = others or allowed
        ways = [_with(way, column, seen) for way in ways for column in allowed]
        ways = sorted(ways, key=lambda way: way.cost)[:_MOST_WAYS]
        if not ways:
            break
        if needed <= _MOST_NEEDED:
            best = ways[:_MOST_ENDED]
            ended += [_ended(way, columns, groups, needed, vocabulary) for way in best]
    return min(ended, key=lambda way: way.cost).columns


def _whole(group: Group) -> str:
    return " ".join(piece.text for piece in group)


def _allowed(columns: Sequence[Column], group: Group, vocabulary: Vocabulary) -> list[int]:
    """The columns a group can stand in by its form."""
    texts = [piece.text for piece in group]
    if all(is_count(text) and not is_time(text, vocabulary) for text in texts):
        roles: tuple[str | None, ...] = ("number", "budget", *TIMES)
    elif is_time(texts[0], vocabulary) and any(column.role in TIMES for column in columns):
        # "Kursrekke hausten 2018" names a time and is none
        roles = TIMES if len(texts[0]) <= _LONGEST_TIME else (*TIMES, "note", "measure", None)
    elif is_amount(texts[0], vocabulary):
        roles = ("budget",)
    else:
        plain = [i for i, column in enumerate(columns) if column.role not in (*TIMES, "number")]
        if is_money(texts[0], vocabulary):
            return [i for i in plain if columns[i].role == "budget"] or plain
        return [i for i in plain if columns[i].role != "budget"]
    found = [i for i, column in enumerate(columns) if column.role in roles]
    numbers = [i for i in found if columns[i].role == "number"]
    return numbers or found


def _with(way: _Way, column: int, seen: int) -> _Way:
    before = way.columns[-1] if way.columns else seen - 1
    steps = (column - before - 1) % seen if seen else 0
    cost = _SAME_AGAIN if column == before else _SKIPPED * steps
    return _Way((*way.columns, column), way.cost + cost)


def _ended(
    way: _Way,
    columns: Sequence[Column],
    groups: Sequence[tuple[int, Group]],
    needed: int,
    vocabulary: Vocabulary,
) -> _Way:
    """A way that ends here, with so many values left out and so uneven columns."""
    counts = []
    for index, column in enumerate(columns):
        own = [g for (_, g), at in zip(groups, way.columns, strict=False) if at == index]
        counts.append(CellSplitter([*column.groups, *own], column.role, vocabulary))
    rows = {splitter.least for splitter in counts} | {splitter.most for splitter in counts}
    uneven = min(misfit(counts, n) for n in rows or {0})
    rest = len(groups) - len(way.columns)
    return _Way(way.columns, way.cost + uneven + _LEFT_OUT * needed + 0.1 * rest)


def _is_value(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a number, time or amount and so hardly anything but a cell."""
    if len(text) > _LONGEST_TIME:
        return is_amount(text, vocabulary)
    return is_count(text) or is_time(text, vocabulary) or is_amount(text, vocabulary)
