"""Words broken inside narrow cells without a hyphen: "Budsje" over "t".

A program breaks a word only where the whole word is wider than its cell. So two lines are one
word when the first is a single word that fills the cell to its side, the next begins with a
small letter, and both together would not fit.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageItem, PageLayout, PageLine
from tiltak.reading.vocabulary import Vocabulary

# A soft hyphen closes the word when the lines are joined.
_CLOSE = "\u00ad"
_LEAST_PROSE = 4
_LONGEST_PIECE, _LEAST_STEM = 3, 8
_VOWELS = "aeiouyæøåäö"
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+$")
_BROKEN_CAPITALS = re.compile(r"([^\W\d_]+)-$")


class Stretch(Protocol):
    """A line of a cell: its text, from x0 to x1."""

    @property
    def text(self) -> str: ...
    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...


class Mender:
    """Closes broken words; knows the document's words, and remembers what it closed."""

    def __init__(self, pages: Iterable[PageLayout], vocabulary: Vocabulary) -> None:
        self._words = _whole_words(pages)
        self._small = vocabulary.unfinished
        self._endings = frozenset(vocabulary.list_of("endings", "words"))
        self.closed: list[str] = []

    def mended(self, lines: Sequence[Stretch], right: float) -> list[str]:
        """The texts of a cell's lines, those that end in a broken word marked as such.

        `right` is where the text of the column ends.
        """
        texts = [" ".join(line.text.split()) for line in lines]
        for index, (line, below) in enumerate(pairwise(lines)):
            ends_cell = index + 2 == len(lines) and " " not in texts[index + 1]
            if self._is_broken(line, below, right, ends_cell=ends_cell):
                whole = texts[index].rsplit(" ", 1)[-1] + texts[index + 1].split(" ", 1)[0]
                self._note(whole.strip(".,;:"))
                texts[index] += _CLOSE
            elif self._is_hyphenated(texts[index], texts[index + 1]):
                texts[index] = texts[index][:-1] + _CLOSE
        return texts

    def _is_hyphenated(self, text: str, below: str) -> bool:
        """Capitals broken with a hyphen: "NÆ-" over "RINGSLIVET". A hyphen between capitals can
        be the word's own ("AUST-AGDER"), so the whole must stand elsewhere in the document."""
        match = _BROKEN_CAPITALS.search(text)
        tail = _WORD.match(below)
        if match is None or tail is None or not tail[0].isupper():
            return False
        return bool(match[1].isupper() and self._words[(match[1] + tail[0]).casefold()])

    def _note(self, word: str) -> None:
        if word not in self.closed:
            self.closed.append(word)

    def _is_broken(self, line: Stretch, below: Stretch, right: float, *, ends_cell: bool) -> bool:
        head, tail = line.text, below.text.split(" ", 1)[0]
        if " " in head.strip() or not _TOKEN.search(head) or not _goes_on(head, tail):
            return False
        letter = (line.x1 - line.x0) / len(head)
        if ends_cell:
            letter = max(letter, (below.x1 - below.x0) / len(below.text))
        # filled to the brim: the next letter had no room
        return right - line.x1 < 0.95 * letter and self._is_one_word(
            head, tail, ends_cell=ends_cell
        )

    def _is_one_word(self, head: str, tail: str, *, ends_cell: bool) -> bool:
        """What words say: the whole is one in the document, or the pieces are none.

        "og" and its like stand below a long word too, but never last in a cell.
        """
        last = head.casefold().rsplit("/", 1)[-1]
        rest = _WORD.match(tail)
        piece = rest[0].casefold() if rest else tail.casefold()
        if self._words[last + piece]:
            return True
        if piece in self._small:
            return ends_cell or (piece in self._endings and self._may_end_anew(last))
        if not self._words[piece]:
            # "kommunens" over "biler": a whole word over one long enough to be another
            return not self._words[last] or len(piece) <= _LONGEST_PIECE
        return not self._words[last] and any(word.startswith(last) for word in self._words)

    def _may_end_anew(self, head: str) -> bool:
        """A long word nobody knows that ends in a consonant: "ungdomsråd" over "et"."""
        whole = self._words[head] or len(head) < _LEAST_STEM
        return not whole and head[-1] not in _VOWELS


def _goes_on(head: str, tail: str) -> bool:
    """Small letters after small ones, capitals after capitals."""
    return tail[:1].islower() or (head.isupper() and tail.isupper() and len(head) > 3)


def _whole_words(pages: Iterable[PageLayout]) -> Counter[str]:
    """The words of running text and of cells of one line: none of them is broken."""
    words: Counter[str] = Counter()
    for page in pages:
        for item in page.items:
            for line in _unbroken(item):
                words.update(word.casefold() for word in _WORD.findall(line.text))
    return words


def _unbroken(item: PageItem) -> list[PageLine]:
    if isinstance(item, PageLine):
        # a short line, or one in pieces, may be part of a table without rules
        is_prose = len(item.places) >= _LEAST_PROSE and PIECE_GAP not in item.text
        return [item] if is_prose else []
    return [cell.lines[0] for cell in item.cells if len(cell.lines) == 1]
