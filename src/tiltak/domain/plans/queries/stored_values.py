"""Budget lines and times as the database keeps them, as values of the plan.

JSON columns are asked for as text: a plan says the same few times and splits over and over, and
each is decoded once.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec
from django.db.models import TextField
from django.db.models.functions import Cast

from tiltak.planfile.model import Budget, Time

BUDGET_COLUMNS = (
    "raw",
    "amount",
    "least",
    "most",
    "currency",
    Cast("per_year", TextField()),
    "basis",
    "per",
    "cell_group",
    "funder",
    "kind",
)


def budget_of(values: Sequence[Any]) -> Budget:
    """The budget line of the values of `BUDGET_COLUMNS`."""
    raw, amount, least, most, currency, per_year, basis, per, cell_group, funder, kind = values
    return Budget(
        raw=raw,
        amount=amount,
        min=least,
        max=most,
        currency=currency,
        per_year=_per_year(per_year),
        basis=basis,
        per=per,
        cell_group=cell_group,
        funder=funder,
        kind=kind,
    )


@lru_cache(maxsize=1024)
def _decoded_time(text: str) -> Time | None:
    return msgspec.json.decode(text, type=Time | None)


def time_of(text: str | None) -> Time | None:
    """The time of a JSON column that was asked for as text."""
    return None if text is None else _decoded_time(text)


@lru_cache(maxsize=1024)
def _decoded_split(text: str) -> dict[str, int]:
    return msgspec.json.decode(text, type=dict[str, int])


def _per_year(text: str | None) -> dict[str, int]:
    return {} if text in {None, "{}"} else _decoded_split(text or "{}")
