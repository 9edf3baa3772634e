"""The words of a page with their places, from the characters pdfium finds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from msgspec import Struct
from msgspec.structs import replace

from tiltak.reading.formats.pdf.letters import PageLetters, Place
from tiltak.reading.formats.pdf.open_word import OpenWord
from tiltak.reading.formats.pdf.view import View

_ASCENT, _DESCENT = 0.78, 0.22
# pdfium's signs for a hyphen that ends a line; the glyph itself is a hyphen.
_LINE_END_HYPHENS = (0x02, 0xFFFE)
_SOFT_HYPHEN = 0xAD
_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LOST = "\ufffd"
_SAMPLE = 80
# Small letters nearer than this, in heights of a line, belong together whatever piece they are of.
_TOUCHING = 0.015
_NOTE_SIGNS = frozenset(map(ord, "0123456789*†"))
_NUMBER_SIGNS = frozenset(map(ord, "0123456789.,:/-–%)"))


class Word(Struct, frozen=True):
    """A run of characters without space. `baseline`, `top` and `bottom` grow downwards.

    `upright` is False for text on its side, as in narrow column heads, `upward` where it is read from
    its foot up. `joints` are
    the places (characters before it, x) where the file begins another piece of text in it, `raised`
    the characters that stand higher than the rest, as the sign of a footnote does.
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
    raised: tuple[int, ...] = ()
    upward: bool = False

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
        before = tuple(n for n in self.raised if n < count)
        after = tuple(n - count for n in self.raised if n >= count)
        first = replace(self, text=self.text[:count], x1=at, joints=(), raised=before)
        return first, replace(self, text=self.text[count:], x0=at, joints=later, raised=after)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page, its view, and how many characters have no letter in their font."""

    words: tuple[Word, ...]
    view: View
    letters: int
    lost: int


def read_words(page: pdfium.PdfPage, view: View) -> PageWords:
    """The words of a page as it is read."""
    textpage = page.get_textpage()
    try:
        return _WordReader(PageLetters(textpage), view).read()
    finally:
        textpage.close()


class _WordReader:
    """Goes through the characters of a page once."""

    def __init__(self, letters: PageLetters, view: View) -> None:
        self._letters = letters
        letters.see_as(view)
        self._view = view.turned(self._turn())
        letters.see_as(self._view)
        self._lost = self._count = 0

    def read(self) -> PageWords:
        """All words, those drawn twice (shadows, false bold) once."""
        seen: set[tuple[str, int, int]] = set()
        words = []
        for word in self._words():
            key = (word.text, round(word.x0 / 2), round(word.baseline / 2))
            if key not in seen and self._is_on_page(word):
                seen.add(key)
                words.append(word)
        return PageWords(tuple(words), self._view, self._count, self._lost)

    def _is_on_page(self, word: Word) -> bool:
        x, y = word.middle
        return 0 <= x <= self._view.width and 0 <= y <= self._view.height

    def _words(self) -> Iterator[Word]:
        word: OpenWord | None = None
        place_of = self._letters.place
        for index, code in enumerate(self._letters.codes):
            if code in _SPACES:
                if word is not None and not self._hyphen_follows(word, index):
                    yield self._close(word)
                    word = None
                continue
            place = place_of(index)
            if word is not None and self._is_apart(word, place, index, code):
                yield self._close(word)
                word = None
            if word is None:
                word = OpenWord(index, place)
            self._count += 1
            word.take(self._sign(code), place)
            if code in _NOTE_SIGNS and (word.may_bear_sign or self._begins_note(word, index)):
                self._mark_raised(word, index)
        if word is not None:
            yield self._close(word)

    def _begins_note(self, word: OpenWord, index: int) -> bool:
        """Whether a sign that begins a word is no figure of a number: few are looked at closer."""
        following = self._letters.codes[index + 1 : index + 2]
        return len(word.pieces) == 1 and _NUMBER_SIGNS.isdisjoint(following)

    def _mark_raised(self, word: OpenWord, index: int) -> None:
        if self._letters.is_raised(index, word.baseline):
            word.raised.append(len(word.pieces) - 1)

    def _hyphen_follows(self, word: OpenWord, index: int) -> bool:
        """A hyphen drawn by itself right after the word: the library puts a line break between."""
        for after, code in enumerate(self._letters.codes[index + 1 : index + 3], index + 1):
            if code in _SPACES:
                continue
            if code != _SOFT_HYPHEN:
                return False
            place, height = self._letters.place(after), max(word.y1 - word.y0, 1.0)
            near = abs(place[0] - word.end) < 0.15 * height
            return near and abs(place[4] - word.level) < 0.45 * height
        return False

    def _sign(self, code: int) -> str:
        if code in _LINE_END_HYPHENS:
            return "-"
        if code < 0x20 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFF):
            self._lost += 1
            return _LOST
        return _LIGATURES.get(code) or chr(code)

    def _is_apart(self, word: OpenWord, place: Place, index: int, code: int) -> bool:
        """Whether a character begins a new word though no space stands before it."""
        height = max(word.y1 - word.y0, 1.0)
        if abs(place[4] - word.level) < 0.45 * height:
            # a space that is not written, or a jump back; letters of a ligature share one place
            gap = (place[0] - word.end) / height
            if -_TOUCHING < gap < _TOUCHING and chr(code).islower():
                return False
            if -1.05 < gap < 0.28:
                return self._is_another_text(word, place[0], index, code)
        # the letters of a text on its side stand below one another
        along = self._letters.direction(index)
        return abs(along[1]) <= abs(along[0])

    def _is_another_text(self, word: OpenWord, x: float, index: int, code: int) -> bool:
        """A text that overflows its column touches the next one: "koordinator" and "2026".

        They are pieces of their own in the file and do not fit together. A capital or number
        begins another word; what else may is remembered for the rules of a table to tell.
        """
        letters = self._letters
        if letters.text_object(index) == letters.text_object(index - 1):
            return False
        gap = abs(x - word.end) / max(word.y1 - word.y0, 1.0)
        before, sign = word.pieces[-1], chr(code)
        if gap >= 0.03 and before.islower() and (sign.isupper() or sign.isdigit()):
            return True
        word.joints.append((len(word.pieces), x))
        return False

    def _close(self, word: OpenWord) -> Word:
        letters = self._letters
        along = letters.direction(word.index)
        upright = abs(along[0]) >= abs(along[1])
        size = letters.size(word.index)
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
            bold=letters.is_bold(word.index),
            upright=upright,
            joints=tuple(word.joints) if upright else (),
            raised=tuple(word.raised) if upright else (),
            upward=not upright and along[1] < 0,
        )

    def _turn(self) -> int:
        """Quarter turns that make most of the text upright."""
        turns: Counter[int] = Counter()
        codes = self._letters.codes
        for index in range(0, len(codes), max(1, len(codes) // _SAMPLE)):
            if codes[index] in _SPACES:
                continue
            x, y = self._letters.direction(index)
            # upright text runs to the right; text that runs down or up is turned back
            turns[(0 if x >= 0 else 2) if abs(x) >= abs(y) else (1 if y > 0 else 3)] += 1
        return turns.most_common(1)[0][0] if turns else 0
