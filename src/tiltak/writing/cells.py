"""What stands in a cell of the council's table, as lines of text and as a number."""

from collections.abc import Callable, Mapping

from tiltak.planfile.sums import line_total, split_by_year
from tiltak.wording import Words
from tiltak.writing.money import budget_text, parties_text, time_text
from tiltak.writing.table import Column, TableRow


def mark_of(number: str | None) -> str:
    """A number as councils print it: `1)`, `a)`, but `2.1.4`.

    Plans keep a list mark such as "-" or "o" as a number too: those give "".
    """
    if not number or number == "o" or not any(c.isalnum() for c in number):
        return ""
    return f"{number})" if number.isdecimal() or len(number) == 1 else number


def numbered(number: str | None, text: str) -> str:
    """A text behind its number."""
    mark = mark_of(number)
    return f"{mark} {text}" if mark else text


def cell_lines(row: TableRow, column: Column, words: Words) -> list[str]:
    """The lines of a cell; none where the plan says nothing."""
    if column.kind == "budget":
        return [text for budget in row.budgets if (text := budget_text(budget, words))]
    if column.kind == "years":
        return _year_lines(row, column, words) or _unsplit_lines(row, column, words)
    if column.kind in {"year", "total"}:
        amount = cell_amount(row, column)
        return [words.kroner(amount)] if amount is not None else _unsplit_lines(row, column, words)
    text = _text(row, column, words)
    return [text] if text else []


def cell_amount(row: TableRow, column: Column) -> int | None:
    """The whole kroner of an amount cell: of a year, or of all the row's budgets together."""
    if column.kind == "year":
        amounts = [split_by_year(line).get(int(column.name)) for line in row.lines]
    else:
        amounts = [line_total(line) for line in row.lines]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _year_lines(row: TableRow, column: Column, words: Words) -> list[str]:
    years = {year: cell_amount(row, Column("year", "", year)) for year in column.name.split()}
    return year_lines(years, cell_amount(row, Column("total", "")), words)


def year_lines(years: Mapping[str, int | None], total: int | None, words: Words) -> list[str]:
    """`2026: 400 000 kr`, `2027: 740 000 kr`, `Sum: 1 140 000 kr`; the sum alone without a split."""
    said = [f"{year}: {words.kroner(one)}" for year, one in years.items() if one is not None]
    if total is None:
        return said
    if not said:
        return [words.kroner(total)]
    in_all = words.gettext("Sum: %(amount)s") % {"amount": words.kroner(total)}
    return [*said, in_all]


def _unsplit_lines(row: TableRow, column: Column, words: Words) -> list[str]:
    """Words such as "innanfor ramma" belong in the last column, not in that of a year."""
    if column.kind == "year":
        return []
    return [text for budget in row.budgets if (text := budget_text(budget, words))]


def _text(row: TableRow, column: Column, words: Words) -> str:
    if column.kind == "extra":
        return row.extra.get(column.name, "")
    return _TEXTS[column.kind](row, words)


_TEXTS: dict[str, Callable[[TableRow, Words], str]] = {
    "area": lambda row, _: row.area,
    "theme": lambda row, _: row.theme,
    "number": lambda row, _: row.number or "",
    "measure": lambda row, _: row.owner.text,
    "time": lambda row, words: time_text(row.owner.time, words),
    "responsible": lambda row, _: parties_text(row.owner.responsible),
    "partners": lambda row, _: parties_text(row.owner.partners),
    "state": lambda row, _: row.owner.state or "",
}
