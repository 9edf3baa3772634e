"""Heads one after the other, then the cells row by row, where cells may lack or come out of turn.

A program that writes a table cell by cell leaves empty cells out, and a cell over several rows
comes before, between or after the texts of its rows. Each text is given to the column it fits
best, by its form and by whose turn it is, over the table as a whole (the cheapest path).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.cell_forms import CellForms
from tiltak.reading.formats.text.column_cells import TIMES
from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.formats.text.joined_cells import Text, before_time, two_cells
from tiltak.reading.vocabulary import Vocabulary

# What it costs to leave the cell of a column out of a row.
_LACKS = {"measure": 6.0, "number": 2.0, "budget": 1.0, "partners": 0.6, "state": 0.8, "note": 0.4}
_LACKS |= dict.fromkeys(SPANNING, 0.1)
_LACKS_OTHER = 1.2
_ONLY_SPANNING = 1.5
_LEFT_OUT = 3.0
_TWO_CELLS, _CLOSED = 0.6, 0.8
_LONG_NAME = 35
# so much dearer than the cheapest way, a way is not followed
_HOPELESS = 8.0
_MOST_ROWS, _OFTEN, _OTHER_COLUMN = 0.9, 2, 0.8


@dataclass(frozen=True, slots=True)
class _Step:
    """The cheapest way to have a text in a column. `named`: the row has its measure by now."""

    text: Text
    cost: float
    column: int
    named: bool
    before: "_Step | None"
    begins: bool


def rows_in_turn(
    texts: Sequence[Text], roles: Sequence[str | None], vocabulary: Vocabulary
) -> list[dict[int, Text]]:
    """The texts as rows (column → text). Texts after the last row are left."""
    turns = _Turns(roles, vocabulary, [text.whole for text in texts])
    # what stands where is known better when all rows have been seen once
    rows = turns.rows(texts)
    return turns.rows(texts) if turns.learn(rows) else rows


class _Turns:
    """Finds the cheapest path through the columns, text by text."""

    def __init__(
        self, roles: Sequence[str | None], vocabulary: Vocabulary, wholes: Sequence[str]
    ) -> None:
        self._roles = roles
        self._wholes = frozenset(whole for whole in wholes if len(whole) <= _LONG_NAME)
        self._places: dict[str, Counter[int]] = {}
        self._forms = CellForms(roles, vocabulary)
        self._halved: dict[Text, list[tuple[Text, Text]]] = {}
        self._main = roles.index("measure")
        # whether nearly every row has a time right behind its measure
        self._dated = False
        self._vocabulary = vocabulary
        self._lacks = [_LACKS.get(role or "note", _LACKS_OTHER) for role in roles]
        self._sums = list(accumulate(self._lacks, initial=0.0))

    def rows(self, texts: Sequence[Text]) -> list[dict[int, Text]]:
        """The rows of the cheapest path."""
        values = [self._forms.is_value(text.whole) for text in texts]
        left = sum(values)
        layer: list[_Step] = []
        best: tuple[float, _Step | None] = (_LEFT_OUT * left, None)
        for text, value in zip(texts, values, strict=True):
            layer = self._after(layer, text)
            left -= value
            for step in layer:
                total = step.cost + self._closing(step) + _LEFT_OUT * left
                if total <= best[0]:
                    best = (total, step)
        return self._walk(best[1])

    def learn(self, rows: Sequence[Mapping[int, Text]]) -> bool:
        """Learn from rows: which columns are hardly ever empty, and what stands in which.

        False when nothing in them says that the rows could be others.
        """
        before = tuple(self._lacks)
        for column, role in enumerate(self._roles):
            share = sum(column in row for row in rows) / max(len(rows), 1)
            if role in SPANNING and share > _MOST_ROWS:
                self._lacks[column] += share
        dated = self._is_dated(rows)
        if dated:
            self._dated = True
            self._halved = {}
        for row in rows:
            for column, text in row.items():
                self._places.setdefault(text.whole, Counter())[column] += 1
        self._sums = list(accumulate(self._lacks, initial=0.0))
        torn = any(len(p) > 1 and p.total() >= _OFTEN for p in self._places.values())
        return torn or dated or tuple(self._lacks) != before

    def _is_dated(self, rows: Sequence[Mapping[int, Text]]) -> bool:
        """Whether a time stands right behind the measure in most rows, and lacks in some."""
        beside = self._main + 1
        if beside >= len(self._roles) or self._roles[beside] not in TIMES:
            return False
        lacking = sum(beside not in row for row in rows)
        return bool(lacking) and lacking * 2 < len(rows)

    def _walk(self, last: _Step | None) -> list[dict[int, Text]]:
        steps: list[_Step] = []
        while last is not None:
            steps.append(last)
            last = last.before
        rows: list[dict[int, Text]] = []
        for step in reversed(steps):
            if step.begins:
                rows.append({})
            rows[-1][step.column] = step.text
        return rows

    def _after(self, layer: Sequence[_Step], text: Text) -> list[_Step]:
        """The cheapest step to each column after a text, as one cell or as two."""
        ways = self._next(layer, text, range(len(self._roles)))
        halved = self._halves(text)
        if any(right.whole in self._wholes for _, right in halved):
            ways = [replace(step, cost=step.cost + _CLOSED) for step in ways]
        for left, right in halved:
            # a measure often ends in a year
            before = [
                c
                for c in range(len(self._roles) - 1)
                if right.whole in self._wholes or c != self._main or self._dated
            ]
            halves = self._with_two(self._next(layer, left, before), right)
            ways += halves
            for middle, last in self._halves(right):
                parted = self._with_two(self._next(layer, left, before), middle)
                ways += self._with_two(parted, last)
        found: dict[tuple[int, bool], _Step] = {}
        for step in ways:
            key = (step.column, step.named)
            if key not in found or step.cost < found[key].cost:
                found[key] = step
        cheapest = min(step.cost for step in found.values())
        return [step for step in found.values() if step.cost <= cheapest + _HOPELESS]

    def _with_two(self, halves: Sequence[_Step], right: Text) -> list[_Step]:
        """The ways that go on from the left half of a text with the right one, a column further."""
        return [
            step
            for half in halves
            if half.column + 1 < len(self._roles)
            for step in self._next(
                [replace(half, cost=half.cost + _TWO_CELLS)], right, [half.column + 1]
            )
            if not step.begins
        ]

    def _next(self, layer: Sequence[_Step], text: Text, columns: Iterable[int]) -> list[_Step]:
        """The ways to have a text in each of some columns, with and without the row's measure."""
        costs = self._costs(text.whole)
        if not layer:
            return [
                _Step(text, costs[c] + self._skipped(0, c), c, c == self._main, None, begins=True)
                for c in columns
            ]
        closed = [(step, step.cost + self._closing(step)) for step in layer]
        anew, total = min(closed, key=lambda way: way[1])
        ways = []
        for column in columns:
            cost, is_main = costs[column], column == self._main
            for step in layer:
                if column > step.column:
                    on = step.cost + cost + self._skipped(step.column + 1, column)
                    ways.append(_Step(text, on, column, step.named or is_main, step, begins=False))
            # a new row begins after the cheapest end of the one before
            begun = total + cost + self._skipped(0, column)
            ways.append(_Step(text, begun, column, is_main, anew, begins=True))
        return ways

    def _skipped(self, begin: int, end: int) -> float:
        return self._sums[end] - self._sums[begin]

    def _closing(self, step: _Step) -> float:
        """What it costs to end a row here."""
        if not step.named and self._roles[step.column] in SPANNING:
            return _ONLY_SPANNING
        return self._skipped(step.column + 1, len(self._roles))

    def _costs(self, text: str) -> tuple[float, ...]:
        """What speaks against a text in each column: its form, and where else it stands."""
        costs = self._forms.costs(text)
        places = self._places.get(text)
        if not places or places.total() < _OFTEN:
            return costs
        most = max(places.values())
        return tuple(
            cost + _OTHER_COLUMN * (1 - places[column] / most) for column, cost in enumerate(costs)
        )

    def _halves(self, text: Text) -> list[tuple[Text, Text]]:
        if text not in self._halved:
            found = list(two_cells(text, self._wholes, self._vocabulary))
            if self._dated:
                found = list(dict.fromkeys((*before_time(text, self._vocabulary), *found)))
            self._halved[text] = found
        return self._halved[text]


def block_of_rows(
    heads: Sequence[Text], rows: Sequence[dict[int, Text]], roles: Sequence[str | None]
) -> TableBlock:
    """The rows as a table; a cell alone in its row belongs to the row it stands beside."""
    kept: list[dict[int, Text]] = []
    for row in rows:
        alone = all(roles[column] in SPANNING for column in row)
        if alone and kept and not set(row) & set(kept[-1]):
            kept[-1] |= row
        else:
            kept.append(dict(row))
    body = [TableRow(tuple(_cell(column, row[column]) for column in sorted(row))) for row in kept]
    head = TableRow(tuple(_cell(column, text) for column, text in enumerate(heads)))
    return TableBlock((head, *body), pieced=True)


def _cell(column: int, text: Text) -> Cell:
    return Cell(
        column,
        tuple(CellLine(line, passage, at) for at, (line, passage) in enumerate(text.lines)),
    )


def is_full(block: TableBlock) -> bool:
    """Whether every column has a cell in most rows, its head left out."""
    _, *rows = block.rows
    filled = Counter(cell.column for row in rows for cell in row.cells)
    spans = {c.column for row in rows for c in row.cells if c.row_span > 1}
    return all(
        cell.column in spans or 2 * filled[cell.column] > len(rows) for cell in block.rows[0].cells
    )
