"""Tables set with spaces (pdftotext -layout, typewritten text): columns by their places.

A column begins where its head does, or left of it where its texts stand to the right, as amounts
do. A piece of text belongs to the column it stands most under; a piece that runs over a column's
beginning is cut there when a word begins there.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import SOFT_HYPHENS
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.column_sides import column_sides
from tiltak.reading.formats.head_lines import lines_of_head, with_second_line
from tiltak.reading.formats.heads import HeadLine, read_head, runs
from tiltak.reading.formats.lines import Line
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

# Columns whose cells often reach over several rows.
SPANNING = ("focus_area", "theme", "sub_goal", "strategy")
_LOOK_AHEAD = 12
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Entry:
    """A line of a table's body: for each column the text that stands there, and its place.

    `gap` is the number of blank lines above. `ruled` are the columns with a rule above the line,
    None where no rules tell the rows.
    """

    cells: dict[int, tuple[str, Passage]]
    gap: int = 0
    starts_row: bool = False
    is_group: bool = False
    ruled: frozenset[int] | None = None

    def text(self, column: int) -> str:
        """The text in a column, empty where there is none."""
        cell = self.cells.get(column)
        return cell[0] if cell else ""


@dataclass(slots=True)
class _Body:
    """The lines of a table, each with the number of blank lines above it."""

    lines: list[tuple[Line, int]] = field(default_factory=list)
    end: int = 0

    def entries(self, head: HeadLine, vocabulary: Vocabulary) -> list[Entry]:
        """The lines cut into cells; one that names a group is left whole."""
        cut = [line for line, _ in self.lines if not names_group(line.text, vocabulary)]
        starts = _column_starts(head, [line.text for line in cut])
        return [
            _whole(line, gap) if names_group(line.text, vocabulary) else _entry(line, starts, gap)
            for line, gap in self.lines
        ]


def read_layout_table(
    lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int]:
    """The table under a head at line `at`, and the index of the first line after it."""
    head, below = with_second_line(lines, head, at, vocabulary)
    body = _collect(lines, head, at + 1 + bool(below), vocabulary)
    entries = body.entries(head, vocabulary)
    mark_rows(entries, head.roles, vocabulary)
    rows = rows_of(entries, head.roles, vocabulary)
    head_row = TableRow(
        tuple(
            Cell(column, lines_of_head(cell, column, head.line, below))
            for column, cell in enumerate(head.cells)
        )
    )
    return TableBlock((head_row, *rows), seen_lines=True), body.end


def _collect(lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary) -> _Body:
    body = _Body(end=at)
    gap = 0
    page = head.line.page
    for index in range(at, len(lines)):
        line = lines[index]
        if line.page != page:
            break
        if not line.text.strip():
            gap += 1
            continue
        if read_head(line, vocabulary) or not _fits(lines, index, head, gap, vocabulary):
            break
        body.lines.append((line, gap))
        body.end = index + 1
        gap = 0
    return body


def _fits(
    lines: Sequence[Line], index: int, head: HeadLine, gap: int, vocabulary: Vocabulary
) -> bool:
    """Whether a line goes on with the table: it keeps to the columns."""
    text = lines[index].text
    pieces = runs(text)
    starts = [cell.start for cell in head.cells]
    if len(pieces) > 1:
        return True
    if names_group(text, vocabulary):
        return _rows_follow(lines, index + 1, vocabulary)
    start, end = pieces[0]
    if start >= starts[1] - 2:
        # a lone page number stands under no column
        return gap <= 1 or any(abs(start - s) <= 2 for s in starts)
    if end > starts[1] + 1 and not _word_begins(text, starts[1]):
        return False
    if gap == 0:
        return True
    return _rows_follow(lines, index + 1, vocabulary)


def _rows_follow(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> bool:
    """A lone text over rows of the same table is a group; over another head or prose it is not."""
    for line in lines[at : at + _LOOK_AHEAD]:
        if line.text.strip() and not names_group(line.text, vocabulary):
            return len(runs(line.text)) > 1 and read_head(line, vocabulary) is None
    return False


def names_group(text: str, vocabulary: Vocabulary) -> bool:
    """ "Satsingsområde 1: Tidleg innsats" alone on a line of a table."""
    stripped = text.strip()
    label = vocabulary.label(stripped) if stripped[:1].isupper() and ":" in stripped else None
    return (
        label is not None and bool(label.rest) and label.level in SPANNING and len(runs(text)) == 1
    )


def _whole(line: Line, gap: int) -> Entry:
    begin = len(line.text) - len(line.text.lstrip())
    end = len(line.text.rstrip())
    cells = {0: (line.text[begin:end], line.passage(begin, end))}
    return Entry(cells, gap, starts_row=True, is_group=True)


def _word_begins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1] == " " and text[at] != " "


def _column_starts(head: HeadLine, texts: Sequence[str]) -> list[int]:
    """Where the columns begin: at their heads, or else at the white strip between their words.

    Amounts stand to the right: more of them end at one place than begin at the head's.
    """
    heads = [(cell.start, cell.end) for cell in head.cells]
    pieces = [piece for text in texts for piece in runs(text)]
    words = [match.span() for text in texts for match in _WORD.finditer(text)]
    starts = [heads[0][0]]
    for before, after, side in zip(heads, heads[1:], column_sides(heads, words), strict=False):
        under = [(b, e) for b, e in pieces if before[0] + 1 < b < after[1] and e > after[0]]
        begins = sum(abs(begin - after[0]) <= 1 for begin, _ in under)
        ends = Counter(end for _, end in under).most_common(1)
        starts.append(ceil(side) if ends and ends[0][1] > begins else after[0])
    return starts


def _entry(line: Line, starts: list[int], gap: int) -> Entry:
    spans = _cells(line.text, starts)
    return Entry(
        {c: (line.text[b:e].strip(), line.passage(b, e)) for c, (b, e) in spans.items()}, gap
    )


def _cells(text: str, starts: list[int]) -> dict[int, tuple[int, int]]:
    cells: dict[int, tuple[int, int]] = {}
    for begin, end in runs(text):
        cuts = [begin, *_cuts(text, begin, end, starts), end]
        for first, last in pairwise(cuts):
            column = _column(first, last, starts)
            known = cells.get(column)
            cells[column] = (known[0], last) if known else (first, last)
    return cells


def _cuts(text: str, begin: int, end: int, starts: list[int]) -> list[int]:
    """Where a piece is cut: at a column's beginning, or a character or two off where the cell before
    it was too wide for its column."""
    cuts = []
    for start in starts:
        if not begin + 1 < start < end:
            continue
        found = next(
            (
                s
                for s in (start, start - 1, start + 1, start - 2, start + 2)
                if _word_begins(text, s)
            ),
            None,
        )
        if found is not None and begin < found < end:
            cuts.append(found)
    return cuts


def _column(first: int, last: int, starts: list[int]) -> int:
    """The column a piece stands in: the one it begins in (±2), else the one it is most under."""
    for column, start in enumerate(starts):
        if abs(first - start) <= 2:
            return column
    ends = [*starts[1:], 10_000]
    under = [min(last, e) - max(first, s) for s, e in zip(starts, ends, strict=True)]
    return max(range(len(starts)), key=lambda column: under[column]) if last > starts[0] else 0


Roles = tuple[str | None, ...]


def mark_rows(entries: Sequence[Entry], roles: Roles, vocabulary: Vocabulary) -> None:
    """Say which lines begin a row, beside those already known to."""
    rule = _RowRule(roles, vocabulary, entries)
    last_text = ""
    for index, entry in enumerate(entries):
        above = entries[index - 1] if index else None
        entry.starts_row = (
            entry.starts_row
            or above is None
            or above.is_group
            or rule.begins(entry, above, last_text)
        )
        last_text = entry.text(rule.main) or ("" if entry.starts_row else last_text)


class _RowRule:
    """Tells the first line of a row from the lines that go on with one."""

    def __init__(self, roles: Roles, vocabulary: Vocabulary, entries: Sequence[Entry]) -> None:
        self.main = roles.index("measure") if "measure" in roles else 0
        self._number = roles.index("number") if "number" in roles else None
        self._roles = roles
        self._vocabulary = vocabulary
        texts = (entry.text(self.main) for entry in entries if not entry.is_group)
        self._width = max(map(len, texts), default=0)

    def begins(self, entry: Entry, above: Entry, last_text: str) -> bool:
        """Whether a line begins a row, after a row whose measure so far ends in `last_text`."""
        text = entry.text(self.main)
        if _is_sum(entry, self._vocabulary):
            return True
        if self._number is not None and entry.text(self._number):
            return True
        if not text:
            return entry.gap > 0 and len(entry.cells) == 1 and 0 in entry.cells
        mark = read_number(text)
        if mark is not None and mark.closed:
            return True
        if text[0].islower() or self._awaits_more(last_text, text):
            return False
        return self._begins_by_values(entry, above)

    def _awaits_more(self, last_text: str, text: str) -> bool:
        """Whether the measure so far is unfinished, and the next word had no room on its line."""
        is_open = _is_open(last_text, self._vocabulary)
        return is_open and not _had_room(last_text, text, self._width)

    def _begins_by_values(self, entry: Entry, above: Entry) -> bool:
        """A line whose measure could be new is so when its values begin there too."""
        if self._number is not None and entry.gap == 0:
            return False
        values = [
            column
            for column in entry.cells
            if column != self.main and self._roles[column] not in SPANNING
        ]
        if not values:
            return entry.gap > 0 or len(self._roles) - 1 == self.main
        return any(
            not entry.text(column)[0].islower()
            and not _is_open(above.text(column), self._vocabulary)
            for column in values
        )


def _is_sum(entry: Entry, vocabulary: Vocabulary) -> bool:
    """A line that adds up those above it."""
    first = entry.text(min(entry.cells)) if entry.cells else ""
    return vocabulary.sum_row.match(first) is not None


def _is_open(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of a cell is unfinished: broken word, comma, or a word nothing ends in."""
    if not text:
        return False
    if text[-1] in SOFT_HYPHENS or text[-1] in "-,/":
        return len(text) > 1
    return text.rsplit(None, 1)[-1].casefold() in vocabulary.unfinished


def _had_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of the line below would have stood on this one: the text ended here."""
    return len(line) + 1 + len(following.split(None, 1)[0]) <= width


def rows_of(entries: Sequence[Entry], roles: Roles, vocabulary: Vocabulary) -> list[TableRow]:
    """The rows of lines whose first ones are known."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if entry.starts_row:
            groups.append([])
        groups[-1].append(entry)
    cells: list[list[Cell]] = [[] for _ in groups]
    for column, role in enumerate(roles):
        for row, lines, size in _column_cells(groups, column, role, vocabulary):
            if lines and not groups[row][0].is_group:
                cells[row].append(Cell(column, tuple(lines), row_span=size))
    for row, group in enumerate(groups):
        if group[0].is_group:
            cells[row].append(Cell(0, tuple(_cell(group, 0)), column_span=len(roles)))
    return [TableRow(tuple(row)) for row in cells if row]


_Span = tuple[int, list[CellLine], int]


def _column_cells(
    groups: list[list[Entry]], column: int, role: str | None, vocabulary: Vocabulary
) -> list[_Span]:
    """The cells of a column: (first row, lines, number of rows)."""
    if any(_is_open_above(group, column) for group in groups):
        return _cells_between_rules(groups, column)
    if role in SPANNING:
        return _spanning_cells(groups, column, vocabulary)
    return [(row, _cell(group, column), 1) for row, group in enumerate(groups)]


def _is_open_above(group: list[Entry], column: int) -> bool:
    """Whether no rule parts a column's cell from the one above, though rules part the rows."""
    return group[0].ruled is not None and column not in group[0].ruled


def _cells_between_rules(groups: list[list[Entry]], column: int) -> list[_Span]:
    """Cells of a column whose rules leave some out: those are merged with the cell above."""
    found: list[_Span] = []
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


def _spanning_cells(groups: list[list[Entry]], column: int, vocabulary: Vocabulary) -> list[_Span]:
    """Cells of a column that reach over rows: (first row, lines, number of rows)."""
    found: list[_Span] = []
    width = max((len(entry.text(column)) for group in groups for entry in group), default=0)
    for row, group in enumerate(groups):
        for position, entry in enumerate(group):
            text = entry.text(column)
            if not text:
                continue
            line = CellLine(*entry.cells[column], position)
            last = found[-1][1][-1].text if found else ""
            if _is_sum(entry, vocabulary):
                found.append((row, [line], 1))
                continue
            parted = position == 0 and entry.ruled is not None and column in entry.ruled
            goes_on = (
                found
                and not parted
                and (
                    position > 0
                    or text[0].islower()
                    or (_is_open(last, vocabulary) and not _had_room(last, text, width))
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
