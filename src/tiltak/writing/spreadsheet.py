"""The council's table as columns of a spreadsheet: one value in a cell, money as numbers."""

from dataclasses import dataclass, replace
from typing import Literal

from tiltak.planfile.model import Budget
from tiltak.wording import Words
from tiltak.writing.cells import cell_amount, cell_lines
from tiltak.writing.money import amount_text
from tiltak.writing.table import Column, PaperTable, TableRow

SheetValue = str | int | None
# amount: the budget number `index` as the plan has it; total: all budgets over all their years
ValueKind = Literal["text", "year", "amount", "funder", "total"]
WIDTHS = {"area": 22.0, "theme": 22.0, "number": 6.0, "measure": 70.0, "time": 12.0}
MONEY_WIDTH = 16.0


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column; `width` in characters. Sums are taken of the one with `is_summed`."""

    kind: ValueKind
    head: str
    source: Column
    width: float = MONEY_WIDTH
    index: int = 0
    is_summed: bool = False

    @property
    def is_money(self) -> bool:
        """Whole kroner, or the plan's words in place of an amount."""
        return self.kind in {"year", "amount", "total"}


def sheet_columns(table: PaperTable, words: Words) -> list[SheetColumn]:
    """The columns of the council's table, the number of a row in a column of its own."""
    has_number = any(column.kind == "number" for column in table.columns)
    columns: list[SheetColumn] = []
    for column in table.columns:
        if column.kind == "measure" and not has_number:
            number = Column("number", words.gettext("Nr."))
            columns.append(SheetColumn("text", number.head, number, WIDTHS["number"]))
        columns += _columns(table, column, words)
    return columns


def _columns(table: PaperTable, column: Column, words: Words) -> list[SheetColumn]:
    match column.kind:
        case "budget":
            return _budget_columns(table, column, words)
        case "year":
            return [SheetColumn("year", column.head, column)]
        case "total":
            return [SheetColumn("total", column.head, column, is_summed=True)]
        case kind:
            return [SheetColumn("text", column.head, column, WIDTHS.get(kind, 26.0))]


def _budget_columns(table: PaperTable, column: Column, words: Words) -> list[SheetColumn]:
    """Amount and funder of each budget, and what they come to where that is another figure."""
    rows = list(table.rows)
    budgets = [budget for row in rows for budget in row.budgets]
    most = max((len(row.budgets) for row in rows), default=1) or 1
    columns = []
    for i in range(most):
        columns.append(SheetColumn("amount", _nth(column.head, i), column, index=i))
        if any(budget.funder for budget in budgets):
            head = _nth(words.gettext("Finansiering"), i)
            columns.append(SheetColumn("funder", head, column, 20.0, index=i))
    if most == 1 and not any(budget.per == "year" for budget in budgets):
        return [replace(columns[0], is_summed=True), *columns[1:]]
    return [*columns, SheetColumn("total", words.gettext("I alt"), column, is_summed=True)]


def _nth(head: str, index: int) -> str:
    return f"{head} {index + 1}" if index else head


def sheet_value(row: TableRow, column: SheetColumn, words: Words) -> SheetValue:
    """A number, a text, or None where the plan says nothing."""
    match column.kind:
        case "amount":
            budget = _nth_budget(row, column.index)
            return _amount(budget, words) if budget else None
        case "funder":
            budget = _nth_budget(row, column.index)
            return budget.funder if budget else None
        case "year" | "total":
            amount = cell_amount(row, column.source)
            return amount if amount is not None else _said_instead(row, column, words)
        case _:
            return " ".join(cell_lines(row, column.source, words)) or None


def _nth_budget(row: TableRow, index: int) -> Budget | None:
    return row.budgets[index] if index < len(row.budgets) else None


def _amount(budget: Budget, words: Words) -> SheetValue:
    """A bare number only where it says all: "125 000 kr per år" and "£9,000" are texts."""
    is_plain = budget.amount is not None and not budget.per and not budget.per_year
    if is_plain and budget.basis == "amount" and budget.currency in {None, "NOK"}:
        return budget.amount
    return amount_text(budget, words) or None


def _said_instead(row: TableRow, column: SheetColumn, words: Words) -> str | None:
    """The plan's words in place of a sum by year; elsewhere they stand beside this column."""
    if column.source.kind != "total":
        return None
    return ", ".join(cell_lines(row, column.source, words)) or None
