"""What the measures of one focus area come to, as the table has it, without loading the plan."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.money import lines_of_some
from tiltak.domain.plans.queries.shared_cells import counted, counted_elsewhere, lines_of_area
from tiltak.domain.plans.queries.values import CellLine, Node
from tiltak.planfile.model import Budget
from tiltak.planfile.sums import Sum, add_up


@dataclass(frozen=True, slots=True)
class AreaMoney:
    """The sum of an area. `priced` of its `measures` have an amount, alone or with others.

    `elsewhere`: the lines with which shared amounts are counted in other areas.
    """

    sum: Sum
    priced: int
    measures: int
    elsewhere: Sequence[CellLine]


def area_money(area: Node) -> AreaMoney:
    """The sum of an area that is loaded with all below it. Two statements at most.

    It is the area's part of `sums.by_area`, so that the areas together are the plan.
    """
    rows = lines_of_area(area.id)
    measures = [node for node in area.below() if node.is_measure]
    lines = [line for line in counted(rows) if line.area == area.code]
    lines += lines_of_some((), (node for node in measures if not node.own_rows))
    priced_rows = _priced(rows)
    tops = [node for node in measures if not node.is_part]
    return AreaMoney(
        sum=add_up(lines),
        priced=sum(_is_priced(node, priced_rows) for node in tops),
        measures=len(tops),
        elsewhere=counted_elsewhere(rows).get(area.code, ()),
    )


def _priced(rows: Sequence[CellLine]) -> set[int]:
    """The rows with an amount, also one they share."""
    cells = {line.cell for line in rows if line.budget.cell_group and _has_amount(line.budget)}
    return {line.row_id for line in rows if _has_amount(line.budget) or line.cell in cells}


def _is_priced(measure: Node, priced_rows: Collection[int]) -> bool:
    """Whether it or a part of it has an amount, by the text or the table."""
    parts = [measure, *(node for node in measure.below() if node.is_measure)]
    return any(
        any(map(_has_amount, one.budgets)) or any(row.id in priced_rows for row in one.own_rows)
        for one in parts
    )


def _has_amount(budget: Budget) -> bool:
    return budget.amount is not None or bool(budget.per_year)
