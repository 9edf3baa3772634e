"""The meetings a case goes through: "Saksnr. | Utval | Møtedato" and a row for each meeting.

Case papers have it at their top. The last meeting is that of the body that decides.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiltak.reading.blocks import Block, TableBlock, TableRow
from tiltak.reading.values.dates import find_dates
from tiltak.reading.vocabulary import Vocabulary

_NEEDED = frozenset(("body", "date"))
_LONGEST_NAME = 80
# of the rows of a case paper's table about itself; a plan's own may have thousands
_HEAD_WITHIN = 14


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who meets, when, and the number the case has there."""

    body: str
    date: dt.date
    case_number: str | None


def last_meeting(blocks: Sequence[Block], vocabulary: Vocabulary) -> Meeting | None:
    """The last meeting of the first such table; None without one."""
    for block in blocks:
        if isinstance(block, TableBlock) and (meetings := list(_meetings(block, vocabulary))):
            return max(meetings, key=lambda meeting: meeting.date)
    return None


def _meetings(table: TableBlock, vocabulary: Vocabulary) -> Iterator[Meeting]:
    columns: dict[str, int] = {}
    for at, row in enumerate(table.rows):
        if not columns.keys() >= _NEEDED:
            if at == _HEAD_WITHIN:
                return
            columns = _heads(row, vocabulary)
            continue
        body = _text(row, columns["body"])
        dates = find_dates(_text(row, columns["date"]), vocabulary)
        if body and dates and len(body) <= _LONGEST_NAME:
            case = _text(row, columns["case"]) if "case" in columns else ""
            yield Meeting(body, dates[0], case or None)


def _heads(row: TableRow, vocabulary: Vocabulary) -> dict[str, int]:
    """What a row names as heads: part → column."""
    return {
        part: cell.column
        for cell in row.cells
        for part in ("body", "date", "case")
        if cell.text.casefold().strip(" .:") in vocabulary.list_of("meeting", part)
    }


def _text(row: TableRow, column: int) -> str:
    cell = row.cell(column)
    return cell.text.strip() if cell is not None else ""
