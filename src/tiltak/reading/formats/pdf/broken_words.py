"""Words broken inside narrow cells without a hyphen: "Budsje" over "t".

A program breaks a word only where the whole word is wider than its cell. So two lines are one
word when the first is a single word that fills the cell to its side, the next begins with a
small letter, and both together would not fit. Whole words may fill a cell too ("Innanfor" over
"ramma" where the column is as wide as its longest word): then the document's words tell, the
letters, or other words of the table that certainly are broken.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from tiltak.planfile.marking import gettext_noop
from tiltak.reading.formats.pdf.letter_lore import cannot_part, has_joint, width_of_next
from tiltak.reading.formats.pdf.whole_words import WORD, usual_words
from tiltak.reading.vocabulary import Vocabulary

WORDS_CLOSED = gettext_noop("Ord som var delte i smale celler, er sette saman att:")
# A soft hyphen closes the word when the lines are joined.
_CLOSE = "\u00ad"
_LONGEST_PIECE, _LEAST_STEM = 3, 8
_LONG = 16
_BRIM = 1.15
_VOWELS, _INFLECTED = "aeiouyæøåäö", "ae"
_TOKEN = re.compile(r"[^\W\d_]+$")
_BROKEN_CAPITALS = re.compile(r"([^\W\d_]+)-$")
_DATE_HEAD = re.compile(
    r"(?<!\d)(?:\d{1,2}[./]\d{1,2}[./]|(?:19|20)\d\d ?[-–] ?)(1|19\d?|2|20\d?)$"
)
_YEAR_TAIL = re.compile(r"\d{1,3}(?![\d./])")
_YEAR_DIGITS = 4


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

    def __init__(self, words: frozenset[str], vocabulary: Vocabulary) -> None:
        self._words = words
        self._usual = usual_words(vocabulary)
        self._small = vocabulary.unfinished
        self._endings = frozenset(vocabulary.list_of("endings", "words"))
        self._breaks = self._left_open = False
        self.closed: list[str] = []

    def study(self, cells: Iterable[tuple[Sequence[Stretch], float]]) -> None:
        """Look for words that certainly are broken, among a table's cells (lines, right side of
        the text): where one is, others are more likely to be."""
        for lines, right in cells:
            if self._breaks:
                return
            for index, (line, below) in enumerate(pairwise(lines)):
                if _fills(line, below, right, longest=_ends_cell(lines, index)):
                    self._breaks |= self._is_certain(*_pieces(line, below))

    def mended(self, lines: Sequence[Stretch], right: float) -> list[str]:
        """The texts of a cell's lines, those that end in a broken word marked as such.

        `right` is where the text of the column ends.
        """
        texts = [" ".join(line.text.split()) for line in lines]
        for index, (line, below) in enumerate(pairwise(lines)):
            ends_cell = _ends_cell(lines, index)
            if _fills(line, below, right, longest=ends_cell) and self._is_one_word(
                line, below, ends_cell=ends_cell
            ):
                whole = texts[index].rsplit(" ", 1)[-1] + texts[index + 1].split(" ", 1)[0]
                self._note(whole.strip(".,;:"))
                texts[index] += _CLOSE
            elif _is_date(texts[index], texts[index + 1]):
                texts[index] += _CLOSE
            elif self._is_hyphenated(texts[index], texts[index + 1]):
                texts[index] = texts[index][:-1] + _CLOSE
        return texts

    def _is_hyphenated(self, text: str, below: str) -> bool:
        """Capitals broken with a hyphen: "NÆ-" over "RINGSLIVET". A hyphen between capitals can
        be the word's own ("AUST-AGDER"), so the whole must stand elsewhere in the document."""
        match = _BROKEN_CAPITALS.search(text)
        tail = WORD.match(below)
        if match is None or tail is None or not tail[0].isupper():
            return False
        return bool(match[1].isupper() and (match[1] + tail[0]).casefold() in self._words)

    def _note(self, word: str) -> None:
        if word not in self.closed:
            self.closed.append(word)

    def _is_certain(self, head: str, tail: str) -> bool:
        """Whether two pieces are one word whatever else the table has."""
        if head + tail in self._words or has_joint(head):
            return True
        if head in self._words or self._is_known(tail) or tail in self._small:
            return False
        return len(tail) <= _LONGEST_PIECE or cannot_part(head, tail)

    def _is_one_word(self, line: Stretch, below: Stretch, *, ends_cell: bool) -> bool:
        """What words say: the whole is one in the document, or the pieces are none.

        "og" and its like stand below a long word too, but never last in a cell.
        """
        head, tail = _pieces(line, below)
        if self._is_certain(head, tail):
            return True
        if tail in self._small:
            return ends_cell or (tail in self._endings and self._may_end_anew(head))
        if not self._is_known(tail):
            return len(tail) <= _LONGEST_PIECE or self._is_likely(head, tail)
        if tail not in self._words:
            return False
        return head not in self._words and any(word.startswith(head) for word in self._words)

    def _is_likely(self, head: str, tail: str) -> bool:
        """Whether two pieces nobody knows, long enough to be words, are one: where the table breaks
        words, or where the whole is long. Verbs and adjectives end in a vowel: "Utarbeida" over
        "varslingsplan", "tekniske" over "løysingar"."""
        if head in self._words or head[-1] in _INFLECTED:
            return False
        likely = self._breaks or len(head) + len(tail) >= _LONG
        self._left_open |= not likely
        return likely

    @property
    def knows_better(self) -> bool:
        """Whether pieces were left open before a word was seen that certainly is broken."""
        return self._left_open and self._breaks

    def begin_again(self) -> None:
        """Forget what was closed, not what was learnt: the document is gone through again."""
        self._left_open = False
        self.closed = []

    def _is_known(self, word: str) -> bool:
        return word in self._words or word in self._usual

    def _may_end_anew(self, head: str) -> bool:
        """A long word nobody knows that ends in a consonant: "ungdomsråd" over "et"."""
        whole = head in self._words or len(head) < _LEAST_STEM
        return not whole and head[-1] not in _VOWELS


def _is_date(text: str, below: str) -> bool:
    """A date or period broken within its last year: "31.12.202" over "6"."""
    head, tail = _DATE_HEAD.search(text), _YEAR_TAIL.match(below)
    return head is not None and tail is not None and len(head[1] + tail[0]) == _YEAR_DIGITS


def _ends_cell(lines: Sequence[Stretch], index: int) -> bool:
    return index + 2 == len(lines) and " " not in lines[index + 1].text.strip()


def _pieces(line: Stretch, below: Stretch) -> tuple[str, str]:
    """The end of the one line and the beginning of the other, in small letters."""
    first = below.text.split(" ", 1)[0]
    rest = WORD.match(first)
    head = line.text.strip().casefold().rsplit("/", 1)[-1]
    return head, rest[0].casefold() if rest else first.casefold()


def _fills(line: Stretch, below: Stretch, right: float, *, longest: bool) -> bool:
    """Whether a line is one word filled to the brim: the next letter had no room."""
    head, tail = line.text, below.text.split(" ", 1)[0]
    if " " in head.strip() or not _TOKEN.search(head) or not _goes_on(head, tail):
        return False
    room = width_of_next(head, line.x1 - line.x0, tail)
    if longest:
        room = max(room, (below.x1 - below.x0) / len(below.text))
    return right - line.x1 < _BRIM * room


def _goes_on(head: str, tail: str) -> bool:
    """Small letters after small ones, capitals after capitals."""
    return tail[:1].islower() or (head.isupper() and tail.isupper() and len(head) > 3)
