"""Several columns of money: which of them count, and which are parts of one amount."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tiltak.reading.blocks import TableRow
from tiltak.reading.structure.columns.by_content import SAMPLE, column_texts
from tiltak.reading.structure.columns.column import TableColumn
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.worded_money import says_nothing
from tiltak.reading.vocabulary import Vocabulary

_UNIT = re.compile(r"\([^)]+\)")
_FEWEST = 2
_FIGURE = re.compile(r"\d[\d\s.,]*(?:,-)?")


def with_kinds(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """A column of amounts with a kind of money for its head, "Drift" beside "Investering", holds
    money too; so do those of who pays below "Finansiering" where no other column has amounts, and
    "Finansiering" itself where it says more often how much than who."""
    money = [column for column in columns if column.role == "budget"]
    payers = [column for column in columns if column.role == "funder"]
    if not money and len(payers) == 1 and _says_how_much(payers[0], rows, vocabulary):
        return tuple(replace(c, role="budget") if c is payers[0] else c for c in columns)
    if not all(_says_kind(column, vocabulary) for column in money):
        return columns

    def is_named(column: TableColumn) -> bool:
        if money:
            return _says_kind(column, vocabulary)
        return bool(column.part) and vocabulary.head(column.name).role == "funder"

    def is_kind(column: TableColumn) -> bool:
        if column.role is not None or not is_named(column):
            return False
        texts = column_texts(rows[:SAMPLE], column)
        texts = [text for text in texts if not says_nothing(text, vocabulary)]
        return bool(texts) and all(
            _FIGURE.fullmatch(text) or is_amount(text, vocabulary) for text in texts
        )

    return tuple(replace(c, role="budget") if is_kind(c) else c for c in columns)


def _says_how_much(column: TableColumn, rows: Sequence[TableRow], vocabulary: Vocabulary) -> bool:
    texts = column_texts(rows[:SAMPLE], column)
    amounts = sum(is_amount(text, vocabulary) for text in texts)
    return bool(amounts) and _FEWEST * amounts >= len(texts)


def with_shares(
    columns: tuple[TableColumn, ...], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """Several columns of money: the one with the sum counts, else each holds a share of it.

    They are shares where each says its unit or parts one head, and none is called "Kostnad" or
    "Budsjett" by itself; and where each says what its money is for ("Drift", "Investering").
    """
    money = [c for c in columns if c.role == "budget" and c.year is None]
    if len(money) < _FEWEST:
        return columns
    whole = next((c for c in money if vocabulary.sum_row.match(c.part or c.name)), None)
    if whole is not None and (len(money) > _FEWEST or whole.part):
        parts = {c.index for c in money if c is not whole}
        return tuple(replace(c, role="note") if c.index in parts else c for c in columns)
    if whole is not None:
        return columns
    called = {c.index for c in money if _is_called_money(c, vocabulary)}
    if called:
        # "Eigendel (kr)" beside "Kostnad (kr)" is a part of it
        rest = {c.index for c in money} - called
        return tuple(replace(c, role="note") if c.index in rest else c for c in columns)
    shares = {c.index for c in money} if _are_apart(money, vocabulary) else {}
    return tuple(replace(c, role="share") if c.index in shares else c for c in columns)


def _are_apart(money: Sequence[TableColumn], vocabulary: Vocabulary) -> bool:
    return all(_says_kind(column, vocabulary) for column in money) or all(
        column.part or column.unit or _UNIT.search(column.name) for column in money
    )


def _is_called_money(column: TableColumn, vocabulary: Vocabulary) -> bool:
    """Whether a head is a word for money that does not say what for: "Kostnad", "Budsjett"."""
    name = vocabulary.head_words(column.part or column.name)
    return vocabulary.column_role(name) == "budget" and not _says_kind(column, vocabulary)


def _says_kind(column: TableColumn, vocabulary: Vocabulary) -> bool:
    kinds = vocabulary.list_of("table", "kinds_of_money")
    return vocabulary.head_words(column.part or column.name).startswith(kinds)
