"""Cells that point to another row: a ditto mark, "som over", "Inngår i tiltak 2".

Who and when are taken from the row above. An amount is not repeated: the two rows share it, and
sums count it once.
"""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from tiltak.planfile.model import Row
from tiltak.reading.structure.columns.column import Columns
from tiltak.reading.structure.reasons import AMOUNT_ELSEWHERE
from tiltak.reading.structure.rows.logical_rows import LogicalRow
from tiltak.reading.structure.rows.read_rows import ReadRow
from tiltak.reading.vocabulary import Vocabulary, alternatives

_REPEATED = ("time", "start", "end", "responsible", "partners", "state")
_LONGEST_DITTO = 20
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\W*$")


def repeat_above(
    logical: LogicalRow, above: dict[int, str], columns: Columns, vocabulary: Vocabulary
) -> None:
    """Put the value of the row above for each ditto mark; `above` is kept by column."""
    for column in columns.among(_REPEATED):
        text, last = logical.values.get(column.index), above.get(column.index)
        if not text or text == last:
            continue  # written out again, as in most rows
        if is_ditto(text, vocabulary):
            logical.values[column.index] = last or text
        else:
            above[column.index] = text


def is_ditto(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell only says "the same as above"."""
    if len(text) > _LONGEST_DITTO:
        return False
    return text.casefold().strip(" .-–—") in vocabulary.list_of("table", "ditto")


def share_amounts(
    rows: Sequence[ReadRow], vocabulary: Vocabulary, new_group: Callable[[], str]
) -> None:
    """Put rows that point to another row's amount in one group with it."""
    by_number = {read.row.number: read for read in reversed(rows) if read.row.number}
    last: ReadRow | None = None
    for read in rows:
        budget = read.row.budget
        if budget is not None and budget.amount is not None:
            last = read
        elif budget is not None and budget.raw:
            meant = _meant(budget.raw, last, by_number, vocabulary)
            if meant is not None and meant is not read:
                _share(meant, read, new_group)


def _meant(
    raw: str, above: ReadRow | None, by_number: dict[str, ReadRow], vocabulary: Vocabulary
) -> ReadRow | None:
    """The row a budget cell points to."""
    if is_ditto(raw, vocabulary):
        return above
    words = alternatives(vocabulary.list_of("table", "refers"))
    if re.match(rf"\W*(?:{words})(?!\w)", raw, re.IGNORECASE) is None:
        return None
    if number := _NUMBER.search(raw):
        return by_number.get(number[1])
    over = alternatives(vocabulary.list_of("table", "above"))
    return above if re.search(rf"\b(?:{over})\b", raw, re.IGNORECASE) else None


def _share(meant: ReadRow, read: ReadRow, new_group: Callable[[], str]) -> None:
    whole = meant.row.budget
    if whole is None or whole.amount is None:
        return
    group = whole.cell_group or new_group()
    meant.row = _in_group(meant.row, group)
    reading = read.row.reading
    warned = replace(reading, warnings=(*reading.warnings, AMOUNT_ELSEWHERE))
    read.row = replace(_in_group(read.row, group), reading=warned)


def _in_group(row: Row, group: str) -> Row:
    budget = row.budget
    changed: Row = replace(row, budget=replace(budget, cell_group=group) if budget else None)
    return changed
