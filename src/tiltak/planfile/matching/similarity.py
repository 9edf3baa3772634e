"""How alike two texts are: shared trigrams of letters.

Dice's coefficient over character trigrams, see Kondrak, "N-gram similarity and distance" (2005).
It tolerates inflection and another order of words, and needs no word list.
"""

import re
import unicodedata
from collections.abc import Sequence
from heapq import nlargest

_WORD = re.compile(r"\w+")
# a piece shorter than this says too little to be found again inside another text
MIN_PIECE = 12
# width of the bit sets that find likely pairs; trigrams beyond it share a bit
_BITS = 1024
_NEAREST = 8


def normalised(text: str) -> str:
    """The words without case, punctuation and width; "" only for a text without characters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_WORD.findall(folded)) or " ".join(folded.split())


class Shingles:
    """The trigrams of one text: as a set, and folded into the bits of one number."""

    __slots__ = ("bits", "grams", "size")

    def __init__(self, text: str, index: dict[str, int]) -> None:
        """`index` gives each trigram its bit; texts that are to be compared share one."""
        # two spaces, so that a text without words has a trigram too
        padded = f"  {normalised(text)} "
        self.grams = frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
        bits = 0
        for gram in self.grams:
            bits |= index.get(gram) or index.setdefault(gram, 1 << len(index) % _BITS)
        self.bits = bits
        self.size = bits.bit_count()


def likeness(one: Shingles, other: Shingles) -> float:
    """0 (nothing shared) to 1 (the same trigrams)."""
    together = len(one.grams) + len(other.grams)
    return 2 * len(one.grams & other.grams) / together if together else 0.0


def share_within(piece: Shingles, whole: Shingles) -> float:
    """The share of the piece, 0 to 1, that is found again in the whole."""
    if len(piece.grams) < MIN_PIECE:
        return 0.0
    return len(piece.grams & whole.grams) / len(piece.grams)


class Pool:
    """Texts to search for those near to another."""

    def __init__(self, texts: Sequence[Shingles]) -> None:
        self._sets = [(text.bits, text.size) for text in texts]

    def nearest(self, text: Shingles) -> list[int]:
        """Indexes of the texts most alike, and of those that contain it or stand in it, ascending.

        Pairs below a likeness of about 2/7 are not looked at. A million pairs take 0.2 s.
        """
        bits, size = text.bits, text.size
        near = [
            (shared, other, i)
            for i, (others, other) in enumerate(self._sets)
            if (shared := (bits & others).bit_count()) * 7 > size + other
        ]
        best = nlargest(_NEAREST, near, key=lambda hit: hit[0] / (size + hit[1]))
        if len(near) > _NEAREST:
            pieces = [hit for hit in near if min(size, hit[1]) >= MIN_PIECE]
            best += nlargest(_NEAREST, pieces, key=lambda hit: hit[0] / min(size, hit[1]))
        return sorted({i for _, _, i in best})
