"""Roads and ferries of a file, whatever format it is in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from tiltak.analysis.traveltime.attributes import LeftOut, described
from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.lines import Description, Lines, gathered
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say


@dataclass(frozen=True, slots=True)
class Roads:
    """What a file of roads holds.

    `left_out` counts the lines that are no part of the network, by reason. `is_noded`: lines
    meet at their ends only, as the reader has cut them by the data's own junctions.
    """

    lines: Lines
    left_out: Mapping[LeftOut, int]
    is_noded: bool = False


@dataclass(slots=True)
class Collected:
    """The lines of a file while it is read."""

    points: list[Floats] = field(default_factory=list)
    described: list[Description] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def describe(self, properties: Mapping[str, object], row: int) -> Description | None:
        """What a line is; None, and counted, for one that is no part of the network."""
        found = described(properties, row)
        if isinstance(found, LeftOut):
            self.left_out[found] += 1
            return None
        return found

    def add(self, points: Floats, description: Description, row: int) -> None:
        """Keep a line; one without length is nothing to drive on."""
        if (points != points[0]).any():
            self.points.append(points)
            self.described.append(description)
            self.rows.append(row)

    def roads(self, *, is_noded: bool) -> Roads:
        """All that was kept. Raises BadInput where it is nothing."""
        if not self.points:
            raise BadInput(say(gettext_noop("Fila har ingen vegar som bilar kan køyra.")))
        lines = gathered(self.points, self.described, self.rows)
        return Roads(lines, dict(sorted(self.left_out.items())), is_noded)


def point_array(coordinates: object, row: int) -> Floats:
    """The points (k, 2) of a GeoJSON line. Raises BadInput for fewer than two, and for no numbers."""
    try:
        points = np.array([point[:2] for point in coordinates], dtype=np.float64)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        points = np.zeros((0, 0))
    if points.ndim != 2 or points.shape[1:] != (2,) or len(points) < 2:
        raise BadInput(
            say(gettext_noop("Rad %(row)s: linja må ha minst to punkt, kvart med to tal."), row=row)
        )
    return points
