"""How far a scanned page lies askew: the turn at which its lines of text stand out most clearly.

After W. Postl, "Detection of linear oblique structures and skew scan in digitized documents"
(ICPR 1986): of all turns that one is taken whose sums of dark pixels along the lines differ most
from one to the next. Sums are made of strips of the page, moved up or down as the turn would move
them, so that no picture is turned to try.
"""

from collections.abc import Sequence
from math import radians, tan
from operator import sub

from tiltak.reading.formats.pdf.drawing import Picture

# Degrees: how far a page may lie askew, the steps tried, and what is level enough.
_MOST, _COARSE, _FINE, _LEVEL = 5.0, 0.5, 0.1, 0.15
_STRIPS = 32
_DARK = 128
_INK = bytes(1 if value < _DARK else 0 for value in range(256))
# A level page is left as it is unless another turn is this much clearer.
_CLEARER = 1.02

Strips = Sequence[tuple[float, Sequence[int]]]


def slant_of(picture: Picture) -> float:
    """Degrees (clockwise is positive) by which the lines of a grey picture of a page fall to the
    right; 0 for a page that is level, or has no lines."""
    strips = _strips(picture)
    coarse = max(_steps(-_MOST, _MOST, _COARSE), key=lambda angle: _clearness(strips, angle))
    near = _steps(coarse - _COARSE, coarse + _COARSE, _FINE)
    fine = max(near, key=lambda angle: (_clearness(strips, angle), -abs(angle)))
    clearer = _clearness(strips, fine) > _CLEARER * _clearness(strips, 0.0)
    return fine if abs(fine) > _LEVEL and abs(fine) < _MOST and clearer else 0.0


def _steps(low: float, high: float, step: float) -> list[float]:
    return [low + step * n for n in range(round((high - low) / step) + 1)]


def _strips(picture: Picture) -> Strips:
    """For upright strips of the page: how far right of its middle one lies, in pixels, and how many
    dark pixels it has in each row."""
    width = picture.width // _STRIPS
    dark = picture.pixels.translate(_INK)
    return [
        (
            (at + 0.5) * width - picture.width / 2,
            [
                dark.count(1, begin, begin + width)
                for row in range(picture.height)
                for begin in (row * picture.stride + at * width,)
            ],
        )
        for at in range(_STRIPS)
    ]


def _clearness(strips: Strips, angle: float) -> float:
    """How much the sums of neighbouring lines differ when the page is turned back by an angle."""
    height = len(strips[0][1])
    slope = tan(radians(angle))
    sums = [0] * height
    for offset, counts in strips:
        shift = round(slope * offset)
        moved = counts[shift:] if shift >= 0 else [0] * -shift + list(counts)
        sums = [total + count for total, count in zip(sums, moved, strict=False)]
        sums += [0] * (height - len(sums))
    return float(sum(step * step for step in map(sub, sums[1:], sums)))
