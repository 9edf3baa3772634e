"""Rules → ruled tables: which boxes the rules enclose, merged cells included.

A table is a set of rules that touch. Where an inner rule is missing the boxes on both sides are
one cell. Outer rules may be missing (tables open at the sides): the ends of the inner ones stand
for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.pdf.rules import PageRules, Rule

_TOUCH = 3.5
_SNAP = 3.0
_COVERED = 0.8
_NARROWEST = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its first row and column, how many it covers, and its sides in points."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the cell."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Sides:
    """Where a ruled table lies: the x of its columns' sides, the y of its rows' sides."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


@dataclass(frozen=True, slots=True)
class Grid(Sides):
    """The rules of a table with the cells between them, in order."""

    boxes: tuple[Box, ...]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the table."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def sides_at(self, y: float) -> list[float]:
        """The x of the sides between cells at a height."""
        inner = {box.x0 for box in self.boxes if box.top <= y < box.bottom}
        return sorted(inner - {self.xs[0]})


def find_grids(rules: PageRules) -> list[Grid]:
    """The tables the rules of a page make, from the top down; one inside another is left out."""
    grids = [grid for across, down in _groups(rules) if (grid := _grid(across, down))]
    grids.sort(key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.bottom - grid.top), reverse=True)
    kept: list[Grid] = []
    for grid in grids:
        middle = (grid.xs[0] + grid.xs[-1]) / 2, (grid.top + grid.bottom) / 2
        if not any(other.holds(*middle) and len(other.boxes) > 1 for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda grid: (grid.top, grid.xs[0]))


def _groups(rules: PageRules) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch one another, directly or through others."""
    across, down = rules.across, rules.down
    parent = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for i, flat in enumerate(across):
        for j, tall in enumerate(down):
            if _touch(flat, tall):
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, flat in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(flat)
    for j, tall in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(tall)
    return [(flat, tall) for flat, tall in groups.values() if flat and tall]


def _touch(flat: Rule, tall: Rule) -> bool:
    return (
        flat.low - _TOUCH <= tall.at <= flat.high + _TOUCH
        and tall.low - _TOUCH <= flat.at <= tall.high + _TOUCH
    )


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    xs = _sides([rule.at for rule in down], min(r.low for r in across), max(r.high for r in across))
    ys = _sides([rule.at for rule in across], min(r.low for r in down), max(r.high for r in down))
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_boxes(xs, ys, across, down)))


def _sides(places: Sequence[float], low: float, high: float) -> list[float]:
    """The places of rules, near ones as one, and the ends of the rules that cross them."""
    found: list[float] = []
    for place in sorted([*places, low, high]):
        if not found or place - found[-1] > _SNAP:
            found.append(place)
    # what is narrower than a letter is a border, not a column
    return [x for i, x in enumerate(found) if i == 0 or x - found[i - 1] >= _NARROWEST]


def _boxes(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[Box]:
    """The cells: small boxes joined where no rule divides them, kept to rectangles."""
    open_right = [
        [not _covered(down, xs[c + 1], ys[r], ys[r + 1]) for c in range(len(xs) - 2)]
        for r in range(len(ys) - 1)
    ]
    open_below = [
        [not _covered(across, ys[r + 1], xs[c], xs[c + 1]) for c in range(len(xs) - 1)]
        for r in range(len(ys) - 2)
    ]
    taken = [[False] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    boxes = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if taken[row][column]:
                continue
            wide = _width(row, column, open_right, taken[row])
            tall = _height(row, column, wide, open_right, open_below)
            for r in range(row, row + tall):
                for c in range(column, column + wide):
                    taken[r][c] = True
            boxes.append(
                Box(row, column, tall, wide, xs[column], ys[row], xs[column + wide], ys[row + tall])
            )
    return boxes


def _width(row: int, column: int, open_right: list[list[bool]], taken: list[bool]) -> int:
    wide = 1
    while column + wide <= len(open_right[row]) and open_right[row][column + wide - 1]:
        if taken[column + wide]:
            break
        wide += 1
    return wide


def _height(
    row: int, column: int, wide: int, open_right: list[list[bool]], open_below: list[list[bool]]
) -> int:
    tall = 1
    while row + tall <= len(open_below) and all(open_below[row + tall - 1][column : column + wide]):
        inner = open_right[row + tall][column : column + wide - 1]
        if not all(inner) or _opens(open_right[row + tall], column, wide):
            break
        tall += 1
    return tall


def _opens(open_right: list[bool], column: int, wide: int) -> bool:
    """Whether a box is open to its neighbours: no rectangle with the boxes above it."""
    left = column > 0 and open_right[column - 1]
    right = column + wide - 1 < len(open_right) and open_right[column + wide - 1]
    return left or right


def _covered(rules: list[Rule], at: float, low: float, high: float) -> bool:
    """Whether rules at a place cover most of a stretch."""
    covered = 0.0
    for rule in rules:
        if abs(rule.at - at) <= _SNAP:
            covered += max(0.0, min(rule.high, high) - max(rule.low, low))
    return covered >= _COVERED * (high - low)
