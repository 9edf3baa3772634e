"""Steps of minutes, each with a colour and a shape of its own: never told by colour alone."""

import math
from dataclasses import dataclass
from itertools import pairwise

from tiltak.wording import Words

# shares of the limit where a step ends; the last step is what is longer
STEPS = (1 / 3, 2 / 3, 1, 4 / 3, 2)
# inside the limit blue and round, outside orange and with corners; no way is a cross
COLOURS = ("#08519c", "#2171b5", "#4292c6", "#d98200", "#c2410c", "#7f1d1d", "#3f3f46")
NO_WAY = len(STEPS) + 1


@dataclass(frozen=True, slots=True)
class Step:
    """A step of minutes: its number, its name, its colour, its shape in a box of 16."""

    number: int
    name: str
    colour: str
    shape: str


Ring = float
Corners = tuple[tuple[float, float], ...]


# rings are circles by their radius; a ring inside another is a hole
SHAPES: tuple[tuple[Ring | Corners, ...], ...] = (
    (1.0,),
    (1.0, 0.35),
    (1.0, 0.65),
    (((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),),
    (((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),),
    (((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),),
    (
        (
            *((-1, -0.65), (-0.65, -1), (0, -0.35), (0.65, -1), (1, -0.65), (0.35, 0)),
            *((1, 0.65), (0.65, 1), (0, 0.35), (-0.65, 1), (-1, 0.65), (-0.35, 0)),
        ),
    ),
)


def path_of(number: int, x: float, y: float, radius: float) -> str:
    """The shape of a step as an SVG path (fill rule evenodd), at a place, with a radius."""
    return "".join(_closed(part, x, y, radius) for part in SHAPES[number])


def _closed(part: Ring | Corners, x: float, y: float, radius: float) -> str:
    if isinstance(part, float):
        size = part * radius
        return (
            f"M{x - size:.1f} {y:.1f}a{size:.1f} {size:.1f} 0 1 0 {2 * size:.1f} 0"
            f"a{size:.1f} {size:.1f} 0 1 0 {-2 * size:.1f} 0z"
        )
    return "M" + "L".join(f"{x + a * radius:.1f} {y + b * radius:.1f}" for a, b in part) + "z"


def steps(limit: float, said: Words) -> list[Step]:
    """The steps of a limit in minutes, and the one of those who have no way."""
    ends = [limit * share for share in STEPS]
    _ = said.gettext
    names = [_("inntil %(to)s min") % {"to": f"{ends[0]:.0f}"}]
    for begin, end in pairwise(ends):
        names.append(_("%(from)s–%(to)s min") % {"from": f"{begin:.0f}", "to": f"{end:.0f}"})
    names.append(_("over %(from)s min") % {"from": f"{ends[-1]:.0f}"})
    names.append(_("utan veg"))
    return [
        Step(number, name, COLOURS[number], path_of(number, 8, 8, 6))
        for number, name in enumerate(names)
    ]


def step_of(minutes: float | None, limit: float) -> int:
    """The number of the step some minutes fall in; None and infinite are no way."""
    if minutes is None or not math.isfinite(minutes):
        return NO_WAY
    return next((at for at, share in enumerate(STEPS) if minutes <= limit * share), len(STEPS))
