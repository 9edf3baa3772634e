"""Who reaches the nearest of some centres, and how fast: by cell, by municipality and in all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints, are_degrees
from tiltak.analysis.traveltime.figures import Figures, figures_of
from tiltak.analysis.traveltime.lines import Bools
from tiltak.analysis.traveltime.municipalities import Municipalities
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.places import Place, lonlat_of
from tiltak.analysis.traveltime.population import Cells
from tiltak.analysis.traveltime.problems import BadInput, Sentence, gettext_noop, say
from tiltak.analysis.traveltime.routing import Trips, minutes_to_nearest, trips_to_nearest
from tiltak.analysis.traveltime.snapping import Snapped
from tiltak.analysis.traveltime.speeds import Assumptions

# the sensitivity range: speeds and waits a fifth to either side
FIFTH = 0.2
# numbers of municipalities in a sentence
SHOWN = 5


@dataclass(frozen=True)
class Area:
    """The region whose people are counted.

    municipality  (n,) which of the municipalities each cell lies in
    weights       (n,) people of each cell, calibrated
    left_out      people of cells that lie in none
    uncalibrated  numbers of municipalities without a total to calibrate to
    counted       (m,) people of each municipality as the cells say it, before they are calibrated
    wanted        (m,) people of each municipality as its total says it, NaN without one
    shared        people of cells that lie in several municipalities; they are counted in the first
    beside        people of cells a little outside all borders; they are counted in the nearest
    """

    cells: Cells
    municipalities: Municipalities
    municipality: Ints
    weights: Floats
    left_out: float
    uncalibrated: tuple[str, ...]
    counted: Floats
    wanted: Floats
    shared: float
    beside: float

    @property
    def is_of_larger_file(self) -> bool:
        """Whether the file of people is of a larger area, as the whole country: more live outside
        than inside."""
        return self.left_out > float(self.counted.sum())


def area_of(
    cells: Cells, municipalities: Municipalities, totals: Mapping[str, float] | None = None
) -> Area:
    """The cells inside the municipalities, and their people calibrated to `totals` by number.

    Raises BadInput where no cell lies inside, and where no total is of any of the municipalities.
    """
    found = municipalities.found(cells.lonlat)
    inside = found.which >= 0
    if not inside.any():
        raise BadInput(
            say(gettext_noop("Ingen av rutene med folk ligg i kommunane. Høyrer filene saman?"))
        )
    kept, of = cells.taken(inside), found.which[inside]
    counted = np.zeros(len(municipalities.codes))
    np.add.at(counted, of, kept.people)
    wanted = np.array([(totals or {}).get(code, np.nan) for code in municipalities.codes])
    factor = np.where(np.isnan(wanted), 1.0, wanted / np.where(counted > 0, counted, 1))
    if totals and np.isnan(wanted).all():
        raise BadInput(
            say(
                gettext_noop(
                    "Ingen av kommunane i folketala (%(given)s) er i kommunegrensene (%(known)s). "
                    "Høyrer filene saman?"
                ),
                given=shortened(sorted(totals)),
                known=shortened(municipalities.codes),
            )
        )
    missing = [
        code for code, total in zip(municipalities.codes, wanted, strict=True) if np.isnan(total)
    ]
    return Area(
        kept,
        municipalities,
        of,
        kept.people * factor[of],
        float(cells.people[~inside].sum()),
        tuple(missing),
        counted,
        wanted,
        float(cells.people[found.is_shared].sum()),
        float(cells.people[found.is_beside].sum()),
    )


def shortened(codes: Sequence[str]) -> str:
    """Some of the numbers, for a sentence."""
    return ", ".join(codes[:SHOWN]) + (" …" if len(codes) > SHOWN else "")


@dataclass(frozen=True, slots=True)
class Range:
    """The share within the limit when all goes a fifth slower, as assumed, and a fifth faster."""

    slow: float | None
    assumed: float | None
    fast: float | None


@dataclass(frozen=True)
class Reach:
    """How n cells reach the nearest centre.

    trips            minutes, kilometres, ferries and centre of each cell
    access           (n,) metres from each cell to the road it uses
    has_road         (n,) whether that is within the limit of the assumptions
    slow, fast       minutes (n,) with speeds and waits a fifth to the worse and to the better
    """

    area: Area
    centres: tuple[Place, ...]
    limit: float
    trips: Trips
    access: Floats
    has_road: Bools
    slow: Floats
    fast: Floats

    @property
    def region(self) -> Figures:
        """Figures of all cells."""
        return self._figures(self.trips.minutes, np.ones(len(self.access), dtype=np.bool_))

    def of_municipality(self, number: int) -> Figures:
        """Figures of one municipality."""
        return self._figures(self.trips.minutes, self.area.municipality == number)

    def range_of(self, number: int | None = None) -> Range:
        """The sensitivity range of the region, or of one municipality."""
        which = (
            np.ones(len(self.access), dtype=np.bool_)
            if number is None
            else self.area.municipality == number
        )
        shares = (
            self._figures(one, which).share for one in (self.slow, self.trips.minutes, self.fast)
        )
        return Range(*shares)

    def _figures(self, minutes: Floats, which: Bools) -> Figures:
        return figures_of(minutes[which], self.area.weights[which], self.limit)


def reach_of(network: Network, area: Area, centres: Sequence[Place], *, limit: float = 45) -> Reach:
    """How the people of an area reach the nearest centre. `limit` in minutes.

    Raises BadInput for a centre that is far from every road.
    """
    if not 0 < limit < np.inf:
        raise BadInput(say(gettext_noop("Grensa må vera meir enn 0 minutt.")))
    ends = snapped_centres(network, centres)
    homes = network.snapped(area.cells.lonlat)
    slow, fast = (minutes_to_nearest(network.under(one), homes, ends) for one in _spread(network))
    return Reach(
        area=area,
        centres=tuple(centres),
        limit=limit,
        trips=trips_to_nearest(network, homes, ends),
        access=homes.metres,
        has_road=homes.line >= 0,
        slow=slow,
        fast=fast,
    )


def _spread(network: Network) -> tuple[Assumptions, Assumptions]:
    """The assumptions a fifth to the worse and a fifth to the better."""
    now = network.assumptions
    return (
        replace(
            now,
            speed_factor=now.speed_factor * (1 - FIFTH),
            wait_factor=now.wait_factor * (1 + FIFTH),
        ),
        replace(
            now,
            speed_factor=now.speed_factor * (1 + FIFTH),
            wait_factor=now.wait_factor * (1 - FIFTH),
        ),
    )


def snapped_centres(network: Network, centres: Sequence[Place]) -> Snapped:
    """The centres on their roads. Raises BadInput for one that is far from every road."""
    if not centres:
        raise BadInput(say(gettext_noop("Vel minst eitt senter.")))
    lonlat = lonlat_of(centres)
    for centre, is_place in zip(centres, are_degrees(lonlat), strict=True):
        if not is_place:
            raise BadInput(
                say(
                    gettext_noop("Senteret «%(name)s» må ha breiddegrad og lengdegrad."),
                    name=centre.name,
                )
            )
    ends = network.snapped(lonlat)
    for centre, line, metres in zip(centres, ends.line, ends.metres, strict=True):
        if line < 0:
            raise BadInput(far_from_roads(centre, float(metres)))
    return ends


def far_from_roads(place: Place, metres: float) -> Sentence:
    """What is said of a place that no road comes near."""
    if place.row:
        return say(
            gettext_noop("Rad %(row)s: «%(name)s» ligg %(metres)s m frå næraste veg."),
            row=place.row,
            name=place.name,
            metres=f"{metres:.0f}",
        )
    return say(
        gettext_noop(
            "Senteret «%(name)s» ligg %(metres)s m frå næraste veg. Er koordinatane rette, med "
            "breiddegrad først?"
        ),
        name=place.name,
        metres=f"{metres:.0f}",
    )
