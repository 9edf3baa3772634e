"""Roads and ferries of a file, whatever format it is in."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from tiltak.analysis.traveltime.attributes import LeftOut, described
from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.lines import SHORTEST, Description, Lines, gathered
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.properties import Properties


@dataclass(frozen=True, slots=True)
class Roads:
    """What a file of roads holds.

    `left_out` counts the lines that are no part of the network, by reason. `is_noded`: lines
    meet at their ends only, as the reader has cut them by the data's own junctions. `barriers` (b, 2),
    degrees, is where cars are stopped at the end of a line. `cut_km`: kilometres around the
    municipalities that the file was cut to, None for one that is whole.
    """

    lines: Lines
    left_out: Mapping[LeftOut, int]
    is_noded: bool = False
    barriers: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    cut_km: float | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """m lines as they are drawn: points (n, 2) in degrees, how many of them each line has (m,),
    the number of its description (m,), and its row (m,)."""

    lonlat: Floats
    counts: Ints
    which: Ints
    row: Ints

    def with_length(self) -> "Drawn":
        """The lines that have two points apart."""
        if not len(self.counts):
            return self
        starts = np.cumsum(self.counts) - self.counts
        from_first = np.abs(self.lonlat - np.repeat(self.lonlat[starts], self.counts, axis=0))
        kept = np.maximum.reduceat(from_first.max(axis=1), starts) > 0
        return Drawn(
            self.lonlat[np.repeat(kept, self.counts)],
            self.counts[kept],
            self.which[kept],
            self.row[kept],
        )


@dataclass(slots=True)
class Collected:
    """What the lines of a file are, while it is read: each description once, as a large file has
    many lines that are alike."""

    described: dict[Description, int] = field(default_factory=dict)
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def describe(self, properties: Properties, row: int) -> int | None:
        """The number of what a line is; None, and counted, for one that is no part of the network.

        Raises BadInput.
        """
        found = described(properties, row)
        if isinstance(found, LeftOut):
            self.left_out[found] += 1
            return None
        return self.described.setdefault(found, len(self.described))

    def roads(self, drawn: Drawn, *, is_noded: bool) -> Roads:
        """The lines that were drawn; one without length is nothing to drive on, and counted.

        Raises BadInput for a given length that is shorter than the straight line, and where there is
        no road that a place could be joined to.
        """
        kept = drawn.with_length()
        if dropped := len(drawn.counts) - len(kept.counts):
            self.left_out[LeftOut.NO_LENGTH] = dropped
        drawn_lines = gathered(kept.lonlat, kept.counts, list(self.described), kept.which, kept.row)
        lines = _shared_out(drawn_lines)
        _check_lengths(lines)
        if not lines.joinable.any():
            raise BadInput(say(gettext_noop("Fila har ingen vegar som bilar kan køyra.")))
        return Roads(lines, dict(sorted(self.left_out.items())), is_noded)


def _shared_out(lines: Lines) -> Lines:
    """The lines; the length and the crossing time that are given of a row of several lines shared
    among them by their drawn length."""
    _, of = np.unique(lines.row, return_inverse=True)
    whole = np.bincount(of, lines.drawn_km)
    part = np.where(np.bincount(of)[of] > 1, lines.drawn_km / whole[of], 1.0)
    return lines.with_values(given_km=lines.given_km * part, crossing=lines.crossing * part)


def _check_lengths(lines: Lines) -> None:
    """Refuse a length that no road between these ends can have: metres and kilometres are easily
    mixed up. Raises BadInput with the row."""
    wrong = lines.given_km < lines.crow_km * SHORTEST
    if wrong.any():
        at = int(np.argmax(wrong))
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s: lengda %(km)s km er kortare enn luftlina, som er %(crow)s km."
                ),
                row=lines.row[at],
                km=f"{lines.given_km[at]:g}",
                crow=f"{lines.crow_km[at]:.1f}",
            )
        )


def point_array(coordinates: object, row: int) -> Floats:
    """The points (k, 2) of a GeoJSON line. Raises BadInput for fewer than two, and for no numbers."""
    points = np.zeros((0, 0))
    if isinstance(coordinates, list):
        with suppress(TypeError, ValueError):
            points = np.array([point[:2] for point in coordinates], dtype=np.float64)
    if points.ndim != 2 or points.shape[1:] != (2,) or len(points) < 2:
        raise BadInput(
            say(gettext_noop("Rad %(row)s: linja må ha minst to punkt, kvart med to tal."), row=row)
        )
    return points
