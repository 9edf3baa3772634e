"""Amounts that several rows share, in a reader's words.

A cell of the document that stands for several rows has its amount on one of them; the others do
not lack one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tiltak.domain.plans.queries.values import CellLine, RowView
from tiltak.web.plan.amounts import Amount, amounts
from tiltak.web.plan.numbering import shown_number
from tiltak.wording import Words


def sharing_words(others: Iterable[str], said: Words) -> str:
    """`deler beløp med rad 2, 3`; the numbers of rows that have none are not told."""
    numbers = ", ".join(dict.fromkeys(filter(None, others)))
    if not numbers:
        return said.gettext("deler beløp med ei anna rad")
    return said.gettext("deler beløp med rad\u00a0%(numbers)s") % {"numbers": numbers}


def words_of(lines: Iterable[CellLine], said: Words) -> str:
    """The same of rows that hold an amount; "" for none."""
    numbers = [shown_number(line.number) for line in lines]
    return sharing_words(numbers, said) if numbers else ""


def row_amounts(row: RowView, said: Words) -> list[Amount]:
    """What a row says of money, its own and that of the cells it shares with others."""
    found: list[Amount] = []
    for budget in row.budgets:
        sharers = [line for line in row.beside if line.budget.cell_group == budget.cell_group]
        stated = amounts([budget], row.time, said) or _first_stated(sharers, said)
        found += [_beside(one, sharers, said) for one in stated]
    return found


def _first_stated(sharers: Sequence[CellLine], said: Words) -> list[Amount]:
    stated = (amounts([line.budget], line.time, said) for line in sharers)
    return next((lines for lines in stated if lines), [])


def _beside(amount: Amount, sharers: Sequence[CellLine], said: Words) -> Amount:
    notes = filter(None, (amount.note, words_of(sharers, said)))
    return replace(amount, note=" · ".join(notes))
