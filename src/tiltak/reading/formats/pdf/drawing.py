"""An open page → a picture (PNG)."""

import struct
import zlib

import pypdfium2 as pdfium

_LARGEST_SIDE = 5_000
_POINTS = 72


def draw(page: pdfium.PdfPage, dpi: int, *, grey: bool = False) -> tuple[bytes, float]:
    """An open page as a PNG, and its pixels to a point. No side is longer than 5 000 pixels."""
    scale = min(dpi / _POINTS, _LARGEST_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=True, grayscale=grey, prefer_bgrx=False)
    try:
        pixels, channels = bytes(bitmap.buffer), bitmap.n_channels
        return _png(pixels, bitmap.width, bitmap.height, bitmap.stride, channels), scale
    finally:
        bitmap.close()


def _png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Rows of pixels as a PNG file: grey, RGB or RGBA, eight bits each."""
    rows = b"".join(
        b"\0" + pixels[row * stride : row * stride + width * channels] for row in range(height)
    )
    colour = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 4)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
