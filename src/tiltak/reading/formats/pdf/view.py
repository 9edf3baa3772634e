"""From a page's own coordinates to the page as it is read: points from the upper left corner.

A page can be stored turned (/Rotate), cut (/CropBox) or with all its text on its side (a wide
table on an upright sheet). Everything after this sees upright text on an upright page.
"""

import ctypes
from dataclasses import dataclass
from math import cos, radians, sin

import pypdfium2 as pdfium
from pypdfium2 import raw

_FINE = 1000
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """x' = a·x + c·y + e, y' = b·x + d·y + f. `turn`: quarter turns from the page as shown to
    the page as read, counter-clockwise. `slant`: degrees by which a scanned page lies askew; it is
    read as if it were level, turned about its middle."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float
    turn: int = 0
    slant: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as read."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction on the page as read."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def turned(self, turn: int) -> "View":
        """The page turned by quarters so that its text stands upright."""
        view = self
        for _ in range(turn % 4):
            # a quarter turn counter-clockwise: the right side goes to the top
            view = View(
                view.b,
                -view.a,
                view.d,
                -view.c,
                view.f,
                view.width - view.e,
                view.height,
                view.width,
                view.turn + 1,
            )
        return view

    def levelled(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page as shown lies when the page is turned level."""
        return self._turned(x, y, -self.slant)

    def _turned(self, x: float, y: float, degrees: float) -> tuple[float, float]:
        """A point turned clockwise about the middle of the page."""
        cosine, sine = cos(radians(degrees)), sin(radians(degrees))
        across, down = x - self.width / 2, y - self.height / 2
        return (
            self.width / 2 + cosine * across - sine * down,
            self.height / 2 + sine * across + cosine * down,
        )

    def fractions(self, box: Rectangle) -> Rectangle:
        """A box of the page as read, as fractions of the page as shown."""
        left, top, right, bottom = box
        if self.slant:
            corners = [self._turned(x, y, self.slant) for x in (left, right) for y in (top, bottom)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        x0, y0 = left / self.width, top / self.height
        x1, y1 = right / self.width, bottom / self.height
        for _ in range(self.turn):
            x0, y0, x1, y1 = 1 - y1, x0, 1 - y0, x1
        return x0, y0, x1, y1


def view_of(page: pdfium.PdfPage) -> View:
    """The page as shown, upper left corner at (0, 0), in points."""
    width, height = page.get_size()
    origin, right, up = (
        _on_device(page, width, height, x, y) for x, y in ((0, 0), (1000, 0), (0, 1000))
    )
    return View(
        a=(right[0] - origin[0]) / 1000,
        b=(right[1] - origin[1]) / 1000,
        c=(up[0] - origin[0]) / 1000,
        d=(up[1] - origin[1]) / 1000,
        e=origin[0],
        f=origin[1],
        width=width,
        height=height,
    )


def _on_device(
    page: pdfium.PdfPage, width: float, height: float, x: float, y: float
) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    size = round(width * _FINE), round(height * _FINE)
    raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / _FINE, down.value / _FINE
