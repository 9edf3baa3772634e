"""The words of a page with their places, from the characters pdfium finds."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiltak.reading.formats.pdf.view import View

_ASCENT, _DESCENT = 0.78, 0.22
# pdfium's signs for a hyphen that ends a line; the glyph itself is a hyphen.
_LINE_END_HYPHENS = (0x02, 0xFFFE)
_SOFT_HYPHEN = 0xAD
_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LOST = "\ufffd"
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_LEAST_WEIGHT = 650
_SAMPLE = 80


Place = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without space. `baseline`, `top` and `bottom` grow downwards.

    `upright` is False for text on its side, as in narrow column heads. `joints` are
    the places (characters before it, x) where the file begins another piece of text in it.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    upright: bool = True
    joints: tuple[tuple[int, float], ...] = ()

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def cut(self, x: float) -> "tuple[Word, Word] | None":
        """The word in two where another text begins near x; None where it is one text."""
        near = [joint for joint in self.joints if abs(joint[1] - x) < self.size]
        if not near:
            return None
        count, at = min(near, key=lambda joint: abs(joint[1] - x))
        later = tuple((n - count, place) for n, place in self.joints if n > count)
        first = replace(self, text=self.text[:count], x1=at, joints=())
        return first, replace(self, text=self.text[count:], x0=at, joints=later)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page, its view, and how many characters have no letter in their font."""

    words: tuple[Word, ...]
    view: View
    letters: int
    lost: int


@dataclass(slots=True)
class _Open:
    """The word being gathered."""

    index: int
    pieces: list[str] = field(default_factory=list)
    joints: list[tuple[int, float]] = field(default_factory=list)
    x0: float = 1e9
    x1: float = -1e9
    y0: float = 1e9
    y1: float = -1e9
    baseline: float = 0.0
    last: tuple[float, float] = (0.0, 0.0)


def read_words(page: pdfium.PdfPage, view: View) -> PageWords:
    """The words of a page as it is read."""
    textpage = page.get_textpage()
    try:
        return _WordReader(textpage, view).read()
    finally:
        textpage.close()


class _WordReader:
    """Goes through the characters of a page once."""

    def __init__(self, textpage: pdfium.PdfTextPage, view: View) -> None:
        self._page = textpage.raw
        self._count = textpage.count_chars()
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._view = view.turned(self._turn(view))
        self._lost = self._letters = 0

    def read(self) -> PageWords:
        """All words, those drawn twice (shadows, false bold) once."""
        seen: set[tuple[str, int, int]] = set()
        words = []
        for word in self._words():
            key = (word.text, round(word.x0 / 2), round(word.baseline / 2))
            if key not in seen and self._is_on_page(word):
                seen.add(key)
                words.append(word)
        return PageWords(tuple(words), self._view, self._letters, self._lost)

    def _is_on_page(self, word: Word) -> bool:
        x, y = word.middle
        return 0 <= x <= self._view.width and 0 <= y <= self._view.height

    def _words(self) -> Iterator[Word]:
        word: _Open | None = None
        unicode_of = raw.FPDFText_GetUnicode
        for index in range(self._count):
            code = unicode_of(self._page, index)
            if code in _SPACES:
                if word is not None and self._hyphen_follows(word, index):
                    continue
                if word is not None:
                    yield self._close(word)
                word = None
                continue
            place = self._place(index)
            if word is not None and self._is_apart(word, place, index, code):
                yield self._close(word)
                word = None
            if word is None:
                word = _Open(index, baseline=place[4])
            self._take(word, code, place)
        if word is not None:
            yield self._close(word)

    def _hyphen_follows(self, word: _Open, index: int) -> bool:
        """A hyphen drawn by itself right after the word: the library puts a line break between."""
        for after in range(index + 1, min(index + 3, self._count)):
            code = raw.FPDFText_GetUnicode(self._page, after)
            if code in _SPACES:
                continue
            if code != _SOFT_HYPHEN:
                return False
            place, height = self._place(after), max(word.y1 - word.y0, 1.0)
            near = abs(place[0] - word.last[0]) < 0.15 * height
            return near and abs(place[4] - word.last[1]) < 0.45 * height
        return False

    def _place(self, index: int) -> Place:
        """Box (x0, y0, x1, y1) and the point on the baseline (y, x) of a character."""
        raw.FPDFText_GetLooseCharBox(self._page, index, self._box)
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        box, point = self._box, self._view.point
        ax, ay = point(box.left, box.bottom)
        bx, by = point(box.right, box.top)
        x, baseline = point(self._x.value, self._y.value)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), baseline, x

    def _take(self, word: _Open, code: int, place: Place) -> None:
        x0, y0, x1, y1, baseline, _ = place
        word.pieces.append(self._letter(code))
        word.x0, word.y0 = min(word.x0, x0), min(word.y0, y0)
        word.x1, word.y1 = max(word.x1, x1), max(word.y1, y1)
        word.last = (x1, baseline)

    def _letter(self, code: int) -> str:
        self._letters += 1
        if code in _LINE_END_HYPHENS:
            return "-"
        if code < 0x20 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFF):
            self._lost += 1
            return _LOST
        return _LIGATURES.get(code) or chr(code)

    def _is_apart(self, word: _Open, place: Place, index: int, code: int) -> bool:
        """Whether a character begins a new word though no space stands before it."""
        height = max(word.y1 - word.y0, 1.0)
        if abs(place[4] - word.last[1]) < 0.45 * height:
            # a space that is not written, or a jump back; letters of a ligature share one place
            gap = (place[0] - word.last[0]) / height
            return not -1.05 < gap < 0.28 or self._is_another_text(word, place[0], index, code)
        along = self._direction(index)
        return abs(along[1]) <= abs(along[0])

    def _is_another_text(self, word: _Open, x: float, index: int, code: int) -> bool:
        """A text that overflows its column touches the next one: "koordinator" and "2026".

        They are pieces of their own in the file and do not fit together. A capital or number
        begins another word; what else may is remembered for the rules of a table to tell.
        """
        gap = abs(x - word.last[0]) / max(word.y1 - word.y0, 1.0)
        if gap < 0.015 or self._object(index) == self._object(index - 1):
            return False
        before, sign = word.pieces[-1], chr(code)
        if gap >= 0.03 and before.islower() and (sign.isupper() or sign.isdigit()):
            return True
        word.joints.append((sum(map(len, word.pieces)), x))
        return False

    def _object(self, index: int) -> int | None:
        found = raw.FPDFText_GetTextObject(self._page, index)
        return ctypes.addressof(found.contents) if found else None

    def _direction(self, index: int) -> tuple[float, float]:
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        return self._view.direction(self._matrix.a, self._matrix.b)

    def _close(self, word: _Open) -> Word:
        along = self._direction(word.index)
        upright = abs(along[0]) >= abs(along[1])
        scale = (self._matrix.c**2 + self._matrix.d**2) ** 0.5 or 1.0
        size = raw.FPDFText_GetFontSize(self._page, word.index) * scale
        size = round(size * 2) / 2 or 1.0
        top, bottom = word.y0, word.y1
        if upright:
            top, bottom = word.baseline - _ASCENT * size, word.baseline + _DESCENT * size
        return Word(
            text="".join(word.pieces),
            x0=word.x0,
            x1=word.x1,
            top=top,
            bottom=bottom,
            baseline=word.baseline if upright else bottom,
            size=size,
            bold=self._is_bold(word.index),
            upright=upright,
            joints=tuple(word.joints) if upright else (),
        )

    def _is_bold(self, index: int) -> bool:
        raw.FPDFText_GetFontInfo(self._page, index, self._name, 256, self._flags)
        name = self._name.value.decode("latin-1").rsplit("+", 1)[-1].casefold()
        if any(mark in name for mark in _HEAVY):
            return True
        return bool(raw.FPDFText_GetFontWeight(self._page, index) >= _LEAST_WEIGHT)

    def _turn(self, view: View) -> int:
        """Quarter turns that make most of the text upright."""
        self._view = view
        turns: Counter[int] = Counter()
        for index in range(0, self._count, max(1, self._count // _SAMPLE)):
            if raw.FPDFText_GetUnicode(self._page, index) in _SPACES:
                continue
            x, y = self._direction(index)
            # upright text runs to the right; text that runs down or up is turned back
            turns[(0 if x >= 0 else 2) if abs(x) >= abs(y) else (1 if y > 0 else 3)] += 1
        return turns.most_common(1)[0][0] if turns else 0
