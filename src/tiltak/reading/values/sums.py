"""Rows that add up others: "Sum", "Totalt for området", "Samla kostnad".

The words for sums begin measures too: "Samla inn tekstilar", "Total ombygging av skulen".
"""

import re
from collections.abc import Sequence

from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\W*([^\W_]+)")


def adds_up(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the texts of a row's cells add up other rows. One that also says who or when does
    not."""
    first, *others = texts or [""]
    if vocabulary.sum_row.match(first) is None:
        return False
    if not others:
        return names_sum(first, vocabulary)
    if _is_bare(first, vocabulary) or _tells_of_what(first, vocabulary):
        return True
    return all(_may_stand(text, vocabulary) for text in others)


def names_sum(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text by itself is the name of a sum, and what follows it no rest of a sentence.

    "Totalt for området", "Sum Veg", "Samla budsjett" and "I alt 1 140 000" are.
    """
    match = vocabulary.sum_row.match(text)
    if match is None:
        return False
    following = _WORD.match(text, match.end())
    if following is None or _is_bare(text, vocabulary) or not following[1][0].islower():
        return True
    word = following[1].casefold()
    return word in vocabulary.unfinished or vocabulary.head(word).role == "budget"


def _is_bare(text: str, vocabulary: Vocabulary) -> bool:
    """The word alone, or one that nothing but a sum begins with: "Delsumma Vatten", "Subtotal"."""
    if vocabulary.sum_row.fullmatch(text.strip(" :")):
        return True
    match = vocabulary.sum_row.match(text)
    word = match[0].casefold() if match else ""
    return "sum" in word or word.startswith("sub")


def _tells_of_what(text: str, vocabulary: Vocabulary) -> bool:
    """ "Total for Transport", whatever is said of its amount: no measure begins so."""
    match = vocabulary.sum_row.match(text)
    following = _WORD.match(text, match.end()) if match else None
    return following is not None and following[1].casefold() in ("for", "för")


def _may_stand(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text may stand in a row of sums: no words but those of money."""
    plain = not _LETTER.search(text) and not is_time(text, vocabulary)
    return plain or is_amount(text, vocabulary) or vocabulary.sum_row.match(text) is not None
