"""A line cut into words that a plan may repeat, their number, and what stands behind.

Habits read: the words alone ("Hva vil vi?"), before a colon ("We will: …"), or with a number and a
title behind it, however the two are parted: "Perspektiv 1 – Trygg", "Utmaning 2. Bo", "Spor 3 | Bu".
"""

import re
from dataclasses import dataclass

from tiltak.reading.blocks import TextBlock
from tiltak.reading.values.numbering import read_number

_LONGEST = 60
_MOST_WORDS = 8
_NUMBER = re.compile(r"\s+(\d{1,2}(?:\.\d{1,2})*|[A-ZÆØÅ]|[IVX]{2,4})$")
_BRACKET = re.compile(r"\s*\([^)]*\)$")
# a word or two, a number, and a title behind a sign or with a capital
_COUNTED = re.compile(
    r"(?P<words>[A-ZÆØÅÄÖ][^\W\d]+(?:\s[^\W\d]+){0,2})\s(?:nr\.?\s)?"
    r"(?P<number>\d{1,2}|[A-HJ-Z]|[IVX]{1,4})(?:\s?[:–—―|•·)]|\s--?|\.|(?=\s[A-ZÆØÅÄÖ][a-zæøåäö]))"
    r"\s+(?P<rest>\S.*)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """The words, the number behind them, what stands after. `leads`: it ends in a colon; `counted`:
    a number stands before the words."""

    words: str
    number: str | None
    rest: str | None
    leads: bool
    counted: bool = False


def cut_line(block: TextBlock) -> Line | None:
    """The line a paragraph is; None for items of lists and for sentences."""
    if block.is_list_item and block.level is None:
        return None
    number = read_number(block.text)
    text = number.rest if number is not None else block.text
    if counted := _COUNTED.fullmatch(text):
        return Line(counted["words"], counted["number"], counted["rest"], leads=False)
    words, colon, rest = text.partition(":")
    words = _BRACKET.sub("", words.strip())
    if not colon and words.endswith("."):
        return None
    named = _NUMBER.search(words)
    words = (words[: named.start()] if named else words).strip(" ?–-")
    if not words[:1].isupper() or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return None
    behind = named[1] if named else None
    return Line(words, behind, rest.strip() or None, bool(colon), counted=number is not None)
