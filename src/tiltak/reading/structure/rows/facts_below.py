"""Rows that say more about the measure above them: "Status: Søknaden er send" over the whole width.

Habit read: each measure has two rows, one with its cells and one below it with a remark, the
state, or who is responsible, since that is too long for a column. A table that begins with such a
row says it of the rows below instead.
"""

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from tiltak.planfile.model import Budget, Parties, Row, Time
from tiltak.reading.blocks import TableRow
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.vocabulary import Fact, Vocabulary

_REMARK = re.compile(r"(?P<label>[^\W\d][^:.]{1,39}):\s+(?P<said>\S.*)", re.DOTALL)
_ROLES_OF_REMARKS = ("state", "note")


def rows_of_facts(body: Sequence[TableRow], vocabulary: Vocabulary) -> frozenset[int]:
    """The ids of the rows of a table's body that say something of the measure above."""
    of_facts = [row for row in body if facts_of(row, vocabulary)]
    if not of_facts or (of_facts[0] is body[0] and len(of_facts) < len(body)):
        return frozenset()
    return frozenset(id(row) for row in of_facts)


def facts_of(row: TableRow, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """What the only text of a row says, by role; nothing for other rows."""
    if len(row.filled) != 1:
        return ()
    text = row.filled[0].text
    facts = vocabulary.facts(text)
    if facts and facts[0].start == 0:
        return facts
    remark = _REMARK.match(text)
    role = vocabulary.head(remark["label"]).role if remark else None
    if remark is None or role not in _ROLES_OF_REMARKS:
        return ()
    return (Fact(role, remark["said"], 0),)


def with_facts_below(row: Row, below: TableRow, facts: FactReader) -> Row:
    """The row with what stands below it, where its own cells say nothing of that."""
    warnings: list[str] = []
    for fact in facts_of(below, facts.vocabulary):
        row, found = _with_fact(row, fact, below, facts)
        warnings += found
    reading = replace(
        row.reading,
        passages=(*row.reading.passages, *below.passages),
        warnings=tuple(dict.fromkeys([*row.reading.warnings, *warnings])),
    )
    return replace(row, reading=reading)


def _with_fact(
    row: Row, fact: Fact, below: TableRow, facts: FactReader
) -> tuple[Row, Sequence[str]]:
    """The row with one more value, and what a person should look at in it."""
    values, warnings = _values(fact, below, facts)
    if "extra" in values:
        values["extra"] = row.extra | values["extra"]
    elif any(_is_filled(getattr(row, name)) for name in values):
        return row, ()
    changed: Row = replace(row, **values)
    return changed, warnings


def _is_filled(value: Parties | Time | Budget | Sequence[Budget] | str | None) -> bool:
    match value:
        case Budget():  # the years' own columns have no text of their own
            return bool(value.raw) or value.amount is not None
        case Parties() | Time():
            return bool(value.raw)
    return bool(value)


def _values(fact: Fact, below: TableRow, facts: FactReader) -> tuple[dict[str, Any], Sequence[str]]:
    """The fields of a row that a fact fills, with what a person should look at."""
    match fact.role:
        case "responsible" | "partners":
            parties, warnings = facts.parties(fact.value)
            return {fact.role: parties}, warnings
        case "time" | "end" | "start":
            time, warnings = facts.time(fact.value)
            return {"time": time}, warnings
        case "budget" | "funder":
            (budget, *more), warnings = facts.budgets(fact.value)
            return {"budget": budget, "more_budgets": tuple(more)}, warnings
        case "state":
            return {"state": fact.value}, ()
    return {"extra": {below.filled[0].text.partition(":")[0]: fact.value}}, ()
