"""The rules on a picture of a page: long unbroken runs of dark pixels, across or down.

Inside a shaded box there are no rules; its sides are some, as they are in a drawn page.
"""

import re
from collections.abc import Sequence

from tiltak.reading.formats.pdf.drawing import Picture
from tiltak.reading.formats.pdf.rules import PageRules, Rule, joined_rules

_DARK = 200
# No letter has strokes this long (30 points).
_SHORTEST = 30
# How far on either side of a run is looked (points), and in how many places.
_BESIDE, _PLACES = 2.4, 16
_TABLE = bytes(1 if value < _DARK else 0 for value in range(256))


def see_rules(picture: Picture) -> PageRules:
    """The rules in a grey picture of a page, in points from its upper left corner."""
    width, height, stride = picture.width, picture.height, picture.stride
    dark = picture.pixels.translate(_TABLE)
    run = re.compile(rb"\x01{%d,}" % round(_SHORTEST * picture.scale))
    across = _runs([dark[y * stride : y * stride + width] for y in range(height)], run, picture)
    down = _runs([dark[x : stride * height : stride] for x in range(width)], run, picture)
    return joined_rules(across, down)


def _runs(lines: Sequence[bytearray], run: re.Pattern[bytes], picture: Picture) -> list[Rule]:
    scale, beside = picture.scale, round(_BESIDE * picture.scale)
    return [
        Rule((at + 0.5) / scale, match.start() / scale, match.end() / scale)
        for at, line in enumerate(lines)
        for match in run.finditer(line)
        if not _is_inside(lines, at, beside, match.start(), match.end())
    ]


def _is_inside(lines: Sequence[bytearray], at: int, beside: int, begin: int, end: int) -> bool:
    """Whether it is dark on both sides of a run too, at most of some places along it."""
    before, after = lines[max(0, at - beside)], lines[min(len(lines) - 1, at + beside)]
    places = range(begin, end, max(1, (end - begin) // _PLACES))
    return all(2 * sum(side[place] for place in places) > len(places) for side in (before, after))
