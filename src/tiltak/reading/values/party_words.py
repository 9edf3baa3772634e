"""What is written around the names of a cell of parties, and names nobody: labels ("Ansvar: SR"),
times ("Rektor 2026"), "ev.", numbers of a list, and words for nobody."""

import re

from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary, alternatives

_LIST_NUMBER = re.compile(r"(?m)^[ \t]*\d{1,2}[.)][ \t]+")
_IN_BRACKETS = re.compile(r"^\((.+)\)$")


def names_nobody(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell says that nobody, or not yet who: "Ikkje avklart", "N/A", "–"."""
    folded = text.casefold().strip(" .:")
    lists = (("amount", "unknown"), ("amount", "none"), ("party", "nobody"))
    return not folded or any(folded in vocabulary.list_of(*one) for one in lists)


def without_list_numbers(text: str) -> str:
    """The lines of "1. Rektor", "2. FAU" without their numbers, where each line has one."""
    lines = text.splitlines()
    numbered = len(lines) > 1 and all(_LIST_NUMBER.match(line) for line in lines)
    return _LIST_NUMBER.sub("", text) if numbered else text


def with_plain_joints(text: str, vocabulary: Vocabulary) -> str:
    """The text with a semicolon for labels and for joints behind a sign or in a bracket:
    "Ansvar: SR. Medverkande: NAV", "Rektor, i samarbeid med FAU", "Rektor (saman med FAU)"."""
    return vocabulary.once(_joined).sub("; ", vocabulary.once(_labels).sub("; ", text))


def _labels(vocabulary: Vocabulary) -> re.Pattern[str]:
    roles = (*vocabulary.columns["responsible"], *vocabulary.columns["partners"])
    return re.compile(rf"(?:^|[.;,]\s*|\s+)(?:{alternatives(roles)})\s*:\s*", re.IGNORECASE)


def _joined(vocabulary: Vocabulary) -> re.Pattern[str]:
    joints = alternatives(vocabulary.list_of("party", "joints"))
    return re.compile(rf"(?:^|\s*[,;(]\s*)(?:{joints})\s+", re.IGNORECASE)


def without_remarks(name: str, vocabulary: Vocabulary) -> str:
    """One name without "ev." before it, the time behind it, and brackets around or half around it.

    Empty where a time is all there is.
    """
    perhaps = alternatives(vocabulary.list_of("party", "perhaps"))
    name = re.sub(rf"^(?:{perhaps})\s+(?=\w)", "", name.strip(), flags=re.IGNORECASE)
    name = _without_time(name, vocabulary) if find_years(name) else name
    if name.count(")") > name.count("("):
        name = name.removesuffix(")")
    whole = _IN_BRACKETS.match(name)
    return whole[1] if whole and "(" not in whole[1] else name


def _without_time(name: str, vocabulary: Vocabulary) -> str:
    """ "Rektor haust 2026" is Rektor, "SR (frå 2026)" SR."""
    words = name.split()
    while words and _may_be_of_time(words[-1], vocabulary):
        words.pop()
    return " ".join(words).rstrip(" (,")


def _may_be_of_time(word: str, vocabulary: Vocabulary) -> bool:
    bare = word.casefold().strip("().,:;–-")
    return any(char.isdigit() for char in word) or bare in vocabulary.once(_time_words) or not bare


def _time_words(vocabulary: Vocabulary) -> frozenset[str]:
    months = (name for names in vocabulary.list_of("time", "months") for name in names)
    lists = ("seasons", "terms", "weeks", "until", "ongoing", "school_years", "plan_years")
    words = (word for key in lists for word in vocabulary.list_of("time", key))
    return frozenset((*months, *words, *vocabulary.list_of("unfinished", "before_time"), "og"))
