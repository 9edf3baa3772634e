"""An open page → a picture (PNG)."""

import struct
import zlib
from dataclasses import dataclass
from math import ceil

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiltak.reading.formats.pdf.rules import PageRules
from tiltak.reading.formats.pdf.view import View

_LARGEST_SIDE = 5_000
_POINTS = 72
# half of how wide a rule is taken to be, in points
_WIDTH = 0.9
_WHITE = b"\xff"
_DARK = 128
_INK = bytes(1 if value < _DARK else 0 for value in range(256))


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of pixels, `channels` bytes each (grey, RGB or RGBA); `scale` is pixels to a point."""

    pixels: bytearray
    width: int
    height: int
    stride: int
    channels: int
    scale: float

    def wipe_out(self, rules: PageRules) -> None:
        """Make the pixels of rules white, in a grey picture."""
        reach, scale = round(_WIDTH * self.scale), self.scale
        for rule in rules.across:
            low, high = _ends(rule.low * scale, rule.high * scale, self.width)
            for y in _around(rule.at * scale, reach, self.height):
                row = y * self.stride
                self.pixels[row + low : row + high] = _WHITE * (high - low)
        for rule in rules.down:
            low, high = _ends(rule.low * scale, rule.high * scale, self.height)
            for x in _around(rule.at * scale, reach, self.width):
                column = slice(low * self.stride + x, high * self.stride, self.stride)
                self.pixels[column] = _WHITE * (high - low)

    def stroke(self, x0: int, y0: int, x1: int, y1: int) -> float:
        """How wide the strokes of letters in a box of a grey picture are on average, in pixels."""
        dark = strokes = 0
        for y in range(max(0, y0), min(self.height, y1)):
            row = self.pixels[y * self.stride + x0 : y * self.stride + x1].translate(_INK)
            dark += row.count(1)
            strokes += row.count(b"\0\1") + row.startswith(b"\1")
        return dark / strokes if strokes else 0.0

    def png(self) -> bytes:
        """The picture as a PNG file, eight bits a channel."""
        size = self.width * self.channels
        rows = b"".join(
            b"\0" + self.pixels[row * self.stride : row * self.stride + size]
            for row in range(self.height)
        )
        colour = {1: 0, 3: 2, 4: 6}[self.channels]
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, colour, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 4)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def draw(page: pdfium.PdfPage, dpi: int, *, grey: bool = False) -> Picture:
    """An open page as a picture. No side is longer than 5 000 pixels."""
    scale = _scale(page, dpi)
    bitmap = page.render(scale=scale, rev_byteorder=True, grayscale=grey, prefer_bgrx=False)
    return _picture(bitmap, scale)


def draw_turned(page: pdfium.PdfPage, dpi: int, view: View) -> Picture:
    """A grey picture of a page that lies askew, turned about its middle so that it is level."""
    scale = _scale(page, dpi)
    width, height = (ceil(side * scale) for side in page.get_size())
    bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    # what the view does to a point of the page as shown, then pixels
    (e, f), (x, y), (u, v) = (view.levelled(*at) for at in ((0, 0), (1, 0), (0, 1)))
    matrix = raw.FS_MATRIX(*(n * scale for n in (x - e, y - f, u - e, v - f, e, f)))
    clip = raw.FS_RECTF(0, 0, width, height)
    flags = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, page.raw, matrix, clip, flags)
    return _picture(bitmap, scale)


def _scale(page: pdfium.PdfPage, dpi: int) -> float:
    width, height = page.get_size()
    return min(dpi / _POINTS, _LARGEST_SIDE / max(float(width), float(height), 1.0))


def _picture(bitmap: pdfium.PdfBitmap, scale: float) -> Picture:
    try:
        return Picture(
            bytearray(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            bitmap.n_channels,
            scale,
        )
    finally:
        bitmap.close()


def _ends(low: float, high: float, end: int) -> tuple[int, int]:
    first = min(max(0, round(low)), end)
    return first, min(max(first, round(high)), end)


def _around(at: float, reach: int, end: int) -> range:
    return range(max(0, round(at) - reach), min(end, round(at) + reach + 1))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
