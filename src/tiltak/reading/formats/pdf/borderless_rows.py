"""The rows of a table without rules: told by rules across, by white space, or by what lines say."""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tiltak.reading.blocks import TableRow
from tiltak.reading.formats.pdf.beside_names import Beside, Place, names_in_place
from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.formats.pdf.column_lines import Columns, Part, entry_of, parts_of
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.rule_levels import has_rule_below, levels_between
from tiltak.reading.formats.text.entries import SPANNING, Entry
from tiltak.reading.formats.text.entry_rows import Span, rows_of
from tiltak.reading.formats.text.row_starts import is_sum, mark_rows
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_ROW_GAP = 1.15
# Lines further apart than this, in sizes of the type, are a row each.
_WIDE = 1.6
_LEAST_WHOLE = 4
_LEAST_STEP, _EVEN = 0.9, 0.06
_USUAL_LEADING = 1.45
Roles = tuple[str | None, ...]


class RowReader:
    """Divides the lines of a table's body into rows."""

    def __init__(self, roles: Roles, vocabulary: Vocabulary, mender: Mender) -> None:
        self._roles = roles
        self._vocabulary = vocabulary
        self._mender = mender
        self._is_ruled = False
        self._places: dict[int, Place] = {}

    def study(self, lines: Sequence[FlowLine], columns: Columns) -> None:
        """Look for words that certainly are broken among all lines of a page's rows."""
        found: dict[int, list[Part]] = {}
        for line in lines:
            for column, part in parts_of(line, columns).items():
                found.setdefault(column, []).append(part)
        self._mender.study((parts, max(part.x1 for part in parts)) for parts in found.values())

    def read(self, lines: Sequence[FlowLine], columns: Columns) -> list[TableRow]:
        """The rows of lines that stand in columns, none for no lines."""
        roles = self._roles
        if not lines:
            return []
        entries = [entry_of(line, columns) for line in lines]
        lines = [self._level(line, columns) for line in lines]
        if parts := self._ruled_parts(entries, lines):
            return [row for part in parts for row in self.read(part, columns)]
        by_rules = self._mark_by_rules(entries, lines, columns)
        if not by_rules and not self._mark_by_gaps(entries, lines):
            mark_rows(entries, roles, self._vocabulary)
            self._join_overlapping(entries, lines)
        self._mend(entries, lines, columns)
        known = {} if by_rules else self._names_beside(entries, lines, columns)
        return rows_of(entries, roles, self._vocabulary, known)

    def _level(self, line: FlowLine, columns: Columns) -> FlowLine:
        """The line at the height of the words that tell its row: a name in the middle of rows may stand
        a little higher or lower beside them."""
        parts = parts_of(line, columns)
        told = [part for column, part in parts.items() if self._roles[column] not in SPANNING]
        if not told or len(told) == len(parts):
            return line
        baseline = max(part.baseline for part in told)
        return replace(line, line=replace(line.line, baseline=baseline))

    def _names_beside(
        self, entries: Sequence[Entry], lines: Sequence[FlowLine], columns: Columns
    ) -> dict[int, list[Span]]:
        """The cells of columns whose names stand in the middle of their rows or at their foot."""
        spanning = [column for column, role in enumerate(self._roles) if role in SPANNING]
        asked = [i for i, entry in enumerate(entries) if self._tells_rows(entry)]
        if not spanning or not asked or any(is_sum(entry, self._vocabulary) for entry in entries):
            return {}
        leading = _nearest(entries, lines, asked) or _USUAL_LEADING * lines[0].line.size
        beside = Beside(entries, lines, [parts_of(line, columns) for line in lines], asked, leading)
        for column in spanning:
            self._places[column] = beside.place(column, self._places.get(column))
        return names_in_place(beside, spanning, self._places)

    def _mend(self, entries: Sequence[Entry], lines: Sequence[FlowLine], columns: Columns) -> None:
        """Close words broken in narrow columns. A column's text ends where its longest line does."""
        for column in range(len(self._roles)):
            cells: list[list[tuple[Entry, Part]]] = []
            for entry, line in zip(entries, lines, strict=True):
                part = parts_of(line, columns).get(column)
                # a cell that reaches over rows is not cut where rows begin
                if not cells or (entry.starts_row and self._roles[column] not in SPANNING):
                    cells.append([])
                if part is not None:
                    cells[-1].append((entry, part))
            right = max((part.x1 for cell in cells for _, part in cell), default=0.0)
            for cell in cells:
                texts = self._mender.mended([part for _, part in cell], right)
                for (entry, _), text in zip(cell, texts, strict=True):
                    entry.cells[column] = (text, entry.cells[column][1])

    def _ruled_parts(
        self, entries: Sequence[Entry], lines: Sequence[FlowLine]
    ) -> list[list[FlowLine]]:
        """The lines between rules where these part groups of rows, or a sum from its rows: several
        rows begin between two of them. None where each row has its rule."""
        levels = [level.at for level in levels_between(lines)]
        if not levels:
            return []
        parts: dict[int, list[FlowLine]] = {}
        begun: Counter[int] = Counter()
        lower = self._apart(entries, lines)
        for entry, line in zip(entries, lines, strict=True):
            part = bisect(levels, line.line.baseline)
            first = part not in parts
            parts.setdefault(part, []).append(line)
            apart = first or line in lower
            begun[part] += self._has("measure", entry) and (
                self._has("number", entry)
                or (apart and 2 * len(entry.cells) > len(self._roles))
                or self._is_whole(entry)
            )
        return list(parts.values()) if any(count > 1 for count in begun.values()) else []

    def _apart(self, entries: Sequence[Entry], lines: Sequence[FlowLine]) -> list[FlowLine]:
        """The lines further below the one above them than the lines of a cell are."""
        asked = [i for i, entry in enumerate(entries) if self._tells_rows(entry)]
        steps = _steps(lines, asked)
        near = _nearest(entries, lines, asked)
        least = 0.0 if near > _WIDE * lines[0].line.size else _ROW_GAP * near
        return [lines[i] for i, step in zip(asked[1:], steps, strict=True) if step > least]

    def _is_whole(self, entry: Entry) -> bool:
        """Whether a line fills every column, with a time or an amount in one: no rest of a row."""
        values = [entry.text(i) for i, role in enumerate(self._roles) if role in ("time", "budget")]
        return len(entry.cells) == len(self._roles) >= _LEAST_WHOLE and any(
            is_time(text, self._vocabulary) or is_amount(text, self._vocabulary) for text in values
        )

    def _has(self, role: str, entry: Entry) -> bool:
        return role in self._roles and bool(entry.text(self._roles.index(role)))

    def _mark_by_rules(
        self, entries: Sequence[Entry], lines: Sequence[FlowLine], columns: Columns
    ) -> bool:
        """Rows between rules drawn across the page; False where there are none."""
        levels = levels_between(lines)
        self._is_ruled |= bool(levels)
        above = -1.0
        for entry, line in zip(entries, lines, strict=True):
            if not levels or not self._tells_rows(entry):
                continue
            here = line.line.baseline
            passed = [level for level in levels if above < level.at < here]
            if passed and above > 0:
                entry.ruled = frozenset(
                    column
                    for column, side in enumerate(_sides(columns, lines))
                    if any(level.covers(*side) for level in passed)
                )
            entry.starts_row = bool(passed)
            above = here
        entries[0].starts_row = True
        # a single row on a page of a table with rules between its rows
        return bool(levels) or (self._is_ruled and has_rule_below(lines))

    def _mark_by_gaps(self, entries: Sequence[Entry], lines: Sequence[FlowLine]) -> bool:
        """Rows set apart by more white space than their lines have; False where all is even.

        Columns that reach over rows have lines of their own and are not asked.
        """
        size = lines[0].line.size
        asked = [i for i, entry in enumerate(entries) if self._tells_rows(entry)]
        near = _nearest(entries, lines, asked)
        steps = _white_steps(lines, asked, near)
        if not near or not any(step > _ROW_GAP * near for step in steps) or near > _WIDE * size:
            # no line is set apart, or every line is a row
            for after, step in zip(asked[1:], steps, strict=True):
                entries[after].gap = 1 if step > _WIDE * size else 0
            return False
        entries[0].starts_row = True
        for after, step in zip(asked[1:], steps, strict=True):
            entries[after].starts_row = step > _ROW_GAP * near
        return True

    def _join_overlapping(self, entries: Sequence[Entry], lines: Sequence[FlowLine]) -> None:
        """Lines nearer than a line is high are one row: of texts in the middle of it some begin above
        the line that tells the row."""
        asked = [i for i, entry in enumerate(entries) if self._tells_rows(entry)]
        first = 0
        for after, step in zip(asked[1:], _steps(lines, asked), strict=True):
            if not 0 < step < _LEAST_STEP * lines[after].line.size:
                first = after
            elif entries[after].starts_row:
                entries[after].starts_row = False
                entries[max(first, asked[0])].starts_row = True

    def _tells_rows(self, entry: Entry) -> bool:
        return any(self._roles[column] not in SPANNING for column in entry.cells)


def _steps(lines: Sequence[FlowLine], which: Sequence[int]) -> list[float]:
    """How far below one another the lines stand."""
    heights = [lines[index].line.baseline for index in which]
    return [below - above for above, below in pairwise(heights)]


def _white_steps(lines: Sequence[FlowLine], which: Sequence[int], near: float) -> list[float]:
    """How far below one another the lines stand; those of names beside that go on as lines of a cell
    do, further than the other cells of their row, are no white space."""
    steps: list[float] = []
    for before, after in pairwise(which):
        at = lines[before].line.baseline
        for line in lines[before + 1 : after]:
            if abs(line.line.baseline - at - near) < _EVEN * near:
                at = line.line.baseline
        below = lines[after].line.baseline
        # a name that goes on beside the next row says nothing
        steps.append(
            below - (at if below - at >= _LEAST_STEP * near else lines[before].line.baseline)
        )
    return steps


def _nearest(entries: Sequence[Entry], lines: Sequence[FlowLine], asked: Sequence[int]) -> float:
    """How far apart the lines of a cell are; 0 where there is but one line.

    Where texts stand in the middle of their rows the lines of two columns stand between one another:
    only those of one column tell it then.
    """
    least = _LEAST_STEP * lines[0].line.size
    steps = _steps(lines, asked)
    if any(0 < step < least for step in steps):
        columns = {column for index in asked for column in entries[index].cells}
        within = [[i for i in asked if column in entries[i].cells] for column in columns]
        steps = [step for which in within for step in _steps(lines, which)]
    return min([step for step in steps if step > least], default=0.0)


def _sides(columns: Columns, lines: Sequence[FlowLine]) -> list[tuple[float, float]]:
    """The sides of the columns, the outer ones where the text ends."""
    low, high = min(line.line.x0 for line in lines), max(line.line.x1 for line in lines)
    return list(pairwise([min(low, *columns.cuts), *columns.cuts, max(high, *columns.cuts)]))
