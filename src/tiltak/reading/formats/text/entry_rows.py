"""Lines whose first ones are known to begin rows → rows with cells, also such as reach over rows."""

from collections.abc import Mapping, Sequence

from tiltak.reading.blocks import Cell, CellLine, TableRow
from tiltak.reading.formats.text.entries import SPANNING, Entry, Roles
from tiltak.reading.formats.text.row_starts import had_room, is_open, is_sum
from tiltak.reading.vocabulary import Vocabulary

# first row, lines, number of rows
Span = tuple[int, list[CellLine], int]


def rows_of(
    entries: Sequence[Entry],
    roles: Roles,
    vocabulary: Vocabulary,
    known: Mapping[int, Sequence[Span]] | None = None,
) -> list[TableRow]:
    """The rows of lines whose first ones are known. `known` are the cells of columns where it is known
    already which rows each reaches over."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if entry.starts_row:
            groups.append([])
        groups[-1].append(entry)
    cells: list[list[Cell]] = [[] for _ in groups]
    for column, role in enumerate(roles):
        found = (known or {}).get(column) or _column_cells(groups, column, role, vocabulary)
        for row, lines, size in found:
            if lines and not groups[row][0].is_group:
                cells[row].append(Cell(column, tuple(lines), row_span=size))
    for row, group in enumerate(groups):
        if group[0].is_group:
            cells[row].append(Cell(0, tuple(_cell(group, 0)), column_span=len(roles)))
    return [TableRow(tuple(row)) for row in cells if row]


def _column_cells(
    groups: list[list[Entry]], column: int, role: str | None, vocabulary: Vocabulary
) -> list[Span]:
    """The cells of a column: (first row, lines, number of rows)."""
    if any(_is_open_above(group, column) for group in groups):
        return _cells_between_rules(groups, column)
    if role in SPANNING:
        return _spanning_cells(groups, column, vocabulary)
    return [(row, _cell(group, column), 1) for row, group in enumerate(groups)]


def _is_open_above(group: list[Entry], column: int) -> bool:
    """Whether no rule parts a column's cell from the one above, though rules part the rows."""
    return group[0].ruled is not None and column not in group[0].ruled


def _cells_between_rules(groups: list[list[Entry]], column: int) -> list[Span]:
    """Cells of a column whose rules leave some out: those are merged with the cell above."""
    found: list[Span] = []
    for row, group in enumerate(groups):
        lines = _cell(group, column)
        if found and _is_open_above(group, column):
            first, above, size = found[-1]
            found[-1] = (first, above + lines, size + 1)
        else:
            found.append((row, lines, 1))
    return found


def _cell(group: list[Entry], column: int) -> list[CellLine]:
    return [
        CellLine(*entry.cells[column], position)
        for position, entry in enumerate(group)
        if column in entry.cells
    ]


def _spanning_cells(groups: list[list[Entry]], column: int, vocabulary: Vocabulary) -> list[Span]:
    """Cells of a column that reach over rows: (first row, lines, number of rows)."""
    found: list[Span] = []
    width = max((len(entry.text(column)) for group in groups for entry in group), default=0)
    for row, group in enumerate(groups):
        for position, entry in enumerate(group):
            text = entry.text(column)
            if not text:
                continue
            line = CellLine(*entry.cells[column], position)
            last = found[-1][1][-1].text if found else ""
            if is_sum(entry, vocabulary):
                found.append((row, [line], 1))
                continue
            parted = position == 0 and entry.ruled is not None and column in entry.ruled
            goes_on = (
                found
                and not parted
                and (
                    position > 0
                    or text[0].islower()
                    or (is_open(last, vocabulary) and not had_room(last, text, width))
                )
            )
            if goes_on:
                found[-1][1].append(line)
            else:
                found.append((row, [line], 1))
    ends = [row for row, _, _ in found[1:]] + [len(groups)]
    return [
        (row, lines, max(1, end - row)) for (row, lines, _), end in zip(found, ends, strict=False)
    ]
