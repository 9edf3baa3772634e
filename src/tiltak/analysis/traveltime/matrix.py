"""Minutes, kilometres and ferries between places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.cautions import pieces_told, warnings_of_speeds
from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.places import Place, lonlat_of
from tiltak.analysis.traveltime.problems import Sentence
from tiltak.analysis.traveltime.reach import far_from_roads
from tiltak.analysis.traveltime.routing import trips_from
from tiltak.analysis.traveltime.snapping import taken


@dataclass(frozen=True)
class Matrix:
    """Trips between p places; row is from, column is to.

    minutes, km  (p, p) infinite where there is no way
    ferries      (p, p) how many are boarded
    warnings     places far from every road or on a piece of the network of their own, and speeds
                 that are missing or in vain
    """

    places: tuple[Place, ...]
    minutes: Floats
    km: Floats
    ferries: Ints
    warnings: tuple[Sentence, ...]

    def trips(self) -> Iterator[tuple[str, str, float, float, int]]:
        """From, to, minutes, kilometres and ferries of each pair of two places."""
        for one, origin in enumerate(self.places):
            for other, target in enumerate(self.places):
                if one != other:
                    yield (
                        origin.name,
                        target.name,
                        float(self.minutes[one, other]),
                        float(self.km[one, other]),
                        int(self.ferries[one, other]),
                    )


def matrix_of(network: Network, places: Sequence[Place]) -> Matrix:
    """The quickest trips between all places, each way."""
    ends = network.snapped(lonlat_of(places))
    rows = [trips_from(network, taken(ends, [one]), ends) for one in range(len(places))]
    far = [
        far_from_roads(place, float(metres))
        for place, line, metres in zip(places, ends.line, ends.metres, strict=True)
        if line < 0
    ]
    names = [place.name for place in places]
    minutes = np.array([row.minutes for row in rows])
    km = np.array([row.km for row in rows])
    np.fill_diagonal(minutes, 0)
    np.fill_diagonal(km, 0)
    return Matrix(
        tuple(places),
        minutes,
        km,
        np.array([row.ferries for row in rows]),
        (*far, *pieces_told(network, ends.line.tolist(), names), *warnings_of_speeds(network)),
    )
