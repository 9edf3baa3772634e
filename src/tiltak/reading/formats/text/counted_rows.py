"""Rows that count themselves: what stands from one number of a row to the next is that row's.

The habit read: a program writes a table row by row, but the columns to the right, or a cell of them,
come elsewhere on the page. The numbers of the rows ("1.1", "1.2", "T1", "T2") still stand alone, in
order, each before its measure. A value that fits no column of its row is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.formats.text.cell_forms import CellForms
from tiltak.reading.formats.text.joined_cells import Text
from tiltak.reading.vocabulary import Vocabulary

_NUMBER = re.compile(r"((?:[A-ZÆØÅ]{1,3}[.-]?|(?:\d{1,2}\.)+)?)(\d{1,3})\.?")
_FEWEST, _FEWEST_PLAIN = 2, 3
# heads that are no known word stand before the first number
_LATEST_FIRST = 5
_SHORTEST_MEASURE = 8
_LEFT_OUT, _LACKS, _NEVER = 1.5, 0.5, 6.0


@dataclass(frozen=True, slots=True)
class CountedRows:
    """The rows (column → text), the texts that fit none, and how many texts were taken."""

    rows: tuple[dict[int, Text], ...]
    loose: tuple[Text, ...]
    taken: int


def counted_rows(
    texts: Sequence[Text], roles: Sequence[str | None], vocabulary: Vocabulary
) -> CountedRows | None:
    """The rows of texts in which the first column counts; None where no numbers follow each other."""
    numbers = _numbers(texts)
    if not numbers or roles[0] != "number" or "measure" not in roles:
        return None
    forms = CellForms(roles, vocabulary)
    longest = max(after - at for at, after in pairwise(numbers))
    end = min(len(texts), numbers[-1] + longest)
    rows = []
    for at, after in pairwise([*numbers, end]):
        row = _row(texts[at:after], roles, forms)
        if row is None:
            return None
        rows.append(row)
    placed = {text for row in rows for text in row.values()}
    loose = tuple(text for text in texts[:end] if text not in placed)
    return CountedRows(tuple(rows), loose, end)


def _numbers(texts: Sequence[Text]) -> list[int]:
    """The texts that count the rows; empty where too few do."""
    found: list[int] = []
    last = ("", 0)
    for index, text in enumerate(texts):
        match = _NUMBER.fullmatch(text.whole)
        number = (match[1], int(match[2])) if match else None
        if number is None or not (found or index < _LATEST_FIRST):
            continue
        is_next = number == (last[0], last[1] + 1)
        if (is_next and index > found[-1] + 1) if found else (number[0] or number[1] == 1):
            found.append(index)
            last = number
    fewest = _FEWEST if last[0] else _FEWEST_PLAIN
    return found if len(found) >= fewest else []


def _row(
    texts: Sequence[Text], roles: Sequence[str | None], forms: CellForms
) -> dict[int, Text] | None:
    """The row of a number and the texts up to the next, each in the column it fits best, in order;
    None where none of them is a measure."""
    main = roles.index("measure")
    ways: dict[int, tuple[float, dict[int, Text]]] = {1: (0.0, {0: texts[0]})}
    for text in texts[1:]:
        costs = forms.costs(text.whole)
        after = {column: (cost + _LEFT_OUT, row) for column, (cost, row) in ways.items()}
        for first, (cost, row) in ways.items():
            for column in range(first, len(roles)):
                if column == main and not _is_measure(text):
                    continue
                lacking = range(first, column)
                total = cost + costs[column] + sum(_lacks(roles[one]) for one in lacking)
                if column + 1 not in after or total < after[column + 1][0]:
                    after[column + 1] = (total, row | {column: text})
        ways = after
    whole = [(cost, row) for cost, row in ways.values() if main in row]
    return min(whole, key=lambda way: way[0])[1] if whole else None


def _lacks(role: str | None) -> float:
    """What it costs to leave a cell out: a measure is never lacking."""
    return _NEVER if role == "measure" else _LACKS


def _is_measure(text: Text) -> bool:
    return len(text.whole) >= _SHORTEST_MEASURE and any(map(str.isalpha, text.whole))
