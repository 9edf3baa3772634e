"""The one calculation of money: what a set of budget lines comes to.

Pages, documents and the API all ask here. A line that several measures share is one line
and counts once. A line without an amount is not 0: it is counted as `without_amount`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiltak.planfile import walk
from tiltak.planfile.model import Budget, Measure, Plan, Row, Time


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


def by_area(lines: Iterable[Line]) -> dict[str | None, Sum]:
    """A sum per focus area, in the order the areas appear."""
    groups: dict[str | None, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.area, []).append(line)
    return {area: add_up(group) for area, group in groups.items()}


def split_by_year(line: Line) -> dict[int | None, int]:
    """Year → amount. Under None stands what the plan gives for several years without a split."""
    total = line_total(line)
    if line.per_year:
        return {int(year): amount for year, amount in line.per_year.items()}
    if total is None:
        return {}
    if line.per == "year" and line.years and line.amount is not None:
        return dict.fromkeys(line.years, line.amount)
    return {line.years[0] if len(line.years) == 1 else None: total}


def by_year(lines: Iterable[Line]) -> dict[int | None, int]:
    """Amounts per year over distinct lines; None holds what is not split by year."""
    totals: dict[int | None, int] = {}
    for line in {line.key: line for line in lines}.values():
        for year, amount in split_by_year(line).items():
            totals[year] = totals.get(year, 0) + amount
    return totals


def _line(key: object, budget: Budget, time: Time | None, area: str | None) -> Line:
    return Line(
        key=key,
        amount=budget.amount,
        years=time.years if time else (),
        per_year=budget.per_year or None,
        per=budget.per,
        area=area,
        funder=budget.funder,
    )


def _budgets(owner: Row | Measure) -> Iterable[Budget]:
    if owner.budget is not None:
        yield owner.budget
    yield from owner.more_budgets


def lines_of(plan: Plan) -> list[Line]:
    """Every budget line of a plan: those of the rows, and those of measures that stand in no row."""
    lines = [
        _line((row.id, i), budget, row.time, row.focus_area)
        for row in walk.rows(plan)
        for i, budget in enumerate(_budgets(row))
    ]
    lines += [
        _line((measure.id, i), budget, measure.time, area.title)
        for area, _, measure in walk.all_measures(plan)
        if not measure.rows
        for i, budget in enumerate(_budgets(measure))
    ]
    return lines


def plan_budget(plan: Plan) -> dict[str, object]:
    """The derived `budget` of `plan/1`: by focus area and in all, whole currency units."""
    lines = lines_of(plan)
    sums = by_area(lines)
    areas = {area.title: 0 for area in plan.focus_areas}
    areas |= {area or "": total.total or 0 for area, total in sums.items()}
    return {"by_focus_area": areas, "total": add_up(lines).total or 0}
