"""What words say of money: who carries it ("innanfor ramma"), one bound ("inntil 200 000", "50 000
eller meir"), each year or in all, and cells that say nothing ("kr –")."""

import re

from tiltak.planfile.model import Basis, Per
from tiltak.reading.vocabulary import Vocabulary, alternatives, whole_words

# Looked for in this order: "Må avklarast, truleg innanfor ramma" is not known.
_BASES: tuple[Basis, ...] = ("unknown", "within_frame", "external")
_BARE = " .:;()"


def says_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell has no more than signs and a word for kroner: "", "–", "kr –", "…"."""
    if text[:1].isdigit():
        return False  # nearly always
    return vocabulary.once(_nothing).fullmatch(text) is not None


def _nothing(vocabulary: Vocabulary) -> re.Pattern[str]:
    said = alternatives(vocabulary.words["amount"]["currencies"])
    worded = alternatives(vocabulary.list_of("amount", "none"))
    return re.compile(
        rf"(?:(?:{worded})[\s.]*|[-–—_.…,;:/\s]*(?:(?:{said})[-–—_.…,;:/\s]*)?)", re.IGNORECASE
    )


def basis_said(text: str, vocabulary: Vocabulary) -> Basis:
    """What a cell without figures says of who carries it."""
    alone = text.casefold().strip(_BARE)
    if alone in vocabulary.list_of("amount", "within_frame_alone"):
        return "within_frame"
    for basis in _BASES:
        if vocabulary.once(_PATTERNS[basis]).search(text):
            return basis
    return "unknown"


def _unknown(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _begins(vocabulary, "unknown", ())


def _within_frame(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _begins(vocabulary, "within_frame", ())


def _external(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _begins(vocabulary, "external", vocabulary.list_of("amount", "external_ends"))


_PATTERNS = {"unknown": _unknown, "within_frame": _within_frame, "external": _external}


def _begins(vocabulary: Vocabulary, basis: str, ends: tuple[str, ...]) -> re.Pattern[str]:
    """A phrase where a word begins ("søkes", but not "undersøkes"), or the end of a longer word."""
    words = vocabulary.list_of("amount", basis)
    signs = [word for word in words if not word[0].isalnum()]
    phrases = alternatives(word for word in words if word[0].isalnum())
    anywhere = alternatives((*signs, *ends))
    return re.compile(rf"(?<!\w)(?:{phrases})" + (f"|{anywhere}" * bool(anywhere)), re.IGNORECASE)


def bounds_said(
    before: str, amount: int, after: str, vocabulary: Vocabulary
) -> tuple[int | None, int | None] | None:
    """The one bound that an amount is, by what stands right before or behind it; None for neither.

    "inntil" 1 mill. → (None, 1 000 000), 100 000 "+" → (100 000, None).
    """
    most = vocabulary.list_of("amount", "at_most")
    least = vocabulary.list_of("amount", "at_least")
    behind = after.casefold().strip(_BARE)
    if behind in vocabulary.list_of("amount", "or_more"):
        return amount, None
    word = vocabulary.once(_bound).search(before)
    said = word[1].casefold() if word else behind
    if said in most:
        return None, amount
    return (amount, None) if said in least else None


def _bound(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = (
        *vocabulary.list_of("amount", "at_most"),
        *vocabulary.list_of("amount", "at_least"),
    )
    money = alternatives(vocabulary.words["amount"]["currencies"])
    return re.compile(rf"(?<!\w)({alternatives(words)})[\s:]*(?:{money})?\s*$", re.IGNORECASE)


def per_said(text: str, vocabulary: Vocabulary) -> Per | None:
    """Whether the amount is said to be for each year or in all."""
    if vocabulary.once(_per_year).search(text):
        return "year"
    return "total" if whole_words(vocabulary.list_of("amount", "total")).search(text) else None


def _per_year(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = alternatives(vocabulary.list_of("amount", "per_year"))
    return re.compile(rf"(?:(?<!\w)|(?=/))(?:{words})(?!\w)", re.IGNORECASE)
