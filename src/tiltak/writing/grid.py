"""The council's table as lines of cells, the same for Word and PDF.

A cell over several rows stands in its first row (as in HTML); the rows below leave it out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tiltak.planfile import sums
from tiltak.planfile.model import Plan
from tiltak.wording import Words
from tiltak.writing.cells import cell_lines, numbered, year_lines
from tiltak.writing.document import PlanPaper
from tiltak.writing.money import MISSING, sum_text
from tiltak.writing.table import AMOUNT_KINDS, Column, Group, PaperTable, TableRow, rows_of_amount

LineKind = Literal["head", "row", "sum", "total"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """Lines of text in `column`; a number stands to the right."""

    column: int
    lines: tuple[str, ...]
    is_number: bool = False
    is_strong: bool = False
    column_span: int = 1
    row_span: int = 1


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the table. `starts_group` is the first of an area; `keeps` with the next line."""

    kind: LineKind
    cells: tuple[GridCell, ...]
    starts_group: bool = False
    keeps: bool = False


def grid_of(table: PaperTable, paper: PlanPaper, total: sums.Sum | None) -> list[GridLine]:
    """Head, rows with the sum of each area, and the sum in all where `total` is given."""
    lines = [_head(table)]
    for group in table.groups:
        lines += _group(table, group, paper)
    if total is not None:
        by_year = sums.by_year(sums.lines_of(paper.plan))
        label = paper.words.gettext("Sum i alt")
        lines.append(_sum(_Money("total", label, total, by_year), table, paper.words))
    return lines


def _head(table: PaperTable) -> GridLine:
    cells = (
        GridCell(i, (column.head,), is_number=column.kind in AMOUNT_KINDS, is_strong=True)
        for i, column in enumerate(table.columns)
    )
    return GridLine("head", tuple(cells))


def _group(table: PaperTable, group: Group, paper: PlanPaper) -> Iterator[GridLine]:
    with_sum = group.total is not None and table.has_area_sums
    for i, row in enumerate(group.rows):
        cells = (
            _cell(table, group, i, at, paper)
            for at, column in enumerate(table.columns)
            if not _covered(column, row, is_first=i == 0)
        )
        is_last = i == len(group.rows) - 1
        yield GridLine("row", tuple(cells), starts_group=i == 0, keeps=is_last and with_sum)
    if with_sum and group.total is not None:
        label = paper.words.gettext("Sum %(area)s") % {"area": group.area}
        by_year = _years_of(paper.plan, group.area)
        yield _sum(_Money("sum", label, group.total, by_year), table, paper.words)


def _covered(column: Column, row: TableRow, *, is_first: bool) -> bool:
    """The area stands once for its rows, and so does an amount that rows share."""
    if column.kind == "area":
        return not is_first
    return column.kind in AMOUNT_KINDS and row.shares_budget and not is_first


def _cell(table: PaperTable, group: Group, i: int, at: int, paper: PlanPaper) -> GridCell:
    column, row = table.columns[at], group.rows[i]
    lines = tuple(cell_lines(row, column, paper.words))
    if column.kind in AMOUNT_KINDS:
        return GridCell(
            at, lines or (MISSING,), is_number=True, row_span=rows_of_amount(group.rows, i)
        )
    if column.kind == "measure" and not any(c.kind == "number" for c in table.columns):
        lines = (numbered(row.number, row.owner.text),)
    if column.kind == "area":
        return GridCell(at, lines, is_strong=True, row_span=len(group.rows))
    return GridCell(at, lines)


def _years_of(plan: Plan, area: str) -> dict[int | None, int]:
    return sums.by_year(line for line in sums.lines_of(plan) if (line.area or "") == area)


@dataclass(frozen=True, slots=True)
class _Money:
    """What a sum line tells: its name, the sum, and the sum of each year."""

    kind: LineKind
    label: str
    total: sums.Sum
    by_year: dict[int | None, int]


def _sum(money: _Money, table: PaperTable, words: Words) -> GridLine:
    """The label up to the first amount; the amounts; or the sentence that there is none."""
    amounts = [i for i, column in enumerate(table.columns) if column.kind in AMOUNT_KINDS]
    first, behind, end = amounts[0], amounts[-1] + 1, len(table.columns)
    head = GridCell(0, (money.label,), is_strong=True, column_span=first)
    if money.total.total is None:
        said = GridCell(first, (sum_text(money.total, words),), column_span=end - first)
        return GridLine(money.kind, (head, said))
    cells = [head]
    for i in amounts:
        lines = _sum_lines(table.columns[i], money.total.total, money.by_year, words)
        cells.append(GridCell(i, tuple(lines), is_number=True, is_strong=True))
    if behind < end:
        cells.append(GridCell(behind, (), column_span=end - behind))
    return GridLine(money.kind, tuple(cells))


def _sum_lines(
    column: Column, total: int, by_year: dict[int | None, int], words: Words
) -> list[str]:
    if column.kind == "years":
        years = {year: by_year.get(int(year)) for year in column.name.split()}
        return year_lines(years, total, words)
    amount = by_year.get(int(column.name)) if column.kind == "year" else total
    return [MISSING if amount is None else words.kroner(amount)]


def with_spans_drawn(lines: list[GridLine]) -> list[tuple[GridLine, frozenset[int]]]:
    """Each line with the cells of rows above put in, and which columns those are.

    For formats that draw every part of a merged cell, as Word does.
    """
    drawn: list[tuple[GridLine, frozenset[int]]] = []
    open_cells: dict[int, tuple[GridCell, int]] = {}
    for line in lines:
        carried = {at: cell for at, (cell, left) in open_cells.items() if left > 0}
        cells = sorted((*line.cells, *carried.values()), key=lambda cell: cell.column)
        drawn.append((replace(line, cells=tuple(cells)), frozenset(carried)))
        open_cells = {at: (cell, left - 1) for at, (cell, left) in open_cells.items() if left > 1}
        open_cells |= {c.column: (c, c.row_span - 1) for c in line.cells if c.row_span > 1}
    return drawn
