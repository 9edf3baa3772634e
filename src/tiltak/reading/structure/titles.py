"""What a title says: without the unit of the amounts below it, and when two are the same."""

import re

from tiltak.reading.money_heads import is_unit_alone
from tiltak.reading.vocabulary import Vocabulary

_TAIL = re.compile(r"\s*(?:\s[–—-]\s|[,;:]\s|\()\s*")
_JOINTS = re.compile(r"\s*(?:,|/|&|\bog\b|\boch\b|\band\b)\s*")
_CONTINUED = re.compile(
    r"\s(?:\(|[–—-]\s)(?:forts(?:\.|att|at|ættes|ett)?|framhald|frh\.?|cont(?:\.|d|inued)?)\)?$"
)
_AROUND_UNIT = " ).:"


def alike(one: str, other: str) -> bool:
    """The same title but for case, white space and a final sign."""
    return plain_title(one) == plain_title(other)


def plain_title(title: str) -> str:
    """A title without what may differ from one mention to the next, as "(forts.)" on a new page."""
    return _CONTINUED.sub("", " ".join(title.casefold().split())).strip(" .:")


def without_unit(title: str, vocabulary: Vocabulary) -> str:
    """A title without what it says last of the amounts below it: "Veg og trafikk – alle tal i
    1000 kr", "Roads (£000)"."""
    for tail in _TAIL.finditer(title):
        if tail.start() and is_unit(title[tail.end() :], vocabulary):
            return title[: tail.start()]
    return title


def is_unit(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a line only says what amounts are in: "Alle tal i 1000 kr", "£000"."""
    leads = vocabulary.list_of("amount", "figures")
    said = title.casefold().strip(_AROUND_UNIT)
    words = [word for word in said.split() if word not in leads]
    return is_unit_alone(" ".join(words), vocabulary.words["amount"])


def introduces(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading is that of an introduction: "Innleiing", "Bakgrunn og formål"."""
    words = vocabulary.list_of("introductions", "words")
    plain = plain_title(title)
    return plain in words or all(part in words for part in _JOINTS.split(plain))
