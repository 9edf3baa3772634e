"""A column headed by the word for measures that only counts them: "Insats" above "1.1" and "1.2",
beside the column with their names ("Benämning")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tiltak.reading.blocks import TableRow
from tiltak.reading.structure.columns.by_content import SAMPLE, column_texts
from tiltak.reading.structure.columns.column import TableColumn

_NUMBER = re.compile(r"[A-ZÆØÅÄÖ]{0,3}[-.]?\d{1,3}(?:[.:-]\d{1,3})*[a-h]?[.)]?")
_FEWEST = 2
_SHORTEST_NAME = 8.0


def with_names_beside_numbers(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow]
) -> tuple[TableColumn, ...]:
    """The columns, where that of measures has nothing but numbers: those are their numbers, and the
    first column of texts without a role to the right of it has their names."""
    measure = next((column for column in columns if column.role == "measure"), None)
    if measure is None or any(column.role == "number" for column in columns):
        return columns
    numbers = column_texts(rows[:SAMPLE], measure)
    if len(numbers) < _FEWEST or not all(map(_NUMBER.fullmatch, numbers)):
        return columns
    beside = (c for c in columns if c.index > measure.index and c.role in (None, "note"))
    names = next((c for c in beside if _has_names(column_texts(rows[:SAMPLE], c), numbers)), None)
    if names is None:
        return columns
    roles = {measure.index: "number", names.index: "measure"}
    return tuple(replace(c, role=roles.get(c.index, c.role)) for c in columns)


def _has_names(texts: Sequence[str], numbers: Sequence[str]) -> bool:
    """Whether every number has a text beside it that is more than a figure or a mark."""
    words = [text for text in texts if text[:1].isalpha()]
    length = sum(map(len, words)) / max(len(words), 1)
    return len(words) >= len(numbers) and length >= _SHORTEST_NAME
