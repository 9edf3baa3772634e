"""Tables set with spaces (pdftotext -layout, typewritten text): lines under a head."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.entries import Entry
from tiltak.reading.formats.text.entry_rows import rows_of
from tiltak.reading.formats.text.head_lines import read_heads
from tiltak.reading.formats.text.heads import HeadLine, is_of_facts, read_head, runs
from tiltak.reading.formats.text.layout_bands import Bands
from tiltak.reading.formats.text.layout_card import read_layout_card
from tiltak.reading.formats.text.layout_columns import cells_at, column_starts
from tiltak.reading.formats.text.layout_pages import head_over_page
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.row_starts import mark_rows
from tiltak.reading.formats.text.value_cuts import ValueCuts
from tiltak.reading.vocabulary import Vocabulary

_WIDEST_GAP = 2

_Spans = Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _BodyLine:
    """A line of a table with the number of blank lines above. `group`: it names what follows;
    `goes_on`: with the name above it."""

    line: Line
    gap: int
    group: bool
    goes_on: bool = False


@dataclass(slots=True)
class _Body:
    """The lines of a table, and the index of the line after them."""

    lines: list[_BodyLine] = field(default_factory=list)
    end: int = 0

    def entries(self, head: HeadLine, vocabulary: Vocabulary) -> list[Entry]:
        """The lines cut into cells; one that names a group is left whole."""
        values = ValueCuts(head.roles, vocabulary)
        starts = column_starts(head, [one.line.text for one in self.lines if not one.group])
        entries: list[Entry] = []
        above: _Spans = {}
        for one in self.lines:
            if one.group:
                entries.append(_whole(one.line, one.gap, begins=not one.goes_on))
                above = {}
                continue
            cells = cells_at(one.line.text, starts, values)
            spans = cells if one.gap else _right_below(one.line.text, cells, above)
            entries.append(_entry(one.line, spans, one.gap))
            above = spans
        return entries


def read_layout_table(
    lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int]:
    """The table under a head at line `at`, and the index of the first line after it."""
    heads = read_heads(lines, head, at, vocabulary)
    body = _collect(lines, heads.line, at + heads.size, vocabulary)
    entries = body.entries(heads.line, vocabulary)
    while again := head_over_page(lines, heads.line, body.end, vocabulary):
        rest = _collect(lines, again.head, again.begin, vocabulary)
        if not rest.lines:
            break
        entries += rest.entries(again.head, vocabulary)
        body = rest
    mark_rows(entries, heads.line.roles, vocabulary)
    rows = rows_of(entries, heads.line.roles, vocabulary)
    return TableBlock((*heads.rows, *rows), seen_lines=True), body.end


def _collect(lines: Sequence[Line], head: HeadLine, at: int, vocabulary: Vocabulary) -> _Body:
    body = _Body(end=at)
    gap = 0
    page = head.line.page
    first = next((i for i in range(at, len(lines)) if lines[i].text.strip()), at)
    bands = Bands(lines, first, head, vocabulary)
    for index in range(at, len(lines)):
        line = lines[index]
        if line.page != page:
            break
        if not line.text.strip():
            gap += 1
            continue
        if gap > _WIDEST_GAP and not bands.stands_in_columns(index):
            break
        if gap and body.lines and is_of_facts(head):
            break  # one measure's
        if read_head(line, vocabulary) or (gap and read_layout_card(lines, index, vocabulary)):
            break
        goes_on = gap == 0 and _goes_on_with_group(body, line)
        group = goes_on or bands.is_band(index)
        if not group and not bands.fits(index, gap):
            break
        body.lines.append(_BodyLine(line, gap, group, goes_on))
        body.end = index + 1
        gap = 0
    return body


def _goes_on_with_group(body: _Body, line: Line) -> bool:
    """Whether a line is the rest of the name above it."""
    text = line.text.strip()
    return (
        bool(body.lines)
        and body.lines[-1].group
        and len(runs(line.text)) == 1
        and text[0].islower()
    )


def _whole(line: Line, gap: int, *, begins: bool) -> Entry:
    begin = len(line.text) - len(line.text.lstrip())
    end = len(line.text.rstrip())
    cells = {0: (line.text[begin:end], line.passage(begin, end))}
    return Entry(cells, gap, starts_row=begins, is_group=True)


def _right_below(text: str, spans: _Spans, above: _Spans) -> _Spans:
    """The cells of a line, the rest of one given to the column it stands right below: a grid of
    signs may set a whole cell off its column."""
    places = {begin: column for column, (begin, _) in above.items()}
    spans = _parted_below(text, spans, places)
    return {
        places.get(begin, column)
        if text[begin].islower() and places.get(begin) not in spans
        else column: (begin, end)
        for column, (begin, end) in spans.items()
    }


def _parted_below(text: str, spans: _Spans, places: Mapping[int, int]) -> _Spans:
    """The cells of a line, two that fell into one column apart where the second stands right below
    the beginning of another's: its text above was set off to the left."""
    found: dict[int, tuple[int, int]] = {}
    for column, (begin, end) in spans.items():
        found[column] = begin, end
        for gap in re.finditer(r"\s{2,}", text[begin:end]):
            at = begin + gap.end()
            other = places.get(at, column)
            if at < end and other not in spans and text[at].islower():
                found[column], found[other] = (begin, begin + gap.start()), (at, end)
                break
    return found


def _entry(line: Line, spans: _Spans, gap: int) -> Entry:
    return Entry(
        {c: (line.text[b:e].strip(), line.passage(b, e)) for c, (b, e) in spans.items()}, gap
    )
