"""Cards of facts in a text: the name of each fact and its value behind it or below the names."""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.column_cells import TIMES
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_LEAST_FACTS = 3
_LONGEST_FACT = 160
_FACTS = (*TIMES, "budget", "responsible", "partners", "state", "funder")
# a name of one word, then its value: two words ("Ansvarlig etat") need a gap
_FACT = re.compile(r"\s*([A-ZÆØÅÄÖ]\w+|[A-ZÆØÅÄÖ]\w+ \w+(?=\s{2}))\s+(\S.*?)\s*$")


def fact_role(text: str, vocabulary: Vocabulary) -> str | None:
    """The role of the name a line begins with, where the name of a fact and its value follow."""
    match = _FACT.match(text) if len(text) <= _LONGEST_FACT else None
    role = vocabulary.column_role(match[1]) if match else None
    return role if role in _FACTS else None


def facts_beside(
    lines: Sequence[Line], index: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int] | None:
    """A card of facts with the value behind each name: "Status Grøn", "Frist    2026".

    With the index of the line after it; None where fewer than three facts stand together.
    """
    rows, roles = [], []
    at = index
    while at < len(lines) and (fact := _fact(lines[at], vocabulary)):
        role, name, value = fact
        if role in roles:
            break
        roles.append(role)
        rows.append(TableRow((Cell(0, (name,)), Cell(1, (value,)))))
        at += 1
    if len(rows) < _LEAST_FACTS:
        return None
    return TableBlock(tuple(rows), pieced=True), at


def _fact(line: Line, vocabulary: Vocabulary) -> tuple[str, CellLine, CellLine] | None:
    """The name of a fact at the start of a line and its value."""
    match = _FACT.match(line.text)
    role = fact_role(line.text, vocabulary)
    if match is None or role is None:
        return None
    name = CellLine(match[1], line.passage(*match.span(1)), 0)
    return role, name, CellLine(match[2], line.passage(*match.span(2)), 0)
