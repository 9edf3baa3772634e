"""A page without text: its words are read from its picture."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

import pypdfium2 as pdfium

from tiltak.reading.formats.ocr import DPI, SeenWord, words_in
from tiltak.reading.formats.pdf.drawing import draw
from tiltak.reading.formats.pdf.view import View
from tiltak.reading.formats.pdf.words import PageWords, Word

# How tall letters stand, in sizes of their type: small ones, with a stem up, with a stem down.
_SMALL, _UP, _DOWN, _BOTH = 0.53, 0.73, 0.74, 0.95
_WITHOUT_STEM = frozenset("acemnorsuvwxzæøö")
_STEM_DOWN = frozenset("gjpqyç,;()/|")
_DESCENT = 0.22
# Sizes nearer than this are one: a picture's letters are never measured quite alike.
_SAME_SIZE = 1.18
_BULLET = "•"
_PLAIN_BULLETS = frozenset("•*+©®¢°»«")
_SEEN_BULLETS = _PLAIN_BULLETS | frozenset("eo")
_SIGNS = frozenset(".-–—_'\"·•:=")


def see_words(page: pdfium.PdfPage, view: View) -> PageWords:
    """The words tesseract sees on a page. Raises UnreadableDocument(NEEDS_OCR) without tesseract."""
    picture, scale = draw(page, DPI, grey=True)
    lines: defaultdict[tuple[int, int, int], list[SeenWord]] = defaultdict(list)
    for word in words_in(picture):
        lines[word.line].append(word)
    sizes = _few([_size(line) / scale for line in lines.values()])
    words = [
        word
        for line, size in zip(lines.values(), sizes, strict=True)
        for word in _line(line, size, 1 / scale)
    ]
    letters = sum(len(word.text) for word in words)
    return PageWords(tuple(words), view, letters, 0)


def _size(line: Sequence[SeenWord]) -> float:
    """The size of a line's type, in pixels, from the letters its words have."""
    sizes = [(word.y1 - word.y0) / _height(word.text) for word in line if set(word.text) - _SIGNS]
    return median(sizes or [float(word.y1 - word.y0) for word in line])


def _height(text: str) -> float:
    up = any(sign not in _WITHOUT_STEM and sign not in _STEM_DOWN for sign in text)
    down = any(sign in _STEM_DOWN for sign in text)
    if up and down:
        return _BOTH
    return _UP if up else _DOWN if down else _SMALL


def _few(sizes: Sequence[float]) -> list[float]:
    """Sizes rounded to the few a page is set in."""
    groups: list[list[float]] = []
    for size in sorted(sizes):
        if groups and size <= _SAME_SIZE * median(groups[-1]):
            groups[-1].append(size)
        else:
            groups.append([size])
    usual = {size: max(1.0, round(median(group) * 2) / 2) for group in groups for size in group}
    return [usual[size] for size in sizes]


def _line(words: Sequence[SeenWord], size: float, scale: float) -> list[Word]:
    """The words of a line, on one baseline."""
    resting = [w.y1 for w in words if not set(w.text) & _STEM_DOWN and set(w.text) - _SIGNS]
    baseline = median(resting or [w.y1 for w in words]) * scale
    return [
        Word(
            text=_BULLET if order == 0 and _is_bullet(words) else word.text,
            x0=word.x0 * scale,
            x1=word.x1 * scale,
            top=baseline - (1 - _DESCENT) * size,
            bottom=baseline + _DESCENT * size,
            baseline=baseline,
            size=size,
            bold=False,
        )
        for order, word in enumerate(words)
    ]


def _is_bullet(line: Sequence[SeenWord]) -> bool:
    """A lone sign before a text that begins with a capital: how OCR sees the mark of a list."""
    if len(line) < 2 or line[0].text not in _SEEN_BULLETS:
        return False
    return line[0].text in _PLAIN_BULLETS or line[1].text[:1].isupper()
