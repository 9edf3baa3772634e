"""Physical rows → rows of one measure each, with the values that belong to each of them.

Several measures can stand in one physical cell. Their values are paired: as many values as
measures, in order; as many lines as measures, line by line (an empty line is "nothing for
this one"); on a page, the value beside the measure's first line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import msgspec

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import Cell, CellLine, TableRow, passages_of
from tiltak.reading.structure.columns.column import Columns, TableColumn, cell_at
from tiltak.reading.structure.measures.lines_of_cells import BULLET, PARTIES, goes_on, parties_of
from tiltak.reading.structure.reasons import VALUES_UNPAIRED
from tiltak.reading.structure.rows.said_levels import SPANNING
from tiltak.reading.values.numbering import Numbered, read_number

_SHARED = ("responsible", "partners", "time", "start", "end")


@dataclass(slots=True)
class LogicalRow:
    """One measure of a table. `values`: column index → text. `shares` how many share its cell.
    `below` are the items of a list that stands below its text in the cell."""

    text: str
    number: str | None
    passages: tuple[Passage, ...]
    values: dict[int, str] = field(default_factory=dict)
    shares: int = 1
    below: tuple["Part", ...] = ()
    warnings: list[str] = field(default_factory=list)


class Part(msgspec.Struct, frozen=True):
    """One text of several in a cell: its lines, and where they begin in the row."""

    number: str | None
    text: str
    lines: tuple[CellLine, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return passages_of(self.lines)

    @property
    def position(self) -> int:
        return self.lines[0].position if self.lines else 0


def split_row(row: TableRow, columns: Columns, *, seen_lines: bool) -> list[LogicalRow]:
    """The measures of a physical row, none for a row without."""
    main = columns.of("measure")
    cell = cell_at(row, main)
    if main is None or cell is None or not cell.text:
        return []
    several = len(cell.lines) > 1
    others = _other_counts(row, columns, main, seen_lines=seen_lines) if several else set()
    first, *below = _with_list_below(cell, others)
    parts = [first] if below else _parts(cell, others)
    rows = [LogicalRow(p.text, p.number, p.passages, shares=len(parts)) for p in parts]
    if below:
        rows[0].below = tuple(below)
        rows[0].passages = cell.passages
    for column in columns.columns:
        if column.index == main.index:
            continue
        other = cell_at(row, column)
        if other is None or not other.lines or _is_given_before(other, column, columns):
            continue
        if column.role in SPANNING:  # said for all of them, however many lines it has
            for one in rows:
                one.passages += other.passages
            continue
        _give(rows, parts, column, other, seen_lines=seen_lines)
    return rows


def _is_given_before(cell: Cell, column: TableColumn, columns: Columns) -> bool:
    """Whether a cell over several shares of an amount is that of a column further to the left."""
    if column.role != "share" or cell.column == column.index:
        return False
    return any(cell.column <= one.index < column.index for one in columns.shares)


def items_of(cell: Cell, *, seen_lines: bool) -> list[Part]:
    """The goals of a cell: its marked lines, or its lines where they are no places on a page."""
    filled = [line for line in cell.lines if line.text]
    return _parts(cell, set() if seen_lines else {len(filled)}) if filled else []


def _other_counts(
    row: TableRow, columns: Columns, main: TableColumn, *, seen_lines: bool
) -> set[int]:
    """How many values the time and responsible cells hold, and how many numbers the row has.

    On a page a value is wrapped where its column is narrow: what goes on is no further one.
    """
    counts = set()
    for role in ("time", "responsible", "number"):
        column = columns.of(role)
        cell = cell_at(row, column)
        if cell is None or column is None or column.index == main.index:
            continue
        filled = [line for line in cell.lines if line.text]
        if filled or role != "number":
            wrapped = sum(map(goes_on, filled, filled[1:])) if seen_lines else 0
            counts.add(len(filled) - wrapped)
    return counts


def _parts(cell: Cell, others: set[int]) -> list[Part]:
    """The measures of a cell: its numbered lines, or its lines when the values are as many."""
    if len(cell.lines) == 1:
        return [_part(cell.lines, cell.text)]
    numbers = [read_number(line.text) for line in cell.lines]
    marked = [i for i, number in enumerate(numbers) if number is not None and number.closed]
    if not marked:
        marked = [i for i, line in enumerate(cell.lines) if BULLET.match(line.text)]
    if len(marked) < 2:
        filled = [line for line in cell.lines if line.text]
        if len(filled) > 1 and others == {len(filled)} and _all_begin(filled):
            return [_part([line], join_lines([line.text])) for line in filled]
        return [_part(cell.lines, cell.text)]
    # what stands above the first number belongs to the first
    bounds = [0, *marked[1:], len(cell.lines)]
    pieces = [cell.lines[begin:end] for begin, end in pairwise(bounds)]
    return [_part(lines, join_lines(line.text for line in lines)) for lines in pieces]


def _with_list_below(cell: Cell, others: set[int]) -> list[Part]:
    """A measure and the items of the list below it in its cell: "Rusta opp huset" above "• Heis"
    and "• Inngang". Where the row has a value for each item, each is a measure of its own."""
    marked = [i for i, line in enumerate(cell.lines) if BULLET.match(line.text)]
    begun = any(line.text for line in cell.lines[: marked[0]]) if marked else False
    if len(marked) < 2 or not begun or others & {len(marked), len(marked) + 1}:
        return [_part(cell.lines, cell.text)]
    bounds = [0, *marked, len(cell.lines)]
    pieces = [cell.lines[begin:end] for begin, end in pairwise(bounds)]
    return [_part(lines, join_lines(line.text for line in lines)) for lines in pieces]


def _all_begin(lines: Sequence[CellLine]) -> bool:
    """Whether every line is a text of its own, none a wrapped rest."""
    return all(line.text[0].isupper() for line in lines)


def _part(lines: Sequence[CellLine], joined: str) -> Part:
    text = BULLET.sub("", joined)
    number = read_number(text)
    if number is not None and (number.closed or _counts(number)):
        return Part(number.raw, number.rest, tuple(lines))
    return Part(None, text, tuple(lines))


def _counts(number: Numbered) -> bool:
    """ "1.2 Skipa til messe" is the second below 1; "1.5 km ny veg" is a length."""
    return number.kind == "decimal" and number.depth > 1 and number.rest[:1].isupper()


def _give(
    rows: list[LogicalRow], parts: list[Part], column: TableColumn, cell: Cell, *, seen_lines: bool
) -> None:
    """Give each measure of a row its share of a cell."""
    passages = cell.passages
    if len(rows) == 1:
        is_who = column.role in PARTIES
        said = parties_of(cell, seen_lines=seen_lines) if is_who else cell.text
        rows[0].values[column.index] = said
        rows[0].passages += passages
        return
    filled = [line for line in cell.lines if line.text]
    if column.role in _SHARED and (_is_one_value(filled) or _is_wrapped(filled, parts)):
        # who and when are said once for all measures of a cell; money is one sum, not several
        for row in rows:
            row.values[column.index] = cell.text
            row.passages += passages
        return
    for row, lines in zip(rows, pair_lines(cell.lines, parts, seen_lines=seen_lines), strict=True):
        if lines is None:
            row.warnings.append(VALUES_UNPAIRED)
        elif text := join_lines(line.text for line in lines):
            row.values[column.index] = text
            row.passages += passages_of(lines)


def _is_one_value(lines: Sequence[CellLine]) -> bool:
    """One line, or one that is wrapped: "Ordføraren," over "rådmannen"."""
    return bool(lines) and all(goes_on(above, below) for above, below in pairwise(lines))


def _is_wrapped(lines: Sequence[CellLine], parts: Sequence[Part]) -> bool:
    """Whether lines at the top of a cell are no value for each item beside it ("2014 og" over "2015"
    beside three measures): none was begun on purpose, and they are fewer, or one stands beside
    the middle of an item."""
    wrapped = [line.begun is False for line in lines[1:]]
    if not wrapped or not all(wrapped) or any(part.number is not None for part in parts):
        return False
    begins = {part.position for part in parts}
    return len(lines) < len(parts) or any(line.position not in begins for line in lines)


def pair_lines(
    lines: Sequence[CellLine], parts: Sequence[Part], *, seen_lines: bool
) -> list[list[CellLine] | None]:
    """The lines of a cell for each measure. None for all but the first where nothing pairs."""
    count = len(parts)
    filled = [line for line in lines if line.text]
    if not filled:
        return [[] for _ in parts]
    if len(filled) == count:
        return [[line] for line in filled]
    if seen_lines:
        return _beside(filled, parts)
    if len(lines) == count:
        return [[line] for line in lines]
    # fewer values than measures and no lines to go by: the first has it, the others are asked
    first: list[list[CellLine] | None] = [list(filled)]
    return first + [None] * (count - 1)


def _beside(filled: Sequence[CellLine], parts: Sequence[Part]) -> list[list[CellLine] | None]:
    """Each line to the last measure that begins at or above it."""
    given: list[list[CellLine] | None] = [[] for _ in parts]
    for line in filled:
        above = [i for i, part in enumerate(parts) if part.position <= line.position]
        target = given[above[-1] if above else 0]
        if target is not None:
            target.append(line)
    return given
