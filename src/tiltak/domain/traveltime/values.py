"""What a run found, as pages show it: plain values, stored as JSON with the run."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

# people by minutes are counted in steps of so many minutes, up to the last; the rest is one step
BIN_MINUTES = 5
BINS = 24

# a marked sentence and its values, said in the reader's language by the page
Said = tuple[str, dict[str, Any]]


class Counted(Struct, frozen=True, kw_only=True):
    """Figures of a region or a municipality: people, minutes, and shares of one.

    `share_slow` and `share_fast`: with speeds and waits a fifth to the worse and to the better.
    `comes_inside` and what follows are only there for a scenario; people, and minutes times people.
    """

    people: float
    within: float
    unreachable: float
    share: float | None
    share_slow: float | None
    share_fast: float | None
    median: float | None
    p90: float | None
    share_before: float | None = None
    comes_inside: float = 0
    goes_outside: float = 0
    gets_way: float = 0
    loses_way: float = 0
    minutes_won: float = 0
    minutes_lost: float = 0
    winners: float = 0
    losers: float = 0


class CountedMunicipality(Counted, frozen=True, kw_only=True):
    """The same of one municipality."""

    code: str
    name: str


class Result(Struct, frozen=True, kw_only=True):
    """All that a page says of a run.

    by_minutes  people in each step of BIN_MINUTES, then those with longer, then those without way
    no_road     people too far from any road; part of the unreachable
    assumed     the speeds, waits, limits and tolerances it was computed with; empty in runs that are
                older than the field
    """

    region: Counted
    municipalities: tuple[CountedMunicipality, ...]
    by_minutes: tuple[float, ...]
    no_road: float
    cells: int
    assumptions: tuple[Said, ...]
    warnings: tuple[Said, ...]
    program: dict[str, str]
    network: dict[str, float]
    assumed: dict[str, Any] = {}


def plain_result(result: Result) -> dict[str, Any]:
    """A result as JSON values."""
    plain: dict[str, Any] = msgspec.to_builtins(result)
    return plain


def result_of(stored: Mapping[str, Any]) -> Result:
    """A stored result."""
    return msgspec.convert(stored, Result)
