"""The map as an inline drawing: the same cells, roads and names as the map with a script."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.web.traveltime.cells import Cell, Drawing
from tiltak.web.traveltime.classes import Step, path_of, step_of

WIDTH = 600.0
LEAST_HEIGHT, MOST_HEIGHT = 220.0, 640.0
AIR = 28.0
# more cells than this are drawn on a raster of so many units, so that the page stays small
MANY, RASTER = 400, 5.0
# what a letter and a line of a name take, in units of the drawing
LETTER, LINE = 8.2, 17.0
MOST_NAMES = 28


@dataclass(frozen=True, slots=True)
class Shapes:
    """All cells of a step as one path."""

    step: Step
    path: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a place, beside its point."""

    text: str
    x: str
    y: str
    anchor: str
    is_centre: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing, in units of a box of `width` and `height`."""

    width: str
    height: str
    ways: Sequence[tuple[str, str]]
    shapes: Sequence[Shapes]
    names: Sequence[Name]
    centres: Sequence[tuple[str, str]]
    is_many: bool


@dataclass(slots=True)
class _Paper:
    """Degrees onto paper: equal scales both ways at the middle."""

    west: float
    north: float
    scale: float
    stretch: float
    height: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place lies."""
        x = AIR + (lon - self.west) * self.stretch * self.scale
        return x, AIR + (self.north - lat) * self.scale

    def is_free(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a box (left, top, right, bottom) is on the paper and on nothing else."""
        left, top, right, bottom = box
        if left < 2 or right > WIDTH - 2 or top < 2 or bottom > self.height - 2:
            return False
        return all(
            right < other[0] or left > other[2] or bottom < other[1] or top > other[3]
            for other in self.taken
        )


def picture(drawing: Drawing, steps: Sequence[Step], limit: float) -> Picture | None:
    """A drawing of the cells and what lies between them; None where there are no cells."""
    if not drawing.cells:
        return None
    paper = _paper(drawing.cells)
    centres = [paper.at(one["lon"], one["lat"]) for one in drawing.places if one["centre"]]
    return Picture(
        width=f"{WIDTH:g}",
        height=f"{paper.height:.0f}",
        ways=list(_ways(drawing, paper)),
        shapes=_shapes(drawing.cells, paper, steps, limit),
        names=_names(drawing, paper),
        centres=[(f"{x:.1f}", f"{y:.1f}") for x, y in centres],
        is_many=len(drawing.cells) > MANY,
    )


def _paper(cells: Sequence[Cell]) -> _Paper:
    west, east = min(one.lon for one in cells), max(one.lon for one in cells)
    south, north = min(one.lat for one in cells), max(one.lat for one in cells)
    stretch = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * stretch, 0.02), max(north - south, 0.02)
    scale = min((WIDTH - 2 * AIR) / wide, (MOST_HEIGHT - 2 * AIR) / high)
    height = max(high * scale + 2 * AIR, LEAST_HEIGHT)
    # what is narrower than the paper lies in the middle of it
    west -= ((WIDTH - 2 * AIR) / scale - wide) / 2 / stretch
    north += ((height - 2 * AIR) / scale - high) / 2
    return _Paper(west, north, scale, stretch, height)


def _ways(drawing: Drawing, paper: _Paper) -> list[tuple[str, str]]:
    """One path for each way of going: road, tunnel, bridge, ferry."""
    paths: dict[str, list[str]] = {}
    for way, points in drawing.lines:
        spots = [paper.at(lon, lat) for lon, lat in points]
        if any(0 <= x <= WIDTH and 0 <= y <= paper.height for x, y in spots):
            joined = "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
            paths.setdefault(way, []).append(f"M{joined}")
    return [(way, "".join(paths[way])) for way in sorted(paths)]


def _shapes(
    cells: Sequence[Cell], paper: _Paper, steps: Sequence[Step], limit: float
) -> list[Shapes]:
    """The cells by step. Few are as large as their people; many lie on a raster, where the step of
    most people in a square counts."""
    spots = _spots(cells, paper, limit)
    most = max(people for _, _, people, _ in spots)
    found: dict[int, list[str]] = {}
    for x, y, people, number in spots:
        radius = RASTER * 0.45 if len(cells) > MANY else 4.5 + 6.5 * math.sqrt(people / most)
        found.setdefault(number, []).append(path_of(number, x, y, radius))
        if len(cells) <= MANY:
            paper.taken.append((x - radius, y - radius, x + radius, y + radius))
    return [Shapes(steps[number], "".join(found[number])) for number in sorted(found)]


def _spots(
    cells: Sequence[Cell], paper: _Paper, limit: float
) -> list[tuple[float, float, float, int]]:
    placed = [
        (*paper.at(one.lon, one.lat), one.people, step_of(one.minutes, limit)) for one in cells
    ]
    if len(cells) <= MANY:
        return placed
    squares: dict[tuple[int, int], dict[int, float]] = {}
    for x, y, people, number in placed:
        square = squares.setdefault((int(x // RASTER), int(y // RASTER)), {})
        square[number] = square.get(number, 0) + people
    return [
        (
            (column + 0.5) * RASTER,
            (row + 0.5) * RASTER,
            sum(people.values()),
            max(people, key=lambda number: (people[number], -number)),
        )
        for (column, row), people in squares.items()
    ]


def _names(drawing: Drawing, paper: _Paper) -> list[Name]:
    """Names that have room, centres first, then where most people live."""
    names: list[Name] = []
    for place in sorted(drawing.places, key=lambda one: _weight(one, drawing.cells)):
        if place.get("kind") == "kai" or len(names) >= MOST_NAMES:
            continue
        x, y = paper.at(place["lon"], place["lat"])
        wide = LETTER * len(place["name"])
        for anchor, left in (("start", x + 14), ("end", x - 14 - wide)):
            box = (left, y - LINE / 2, left + wide, y + LINE / 2)
            if paper.is_free(box):
                paper.taken.append(box)
                at = x + 14 if anchor == "start" else x - 14
                names.append(
                    Name(place["name"], f"{at:.1f}", f"{y + 5:.1f}", anchor, place["centre"])
                )
                break
    return names


def _weight(place: dict[str, object], cells: Sequence[Cell]) -> tuple[bool, float]:
    near = [
        one.people
        for one in cells
        if abs(one.lon - float(str(place["lon"]))) < 0.02
        and abs(one.lat - float(str(place["lat"]))) < 0.01
    ]
    return not place["centre"], -sum(near)
