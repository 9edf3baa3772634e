"""Small shapes that look like list marks: discs, circles and squares."""

from collections.abc import Sequence
from dataclasses import dataclass

# How large such a mark is, in points, and how unlike its sides may be.
_SMALLEST, _LARGEST, _UNLIKE = 1.2, 7.0, 1.35
_CORNERS = 4
_DISC, _CIRCLE, _SQUARE = "•", "◦", "▪"


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A small shape: its middle in points, its right side, and the sign it looks like."""

    x: float
    y: float
    x1: float
    sign: str


def mark_of(
    points: Sequence[tuple[float, float]], *, straight: bool, filled: bool
) -> DrawnMark | None:
    """The mark a path is, None for any other shape."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    small = all(_SMALLEST <= side <= _LARGEST for side in (width, height))
    if not small or max(width, height) > _UNLIKE * min(width, height) or len(points) < _CORNERS:
        return None
    sign = _SQUARE if straight else _DISC if filled else _CIRCLE
    return DrawnMark((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, max(xs), sign)
