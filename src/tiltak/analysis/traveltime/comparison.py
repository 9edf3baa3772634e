"""Before and after: who comes inside the limit, how many minutes are won, and who loses."""

from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.figures import is_within
from tiltak.analysis.traveltime.lines import Bools
from tiltak.analysis.traveltime.reach import Reach

# minutes; less is rounding, not a change: a road that is cut in two is some millimetres longer
NOTICED = 0.05


@dataclass(frozen=True, slots=True)
class Gains:
    """What changes for the people of an area. All are people or minutes times people.

    comes_inside, goes_outside  people who cross the limit
    gets_way, loses_way         people who had no way to a centre and get one, and the other way
    minutes_won, minutes_lost   one way each, for people who have a way before and after
    winners, losers             people whose trip gets shorter, longer; a way got or lost counts
    """

    comes_inside: float
    goes_outside: float
    gets_way: float
    loses_way: float
    minutes_won: float
    minutes_lost: float
    winners: float
    losers: float


@dataclass(frozen=True)
class Comparison:
    """Two reaches of the same area with the same centres and limit."""

    before: Reach
    after: Reach

    @property
    def won(self) -> Floats:
        """(n,) minutes each cell wins; below 0 it loses; 0 where there is no way before and after,
        infinite where a way is got, minus infinite where it is lost."""
        before, after = self.before.trips.minutes, self.after.trips.minutes
        both = np.isinf(before) & np.isinf(after)
        won = np.where(both, 0.0, before - np.where(both, 0.0, after))
        return np.where(both | (np.abs(won) < NOTICED), 0.0, won)

    @property
    def region(self) -> Gains:
        """Gains of all."""
        return self._gains(np.ones(len(self.won), dtype=np.bool_))

    def of_municipality(self, number: int) -> Gains:
        """Gains of one municipality."""
        return self._gains(self.before.area.municipality == number)

    def _gains(self, which: Bools) -> Gains:
        people, won = self.before.area.weights[which], self.won[which]
        limit = self.before.limit
        was = is_within(self.before.trips.minutes[which], limit)
        now = is_within(self.after.trips.minutes[which], limit)
        finite = np.where(np.isfinite(won), won, 0.0)
        return Gains(
            comes_inside=float(people[~was & now].sum()),
            goes_outside=float(people[was & ~now].sum()),
            gets_way=float(people[won == np.inf].sum()),
            loses_way=float(people[won == -np.inf].sum()),
            minutes_won=float((people * np.maximum(finite, 0)).sum()),
            minutes_lost=float((people * np.maximum(-finite, 0)).sum()),
            winners=float(people[won > 0].sum()),
            losers=float(people[won < 0].sum()),
        )
