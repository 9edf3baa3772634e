"""Tables whose head is one line of names and whose rows follow line after line (pdftotext -raw)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.cells_in_turn import block_of_rows
from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.formats.text.heads import HeadLine, read_head
from tiltak.reading.formats.text.joined_cells import Text
from tiltak.reading.formats.text.line_cells import NAMES
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.rows_by_line import rows_by_line
from tiltak.reading.vocabulary import Vocabulary

_VALUES = ("time", "start", "end", "budget")
_MOST_LINES = 2_000
_LEAST_NAMES = 3


@dataclass(slots=True)
class RowTables:
    """Tables by the index of their first line, and every line that is part of one.

    `doubtful` are the texts of rows that could be cut otherwise, and of tables nothing was made of.
    """

    tables: dict[int, TableBlock] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    doubtful: list[Passage] = field(default_factory=list)


def find_row_tables(lines: Sequence[Line], vocabulary: Vocabulary) -> RowTables:
    """All tables of a text that are written line after line under one line of heads."""
    found = RowTables()
    for index, line in enumerate(lines):
        head = read_head(line, vocabulary) if index not in found.used else None
        if head is None and _is_head_with_stranger(line.text, vocabulary):
            end = _end(lines, index + 1, vocabulary)
            found.doubtful += [one.passage() for one in lines[index:end]]
        if head is None or not _is_head(head):
            continue
        end = _end(lines, index + 1, vocabulary)
        rows, taken = rows_by_line(lines[index + 1 : end], head.roles, vocabulary)
        if not rows:
            found.doubtful += [one.passage() for one in lines[index:end]]
            continue
        doubtful = [
            passage
            for row in rows
            if row.is_doubtful or _spans(head)
            for text in row.cells.values()
            for _, passage in text.lines
        ]
        names = [Text(((cell.text, line.passage(cell.start, cell.end)),)) for cell in head.cells]
        block = block_of_rows(names, [dict(row.cells) for row in rows], head.roles)
        found.tables[index] = replace(block, pieced=bool(doubtful))
        found.used |= set(range(index, index + 1 + taken))
        found.doubtful += doubtful
    return found


def _is_head(head: HeadLine) -> bool:
    """Whether names stand before a value: where they begin is then told by no form."""
    roles = head.roles
    if head.spaced or "measure" not in roles:
        return False
    values = [column for column, role in enumerate(roles) if role in _VALUES]
    return bool(values) and any(role in NAMES for role in roles[: values[-1]])


def _is_head_with_stranger(text: str, vocabulary: Vocabulary) -> bool:
    """Names of columns with one among them that is no known word: not read, but not passed over."""
    words = text.split()
    if "  " in text.strip() or not all(word[0].isupper() for word in words):
        return False
    roles = [vocabulary.column_role(word) for word in words]
    known = {role for role in roles if role}
    return (
        len(known) >= _LEAST_NAMES
        and len(words) == len(known) + 1
        and "measure" in known
        and bool(known & {*_VALUES, *NAMES})
    )


def _spans(head: HeadLine) -> bool:
    """Whether a column's cells may reach over rows: their lines stand anywhere between."""
    return any(role in SPANNING for role in head.roles)


def _end(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> int:
    """The line a table ends before at the latest: a blank one, a level, a fact, the next head."""
    for index in range(at, min(at + _MOST_LINES, len(lines))):
        text = lines[index].text.strip()
        if not text or vocabulary.attribute(text) or read_head(lines[index], vocabulary):
            return index
        label = vocabulary.label(text) if text[0].isupper() else None
        if label is not None and (label.number or ":" in text or label.rest is None):
            return index
    return min(at + _MOST_LINES, len(lines))
