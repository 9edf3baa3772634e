"""Roads and ferries as they are drawn: many lines in a few arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tiltak.analysis.traveltime.coordinates import Floats, Ints, to_earth

Bools = NDArray[np.bool_]
# how much of the straight line a given length has to be: ends are drawn roughly
SHORTEST = 0.9


class Kind(IntEnum):
    """What a line is. A place is joined to the ground only."""

    ROAD = 0
    TUNNEL = 1
    BRIDGE = 2
    FERRY = 3
    GAP = 4


@dataclass(frozen=True)
class Lines:
    """m lines with n points in all.

    lonlat    (n, 2) degrees, longitude first; line i is `lonlat[starts[i]:starts[i + 1]]`
    earth     (n, 3) the same in earth-centred metres. Where a line was cut, this is on the straight
              line between the drawn points, so that cutting moves and lengthens nothing
    starts    (m + 1,)
    kind      (m,) `Kind`
    category  (m,) place in `categories`, by which the speed table knows the line
    kmh       (m,) km/h that the data gives, NaN where it gives none
    forward   (m,) may be driven as drawn
    backward  (m,) may be driven against the drawing
    joinable  (m,) may be met anywhere along it: on the ground and no motorway
    crossing  (m,) minutes a ferry takes, NaN where length and speed have to say it
    headway   (m,) minutes between departures, NaN where unknown
    given_km  (m,) kilometres that somebody gives, NaN where the drawing says it
    row       (m,) row of the file, from 1; 0 for what no file holds
    title     (m,) place in `titles`; "" is the name of a line without one
    """

    lonlat: Floats
    earth: Floats
    starts: Ints
    kind: Ints
    category: Ints
    kmh: Floats
    forward: Bools
    backward: Bools
    joinable: Bools
    crossing: Floats
    headway: Floats
    given_km: Floats
    row: Ints
    title: Ints
    categories: tuple[str, ...]
    titles: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.kind)

    @cached_property
    def steps(self) -> Floats:
        """(n,) metres from each point to the next on its line, 0 at the last."""
        steps = np.zeros(len(self.lonlat))
        steps[:-1] = np.linalg.norm(np.diff(self.earth, axis=0), axis=1)
        steps[self.starts[1:] - 1] = 0
        return steps

    @cached_property
    def km(self) -> Floats:
        """(m,) kilometres of each line: those that are given, else those that are drawn."""
        return np.where(np.isnan(self.given_km), self.drawn_km, self.given_km)

    @cached_property
    def drawn_km(self) -> Floats:
        """(m,) kilometres along each line as it is drawn."""
        return np.add.reduceat(self.steps, self.starts[:-1]) / 1000 if len(self) else np.zeros(0)

    @property
    def crow_km(self) -> Floats:
        """(m,) kilometres straight from where each line begins to where it ends."""
        apart = self.earth[self.last] - self.earth[self.first]
        return np.asarray(np.linalg.norm(apart, axis=1) / 1000)

    @property
    def names(self) -> list[str]:
        """The name of each line, "" where it has none."""
        return [self.titles[at] for at in self.title.tolist()]

    @cached_property
    def owner(self) -> Ints:
        """(n,) the line of each point."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @property
    def first(self) -> Ints:
        """(m,) the first point of each line."""
        return self.starts[:-1]

    @property
    def last(self) -> Ints:
        """(m,) the last point of each line."""
        return self.starts[1:] - 1

    def points(self, line: int) -> Floats:
        """The points (k, 2) of one line, degrees."""
        return self.lonlat[self.starts[line] : self.starts[line + 1]]

    def taken(self, which: Bools | Ints) -> "Lines":
        """Some of the lines, by mask or by number, in that order."""
        chosen = np.flatnonzero(which) if which.dtype == np.bool_ else which.astype(np.int64)
        counts = np.diff(self.starts)[chosen]
        starts = np.concatenate(([0], np.cumsum(counts)))
        at = np.repeat(self.starts[chosen] - starts[:-1], counts) + np.arange(starts[-1])
        return self.replaced(self.lonlat[at], self.earth[at], starts, chosen)

    def with_values(self, **columns: Any) -> "Lines":
        """The same lines with other values in some columns."""
        kept = {item.name: getattr(self, item.name) for item in fields(self)}
        return Lines(**(kept | columns))

    def replaced(self, lonlat: Floats, earth: Floats, starts: Ints, of: Ints) -> "Lines":
        """Other lines of these points; line i has the values that line `of[i]` has here."""
        kept = {name: getattr(self, name)[of] for name in PER_LINE}
        return Lines(
            lonlat=lonlat,
            earth=earth,
            starts=starts,
            categories=self.categories,
            titles=self.titles,
            **kept,
        )


PER_LINE = tuple(
    item.name
    for item in fields(Lines)
    if item.name not in {"lonlat", "earth", "starts", "categories", "titles"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What one line is, as its attributes say."""

    kind: Kind = Kind.ROAD
    category: str = "other"
    kmh: float = float("nan")
    forward: bool = True
    backward: bool = True
    joinable: bool = True
    crossing: float = float("nan")
    headway: float = float("nan")
    given_km: float = float("nan")
    name: str = ""


def gathered(
    lonlat: Floats, counts: Ints, described: Sequence[Description], which: Ints, row: Ints
) -> Lines:
    """Lines of their points (n, 2), degrees, `counts` (m,) of them each.

    Line i is what `described[which[i]]` says and stands in row `row[i]` of the file.
    """

    def column(attribute: str, kind: type) -> NDArray[Any]:
        return np.array([getattr(one, attribute) for one in described], dtype=kind)[which]

    def numbered(attribute: str) -> tuple[tuple[str, ...], Ints]:
        words = tuple(sorted({getattr(one, attribute) for one in described}))
        place = {word: at for at, word in enumerate(words)}
        places = [place[getattr(one, attribute)] for one in described]
        return words, np.array(places, dtype=np.int64)[which]

    categories, category = numbered("category")
    titles, title = numbered("name")
    return Lines(
        lonlat=lonlat,
        earth=to_earth(lonlat),
        starts=np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        kind=column("kind", np.int64),
        category=category,
        kmh=column("kmh", np.float64),
        forward=column("forward", np.bool_),
        backward=column("backward", np.bool_),
        joinable=column("joinable", np.bool_),
        crossing=column("crossing", np.float64),
        headway=column("headway", np.float64),
        given_km=column("given_km", np.float64),
        row=row,
        title=title,
        categories=categories,
        titles=titles,
    )


def joined(first: Lines, second: Lines) -> Lines:
    """All lines of both, the first ones first."""
    columns = {
        name: np.concatenate((getattr(first, name), getattr(second, name))) for name in PER_LINE
    }
    categories, columns["category"] = _merged(
        (first.categories, first.category), (second.categories, second.category)
    )
    titles, columns["title"] = _merged((first.titles, first.title), (second.titles, second.title))
    return Lines(
        lonlat=np.concatenate((first.lonlat, second.lonlat)),
        earth=np.concatenate((first.earth, second.earth)),
        starts=np.concatenate((first.starts, first.starts[-1] + second.starts[1:])),
        categories=categories,
        titles=titles,
        **columns,
    )


def _merged(*parts: tuple[tuple[str, ...], Ints]) -> tuple[tuple[str, ...], Ints]:
    """The words of all parts, and which of them each line has."""
    words = tuple(sorted({word for own, _ in parts for word in own}))
    place = {word: at for at, word in enumerate(words)}
    found = [np.array([place[word] for word in own], dtype=np.int64)[of] for own, of in parts]
    return words, np.concatenate(found)
