"""Figures of an area: how many are within the limit, and how far half and nine of ten have."""

from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.lines import Bools

HALF, NINE_OF_TEN = 0.5, 0.9
# minutes; a road that is cut in two may be this much longer in the last digits of its sum
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Figures:
    """What holds for the people of an area. Shares are of 1; None where nobody lives there.

    people       how many, calibrated where there is something to calibrate to
    within       of them within the limit
    unreachable  of them without any way to a centre
    median, p90  minutes that half and nine of ten have at most; None where those have no way
    """

    people: float
    within: float
    unreachable: float
    median: float | None
    p90: float | None

    @property
    def share(self) -> float | None:
        """The share within the limit."""
        return self.within / self.people if self.people else None


def figures_of(minutes: Floats, people: Floats, limit: float) -> Figures:
    """Figures of n cells with their minutes (infinite where there is no way) and people."""
    return Figures(
        people=float(people.sum()),
        within=float(people[is_within(minutes, limit)].sum()),
        unreachable=float(people[np.isinf(minutes)].sum()),
        median=weighted_quantile(minutes, people, HALF),
        p90=weighted_quantile(minutes, people, NINE_OF_TEN),
    )


def is_within(minutes: Floats, limit: float) -> Bools:
    """(n,) whether a trip keeps the limit; exactly at it is inside, rounding or not."""
    return np.asarray(minutes <= limit + ROUNDING)


def weighted_quantile(minutes: Floats, people: Floats, share: float) -> float | None:
    """The fewest minutes that this share of all people have at most; None where they have no way."""
    if not people.sum() > 0:
        return None
    order = np.argsort(minutes, kind="stable")
    reached = np.cumsum(people[order])
    at = int(np.searchsorted(reached, share * reached[-1] * (1 - 1e-12)))
    found = float(minutes[order][min(at, len(order) - 1)])
    return found if np.isfinite(found) else None
