"""The rules on a picture of a page: long unbroken runs of dark pixels, across or down."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium

from tiltak.reading.formats.pdf.rules import PageRules, Rule, joined_rules

_DPI = 150
_POINTS = 72
_LARGEST_SIDE = 2_500
_DARK = 140
# No letter has strokes this long (30 points).
_SHORTEST = 30
_TABLE = bytes(1 if value < _DARK else 0 for value in range(256))


def see_rules(page: pdfium.PdfPage) -> PageRules:
    """The rules drawn on a page that is a picture, in points from its upper left corner."""
    scale = min(_DPI / _POINTS, _LARGEST_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        dark = bytes(bitmap.buffer).translate(_TABLE)
    finally:
        bitmap.close()
    run = re.compile(rb"\x01{%d,}" % round(_SHORTEST * scale))
    across = _runs((dark[y * stride : y * stride + width] for y in range(height)), run, scale)
    down = _runs((dark[x : stride * height : stride] for x in range(width)), run, scale)
    return joined_rules(across, down)


def _runs(lines: Iterator[bytes], run: re.Pattern[bytes], scale: float) -> list[Rule]:
    return [
        Rule((at + 0.5) / scale, match.start() / scale, match.end() / scale)
        for at, line in enumerate(lines)
        for match in run.finditer(line)
    ]
