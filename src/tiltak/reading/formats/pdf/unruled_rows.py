"""Tables with rules between columns only: the rows of their one tall box are told by white space."""

from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import TableRow
from tiltak.reading.formats.text.entries import Entry, Roles
from tiltak.reading.formats.text.entry_rows import rows_of
from tiltak.reading.formats.text.row_starts import mark_rows
from tiltak.reading.structure.columns.by_heads import head_columns
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

_LEAST_ROWS = 3
_LEAST_PARTED = 4
_ROW_GAP = 1.15


def divided(
    rows: Sequence[TableRow], heights: Sequence[float], vocabulary: Vocabulary
) -> list[TableRow]:
    """A head and one body row as head and rows; as they are when the row is one.

    `heights` are where the lines of the body row stand, by their positions. Numbered measures in a
    cell are divided later, by their numbers.
    """
    head, body = rows
    roles = _roles(head, vocabulary)
    if not roles or len(heights) < _LEAST_ROWS:
        return [head, body]
    entries = _entries(body, len(heights))
    main = roles.index("measure")
    numbers = [read_number(entry.text(main)) for entry in entries]
    if sum(1 for number in numbers if number is not None and number.closed) > 1:
        return [head, body]
    near = min(below - above for above, below in pairwise(heights))
    if not _mark_by_gaps(entries, heights, near):
        mark_rows(entries, roles, vocabulary)
    found = rows_of(entries, roles, vocabulary)
    whole = all(row.cell(main) is not None and len(row.cells) > 1 for row in found)
    return [head, *found] if len(found) >= _LEAST_ROWS and whole else [head, body]


def divided_below_titles(
    rows: Sequence[TableRow], heights: Sequence[Sequence[float]], vocabulary: Vocabulary
) -> list[TableRow]:
    """A table with rules between columns only, in which shaded titles over all columns part the rows
    of areas: below each title one box holds them all. As it is where two boxes follow one another,
    for then the rules tell rows. `heights` are those of the lines of each row."""
    head, body = rows[0], rows[1:]
    titles = [len(row.filled) == 1 and row.filled[0].column == 0 for row in body]
    roles = _roles(head, vocabulary)
    parted = all(one or other for one, other in pairwise(titles))
    if not roles or not parted or len(body) < _LEAST_PARTED or not titles[0]:
        return list(rows)
    near = min((b - a for at in heights[1:] for a, b in pairwise(at)), default=0.0)
    found = [head]
    for row, at, is_title in zip(body, heights[1:], titles, strict=True):
        found += [row] if is_title else _divided_by_gaps(row, at, near, roles, vocabulary)
    return found


def _divided_by_gaps(
    row: TableRow, heights: Sequence[float], near: float, roles: Roles, vocabulary: Vocabulary
) -> list[TableRow]:
    """The rows of a box that white space sets apart, each with a measure and more."""
    entries = _entries(row, len(heights))
    if not _mark_by_gaps(entries, heights, near):
        return [row]
    found = rows_of(entries, roles, vocabulary)
    main = roles.index("measure")
    whole = all(one.cell(main) is not None and len(one.cells) > 1 for one in found)
    return found if whole else [row]


def _roles(head: TableRow, vocabulary: Vocabulary) -> Roles:
    """The roles of a head's columns; none where they are not those of measures."""
    roles = tuple(column.role for column in head_columns(head, vocabulary))
    return roles if "measure" in roles and len(set(roles) - {None}) > 1 else ()


def _entries(row: TableRow, count: int) -> list[Entry]:
    """The lines of a row, one for each height."""
    entries = [Entry({}) for _ in range(count)]
    for cell in row.cells:
        for line in cell.lines:
            if line.passage is not None and line.text:
                entries[line.position].cells[cell.column] = (line.text, line.passage)
    return entries


def _mark_by_gaps(entries: Sequence[Entry], heights: Sequence[float], near: float) -> bool:
    """Rows set apart by more white space than their lines have, which are `near` one another; False
    where all is even."""
    steps = [below - above for above, below in pairwise(heights)]
    if not any(step > _ROW_GAP * near for step in steps):
        return False
    for entry, step in zip(entries[1:], steps, strict=True):
        entry.starts_row = step > _ROW_GAP * near
    entries[0].starts_row = True
    return True
