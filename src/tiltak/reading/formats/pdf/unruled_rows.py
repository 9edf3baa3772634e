"""Tables with rules between columns only: the rows of their one tall box are told by white space."""

from collections.abc import Sequence
from itertools import pairwise

from tiltak.reading.blocks import TableRow
from tiltak.reading.formats.text.entries import Entry
from tiltak.reading.formats.text.entry_rows import rows_of
from tiltak.reading.formats.text.row_starts import mark_rows
from tiltak.reading.structure.columns.by_heads import head_columns
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

_LEAST_ROWS = 3
_ROW_GAP = 1.15


def divided(
    rows: Sequence[TableRow], heights: Sequence[float], vocabulary: Vocabulary
) -> list[TableRow]:
    """A head and one body row as head and rows; as they are when the row is one.

    `heights` are where the lines of the body row stand, by their positions. Numbered measures in a
    cell are divided later, by their numbers.
    """
    head, body = rows
    roles = tuple(column.role for column in head_columns(head, vocabulary))
    if "measure" not in roles or len(set(roles) - {None}) < 2 or len(heights) < _LEAST_ROWS:
        return [head, body]
    entries = _entries(body, len(heights))
    main = roles.index("measure")
    numbers = [read_number(entry.text(main)) for entry in entries]
    if sum(1 for number in numbers if number is not None and number.closed) > 1:
        return [head, body]
    if not _mark_by_gaps(entries, heights):
        mark_rows(entries, roles, vocabulary)
    found = rows_of(entries, roles, vocabulary)
    whole = all(row.cell(main) is not None and len(row.cells) > 1 for row in found)
    return [head, *found] if len(found) >= _LEAST_ROWS and whole else [head, body]


def _entries(row: TableRow, count: int) -> list[Entry]:
    """The lines of a row, one for each height."""
    entries = [Entry({}) for _ in range(count)]
    for cell in row.cells:
        for line in cell.lines:
            if line.passage is not None and line.text:
                entries[line.position].cells[cell.column] = (line.text, line.passage)
    return entries


def _mark_by_gaps(entries: Sequence[Entry], heights: Sequence[float]) -> bool:
    """Rows set apart by more white space than their lines have; False where all is even."""
    steps = [below - above for above, below in pairwise(heights)]
    near = min(steps)
    if not any(step > _ROW_GAP * near for step in steps):
        return False
    for entry, step in zip(entries[1:], steps, strict=True):
        entry.starts_row = step > _ROW_GAP * near
    entries[0].starts_row = True
    return True
