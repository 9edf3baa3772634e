"""Tables without rules: the head tells the columns, white space and rules across tell the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.layout_table import SPANNING, Entry, mark_rows, rows_of
from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.formats.pdf.column_sides import column_sides
from tiltak.reading.formats.pdf.heads import Head, find_head
from tiltak.reading.formats.pdf.layout import Place
from tiltak.reading.formats.pdf.lines import WIDE
from tiltak.reading.formats.pdf.paragraphs import FlowLine
from tiltak.reading.formats.pdf.tables import REPEATED_HEAD, TablePart
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.vocabulary import Vocabulary

Item = FlowLine | TablePart

_LARGER = 0.75
_FAR = 4.0
_LONGEST_GROUP = 80
_ROW_GAP = 1.15
_SAME_START = 2.0
_MORE_THAN_SPACE = 0.45
_ACROSS = 0.6


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns part (`cuts`), and where the head right of each cut begins (`starts`)."""

    cuts: tuple[float, ...]
    starts: tuple[float, ...]


@dataclass(slots=True)
class Borderless:
    """A table found among lines: its block, how many items it takes, what it leaves aside."""

    block: TableBlock
    taken: int
    aside: list[tuple[Passage, str]] = field(default_factory=list)


class BorderlessReader:
    """Finds the table that begins at an item, if one does."""

    def __init__(self, typography: Typography, vocabulary: Vocabulary, mender: Mender) -> None:
        self._type = typography
        self._vocabulary = vocabulary
        self._mender = mender

    def read(self, items: Sequence[Item], at: int) -> Borderless | None:
        """The table whose head begins at item `at`."""
        head = find_head(items, at, self._vocabulary)
        if head is None:
            return None
        found = _Body(head, self._type, self._vocabulary, self._mender)
        begin = at + len(head.lines)
        used = found.take_page(_lines_of_page(items, begin))
        if used == 0:
            return None
        while used and (more := self._goes_on(items, begin + used, head, found)):
            used += more
        return Borderless(found.block(), len(head.lines) + used, found.aside)

    def _goes_on(self, items: Sequence[Item], at: int, head: Head, body: "_Body") -> int:
        """How many items of the next page go on with the table; 0 when it ended before."""
        if at >= len(items) or not isinstance(items[at - 1], FlowLine):
            return 0
        last, first = items[at - 1], items[at]
        if not isinstance(first, FlowLine) or not isinstance(last, FlowLine):
            return 0
        if first.page.number != last.page.number + 1:
            return 0
        again = find_head(items, at, self._vocabulary)
        if again is not None and again.names != head.names:
            return 0
        heads = len(again.lines) if again is not None else 0
        sides = again.sides if again is not None else None
        taken = body.take_page(_lines_of_page(items, at + heads), sides, strict=again is None)
        if taken and again is not None:
            body.aside += [(line.passage(), REPEATED_HEAD) for line in again.lines]
        return taken + heads if taken else 0


def _lines_of_page(items: Sequence[Item], at: int) -> list[FlowLine]:
    """The lines that follow on the same page, in the same column, up to a ruled table."""
    lines: list[FlowLine] = []
    for item in items[at:]:
        if not isinstance(item, FlowLine):
            break
        if lines and (item.page is not lines[0].page or item.line.column != lines[0].line.column):
            break
        lines.append(item)
    return lines


class _Body:
    """The rows of a table as they are gathered, page by page."""

    def __init__(
        self, head: Head, typography: Typography, vocabulary: Vocabulary, mender: Mender
    ) -> None:
        self._head = head
        self._mender = mender
        self._type = typography
        self._vocabulary = vocabulary
        self._rows: list[TableRow] = []
        self.aside: list[tuple[Passage, str]] = []

    def block(self) -> TableBlock:
        """The table so far."""
        head = TableRow(
            tuple(
                Cell(
                    column,
                    tuple(
                        CellLine(text, passage, position)
                        for position, (text, passage) in enumerate(pieces)
                    ),
                )
                for column, pieces in enumerate(self._head.pieces)
            )
        )
        return TableBlock((head, *self._rows), seen_lines=True)

    def take_page(
        self,
        lines: Sequence[FlowLine],
        sides: Sequence[tuple[float, float]] | None = None,
        *,
        strict: bool = False,
    ) -> int:
        """Take the lines of a page that belong to the table; how many they are.

        `strict`: a page without the table's head, whose first line must stand under columns.
        """
        own = list(sides or self._head.sides)
        candidates = self._candidates(lines)
        columns = Columns(
            cuts=tuple(column_sides(own, [line.line for line in candidates])),
            starts=tuple(x0 for x0, _ in own[1:]),
        )
        kept = self._fitting(candidates, columns)
        if not kept or (strict and not _stands_under(kept[0], own)):
            return 0
        self._rows += self._read_rows(kept, columns)
        return len(kept)

    def _candidates(self, lines: Sequence[FlowLine]) -> list[FlowLine]:
        """Lines up to a heading or a wide gap with prose below it."""
        found: list[FlowLine] = []
        for line in lines:
            if line.line.size > self._head.size + _LARGER:
                break
            if found and find_head([line], 0, self._vocabulary) is not None:
                break
            far = found and line.line.baseline - found[-1].line.baseline > _FAR * line.line.size
            if far and len(_runs(line)) == 1:
                break
            found.append(line)
        return found

    def _fitting(self, lines: Sequence[FlowLine], columns: Columns) -> list[FlowLine]:
        """The lines up to the first that keeps to no column."""
        kept: list[FlowLine] = []
        for index, line in enumerate(lines):
            if _crosses(line, columns) and not self._is_group(lines, index, columns):
                break
            kept.append(line)
        while kept and (
            self._is_after_table(kept, columns) or self._is_group(kept, len(kept) - 1, columns)
        ):
            kept.pop()
        return kept

    def _is_group(self, lines: Sequence[FlowLine], index: int, columns: Columns) -> bool:
        """A title over the rows that follow it: bold where they are not, or across columns."""
        line = lines[index]
        if len(line.text) > _LONGEST_GROUP or line.text[-1] in ".;:" or not line.line.bold:
            return False
        if len(_runs(line)) > 1 or line.line.x0 > columns.cuts[0] or line.text[0].islower():
            return False
        if self._head.roles[0] in SPANNING and line.line.x1 < columns.cuts[0]:
            return False  # an area's name, beside the rows it reaches over
        if index + 1 == len(lines):
            return not _crosses(line, columns) or len(lines) == 1
        after = lines[index + 1]
        return not after.line.bold and len(_runs(after)) > 1 and not _crosses(after, columns)

    def _is_after_table(self, kept: Sequence[FlowLine], columns: Columns) -> bool:
        """A line in the first column alone, set apart below the last row: text after the table."""
        if len(kept) < 2:
            return False
        line, above = kept[-1].line, kept[-2].line
        alone = len(_runs(kept[-1])) == 1 and line.x1 <= columns.cuts[0]
        step = line.baseline - above.baseline
        return (
            alone and step > 1.7 * self._type.leading(line.size) and self._is_wider_than_rows(kept)
        )

    def _is_wider_than_rows(self, kept: Sequence[FlowLine]) -> bool:
        """Whether the last step is wider than those between the rows above."""
        steps = [b.line.baseline - a.line.baseline for a, b in pairwise(kept)]
        return len(steps) > 1 and steps[-1] > 1.25 * max(steps[:-1])

    def _read_rows(self, lines: Sequence[FlowLine], columns: Columns) -> list[TableRow]:
        roles = self._head.roles
        rows: list[TableRow] = []
        part: list[FlowLine] = []
        for index, line in enumerate(lines):
            if self._is_group(lines, index, columns):
                rows += self._part_rows(part, columns, roles)
                part = []
                whole = CellLine(line.text, line.passage(), 0)
                rows.append(TableRow((Cell(0, (whole,), 1, len(roles)),)))
            else:
                part.append(line)
        return rows + self._part_rows(part, columns, roles)

    def _part_rows(
        self, lines: Sequence[FlowLine], columns: Columns, roles: tuple[str | None, ...]
    ) -> list[TableRow]:
        if not lines:
            return []
        entries = [_entry(line, columns) for line in lines]
        if not self._mark_by_rules(entries, lines) and not self._mark_by_gaps(entries, lines):
            mark_rows(entries, roles, self._vocabulary)
        self._mend(entries, lines, columns)
        return rows_of(entries, roles, self._vocabulary)

    def _mend(self, entries: Sequence[Entry], lines: Sequence[FlowLine], columns: Columns) -> None:
        """Close words broken in narrow columns. A column's text ends where its longest line does."""
        for column in range(len(self._head.roles)):
            cells: list[list[tuple[Entry, _Part]]] = []
            for entry, line in zip(entries, lines, strict=True):
                part = _parts(line, columns).get(column)
                if entry.starts_row or not cells:
                    cells.append([])
                if part is not None:
                    cells[-1].append((entry, part))
            right = max((part.x1 for cell in cells for _, part in cell), default=0.0)
            for cell in cells:
                texts = self._mender.mended([part for _, part in cell], right)
                for (entry, _), text in zip(cell, texts, strict=True):
                    entry.cells[column] = (text, entry.cells[column][1])

    def _mark_by_rules(self, entries: Sequence[Entry], lines: Sequence[FlowLine]) -> bool:
        """Rows between rules drawn across the page; False where there are none."""
        levels = _rules_between(lines)
        above = -1.0
        for entry, line in zip(entries, lines, strict=True):
            if not levels or not self._tells_rows(entry):
                continue
            here = line.line.baseline
            entry.starts_row = any(above < level < here for level in levels)
            above = here
        entries[0].starts_row = True
        return bool(levels)

    def _mark_by_gaps(self, entries: Sequence[Entry], lines: Sequence[FlowLine]) -> bool:
        """Rows set apart by more white space than their lines have; False where all is even.

        Columns that reach over rows have lines of their own and are not asked.
        """
        size = lines[0].line.size
        asked = [i for i, entry in enumerate(entries) if self._tells_rows(entry)]
        steps = [
            lines[after].line.baseline - lines[before].line.baseline
            for before, after in pairwise(asked)
        ]
        near = min([step for step in steps if step > 0.9 * size], default=0.0)
        if not any(step > _ROW_GAP * near for step in steps) or near > 1.6 * size:
            # no line is set apart, or every line is a row
            for after, step in zip(asked[1:], steps, strict=True):
                entries[after].gap = 1 if step > 1.6 * size else 0
            return False
        entries[0].starts_row = True
        for after, step in zip(asked[1:], steps, strict=True):
            entries[after].starts_row = step > _ROW_GAP * near
        return True

    def _tells_rows(self, entry: Entry) -> bool:
        roles = self._head.roles
        return any(roles[column] not in SPANNING for column in entry.cells)


def _rules_between(lines: Sequence[FlowLine]) -> list[float]:
    """The heights of the rules drawn across a table's body."""
    first, last = lines[0].line, lines[-1].line
    width = max(line.line.x1 for line in lines) - min(line.line.x0 for line in lines)
    return [
        rule.at
        for rule in lines[0].page.dividers
        if first.baseline < rule.at < last.baseline and rule.length > _ACROSS * width
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a line that stands in one column: characters `begin` to `end`."""

    text: str
    begin: int
    end: int
    x0: float
    x1: float


def _parts(line: FlowLine, columns: Columns) -> dict[int, _Part]:
    """The line cut at the sides of columns, where there is a gap or a column's text begins.

    A title over several columns ("Sum for området") has neither and stays whole.
    """
    groups: dict[int, list[Place]] = {}
    column = 0
    for before, place in zip((None, *line.line.places), line.line.places, strict=False):
        under = sum(1 for cut in columns.cuts if (place.x0 + place.x1) / 2 > cut)
        if before is None or _is_cut(before, place, columns, under, line.line.size):
            column = under
        groups.setdefault(column, []).append(place)
    return {column: _as_part(line, places) for column, places in groups.items()}


def _is_cut(before: Place, place: Place, columns: Columns, under: int, size: float) -> bool:
    starts = under > 0 and abs(place.x0 - columns.starts[under - 1]) < _SAME_START
    return starts or place.x0 - before.x1 > _MORE_THAN_SPACE * size


def _as_part(line: FlowLine, places: Sequence[Place]) -> _Part:
    begin, end = places[0].begin, places[-1].end
    text = " ".join(line.line.text[begin:end].split())
    return _Part(text, begin, end, places[0].x0, places[-1].x1)


def _entry(line: FlowLine, columns: Columns) -> Entry:
    parts = _parts(line, columns)
    return Entry({c: (p.text, line.passage(p.begin, p.end)) for c, p in parts.items()})


def _runs(line: FlowLine) -> list[tuple[float, float]]:
    """The pieces of a line: (x0, x1)."""
    runs: list[tuple[float, float]] = []
    end = -9
    for place in line.line.places:
        if place.begin - end > 1:
            runs.append((place.x0, place.x1))
        else:
            runs[-1] = (runs[-1][0], place.x1)
        end = place.end
    return runs


def _crosses(line: FlowLine, columns: Columns) -> bool:
    """Whether a line keeps to no column: words of it run over their sides.

    A text too wide for its column does so too, but stands beside others that keep to theirs.
    """
    within = [cut for cut in columns.cuts if line.line.x0 < cut - 1 and line.line.x1 > cut + 3]
    if within and len(_runs(line)) == 1:
        return True
    kept = [
        _keeps(line, cut, start) for cut, start in zip(columns.cuts, columns.starts, strict=True)
    ]
    return kept.count(False) > kept.count(True)


def _keeps(line: FlowLine, cut: float, start: float) -> bool | None:
    """Whether a line has a gap at the side of a column; None where it has no text on one side."""
    places = line.line.places
    if any(place.x0 < cut - 1 and place.x1 > cut + 3 for place in places):
        return False
    before = [place.x1 for place in places if place.x1 <= cut + 3]
    after = [place.x0 for place in places if place.x0 >= cut - 1]
    if not before or not after:
        return None
    if min(after) - max(before) > WIDE * line.line.size:
        return True
    # a narrow gap where the column begins may be one, or only the space between two words
    return None if abs(min(after) - start) < _SAME_START else False


def _stands_under(line: FlowLine, sides: Sequence[tuple[float, float]]) -> bool:
    """Whether at least two pieces of a line begin where columns do."""
    starts = [x0 for x0, _ in _runs(line)]
    return sum(1 for x0, _ in sides if any(abs(start - x0) <= 4 for start in starts)) >= 2
