"""Cards set with spaces: "Ansvarlig        NAV", one fact on a line or two side by side.

A line belongs to a card when its first piece names a fact and a value stands far to the right of
it. Lines below a value, under where it begins, go on with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.heads import read_head, runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_SAME_PLACE = 2
_PIECES = (2, 4)
_LEAST_FACTS = 2


@dataclass(slots=True)
class _Row:
    """A line of facts: column → where it begins, and the lines of its cell."""

    begins: list[int]
    cells: list[list[CellLine]] = field(default_factory=list)

    def block(self) -> TableRow:
        return TableRow(tuple(Cell(i, tuple(lines)) for i, lines in enumerate(self.cells)))


def read_layout_card(
    lines: Sequence[Line], at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int] | None:
    """The card that begins at a line and the index of the line after it, None without one."""
    if not _is_fact(lines[at], vocabulary) or read_head(lines[at], vocabulary) is not None:
        return None
    rows: list[_Row] = []
    end = index = at
    for index in range(at, len(lines)):
        line = lines[index]
        if not line.text.strip():
            if index > end + 1:
                break
            continue
        if rows and _kind(line) == _kind(lines[at]):
            break  # the next card
        if _is_fact(line, vocabulary) and (not rows or _is_beside(rows[0], line)):
            rows.append(_row(line))
        elif not rows or index > end or not _goes_on(rows[-1], line):
            break
        end = index + 1
    known = sum(len(row.begins) // 2 for row in rows)
    if known < _LEAST_FACTS:
        return None
    return TableBlock(tuple(row.block() for row in rows)), end


def _is_fact(line: Line, vocabulary: Vocabulary) -> bool:
    pieces = runs(line.text)
    if len(pieces) not in _PIECES:
        return False
    names = [line.text[slice(*piece)] for piece in pieces[::2]]
    return all(_is_name(name, vocabulary) for name in names)


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    role = vocabulary.column_role(text.rstrip(":"))
    if role is not None:
        return role in (*FACT_ROLES, "measure", "sub_goal", "strategy", "number", "note")
    label = vocabulary.label(text) if text[:1].isupper() else None
    return label is not None and label.level == "measure" and bool(label.number) and not label.rest


def _kind(line: Line) -> str:
    """The first name of a line, its number left out: "Tiltak 1.2" → "Tiltak"."""
    pieces = runs(line.text)
    return line.text[slice(*pieces[0])].rstrip(" :.0123456789") if pieces else ""


def _is_beside(first: _Row, line: Line) -> bool:
    """The values of all lines of a card begin at one place."""
    return abs(runs(line.text)[1][0] - first.begins[1]) <= _SAME_PLACE


def _row(line: Line) -> _Row:
    pieces = runs(line.text)
    cells = [[CellLine(line.text[b:e], line.passage(b, e), 0)] for b, e in pieces]
    return _Row([begin for begin, _ in pieces], cells)


def _goes_on(row: _Row, line: Line) -> bool:
    """Take a line whose pieces all stand under values of the row; False when one does not."""
    found = []
    for begin, end in runs(line.text):
        under = [c for c, at in enumerate(row.begins) if c % 2 and abs(at - begin) <= _SAME_PLACE]
        if not under:
            return False
        found.append((under[0], begin, end))
    for column, begin, end in found:
        cell = row.cells[column]
        cell.append(CellLine(line.text[begin:end], line.passage(begin, end), len(cell)))
    return bool(found)
