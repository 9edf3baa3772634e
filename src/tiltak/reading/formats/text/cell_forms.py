"""How well a text fits the columns of a table by its form: what speaks against it in each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.text.column_cells import TIMES, is_count, is_money
from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.numbering import read_code
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_WRONG_FORM, _UNSAID, _TWO = 5.0, 0.3, 0.9
_MARK = 2
_SHORT, _LONG, _LONG_NAME, _LONGEST_TIME = 16, 70, 35, 20
_FIGURE = re.compile(r"[-−–]?\d{1,3}(?:[ \u00a0.]?\d{3})*(?:[.,]\d+)?")
_DATE_FIRST = re.compile(r"\d\d?\.\d\d?\.\d{4} (?![-–])")
_FIGURE_FIRST = re.compile(r"\d+(?:[.,]\d+)?\s+[^\W\d]")


@dataclass(frozen=True, slots=True)
class _Form:
    """What a text is by its form."""

    time: bool
    amount: bool
    money: bool
    number: bool
    figure: bool


class CellForms:
    """Forms of texts and what they cost in columns of some roles, each text looked at once."""

    def __init__(self, roles: Sequence[str | None], vocabulary: Vocabulary) -> None:
        self._roles = roles
        self._vocabulary = vocabulary
        self._forms: dict[str, _Form] = {}
        self._costs: dict[str, tuple[float, ...]] = {}

    def is_value(self, text: str) -> bool:
        """Whether a text is a time or an amount."""
        form = self._form(text)
        return form.time or form.amount

    def costs(self, text: str) -> tuple[float, ...]:
        """What speaks against a text in each column."""
        if text not in self._costs:
            form = self._form(text)
            self._costs[text] = tuple(_cost(text, form, role) for role in self._roles)
        return self._costs[text]

    def _form(self, text: str) -> _Form:
        if text not in self._forms:
            self._forms[text] = _Form(
                time=is_time(text, self._vocabulary),
                amount=is_amount(text, self._vocabulary),
                money=is_money(text, self._vocabulary),
                number=is_count(text) or read_code(f"{text} A") is not None,
                figure=_FIGURE.fullmatch(text) is not None,
            )
        return self._forms[text]


def _cost(text: str, form: _Form, role: str | None) -> float:
    if role == "number":
        return 0.0 if form.number else _WRONG_FORM
    if role == "budget":
        return _cost_of_money(text, form)
    if role in TIMES:
        return _cost_of_time(text, form)
    if form.figure or form.amount:
        return _UNSAID if role in ("note", None) else _WRONG_FORM
    return 2.0 * (form.time + form.money) + _cost_of_text(text, role)


def _cost_of_text(text: str, role: str | None) -> float:
    if role == "measure":
        if len(text) <= _MARK:
            return _WRONG_FORM  # a cross
        return 1.0 if len(text) < _SHORT else 0.0
    if role in ("responsible", "partners", "state"):
        return _cost_of_name(text)
    return 0.3 if role in SPANNING else 0.2


def _cost_of_money(text: str, form: _Form) -> float:
    if form.money:
        return 0.0
    if form.figure and not form.time:
        return _UNSAID
    return 2.0 if any(map(str.isdigit, text)) else 3.0


def _cost_of_time(text: str, form: _Form) -> float:
    if not form.time:
        return _WRONG_FORM
    # "Fylkeskommunen 2027" is two cells, as "01.10.2022 0,6" is
    is_two = (len(text) > _LONGEST_TIME and text[0].isalpha()) or _DATE_FIRST.match(text)
    return _TWO if is_two else 0.0


def _cost_of_name(text: str) -> float:
    """Of who, and of a state: "120 Innkjøp" is two cells, a sentence is none of them."""
    cost = 1.0 if _FIGURE_FIRST.match(text) else 0.0
    cost += 0.6 * (len(text) > _LONG_NAME) + 0.5 * any(map(str.isdigit, text))
    return cost + (1.5 if len(text) > _LONG else 0.0) + (text[-1] == ".")
