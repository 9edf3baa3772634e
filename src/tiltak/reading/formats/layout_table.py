"""Tables set with spaces (pdftotext -layout, typewritten text): lines under a head."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.formats.entries import SPANNING, Entry
from tiltak.reading.formats.entry_rows import rows_of
from tiltak.reading.formats.head_lines import lines_of_head, with_second_line
from tiltak.reading.formats.heads import HeadLine, read_head, runs
from tiltak.reading.formats.layout_columns import cells_at, column_starts, word_begins
from tiltak.reading.formats.lines import Line
from tiltak.reading.formats.row_starts import mark_rows
from tiltak.reading.vocabulary import Vocabulary

_LOOK_AHEAD = 12


@dataclass(slots=True)
class _Body:
    """The lines of a table, each with the number of blank lines above it."""

    lines: list[tuple[Line, int]] = field(default_factory=list)
    end: int = 0

    def entries(self, head: HeadLine, vocabulary: Vocabulary) -> list[Entry]:
        """The lines cut into cells; one that names a group is left whole."""
        cut = [line for line, _ in self.lines if not names_group(line.text, vocabulary)]
        starts = column_starts(head, [line.text for line in cut])
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
    if end > starts[1] + 1 and not word_begins(text, starts[1]):
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


def _entry(line: Line, starts: list[int], gap: int) -> Entry:
    spans = cells_at(line.text, starts)
    return Entry(
        {c: (line.text[b:e].strip(), line.passage(b, e)) for c, (b, e) in spans.items()}, gap
    )
