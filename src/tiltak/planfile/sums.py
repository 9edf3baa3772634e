"""The one calculation of money: what a set of budget lines comes to.

Pages, documents and the API all ask here. A line that several measures share is one line
and counts once. A line without an amount is not 0: it is counted as `without_amount`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from tiltak.planfile import walk
from tiltak.planfile.model import Budget, Plan, Time


@dataclass(frozen=True, slots=True)
class Line:
    """One budget line. `key` is its identity; `years` those it covers. Amounts in whole NOK."""

    key: object
    amount: int | None
    years: tuple[int, ...] = ()
    per_year: Mapping[str, int] | None = None
    per: str | None = None
    area: str | None = None
    funder: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A total in whole NOK with what it rests on. `total` is None when no line has an amount."""

    total: int | None
    with_amount: int
    without_amount: int


GroupSums = dict[str | None, Sum]


def line_total(line: Line) -> int | None:
    """What the line comes to in all: an amount per year is taken once for each of its years."""
    if line.amount is None:
        return sum(line.per_year.values()) if line.per_year else None
    if line.per == "year" and line.years:
        return line.amount * len(line.years)
    return line.amount


def add_up(lines: Iterable[Line]) -> Sum:
    """The sum of distinct lines (by `key`)."""
    distinct = {line.key: line_total(line) for line in lines}
    amounts = [amount for amount in distinct.values() if amount is not None]
    return Sum(sum(amounts) if amounts else None, len(amounts), len(distinct) - len(amounts))


def _grouped(lines: Iterable[Line], group_of: Callable[[Line], str | None]) -> GroupSums:
    groups: dict[str | None, list[Line]] = {}
    for line in lines:
        groups.setdefault(group_of(line), []).append(line)
    return {group: add_up(members) for group, members in groups.items()}


def by_area(lines: Iterable[Line]) -> GroupSums:
    """A sum per focus area, in the order the areas appear."""
    return _grouped(lines, attrgetter("area"))


def by_funder(lines: Iterable[Line]) -> GroupSums:
    """A sum per funder, in the order they appear; None where the plan names none."""
    return _grouped(lines, attrgetter("funder"))


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def split_by_year(line: Line) -> dict[int | None, int]:
    """Year → amount; the amounts together are always `line_total`.

    Under None stands what has no single year: an amount for several years without a split, a
    period such as "2018-2019", and what a split lacks (or, negative, exceeds) of the amount.
    """
    total = line_total(line)
    if total is None:
        return {}
    if not line.per_year:
        if line.per == "year" and line.years and line.amount is not None:
            return dict.fromkeys(line.years, line.amount)
        return {line.years[0] if len(line.years) == 1 else None: total}
    years: dict[int | None, int] = {}
    for text, amount in line.per_year.items():
        years[_year(text)] = years.get(_year(text), 0) + amount
    rest = total - sum(years.values())
    return years | ({None: years.get(None, 0) + rest} if rest else {})


def by_year(lines: Iterable[Line]) -> dict[int | None, int]:
    """Amounts per year over distinct lines; None holds what is not split by year."""
    totals: dict[int | None, int] = {}
    for line in {line.key: line for line in lines}.values():
        for year, amount in split_by_year(line).items():
            totals[year] = totals.get(year, 0) + amount
    return totals


def line_of(key: object, budget: Budget, time: Time | None, area: str | None) -> Line:
    """One budget line of a row or measure; `key` is to be its own."""
    return Line(
        key=key,
        amount=budget.amount,
        years=time.years if time else (),
        per_year=budget.per_year or None,
        per=budget.per,
        area=area,
        funder=budget.funder,
    )


def _cells_and_lines(plan: Plan) -> Iterator[tuple[object, Line]]:
    """The lines of all rows, each with the physical cell it stands in. Ids may be badly made."""
    for t, table in enumerate(plan.tables):
        for r, row in enumerate(table.rows):
            for i, budget in enumerate(walk.budgets(row)):
                key = ("row", t, r, i)
                cell = ("cell", t, budget.cell_group) if budget.cell_group else key
                yield cell, line_of(key, budget, row.time, row.focus_area)


def once_per_cell(lines: Iterable[tuple[object, Line]]) -> Iterator[Line]:
    """One cell that several rows share is one line: its amount once, and no row "without"."""
    cells: dict[object, list[Line]] = {}
    for cell, line in lines:
        cells.setdefault(cell, []).append(line)
    for shared in cells.values():
        amounts = {line_total(line): line for line in reversed(shared)}
        if len(amounts) > 1:
            amounts.pop(None, None)
        yield from reversed(amounts.values())


def lines_of(plan: Plan) -> list[Line]:
    """Every budget line of a plan: those of the rows, and those of measures that stand in no row."""
    lines = list(once_per_cell(_cells_and_lines(plan)))
    lines += [
        line_of(("measure", n, i), budget, measure.time, area.title)
        for n, (area, _, measure) in enumerate(walk.all_measures(plan))
        if not measure.rows
        for i, budget in enumerate(walk.budgets(measure))
    ]
    return lines


def plan_budget(plan: Plan) -> dict[str, object]:
    """The derived `budget` of `plan/1`: by focus area and in all, whole currency units."""
    lines = lines_of(plan)
    sums = by_area(lines)
    areas = {area.title: 0 for area in plan.focus_areas}
    areas |= {area or "": total.total or 0 for area, total in sums.items()}
    return {"by_focus_area": areas, "total": add_up(lines).total or 0}
