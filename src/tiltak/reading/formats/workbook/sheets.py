"""What workbooks have in common: sheets of filled cells → texts and tables."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import msgspec

from tiltak.planfile.marking import gettext_noop, with_values
from tiltak.planfile.model import Passage
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.formats.text_buffer import TextBuffer, cell_name
from tiltak.reading.formats.unseen import without_unseen
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

HIDDEN_SHEET = gettext_noop("Skjult ark")
HIDDEN_ROW = gettext_noop("Skjult rad")
HIDDEN_COLUMN = gettext_noop("Skjult kolonne")
COVERED_CELL = gettext_noop("Skjult under ei samanslått celle")
FAR_AWAY = gettext_noop("Langt utanfor tabellen")
BOX = gettext_noop("Tekstboks på arket")
NOT_COMPUTED = gettext_noop(
    "Formlane i nokre celler er ikkje rekna ut, så cellene er lesne som tomme. Opne fila i reknearket, lagre henne og last henne opp på nytt. Cellene er:"
)
_MOST_NAMED = 10

Value = object


class FilledRow(msgspec.Struct, frozen=True):
    """A row with text: its number in the sheet and the cells that are not empty, from 0."""

    number: int
    cells: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its rows that hold text, in order.

    `merged` has for the first cell (row, column) of each merged range the rows and columns it
    covers. What is hidden or covered is text nobody sees; what is covered may be told while the rows
    are gone through. `boxes` are the texts that lie on the sheet, `not_computed` names cells whose
    formulas have no value.
    """

    name: str
    rows: Iterable[FilledRow]
    visible: bool = True
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: AbstractSet[int] = frozenset()
    hidden_columns: AbstractSet[int] = frozenset()
    covered: AbstractSet[tuple[int, int]] = frozenset()
    boxes: Sequence[str] = ()
    not_computed: Sequence[str] = ()


class SheetReader:
    """Takes sheets one after the other and gives the blocks of all."""

    def __init__(self, limits: Limits, vocabulary: Vocabulary) -> None:
        self._limits = limits
        self._vocabulary = vocabulary
        self._buffer = TextBuffer()
        self._blocks: list[Block] = []
        self._aside: list[tuple[Passage, str]] = []
        self._not_computed: list[str] = []
        self._rows = 0
        self._cells = 0

    def document(self, media_type: str) -> BlockDocument:
        """Everything read so far."""
        named = self._not_computed[:_MOST_NAMED]
        return BlockDocument(
            self._buffer.text(),
            media_type,
            tuple(self._blocks),
            tuple(self._aside),
            warnings=(with_values(NOT_COMPUTED, named),) if named else (),
        )

    def read(self, sheet: Sheet) -> None:
        """Take a sheet. Raises UnreadableDocument: more rows or cells than the limits."""
        rows = self._seen_rows(sheet)
        table: list[TableRow] = []
        for part in _stretches(rows, sheet.hidden_rows):
            table = self._read_stretch(part, sheet, table)
        self._end_table(table, sheet)
        for text in map(shown, sheet.boxes):
            if text:
                self._aside.append((self._buffer.add(text, sheet=sheet.name), BOX))
        if sheet.visible:
            self._not_computed += (f"{sheet.name}!{name}" for name in sheet.not_computed)

    def _seen_rows(self, sheet: Sheet) -> list[FilledRow]:
        """The rows a person sees. What is hidden is kept aside."""
        found = []
        above_table = True
        for row in sheet.rows:
            self._count(row)
            if self._is_seen_whole(sheet, row):
                found.append(row)
                continue
            seen = []
            for column, text in row.cells:
                reason = self._reason_aside(sheet, row.number, column)
                if reason == HIDDEN_COLUMN and above_table and _is_line(row):
                    reason = None
                if reason is None:
                    seen.append((column, text))
                else:
                    self._aside.append((self._place(text, sheet, row, column), reason))
            if seen:
                found.append(FilledRow(row.number, tuple(seen)))
            above_table = above_table and len(seen) <= 1
        return found

    def _is_seen_whole(self, sheet: Sheet, row: FilledRow) -> bool:
        """Whether a person sees all cells of a row: so of nearly all rows, said without asking of
        each cell."""
        if not sheet.visible or sheet.hidden_columns or sheet.covered:
            return False
        last, _ = row.cells[-1]
        return row.number not in sheet.hidden_rows and last < self._limits.sheet_columns

    def _count(self, row: FilledRow) -> None:
        self._rows += 1
        self._cells += len(row.cells)
        if self._rows > self._limits.sheet_rows or self._cells > self._limits.sheet_cells:
            detail = f"{self._rows} rows, {self._cells} cells"
            raise UnreadableDocument(Problem.TOO_LARGE, detail)

    def _reason_aside(self, sheet: Sheet, row: int, column: int) -> str | None:
        if not sheet.visible:
            return HIDDEN_SHEET
        if row in sheet.hidden_rows or column in sheet.hidden_columns:
            # a merged cell is seen as long as one of its rows and one of its columns is
            down, across = sheet.merged.get((row, column), (1, 1))
            if all(hidden in sheet.hidden_rows for hidden in range(row, row + down)):
                return HIDDEN_ROW
            if all(hidden in sheet.hidden_columns for hidden in range(column, column + across)):
                return HIDDEN_COLUMN
        if (row, column) in sheet.covered:
            return COVERED_CELL
        return FAR_AWAY if column >= self._limits.sheet_columns else None

    def _read_stretch(
        self, rows: Sequence[FilledRow], sheet: Sheet, table: list[TableRow]
    ) -> list[TableRow]:
        """Rows without an empty one between: texts above, then a table or the rest of one.

        `table` holds the rows of the table that may go on; the answer those of the one that may.
        """
        head = self._head(rows)
        if head is None and table and any(len(row.cells) > 1 for row in rows):
            table += (self._table_row(row, sheet) for row in rows)
            return table
        self._end_table(table, sheet)
        start = head if head is not None else self._first_wide(rows)
        for row in rows[:start]:
            self._add_text(row, sheet)
        return [self._table_row(row, sheet) for row in rows[start:]]

    def _end_table(self, table: list[TableRow], sheet: Sheet) -> None:
        if table:
            self._blocks.append(TableBlock(tuple(table), title=sheet.name))

    def _head(self, rows: Sequence[FilledRow]) -> int | None:
        """The row that names at least two columns we know."""
        for index, row in enumerate(rows):
            roles = {self._vocabulary.head(text).role for _, text in row.cells if len(text) <= 40}
            if len(row.cells) > 1 and len(roles - {None}) >= 2:
                return index
        return None

    def _first_wide(self, rows: Sequence[FilledRow]) -> int:
        """Where a table without known heads begins: at the first row of three cells or more.

        Pairs of a name and a value are texts.
        """
        wide = (index for index, row in enumerate(rows) if len(row.cells) > 2)
        return next(wide, len(rows))

    def _add_text(self, row: FilledRow, sheet: Sheet) -> None:
        passages = tuple(self._place(text, sheet, row, column) for column, text in row.cells)
        text = ": ".join(" ".join(text.split()).rstrip(":") for _, text in row.cells)
        self._blocks.append(TextBlock(text, passages, gap=1))

    def _table_row(self, row: FilledRow, sheet: Sheet) -> TableRow:
        cells = []
        merged = sheet.merged
        for column, text in row.cells:
            down, across = merged.get((row.number, column), (1, 1)) if merged else (1, 1)
            lines = _lines(text, self._place(text, sheet, row, column))
            cells.append(Cell(column, lines, down, across))
        return TableRow(tuple(cells))

    def _place(self, text: str, sheet: Sheet, row: FilledRow, column: int) -> Passage:
        return self._buffer.add(text, sheet=sheet.name, cell=cell_name(row.number, column))


def _is_line(row: FilledRow) -> bool:
    """Whether a row is a text alone, of several words. Above a table that is the title, or who
    decided: it stood in the first column before that one, of ids, was hidden, and was not meant."""
    return len(row.cells) == 1 and len(row.cells[0][1].split()) > 1


def _lines(text: str, passage: Passage) -> tuple[CellLine, ...]:
    """A cell's text by its line breaks. Each line has its own part of the cell's passage."""
    if "\n" not in text:
        return (CellLine(" ".join(text.split()), passage, 0),)
    found = []
    at = passage.start
    for position, line in enumerate(text.strip().split("\n")):
        start = at + len(line) - len(line.lstrip())
        place = Passage(
            start=start, end=start + len(line.strip()), sheet=passage.sheet, cell=passage.cell
        )
        filled = bool(line.strip())
        found.append(CellLine(" ".join(line.split()), place if filled else None, position))
        at += len(line) + 1
    return tuple(found)


def _stretches(rows: Sequence[FilledRow], hidden: AbstractSet[int]) -> Iterator[list[FilledRow]]:
    """Rows in stretches without an empty row to be seen between."""
    part: list[FilledRow] = []
    for row in rows:
        if part and any(between not in hidden for between in _between(part[-1], row)):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _between(above: FilledRow, below: FilledRow) -> range:
    return range(above.number + 1, below.number)


def shown(value: Value) -> str:
    """A cell's value as text: whole numbers without decimals, dates as ISO, empty as ""."""
    if isinstance(value, str):  # first, as most are
        value = without_unseen(value)
        return value.replace("\r\n", "\n").replace("\r", "\n") if value.strip() else ""
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return shown(str(value))
