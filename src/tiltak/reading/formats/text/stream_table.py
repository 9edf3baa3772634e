"""Tables written out cell after cell (pdftotext without -layout, text copied from Word).

The head is one line of column names. After it, cells follow in reading order: blank lines
between cells, lines of white space for empty lines inside a cell, or several short cells on one
line. Some programs leave no blank line at all. What a cell is, its kind says: a time, an amount, a
number before a measure.
"""

import re
from collections.abc import Sequence

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.heads import HeadLine, read_head
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.stream_row import RowInProgress
from tiltak.reading.formats.text.stream_values import NOTHING, Values
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.sums import names_sum
from tiltak.reading.vocabulary import Vocabulary

_AREA_FIRST = re.compile(r"^(\D{2,60}?)\s+(?=\(?[1a]\)\s)")
# so many lines without a blank one: the program leaves none
_MOST_COMPACT = 12


class _StreamReader:
    """Reads the lines after a head into physical rows."""

    def __init__(self, head: HeadLine, vocabulary: Vocabulary, *, compact: bool) -> None:
        self._compact = compact
        self._roles = head.roles
        self._main = head.roles.index("measure")
        self._values = Values.from_words(vocabulary)
        self._vocabulary = vocabulary
        self.rows: list[TableRow] = []
        self._row = RowInProgress()
        self._column = 0
        self._separated = True
        self._empties = 0
        self._blank = 0

    def feed(self, line: Line) -> bool:
        """Take a line; False when it is no part of the table."""
        text = line.text.strip()
        if not text:
            self._take_blank(line.text)
            return True
        if self._ends_table(text) or read_head(line, self._vocabulary):
            return False
        if names_sum(text, self._vocabulary) and self._is_complete():
            self._take_sum(line)
        else:
            self._take(line, text)
        self._separated = False
        self._blank = 0
        return True

    def finish(self) -> None:
        """Close the row in progress."""
        row = self._row
        if self._main not in row.lines and row.texts:
            self._place_texts()
        if row.lines:
            cells = [Cell(column, tuple(lines)) for column, lines in sorted(row.lines.items())]
            self.rows.append(TableRow(tuple(cells)))
        self._row = RowInProgress()
        self._column = 0
        self._empties = 0

    def _take_sum(self, line: Line) -> None:
        """A line that adds up the rows above is a row of its own."""
        self.finish()
        self._row.add(self._main, line.text.strip(), line.passage())
        self.finish()

    def _take_blank(self, raw: str) -> None:
        """White space alone is an empty line of a cell, or as wide as an empty row is one.

        Where a program took the spaces at line ends away, one blank line parts cells of a row
        with several measures and further ones are empty lines of the next cell.
        """
        self._blank += 1
        if len(raw) >= len(self._roles):
            self._separated, self._empties = True, 0  # an empty row
        elif raw and self._row.has_values:
            if self._separated:
                self._empties += 1
            else:
                self._row.add(self._column, "", None)
        elif not raw:
            if self._blank > 1 and self._row.has_values and self._row.numbered > 1:
                self._empties += 1
            self._separated = True

    def _ends_table(self, text: str) -> bool:
        if not self._separated or not self._is_complete():
            return False
        number = read_number(text)
        if number and number.kind == "decimal" and not number.closed and number.rest[:1].isupper():
            return self._values.trailing(text) is None
        return number is not None and number.kind in ("chapter", "appendix")

    def _is_complete(self) -> bool:
        return self._row.has_values or not self._row.lines

    def _take(self, line: Line, text: str) -> None:
        begin = line.text.index(text)
        area = _AREA_FIRST.match(text) if self._main > 0 else None
        if area and self._is_complete():
            self.finish()
            self._row.add(self._main - 1, area[1], line.passage(begin, begin + area.end(1)))
            begin, text = begin + area.end(), text[area.end() :]
        number = read_number(text)
        if number and number.closed:
            if self._row.has_values:
                self.finish()
            self._place_area()
            self._row.numbered += 1
            self._take_measure(line, begin, text)
        elif self._takes_values(line, begin, text):
            return
        elif self._row.has_values:
            self._take_after_values(line, begin, text)
        elif self._row.numbered:
            self._take_measure(line, begin, text)
        else:
            self._take_loose(line, begin, text)

    def _take_measure(self, line: Line, begin: int, text: str) -> None:
        split = self._values.trailing(text)
        head = text[:split].rstrip() if split is not None else text
        self._row.add(self._main, head, line.passage(begin, begin + len(head)))
        self._column = self._main
        if split is not None:
            self._takes_values(line, begin + split, text[split:])

    def _takes_values(self, line: Line, begin: int, text: str) -> bool:
        """Take a line that begins with a value: time, then amount, then who."""
        taken = False
        for role, pattern in (("time", self._values.time), ("budget", self._values.amount)):
            match = pattern.match(text)
            if match is None and (taken or len(text) == 1):
                match = NOTHING.match(text)
            if match is None or role not in self._roles:
                continue
            self._add_value(
                self._roles.index(role), match[0], line.passage(begin, begin + match.end())
            )
            rest = text[match.end() :].lstrip()
            begin, text, taken = begin + len(text) - len(rest), rest, True
        if taken and text:
            self._add_text_value(line, begin, text)
        return taken

    def _add_value(self, column: int, text: str, passage: Passage) -> None:
        row = self._row
        if not row.has_values:
            self._place_texts()
        row.has_values = True
        for _ in range(self._empties):
            row.add(column, "", None)
        self._empties = 0
        row.add(column, text, passage)
        self._column = column

    def _add_text_value(self, line: Line, begin: int, text: str) -> None:
        column = self._text_column()
        self._empties = 0
        self._add_value(column, text, line.passage(begin, begin + len(text)))

    def _text_column(self) -> int:
        """The text column (who, partners, state) that comes next in this row."""
        wanted = max(1, self._row.numbered)
        columns = [
            c
            for c, role in enumerate(self._roles)
            if c > self._main and role not in ("time", "budget")
        ]
        for column in columns:
            if column >= self._column and (
                self._row.filled(column) < wanted or column == columns[-1]
            ):
                return column
        return columns[-1] if columns else len(self._roles) - 1

    def _take_after_values(self, line: Line, begin: int, text: str) -> None:
        """Text after the values: who, as long as somebody is missing; then the next row begins."""
        last = len(self._roles) - 1
        full = self._row.filled(last) >= max(1, self._row.numbered)
        if not full or not (self._separated or (self._compact and self._begins_anew(text))):
            self._add_text_value(line, begin, text)
            return
        self.finish()
        self._take_loose(line, begin, text)

    def _begins_anew(self, text: str) -> bool:
        """Whether a text without a blank line above it does not go on with the cell before."""
        lines = self._row.lines.get(self._column)
        before = lines[-1].text if lines else ""
        return text[0].isupper() and not before.endswith(("/", ",", "-", "&"))

    def _take_loose(self, line: Line, begin: int, text: str) -> None:
        """Text before any number or value: an area's name or a measure without number."""
        split = self._values.trailing(text)
        head = text[:split].rstrip() if split is not None else text
        if self._separated or not self._row.texts:
            self._row.texts.append([])
        self._row.texts[-1].append((head, line.passage(begin, begin + len(head))))
        if split is not None:
            self._takes_values(line, begin + split, text[split:])

    def _place_area(self) -> None:
        for group in self._row.texts:
            for text, passage in group:
                self._row.add(max(0, self._main - 1), text, passage)
        self._row.texts = []

    def _place_texts(self) -> None:
        """Loose texts before the values: the last group is the measure, one before it the area."""
        groups, self._row.texts = self._row.texts, []
        for index, group in enumerate(groups):
            is_area = self._main > 0 and len(groups) > 1 and index == 0
            for text, passage in group:
                self._row.add(self._main - 1 if is_area else self._main, text, passage)


def read_stream_table(
    lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int] | None:
    """The table after a head at line `at`, and the index of the line after it. None: no rows."""
    ahead = lines[at + 1 : at + 1 + _MOST_COMPACT]
    reader = _StreamReader(head, vocabulary, compact=all(line.text.strip() for line in ahead))
    index = at + 1
    while index < len(lines) and reader.feed(lines[index]):
        index += 1
    reader.finish()
    if not any(row.cell(head.roles.index("measure")) for row in reader.rows):
        return None
    heads = tuple(
        Cell(column, (CellLine(cell.text, head.line.passage(cell.start, cell.end), 0),))
        for column, cell in enumerate(head.cells)
    )
    return TableBlock((TableRow(heads), *reader.rows)), index
