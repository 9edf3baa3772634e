"""Tables set with spaces (pdftotext -layout, typewritten text): lines under a head."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.entries import SPANNING, Entry
from tiltak.reading.formats.text.entry_rows import rows_of
from tiltak.reading.formats.text.head_lines import read_heads
from tiltak.reading.formats.text.heads import HeadLine, read_head, runs
from tiltak.reading.formats.text.layout_bands import has_bands, is_band
from tiltak.reading.formats.text.layout_columns import cells_at, column_starts, word_begins
from tiltak.reading.formats.text.layout_pages import head_over_page
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.row_starts import mark_rows
from tiltak.reading.vocabulary import Vocabulary

_LOOK_AHEAD = 12
_LEAST_COLUMNS = 3
_LONGEST_GROUP = 90
_NEAR = 2


@dataclass(frozen=True, slots=True)
class _BodyLine:
    """A line of a table with the number of blank lines above. `group`: it names what follows."""

    line: Line
    gap: int
    group: bool


@dataclass(slots=True)
class _Body:
    """The lines of a table, and the index of the line after them."""

    lines: list[_BodyLine] = field(default_factory=list)
    end: int = 0

    def entries(self, head: HeadLine) -> list[Entry]:
        """The lines cut into cells; one that names a group is left whole."""
        starts = column_starts(head, [one.line.text for one in self.lines if not one.group])
        return [
            _whole(one.line, one.gap) if one.group else _entry(one.line, starts, one.gap)
            for one in self.lines
        ]


def read_layout_table(
    lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int]:
    """The table under a head at line `at`, and the index of the first line after it."""
    heads = read_heads(lines, head, at, vocabulary)
    body = _collect(lines, heads.line, at + heads.size, vocabulary)
    entries = body.entries(heads.line)
    while entries and (again := head_over_page(lines, heads.line, body.end, vocabulary)):
        rest = _collect(lines, again.head, again.begin, vocabulary)
        if not rest.lines:
            break
        entries += rest.entries(again.head)
        body = rest
    mark_rows(entries, heads.line.roles, vocabulary)
    rows = rows_of(entries, heads.line.roles, vocabulary)
    return TableBlock((*heads.rows, *rows), seen_lines=True), body.end


def _collect(lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary) -> _Body:
    body = _Body(end=at)
    gap = 0
    page = head.line.page
    first = next((i for i in range(at, len(lines)) if lines[i].text.strip()), at)
    banded = first < len(lines) and has_bands(lines, first, head, vocabulary)
    for index in range(at, len(lines)):
        line = lines[index]
        if line.page != page:
            break
        if not line.text.strip():
            gap += 1
            continue
        band = banded and is_band(lines, index, head, vocabulary)
        group = band or _is_group(lines, index, head, vocabulary)
        if read_head(line, vocabulary) or not (group or _fits(lines, index, head, gap, vocabulary)):
            break
        body.lines.append(_BodyLine(line, gap, group))
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
    start, end = pieces[0]
    if start >= starts[1] - 2:
        # a lone page number stands under no column
        return gap <= 1 or any(abs(start - s) <= 2 for s in starts)
    if end > starts[1] + 1 and not word_begins(text, starts[1]):
        return False
    if gap == 0:
        return True
    return _rows_follow(lines, index + 1, vocabulary)


def _is_group(lines: Sequence[Line], index: int, head: HeadLine, vocabulary: Vocabulary) -> bool:
    """A lone text that names the rows below it: by a level word, or set over several columns."""
    text = lines[index].text
    if names_group(text, vocabulary):
        return _rows_follow(lines, index + 1, vocabulary)
    pieces = runs(text)
    starts = [cell.start for cell in head.cells]
    if len(pieces) > 1 or len(starts) < _LEAST_COLUMNS:
        return False
    start, end = pieces[0]
    if start >= starts[1] - 2 or end <= starts[1] + 1 or end - start > _LONGEST_GROUP:
        return False
    if not text[start].isupper() or text[end - 1] in ".,;:-" or word_begins(text, starts[1]):
        return False
    below = next((line for line in lines[index + 1 :] if line.text.strip()), None)
    if below is None or below.page != lines[index].page or read_head(below, vocabulary):
        return False
    begins = [begin for begin, _ in runs(below.text)]
    kept = sum(any(abs(begin - start) <= _NEAR for start in starts) for begin in begins)
    return kept == len(begins) >= _LEAST_COLUMNS


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
