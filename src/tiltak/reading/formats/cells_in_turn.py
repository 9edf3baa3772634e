"""Heads one after the other, then the cells row by row, where cells may lack or come out of turn.

A program that writes a table cell by cell leaves empty cells out, and a cell over several rows
comes before, between or after the texts of its rows. Each text is given to the column it fits
best, by its form and by whose turn it is, over the table as a whole (the cheapest path).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.column_cells import TIMES, is_count, is_money
from tiltak.reading.formats.entries import SPANNING
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
_SHORT, _LONG = 16, 70


@dataclass(frozen=True, slots=True)
class Text:
    """One cell's text as written: its lines, each with its place."""

    lines: tuple[tuple[str, Passage], ...]

    @property
    def whole(self) -> str:
        return " ".join(text for text, _ in self.lines)


@dataclass(frozen=True, slots=True)
class _Step:
    """The cheapest way to have a text in a column. `named`: the row has its measure by now."""

    cost: float
    column: int
    named: bool
    before: "_Step | None"
    begins: bool


def rows_in_turn(
    texts: Sequence[Text], roles: Sequence[str | None], vocabulary: Vocabulary
) -> list[dict[int, Text]]:
    """The texts as rows (column → text). Texts after the last row are left."""
    return _Turns(roles, vocabulary).rows(texts)


class _Turns:
    """Finds the cheapest path through the columns, text by text."""

    def __init__(self, roles: Sequence[str | None], vocabulary: Vocabulary) -> None:
        self._roles = roles
        self._main = roles.index("measure")
        self._vocabulary = vocabulary
        self._lacks = [_LACKS.get(role or "note", _LACKS_OTHER) for role in roles]

    def rows(self, texts: Sequence[Text]) -> list[dict[int, Text]]:
        """The rows of the cheapest path."""
        form = [self._costs(text.whole) for text in texts]
        values = [self._is_value(text.whole) for text in texts]
        left = sum(values)
        layer: list[_Step] = []
        best: tuple[float, int, _Step | None] = (_LEFT_OUT * left, 0, None)
        for index, costs in enumerate(form):
            layer = self._next(layer, costs)
            left -= values[index]
            for step in layer:
                total = step.cost + self._closing(step) + _LEFT_OUT * left
                if total <= best[0]:
                    best = (total, index + 1, step)
        return self._walk(texts[: best[1]], best[2])

    def _walk(self, texts: Sequence[Text], last: _Step | None) -> list[dict[int, Text]]:
        steps: list[_Step] = []
        while last is not None:
            steps.append(last)
            last = last.before
        rows: list[dict[int, Text]] = []
        for text, step in zip(texts, reversed(steps), strict=True):
            if step.begins:
                rows.append({})
            rows[-1][step.column] = text
        return rows

    def _next(self, layer: Sequence[_Step], costs: Sequence[float]) -> list[_Step]:
        """The cheapest step to each column, with and without the row's measure."""
        found: dict[tuple[int, bool], _Step] = {}
        for column, cost in enumerate(costs):
            for step in self._ways_to(layer, column, cost):
                key = (column, step.named)
                if key not in found or step.cost < found[key].cost:
                    found[key] = step
        return list(found.values())

    def _ways_to(self, layer: Sequence[_Step], column: int, cost: float) -> list[_Step]:
        is_main = column == self._main
        if not layer:
            return [_Step(cost + self._skipped(0, column), column, is_main, None, begins=True)]
        ways = []
        for step in layer:
            if column > step.column:
                total = step.cost + cost + self._skipped(step.column + 1, column)
                ways.append(_Step(total, column, step.named or is_main, step, begins=False))
            total = step.cost + cost + self._closing(step) + self._skipped(0, column)
            ways.append(_Step(total, column, is_main, step, begins=True))
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
        return [self._cost(text, role) for role in self._roles]

    def _cost(self, text: str, role: str | None) -> float:
        time, money = is_time(text, self._vocabulary), is_money(text, self._vocabulary)
        if role in (*TIMES, "number", "budget"):
            return self._cost_of_value(text, role or "", is_time=time, is_money=money)
        if is_count(text) or is_amount(text, self._vocabulary):
            return _WRONG_FORM
        wrong = 2.0 * (time + money)
        if role == "measure":
            return wrong + (1.0 if len(text) < _SHORT else 0.0)
        if role in ("responsible", "partners", "state"):
            return wrong + (1.5 if len(text) > _LONG else 0.0) + (text[-1] == ".")
        return wrong + (0.3 if role in SPANNING else 0.2)

    def _cost_of_value(self, text: str, role: str, *, is_time: bool, is_money: bool) -> float:
        if role == "budget":
            with_figures = any(sign.isdigit() for sign in text)
            return 0.0 if is_money else (2.0 if with_figures else 3.0)
        is_number = is_count(text) or read_code(f"{text} A") is not None
        known = is_number if role == "number" else is_time
        return 0.0 if known else _WRONG_FORM


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
