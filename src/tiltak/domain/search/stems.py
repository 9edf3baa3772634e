"""Stems of nynorsk and bokmål words, the same for every database.

Snowball's `norwegian` knows the endings of bokmål and most of nynorsk. What it lacks is here:
endings of nynorsk (`-heit`, `-arane`), double consonants, neuter `-t`, contracted forms
(`middel`, `midlar`), pairs of the two written forms (`words.txt`) and the parts of compounds.
Overstemming is harmless: it finds a little too much, and whole words are ranked first.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
# shorter beginnings would find nearly everything
LEAST_PREFIX = 4
LEAST_PART = 3
LEAST_COMPOUND = 7
# a "word" without end (an address, a row of signs) is cut, the same when asked for
LONGEST = 60

EVERYWHERE = frozenset(
    [
        "og",
        "i",
        "for",
        "til",
        "av",
        "på",
        "med",
        "å",
        "at",
        "som",
        "er",
        "det",
        "den",
        "dei",
        "de",
        "ein",
        "ei",
        "eit",
        "en",
        "et",
        "om",
        "frå",
        "fra",
        "så",
        "the",
        "of",
        "and",
        "in",
        "to",
        "a",
    ]
)

_snowball = snowballstemmer.stemmer("norwegian")
# the letters of the language stay; é, ü and other foreign signs lose their marks
_KEPT = {"å": "å", "æ": "æ", "ø": "ø", "ä": "æ", "ö": "ø"}

# endings in the order they are tried: (ending, what stays, letters that must stand before)
_ENDINGS = [
    (re.compile(r"(?<=..)ern$"), "er"),  # innbyggerne → innbyggern
    (re.compile(r"(?<=...)(?:ar|er)$"), ""),  # partnarane → partnar, senteret → senter
    (re.compile(r"(?<=...)heit$"), ""),
    (re.compile(r"(?<=...)(?:e?l[ei]g|ig)$"), ""),  # tydeligere → tydelig, moglegheit → mogleg
    (re.compile(r"(?<=.....)n?ing$"), ""),  # utvikling, utvikle; utdanning, utdannelse
    (re.compile(r"(?<=[gk])j$"), ""),  # byggja, bygge
    (re.compile(r"(?<=[^aeiouyæøå])el$"), "l"),  # middel, midlar
    (re.compile(r"(?<=..[tm])r$"), ""),  # sentra, vintrar
    (re.compile(r"(?<=...[lnrgmkdv])t$"), ""),  # grønt, gjennomført
    (re.compile(r"(?<=..[gv])d$"), ""),  # bygd
    (re.compile(r"([^aeiouyæøå])\1(?=l?$)"), r"\1"),  # programmet; artikkel → artikkl
]


@cache
def fingerprint() -> str:
    """Names this way of making stems: an index made by another way is old."""
    here = resources.files(__package__)
    made_of = [here.joinpath(name).read_bytes() for name in ("stems.py", "words.txt")]
    return hashlib.sha256(b"".join(made_of)).hexdigest()[:16]


def fold(text: str) -> str:
    """Lower case, in one Unicode form, foreign marks off: Idé → ide."""
    return "".join(map(_fold_letter, unicodedata.normalize("NFC", text.casefold())))


@lru_cache(maxsize=1024)
def _fold_letter(letter: str) -> str:
    if letter in _KEPT or letter.isascii():
        return _KEPT.get(letter, letter)
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return bare or letter


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))]


@lru_cache(maxsize=32_768)
def bare(word: str) -> str:
    """The stem by endings alone. The word is folded."""
    stem: str = _snowball.stemWord(word)
    for ending, stays in _ENDINGS:
        stem = ending.sub(stays, stem)
    return stem


@cache
def _lines() -> tuple[tuple[bool, tuple[str, ...]], ...]:
    """words.txt: whether a line's words are parts of compounds, and their stems, head first."""
    text = resources.files(__package__).joinpath("words.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        (forms[0] != "-", tuple(bare(fold(form)) for form in forms if form != "-"))
        for forms in lines
        if forms
    )


@cache
def _heads() -> dict[str, str]:
    """Stem of every form in words.txt → stem of its head. The first line that says it decides."""
    heads: dict[str, str] = {}
    for _, (first, *others) in _lines():
        head = heads.setdefault(first, first)
        for other in others:
            heads.setdefault(other, head)
    return heads


@cache
def _part_stems() -> frozenset[str]:
    return frozenset(one for is_part, stems in _lines() if is_part for one in stems)


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """The one stem of all forms of a word, in both written forms. The word is folded."""
    found = bare(word)
    return _heads().get(found, found)


def _known(word: str) -> bool:
    return len(word) >= LEAST_PART and bare(word) in _part_stems()


def _splits(word: str) -> list[tuple[str, str]]:
    """The ways to cut a compound so that both halves are known, else so that the last is."""
    both: list[tuple[str, str]] = []
    last: list[tuple[str, str]] = []
    for cut in range(LEAST_PART, len(word) - LEAST_PART + 1):
        first, second = word[:cut], word[cut:]
        if not _known(second):
            continue
        # the s or e that joins: arbeid-s-plass, barn-e-hage
        whole = first if _known(first) or first[-1] not in "se" else first[:-1]
        (both if _known(whole) else last).append((whole, second))
    # a known end of three letters is more often chance than a word
    return both or [pair for pair in last if len(pair[1]) > LEAST_PART]


@lru_cache(maxsize=32_768)
def parts(word: str) -> tuple[str, ...]:
    """The stems of the parts of a compound, none for a word that is no compound we know."""
    if len(word) < LEAST_COMPOUND or bare(word) in _heads():
        return ()
    splits = _splits(word)
    if not splits:
        return ()
    first, second = splits[0]
    return tuple(found for half in (first, second) for found in (parts(half) or (stem(half),)))


def own_stems(word: str) -> tuple[str, ...]:
    """The stem of a word, and the one by endings alone where that is another."""
    return tuple(dict.fromkeys((stem(word), bare(word))))


@lru_cache(maxsize=32_768)
def index_stems(word: str) -> tuple[str, ...]:
    """All a word is found by: its own stems, and those of its parts."""
    return tuple(dict.fromkeys((*own_stems(word), *parts(word))))


@dataclass(frozen=True, slots=True)
class Term:
    """One word somebody looks for: found by a stem, a beginning, or all its parts."""

    stems: tuple[str, ...]
    beginnings: tuple[str, ...]
    parts: tuple[str, ...]

    def is_in(self, stems: Collection[str]) -> bool:
        """Whether a word or a text with these stems holds the word itself, inflected or not."""
        return any(found in stems for found in self.stems)

    def matches(self, stems: Collection[str]) -> bool:
        """Whether it holds the word, a longer word that begins with it, or all its parts."""
        if self.is_in(stems):
            return True
        if any(one.startswith(self.beginnings) for one in stems):
            return True
        return bool(self.parts) and all(part in stems for part in self.parts)


def term(word: str) -> Term:
    """The term of one folded word."""
    stems = own_stems(word)
    return Term(stems, tuple(s for s in stems if len(s) >= LEAST_PREFIX), parts(word))


def terms(query: str, *, most: int) -> list[Term]:
    """The words of a query; words that stand everywhere only if there are no others."""
    asked = list(dict.fromkeys(words(query)))
    telling = [word for word in asked if word not in EVERYWHERE]
    return [term(word) for word in (telling or asked)[:most]]
