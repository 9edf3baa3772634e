"""Money and time of a plan in a reader's words.

What the plan does not say is said to be missing; it is never 0.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tiltak.planfile.model import Budget, Time
from tiltak.planfile.sums import Sum
from tiltak.wording import Words

TWO_YEARS = re.compile(r"\b(\d{4}) ?- ?(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """One budget line: the figure or the plan's own words, and what is to be said beside it."""

    text: str
    note: str


def amounts(budgets: Iterable[Budget], time: Time | None, said: Words) -> list[Amount]:
    """The budget lines of a row or measure. Lines that say nothing are left out."""
    several = time is not None and len(time.years) > 1
    lines = (Amount(_figure(one, said), _note(one, said, several=several)) for one in budgets)
    return [line for line in lines if line.text]


def _figure(budget: Budget, said: Words) -> str:
    if budget.amount is not None:
        return said.kroner(budget.amount, budget.currency)
    if budget.per_year:
        return said.kroner(sum(budget.per_year.values()), budget.currency)
    if budget.min is not None and budget.max is not None:
        return f"{said.number(budget.min)}–{said.kroner(budget.max, budget.currency)}"
    return budget.raw or _basis(budget.basis, said)


def _basis(basis: str, said: Words) -> str:
    _ = said.gettext
    return {
        "within_frame": _("innanfor ramma"),
        "external": _("betalt av andre"),
    }.get(basis, "")


def _note(budget: Budget, said: Words, *, several: bool) -> str:
    return " · ".join(filter(None, (_period(budget, said, several=several), _payer(budget, said))))


def _period(budget: Budget, said: Words, *, several: bool) -> str:
    _ = said.gettext
    if budget.per_year:
        return ", ".join(
            f"{year}: {said.kroner(amount, budget.currency)}"
            for year, amount in budget.per_year.items()
        )
    if budget.per == "year":
        return _("per år")
    return _("i alt") if budget.per == "total" and several else ""


def _payer(budget: Budget, said: Words) -> str:
    if not budget.funder:
        return budget.kind or ""
    return said.gettext("frå %(funder)s") % {"funder": budget.funder}


def is_period_unsaid(budgets: Iterable[Budget], time: Time | None) -> bool:
    """An amount over several years, and the plan does not say whether it is per year or in all."""
    return (
        time is not None
        and len(time.years) > 1
        and any(b.amount is not None and b.per is None and not b.per_year for b in budgets)
    )


def time_words(time: Time | None, said: Words) -> str:
    """When, as the plan writes it (two years with the dash they ought to have); else its years."""
    if time is None:
        return ""
    if time.raw:
        return TWO_YEARS.sub(r"\1–\2", time.raw)
    return said.years(time.years) or (said.gettext("løpande") if time.ongoing else "")


def sum_words(total: Sum | None, said: Words) -> str:
    """A sum, or "" where no line has an amount."""
    return said.kroner(total.total) if total is not None and total.total is not None else ""
