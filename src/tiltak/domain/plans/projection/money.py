"""A budget of a plan file ↔ its row."""

from typing import Any

import msgspec

from tiltak.domain.plans.models import BudgetLine, PlanVersion
from tiltak.planfile.model import Budget


def budget_line(
    version: PlanVersion, owner: dict[str, Any], budget: Budget, position: int
) -> BudgetLine:
    """The row of one budget, not saved; `owner` is {"row": …} or {"element": …}."""
    return BudgetLine(
        version=version,
        **owner,
        position=position,
        raw=budget.raw,
        amount=budget.amount,
        least=budget.min,
        most=budget.max,
        currency=budget.currency,
        per_year=budget.per_year,
        basis=budget.basis,
        per=budget.per,
        cell_group=budget.cell_group,
        funder=budget.funder,
        kind=budget.kind,
    )


def budget_of(line: BudgetLine) -> Budget:
    """One budget line as a plan file has it."""
    return msgspec.convert(
        {
            "raw": line.raw,
            "amount": line.amount,
            "min": line.least,
            "max": line.most,
            "currency": line.currency,
            "per_year": line.per_year,
            "basis": line.basis,
            "per": line.per,
            "cell_group": line.cell_group,
            "funder": line.funder,
            "kind": line.kind,
        },
        Budget,
    )
