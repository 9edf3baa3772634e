"""Money and time of a plan in words a reader of the paper understands."""

from tiltak.planfile.model import Budget, Parties, Time
from tiltak.planfile.sums import Sum
from tiltak.wording import Words

# what stands where the plan says nothing: never 0, never a blank that looks forgotten
MISSING = "–"


def budget_text(budget: Budget, words: Words) -> str:
    """One budget as it stands in a cell: `120 000 kr i alt`, or the plan's own words, or ""."""
    text = amount_text(budget, words)
    if not text or not budget.funder:
        return text
    return words.gettext("%(amount)s frå %(funder)s") % {"amount": text, "funder": budget.funder}


def amount_text(budget: Budget, words: Words) -> str:
    """The amount without who pays it."""
    if budget.per_year:
        return ", ".join(
            f"{year}: {words.kroner(amount, budget.currency)}"
            for year, amount in budget.per_year.items()
        )
    if budget.amount is None or budget.basis not in {"amount", "unknown", "none"}:
        return budget.raw or _range_text(budget, words)
    return _with_period(words.kroner(budget.amount, budget.currency), budget.per, words)


def _range_text(budget: Budget, words: Words) -> str:
    if budget.min is None or budget.max is None:
        return ""
    return f"{words.number(budget.min)}–{words.kroner(budget.max, budget.currency)}"


def _with_period(amount: str, per: str | None, words: Words) -> str:
    if per == "year":
        return words.gettext("%(amount)s per år") % {"amount": amount}
    if per == "total":
        return words.gettext("%(amount)s i alt") % {"amount": amount}
    return amount


def sum_text(total: Sum | None, words: Words) -> str:
    """A sum, or the sentence that says that the plan gives none."""
    if total is None or total.total is None:
        return words.gettext("Planen oppgir ikkje beløp")
    return words.kroner(total.total)


def time_text(time: Time | None, words: Words) -> str:
    """When, as the plan has it; otherwise its years."""
    if time is None:
        return ""
    if time.raw:
        return time.raw
    if time.ongoing and not time.years:
        return words.gettext("løpande")
    return words.years(time.years)


def parties_text(parties: Parties | None) -> str:
    """Who, as the plan has it; otherwise the names."""
    if parties is None:
        return ""
    return parties.raw or "/".join(parties.parties)
