"""The characters pdfium finds on a page: their codes, their places and how they are set.

A page has thousands, and each question about one is a call into the library: what can be known
from the character before is not asked again.
"""

import ctypes

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiltak.reading.formats.pdf.view import View

_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_LEAST_WEIGHT = 650
# How far above the baseline a raised sign begins, in sizes of its type.
_RAISED = 0.2
_SURROGATES = range(0xD800, 0xE000)

# x0, y0, x1, y1 of the box and the height of the baseline, on the page as it is read.
Place = tuple[float, float, float, float, float]


class PageLetters:
    """The characters of an open page, by their index. `codes` has one for each."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._page = textpage.raw
        self.codes = _codes(textpage)
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._heavy: dict[tuple[bytes, int], bool] = {}
        self._across = (0.0, 0.0)
        self._baseline = 0.0
        self.see_as(View(1, 0, 0, 1, 0, 0, 0, 0))

    def see_as(self, view: View) -> None:
        """Give places and directions on the page as this view has it from now on."""
        self._view = view
        self._is_level = view.b == 0 and view.c == 0
        self._across = (0.0, 0.0)

    def place(self, index: int) -> Place:
        """Box and baseline of a character."""
        box, view = self._box, self._view
        raw.FPDFText_GetLooseCharBox(self._page, index, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        across = (bottom, top) if self._is_level else (left, right)
        if across != self._across:
            # letters of one font on one line have boxes of one height, and one baseline
            raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
            self._baseline = view.point(self._x.value, self._y.value)[1]
            self._across = across
        if self._is_level:
            x0, x1 = view.a * left + view.e, view.a * right + view.e
            y0, y1 = view.d * top + view.f, view.d * bottom + view.f
        else:
            x0, y0 = view.point(left, bottom)
            x1, y1 = view.point(right, top)
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        return x0, y0, x1, y1, self._baseline

    def direction(self, index: int) -> tuple[float, float]:
        """Where the text runs that a character belongs to."""
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        return self._view.direction(self._matrix.a, self._matrix.b)

    def size(self, index: int) -> float:
        """The size of a character in points, to the half point."""
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        scale = (self._matrix.c**2 + self._matrix.d**2) ** 0.5 or 1.0
        size: float = raw.FPDFText_GetFontSize(self._page, index) * scale
        return round(size * 2) / 2 or 1.0

    def is_bold(self, index: int) -> bool:
        """Whether the font of a character is a heavy one."""
        raw.FPDFText_GetFontInfo(self._page, index, self._name, 256, self._flags)
        font = (self._name.value, self._flags.value)
        if font not in self._heavy:
            self._heavy[font] = self._is_heavy(font[0], index)
        return self._heavy[font]

    def _is_heavy(self, font: bytes, index: int) -> bool:
        name = font.decode("latin-1").rsplit("+", 1)[-1].casefold()
        if any(mark in name for mark in _HEAVY):
            return True
        return bool(raw.FPDFText_GetFontWeight(self._page, index) >= _LEAST_WEIGHT)

    def is_raised(self, index: int, baseline: float) -> bool:
        """Whether the ink of a character stands above the middle of small letters on a baseline.

        Fonts have signs for footnotes that are raised though their place is not.
        """
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
        _, one = self._view.point(left.value, bottom.value)
        _, other = self._view.point(right.value, top.value)
        return baseline - max(one, other) > _RAISED * self.size(index)

    def text_object(self, index: int) -> int | None:
        """A name for the piece of text in the file that a character belongs to."""
        found = raw.FPDFText_GetTextObject(self._page, index)
        return ctypes.addressof(found.contents) if found else None


def _codes(textpage: pdfium.PdfTextPage) -> list[int]:
    """The Unicode numbers of all characters: at once where each has one place in the text."""
    count = textpage.count_chars()
    text = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage.raw, 0, count, text)
    codes = list(text)[:count]
    if written == count + 1 and not any(code in _SURROGATES for code in codes):
        return codes
    return [raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]
