"""Names beside several rows of a table without rules: set in the middle of them, or at their foot.

A name at the top of its rows stands on the first line of one. One in the middle says by its height how
far its rows reach: as far below it as above.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tiltak.reading.blocks import CellLine
from tiltak.reading.formats.pdf.column_lines import Part
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.text.entries import Entry
from tiltak.reading.formats.text.entry_rows import Span

Place = Literal["top", "middle", "foot"]

_CAPITAL = 0.7
_SAME_LEVEL, _OFF = 1.0, 0.45
_LOOSER = 1.2


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: the height of the first line's letters, and its first and last line."""

    top: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class _Name:
    """A name: the heights of its first and last line, and which lines of the table it stands on."""

    first: float
    last: float
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """The rows of a table, from the lines that tell them; `parts` are the texts of each by columns,
    `leading` is how far apart the lines of a cell are."""

    entries: Sequence[Entry]
    lines: Sequence[FlowLine]
    parts: Sequence[Mapping[int, Part]]
    asked: Sequence[int]
    leading: float

    def place(self, column: int, before: Place | None) -> Place:
        """Where the names of a column stand beside their rows. `before`: on the pages before, None for
        the first."""
        if before not in (None, "top"):
            return before
        names, rows = self._names(column), self._rows()
        firsts = [name.first for name in names]
        on_top = all(any(_is_level(first, row.first) for row in rows) for first in firsts)
        if not names or not rows or (on_top and (before or _is_level(firsts[0], rows[0].first))):
            return "top"
        return "middle" if self._in_middle(names, rows) else self._or_at_foot(names, rows)

    def _or_at_foot(self, names: Sequence[_Name], rows: Sequence[_Row]) -> Place:
        return "foot" if self._at_foot(names, rows) else "top"

    def spans(self, column: int, place: Place) -> list[Span]:
        """The cells of a column whose names stand in the middle of their rows or at their foot; none
        where that does not hold."""
        names, rows = self._names(column), self._rows()
        find = self._in_middle if place == "middle" else self._at_foot
        ends = find(names, rows)
        begins = [0, *ends[:-1]]
        return [
            (begin, self._cell(name, column), size)
            for name, begin, end in zip(names, begins, ends, strict=False)
            if (size := end - begin) > 0
        ]

    def _cell(self, name: _Name, column: int) -> list[CellLine]:
        return [CellLine(*self.entries[at].cells[column], n) for n, at in enumerate(name.lines)]

    def _in_middle(self, names: Sequence[_Name], rows: Sequence[_Row]) -> list[int]:
        """The row behind the last of each name, none where a name is not in the middle of rows."""
        gap = min((b.top - a.last for a, b in pairwise(rows)), default=0.0) / 2
        at = rows[0].top - gap
        ends: list[int] = []
        for name in names:
            size = self.lines[name.lines[0]].line.size
            middle = (name.first - _CAPITAL * size + name.last) / 2
            reach = 2 * middle - at
            begin = ends[-1] if ends else 0
            end = next(
                (
                    end
                    for end in range(begin + 1, len(rows) + 1)
                    if _lower(rows, end, gap) - _OFF * size
                    <= reach
                    <= _upper(rows, end, gap) + _OFF * size
                ),
                0,
            )
            if not end:
                return []
            ends.append(end)
            at = min(max(reach, _lower(rows, end, gap)), _upper(rows, end, gap))
        return ends if ends[-1] == len(rows) else []

    def _at_foot(self, names: Sequence[_Name], rows: Sequence[_Row]) -> list[int]:
        """The row behind the last of each name, none where one does not end with a row."""
        ends = [
            next((n for n, r in enumerate(rows, 1) if _is_level(name.last, r.last)), 0)
            for name in names
        ]
        return ends if all(ends) and ends[-1] == len(rows) and len(set(ends)) == len(ends) else []

    def _names(self, column: int) -> list[_Name]:
        """The names of a column: the lines of one stand as near as those of a cell."""
        names: list[_Name] = []
        for at, parts in enumerate(self.parts):
            if column not in parts:
                continue
            height = parts[column].baseline
            if names and height - names[-1].last <= _LOOSER * self.leading:
                names[-1] = replace(names[-1], last=height, lines=(*names[-1].lines, at))
            else:
                names.append(_Name(height, height, (at,)))
        return names

    def _rows(self) -> list[_Row]:
        groups: list[list[int]] = []
        for at in self.asked:
            if self.entries[at].starts_row or not groups:
                groups.append([])
            groups[-1].append(at)
        return [
            _Row(
                self._height(group[0]) - _CAPITAL * self.lines[group[0]].line.size,
                self._height(group[0]),
                self._height(group[-1]),
            )
            for group in groups
        ]

    def _height(self, at: int) -> float:
        return self.lines[at].line.baseline


def names_in_place(
    beside: Beside, columns: Sequence[int], places: Mapping[int, Place]
) -> dict[int, list[Span]]:
    """Column → its cells, for those whose names stand in the middle of their rows or at the foot."""
    found = {
        column: beside.spans(column, place)
        for column in columns
        if (place := places.get(column, "top")) != "top"
    }
    return {column: spans for column, spans in found.items() if spans}


def _is_level(one: float, other: float) -> bool:
    return abs(one - other) < _SAME_LEVEL


def _lower(rows: Sequence[_Row], end: int, gap: float) -> float:
    """Where the side below so many rows may lie: not above the last line of these."""
    return rows[end - 1].last if end < len(rows) else rows[-1].last + gap


def _upper(rows: Sequence[_Row], end: int, gap: float) -> float:
    """Nor below the first line of the next one."""
    return rows[end].top if end < len(rows) else rows[-1].last + gap
