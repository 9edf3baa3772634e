"""A sentence that says what all amounts near it stand for: "Belopp i tabellerna är tkr".

It names the unit after a word for figures, with nothing between that says more than where they
stand; or it is short and names the unit alone: "Kultur (1000 kr)", "Tusen kroner".
"""

import re
from collections.abc import Iterator

from tiltak.reading.money_heads import is_unit_alone
from tiltak.reading.values.amounts import SHORT_THOUSANDS, unit_factor
from tiltak.reading.vocabulary import Vocabulary

_CLAUSES = re.compile(r"(?=\()|[;)\[\]]|\s[–—-]\s|[:,.](?=\s|$)")
_WORDS = re.compile(r"[^\W\d_]+|[£€$]|\d+")
# "mill. kr" is said with a full stop in it
_SHORTENED = re.compile(r"\b(mill|mio|milj|kr)\.", re.IGNORECASE)
_FIGURES = re.compile(
    r"tal(?:a|l|lene)?|figures?|amounts?|costs?|sums?|summ(?:ar|er|or)"
    r"|(?:\w*(?:bel[øo]p|beløb|kostna[dr]|budsjett|budget))\w*|\w*(?:utgift|udgift)\w*"
)
# something of each of them, found much faster in a text that has none
_MAY_NAME_FIGURES = (
    *("tal", "figure", "amount", "cost", "sum", "belø", "belo", "kostna"),
    *("budsjett", "budget", "utgift", "udgift"),
)
_IN_A_UNIT = re.compile(
    r"\bi\s+(?:heile\s+|hele\s+)?(1[\s.]?000(?:\s*kr\w*)?|tusen|mill\w*)", re.IGNORECASE
)
_IN = frozenset(("i", "in"))
_LONGEST, _SHORT = 200, 60


def said_unit(text: str, vocabulary: Vocabulary) -> int | None:
    """What a text says that bare amounts are to be multiplied by, None where it says nothing."""
    if len(text) < _LONGEST and (match := _IN_A_UNIT.search(text)):
        return unit_factor(match[1], vocabulary)
    is_short = len(text) < _SHORT
    if not is_short and not _may_name_figures(text):
        return None
    whole = _SHORTENED.sub(r"\1", SHORT_THOUSANDS.sub("tkr", text))
    for clause in _CLAUSES.split(whole):
        if unit := _unit_of(clause, vocabulary, is_short=is_short):
            return unit
    return None


def _may_name_figures(text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in _MAY_NAME_FIGURES)


def _unit_of(clause: str, vocabulary: Vocabulary, *, is_short: bool) -> int | None:
    words = list(_before_exceptions(clause, vocabulary))
    named = any(_FIGURES.fullmatch(word) for word in words)
    if not words or not (named or is_short):
        return None
    links = {*vocabulary.list_of("amount", "figures"), *vocabulary.list_of("amount", "places")}
    unit = " ".join(w for w in words if w not in links and not _FIGURES.fullmatch(w))
    if not is_unit_alone(unit, vocabulary.words["amount"]):
        return None
    if "1" in unit and not (clause.startswith("(") or _IN.intersection(words)):
        return None  # "Kostnad: 1000 kr" is an amount
    return unit_factor(unit, vocabulary)


def _before_exceptions(clause: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The words of a clause up to those that say when it does not hold: "om ikkje anna er sagt"."""
    for word in _WORDS.findall(clause.casefold()):
        if word in vocabulary.list_of("amount", "exceptions"):
            return
        yield word
