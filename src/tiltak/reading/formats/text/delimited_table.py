"""Tables with a sign between the cells: tabs, semicolons or bars, as saved from a spreadsheet."""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_RULE = re.compile(r"^[\s|:+=-]+$")
_SIGNS = "\t;|"
_LEAST_CELLS = 3


def read_delimited_table(
    lines: Sequence[Line], at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int] | None:
    """The table whose head is line `at`, and the index of the line after it."""
    text = lines[at].text
    for sign in _SIGNS:
        if text.count(sign) >= _LEAST_CELLS - 1 and _is_head(text, sign, vocabulary):
            return _read(lines, at, sign)
    return None


def _is_head(text: str, sign: str, vocabulary: Vocabulary) -> bool:
    names = [name.strip(' "') for name in text.strip(f" {sign}").split(sign)]
    roles = {vocabulary.head(name).role for name in names if 0 < len(name) <= 40}
    return "measure" in roles and len(roles - {None}) >= 2


def _read(lines: Sequence[Line], at: int, sign: str) -> tuple[TableBlock, int]:
    rows: list[TableRow] = []
    index = at
    while index < len(lines) and sign in lines[index].text:
        if not _RULE.match(lines[index].text):
            rows.append(_row(lines[index], sign))
        index += 1
    return TableBlock(tuple(rows)), index


def _row(line: Line, sign: str) -> TableRow:
    cells: list[Cell] = []
    begin = 0
    skip = 1 if sign == "|" and line.text.lstrip().startswith("|") else 0
    for column, piece in enumerate(line.text.split(sign)):
        text = piece.strip()
        if text:
            passage = line.passage(begin, begin + len(piece))
            cells.append(Cell(column - skip, (CellLine(text.strip('"'), passage, 0),)))
        begin += len(piece) + 1
    return TableRow(tuple(cells))
