"""The rules on a picture of a page: long unbroken runs of dark pixels, across or down.

Inside a shaded box there are no rules; its sides are some, as they are in a drawn page.
"""

import re
from collections.abc import Sequence

from tiltak.reading.formats.pdf.drawing import Picture
from tiltak.reading.formats.pdf.rules import PageRules, Rule, joined_rules

# Rules in a lightly shaded box are darker than its shade; hairlines of a coarse scan are little
# darker than its paper, which is white.
_DARK = (200, 240)
# Specks of white in a rule are its noise.
_SPECKS = ((b"\1\0\1", b"\1\1\1"), (b"\1\0\0\1", b"\1\1\1\1"))
# No letter has strokes this long (points). The letters of a word may touch where faint pixels count.
_SHORTEST, _SHORTEST_FAINT = 30, 75
# How far on either side of a run is looked (points), and in how many places.
_BESIDE, _PLACES = 2.4, 64
# Shares of such places that are dark: beside a rule, where text stands near it, in a shaded box.
_CLEAR, _NEAR_TEXT, _SHADED = 0.2, 0.45, 0.8
_TABLES = [bytes(1 if value < dark else 0 for value in range(256)) for dark in _DARK]


def see_rules(picture: Picture) -> PageRules:
    """The rules in a grey picture of a page, in points from its upper left corner."""
    across: list[Rule] = []
    down: list[Rule] = []
    width, height, stride = picture.width, picture.height, picture.stride
    for table, shortest in zip(_TABLES, (_SHORTEST, _SHORTEST_FAINT), strict=True):
        dark = picture.pixels.translate(table)
        rows = [dark[y * stride : y * stride + width] for y in range(height)]
        across += _runs(rows, shortest, picture)
        down += _runs(
            [dark[x : stride * height : stride] for x in range(width)], _SHORTEST, picture
        )
    return joined_rules(across, down)


def _runs(lines: Sequence[bytearray], shortest: int, picture: Picture) -> list[Rule]:
    run = re.compile(rb"\x01{%d,}" % round(shortest * picture.scale))
    scale, beside = picture.scale, round(_BESIDE * picture.scale)
    return [
        Rule((at + 0.5) / scale, match.start() / scale, match.end() / scale)
        for at, line in enumerate(lines)
        for match in run.finditer(_whole(line))
        if _is_drawn(lines, at, beside, match.start(), match.end())
    ]


def _whole(line: bytearray) -> bytearray:
    for speck, filled in _SPECKS:
        line = line.replace(speck, filled)
    return line


def _is_drawn(lines: Sequence[bytearray], at: int, beside: int, begin: int, end: int) -> bool:
    """Whether a run is a rule: white on one side of it, and nothing but paper or shade on the other.

    Inside a shaded box it is dark on both sides; large letters that touch have other letters there.
    """
    before, after = lines[max(0, at - beside)], lines[min(len(lines) - 1, at + beside)]
    places = range(begin, end, max(1, (end - begin) // _PLACES))
    clear, other = sorted(
        sum(side[place] for place in places) / len(places) for side in (before, after)
    )
    return clear < _CLEAR and (other < _NEAR_TEXT or other > _SHADED)
