"""What a person types, as values of the plan file: the reader's own parsers read it."""

from django.utils.translation import gettext as _
from msgspec.structs import replace

from tiltak.planfile.model import Budget, Per, Time
from tiltak.reading import Vocabulary
from tiltak.reading.values.amounts import parse_budget
from tiltak.reading.values.times import parse_time
from tiltak.wording import number, spoken_years


class Unclear(ValueError):
    """What was typed cannot be understood. `str()` says how to write it."""


def shown_time(time: Time | None) -> str:
    """A time as it is written in the field."""
    return "" if time is None else time.raw or spoken_years(time.years)


def typed_time(text: str, before: Time | None, plan_years: tuple[int, ...]) -> Time | None:
    """A typed time; what was not touched stays as it was. Raises Unclear."""
    if text == shown_time(before):
        return before
    if not text:
        return None
    time = parse_time(text, vocabulary=Vocabulary.default(), plan_years=plan_years)
    if not time.years and any(char.isdecimal() for char in text):
        raise Unclear(_("Skriv året med fire siffer: 2018, 2018–2019 eller løpande."))
    return time


def shown_amount(budget: Budget) -> str:
    """An amount as it is written in the field, without the currency."""
    if budget.raw is not None:
        return budget.raw
    # with spaces in every language: the reader of what is typed takes a comma as a decimal sign
    return "" if budget.amount is None else number(budget.amount, "nn")


def typed_budget(text: str, per: Per | None, funder: str, before: Budget | None) -> Budget | None:
    """A typed amount with what it is for; None when the field was emptied. Raises Unclear."""
    if before is not None and text == shown_amount(before):
        return replace(before, per=per, funder=funder or None)
    if not text and before is None:
        return None
    budget = parse_budget(
        text,
        vocabulary=Vocabulary.default(),
        currency=(before.currency if before else None) or "NOK",
    )
    if budget.basis == "unknown" and any(char.isdecimal() for char in text):
        raise Unclear(_("Skriv eitt beløp, til dømes 1 140 000 eller 0,5 mill."))
    return replace(
        budget,
        per=per or budget.per,
        funder=funder or None,
        cell_group=before.cell_group if before else None,
        kind=before.kind if before else None,
    )


def typed_names(text: str) -> tuple[str, ...]:
    """One name a line; empty lines and repetitions are left out."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
