"""Heads one after the other, then the cells row by row, where cells may lack or come out of turn.

A program that writes a table cell by cell leaves empty cells out, and a cell over several rows
comes before, between or after the texts of its rows. Each text is given to the column it fits
best, by its form and by whose turn it is, over the table as a whole (the cheapest path).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.column_cells import TIMES, is_count, is_money
from tiltak.reading.formats.entries import SPANNING
from tiltak.reading.formats.joined_cells import Text, two_cells
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.numbering import read_code
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

# What it costs to leave the cell of a column out of a row.
_LACKS = {"measure": 6.0, "number": 2.0, "budget": 1.0, "partners": 0.6, "state": 0.8, "note": 0.4}
_LACKS |= dict.fromkeys(SPANNING, 0.1)
_LACKS_OTHER = 1.2
_WRONG_FORM = 5.0
_ONLY_SPANNING = 1.5
_LEFT_OUT = 3.0
_TWO_CELLS, _UNSAID, _CLOSED = 0.6, 0.3, 0.8
_MOST_ROWS, _OFTEN, _OTHER_COLUMN = 0.9, 2, 0.8
_SHORT, _LONG, _LONG_NAME, _LONGEST_TIME = 16, 70, 35, 20
_FIGURE = re.compile(r"[-−–]?\d{1,3}(?:[ \u00a0.]?\d{3})*(?:[.,]\d+)?")
_DATE_FIRST = re.compile(r"\d\d?\.\d\d?\.\d{4} (?![-–])")
_FIGURE_FIRST = re.compile(r"\d+(?:[.,]\d+)?\s+[^\W\d]")


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
    turns.learn(turns.rows(texts))
    return turns.rows(texts)


class _Turns:
    """Finds the cheapest path through the columns, text by text."""

    def __init__(
        self, roles: Sequence[str | None], vocabulary: Vocabulary, wholes: Sequence[str]
    ) -> None:
        self._roles = roles
        self._wholes = frozenset(whole for whole in wholes if len(whole) <= _LONG_NAME)
        self._places: dict[str, Counter[int]] = {}
        self._main = roles.index("measure")
        self._vocabulary = vocabulary
        self._lacks = [_LACKS.get(role or "note", _LACKS_OTHER) for role in roles]

    def rows(self, texts: Sequence[Text]) -> list[dict[int, Text]]:
        """The rows of the cheapest path."""
        values = [self._is_value(text.whole) for text in texts]
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

    def learn(self, rows: Sequence[Mapping[int, Text]]) -> None:
        """Learn from rows: which columns are hardly ever empty, and what stands in which."""
        for column, role in enumerate(self._roles):
            share = sum(column in row for row in rows) / max(len(rows), 1)
            if role in SPANNING and share > _MOST_ROWS:
                self._lacks[column] += share
        for row in rows:
            for column, text in row.items():
                self._places.setdefault(text.whole, Counter())[column] += 1

    def _elsewhere(self, text: str, column: int) -> float:
        """What speaks against a text that stands in other columns more often."""
        places = self._places.get(text)
        if not places or places.total() < _OFTEN:
            return 0.0
        return _OTHER_COLUMN * (1 - places[column] / max(places.values()))

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
        halved = list(two_cells(text, self._wholes, self._vocabulary))
        if any(right.whole in self._wholes for _, right in halved):
            ways = [replace(step, cost=step.cost + _CLOSED) for step in ways]
        for left, right in halved:
            # a measure often ends in a year
            before = [
                c
                for c in range(len(self._roles) - 1)
                if right.whole in self._wholes or c != self._main
            ]
            halves = [
                replace(step, cost=step.cost + _TWO_CELLS)
                for step in self._next(layer, left, before)
            ]
            ways += [
                step
                for half in halves
                for step in self._next([half], right, [half.column + 1])
                if not step.begins
            ]
        found: dict[tuple[int, bool], _Step] = {}
        for step in ways:
            key = (step.column, step.named)
            if key not in found or step.cost < found[key].cost:
                found[key] = step
        return list(found.values())

    def _next(self, layer: Sequence[_Step], text: Text, columns: Iterable[int]) -> list[_Step]:
        """The ways to have a text in each of some columns, with and without the row's measure."""
        costs = self._costs(text.whole)
        return [
            step for column in columns for step in self._ways_to(layer, text, column, costs[column])
        ]

    def _ways_to(self, layer: Sequence[_Step], text: Text, column: int, cost: float) -> list[_Step]:
        is_main = column == self._main
        if not layer:
            total = cost + self._skipped(0, column)
            return [_Step(text, total, column, is_main, None, begins=True)]
        ways = []
        for step in layer:
            if column > step.column:
                total = step.cost + cost + self._skipped(step.column + 1, column)
                ways.append(_Step(text, total, column, step.named or is_main, step, begins=False))
            total = step.cost + cost + self._closing(step) + self._skipped(0, column)
            ways.append(_Step(text, total, column, is_main, step, begins=True))
        return ways

    def _skipped(self, begin: int, end: int) -> float:
        return sum(self._lacks[begin:end])

    def _closing(self, step: _Step) -> float:
        """What it costs to end a row here."""
        if not step.named and self._roles[step.column] in SPANNING:
            return _ONLY_SPANNING
        return self._skipped(step.column + 1, len(self._roles))

    def _is_value(self, text: str) -> bool:
        return is_time(text, self._vocabulary) or is_amount(text, self._vocabulary)

    def _costs(self, text: str) -> list[float]:
        """What speaks against a text in each column."""
        return [self._cost(text, column) for column in range(len(self._roles))]

    def _cost(self, text: str, column: int) -> float:
        role = self._roles[column]
        time, money = is_time(text, self._vocabulary), is_money(text, self._vocabulary)
        if role in (*TIMES, "number", "budget"):
            return self._cost_of_value(text, role or "", is_time=time, is_money=money)
        if _FIGURE.fullmatch(text) or is_amount(text, self._vocabulary):
            return _UNSAID if role in ("note", None) else _WRONG_FORM
        wrong = 2.0 * (time + money) + self._elsewhere(text, column)
        if role == "measure":
            return wrong + (1.0 if len(text) < _SHORT else 0.0)
        if role in ("responsible", "partners", "state"):
            # "120 Innkjøp" is two cells
            unlike = (
                1.0 * (_FIGURE_FIRST.match(text) is not None)
                + 0.6 * (len(text) > _LONG_NAME)
                + 0.5 * any(map(str.isdigit, text))
            )
            return wrong + unlike + (1.5 if len(text) > _LONG else 0.0) + (text[-1] == ".")
        return wrong + (0.3 if role in SPANNING else 0.2)

    def _cost_of_value(self, text: str, role: str, *, is_time: bool, is_money: bool) -> float:
        if role == "budget":
            if is_money or (_FIGURE.fullmatch(text) and not is_time):
                return 0.0 if is_money else _UNSAID
            with_figures = any(sign.isdigit() for sign in text)
            return 2.0 if with_figures else 3.0
        is_number = is_count(text) or read_code(f"{text} A") is not None
        if role == "number":
            return 0.0 if is_number else _WRONG_FORM
        if not is_time:
            return _WRONG_FORM
        # "Fylkeskommunen 2027" is two cells, as "01.10.2022 0,6" is
        two = (len(text) > _LONGEST_TIME and text[0].isalpha()) or _DATE_FIRST.match(text)
        return 0.9 if two else 0.0


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
