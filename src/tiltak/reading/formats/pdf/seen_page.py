"""A page without text: its words are read from its picture."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import pypdfium2 as pdfium

from tiltak.reading.formats.ocr import DPI, SeenWord, words_in
from tiltak.reading.formats.pdf.drawing import Picture, draw, draw_turned
from tiltak.reading.formats.pdf.paper import whiten
from tiltak.reading.formats.pdf.rules import PageRules
from tiltak.reading.formats.pdf.seen_rules import see_rules
from tiltak.reading.formats.pdf.seen_weight import heavy_lines
from tiltak.reading.formats.pdf.slant import slant_of
from tiltak.reading.formats.pdf.view import View
from tiltak.reading.formats.pdf.words import PageWords, Word

# Enough to see lines of text by
_COARSE_DPI = 100
# How tall letters stand, in sizes of their type: small ones, with a stem up, with a sign above.
_SMALL, _UP = 0.53, 0.73
_TOPS = ((frozenset("ÅÄÖÉ"), 0.92), (frozenset("åäöéêôò"), 0.84))
_WITHOUT_STEM = frozenset("acemnorsuvwxzæøö")
_STEM_DOWN = frozenset("gjpqyç,;()/|")
_LETTERS_DOWN = frozenset("gjpqyç()/|")
_DESCENT, _COMMA = 0.22, 0.13
# Sizes nearer than this are one: a picture's letters are never measured quite alike.
_SAME_SIZE, _NEAR_SIZE, _LIKE_BODY = 1.18, 1.22, 1.15
_LEAST_LETTERS = 12
_BULLET = "•"
_PLAIN_BULLETS = frozenset("•*+©®¢°»«")
_SEEN_BULLETS = _PLAIN_BULLETS | frozenset("eo")
_SIGNS = frozenset(".-–—_'\"·•:=")


def see_page(page: pdfium.PdfPage, view: View) -> tuple[PageWords, PageRules]:
    """The words and rules on a picture. Raises UnreadableDocument(NEEDS_OCR) without tesseract.

    A page that lies askew is turned level, and grey paper made white. The rules are wiped out before
    the words are read: tesseract takes them for signs.
    """
    view = replace(view, slant=slant_of(draw(page, _COARSE_DPI, grey=True)))
    picture = draw_turned(page, DPI, view) if view.slant else draw(page, DPI, grey=True)
    whiten(picture)
    rules = see_rules(picture)
    picture.wipe_out(rules)
    return _words(picture, view), rules


def _words(picture: Picture, view: View) -> PageWords:
    seen: defaultdict[tuple[int, int, int], list[SeenWord]] = defaultdict(list)
    for word in words_in(picture.png()):
        seen[word.line].append(word)
    lines = list(seen.values())
    sizes = _few(
        [_size(line) / picture.scale for line in lines],
        [sum(len(word.text) for word in line) for line in lines],
    )
    heavy = heavy_lines([[_stroke(word, picture) for word in line] for line in lines], sizes)
    words = [
        word
        for line, size, bold in zip(lines, sizes, heavy, strict=True)
        for word in _line(line, size, 1 / picture.scale, bold)
    ]
    letters = sum(len(word.text) for word in words)
    return PageWords(tuple(words), view, letters, 0)


def _stroke(word: SeenWord, picture: Picture) -> tuple[int, float]:
    """The letters of a word and how wide their strokes are, in pixels."""
    return len(word.text), picture.stroke(word.x0, word.y0, word.x1, word.y1)


def _size(line: Sequence[SeenWord]) -> float:
    """The size of a line's type, in pixels, from the letters its words have."""
    sizes = [(word.y1 - word.y0) / _height(word.text) for word in line if set(word.text) - _SIGNS]
    return median(sizes or [float(word.y1 - word.y0) for word in line])


def _height(text: str) -> float:
    signs = set(text)
    tops = [top for letters, top in _TOPS if signs & letters]
    up = max(tops) if tops else _UP if signs - _WITHOUT_STEM - _STEM_DOWN else _SMALL
    return up + (_DESCENT if signs & _STEM_DOWN else 0.0)


def _few(sizes: Sequence[float], letters: Sequence[int]) -> list[float]:
    """Sizes rounded to the few a page is set in. A line of few letters tells its size badly: it has
    that of the text where it is near it, or else the nearest of the others'."""
    groups: list[list[float]] = []
    weights: list[int] = []
    for size, count in sorted(zip(sizes, letters, strict=True)):
        if count < _LEAST_LETTERS:
            continue
        if groups and size <= _SAME_SIZE * median(groups[-1]):
            groups[-1].append(size)
            weights[-1] += count
        else:
            groups.append([size])
            weights.append(count)
    usual = [max(1.0, round(median(group) * 2) / 2) for group in groups]
    body = usual[weights.index(max(weights))] if usual else 0.0
    return [
        body
        if count < _LEAST_LETTERS and _ratio(size, body) <= _LIKE_BODY
        else _nearest(size, usual)
        for size, count in zip(sizes, letters, strict=True)
    ]


def _nearest(size: float, usual: Sequence[float]) -> float:
    near = min(usual, key=lambda one: _ratio(one, size), default=size)
    return near if _ratio(near, size) <= _NEAR_SIZE else max(1.0, round(size * 2) / 2)


def _ratio(one: float, other: float) -> float:
    return max(one, other) / max(min(one, other), 0.01)


def _line(
    words: Sequence[SeenWord], size: float, scale: float, heavy: Sequence[bool]
) -> list[Word]:
    """The words of a line, on one baseline. A pixel is `scale` points."""
    told = [word for word in words if set(word.text) - _SIGNS] or words
    baseline = median(word.y1 * scale - _below(word.text) * size for word in told)
    return [
        Word(
            text=_BULLET if order == 0 and _is_bullet(words) else word.text,
            x0=word.x0 * scale,
            x1=word.x1 * scale,
            top=baseline - (1 - _DESCENT) * size,
            bottom=baseline + _DESCENT * size,
            baseline=baseline,
            size=size,
            bold=bold,
            joints=_joints(word, scale),
        )
        for order, (word, bold) in enumerate(zip(words, heavy, strict=True))
    ]


def _joints(word: SeenWord, scale: float) -> tuple[tuple[int, float], ...]:
    """Where the word may be cut, should it turn out that a rule goes through it: at each letter."""
    letter = (word.x1 - word.x0) / len(word.text)
    return tuple((n, (word.x0 + n * letter) * scale) for n in range(1, len(word.text)))


def _below(text: str) -> float:
    """How far a word reaches below its baseline, in sizes of its type."""
    if set(text) & _STEM_DOWN:
        return _COMMA if set(text).isdisjoint(_LETTERS_DOWN) else _DESCENT
    return 0.0


def _is_bullet(line: Sequence[SeenWord]) -> bool:
    """A lone sign before a text that begins with a capital: how OCR sees the mark of a list."""
    if len(line) < 2 or line[0].text not in _SEEN_BULLETS:
        return False
    return line[0].text in _PLAIN_BULLETS or line[1].text[:1].isupper()
