"""Lines of a document as one running text, and its beginning."""

import re
from collections.abc import Iterable

_ONE_LETTER = 2
_ENGLISH_FIRST = frozenset(
    [
        "long",
        "short",
        "well",
        "self",
        "high",
        "low",
        "year",
        "five",
        "three",
        "zero",
        "cross",
        "world",
    ]
)
_ENGLISH_SECOND = frozenset(
    [
        "term",
        "based",
        "wide",
        "scale",
        "being",
        "friendly",
        "owned",
        "funded",
        "making",
        "border",
        "sector",
        "year",
        "round",
        "sized",
        "neutral",
        "carbon",
        "efficient",
        "free",
    ]
)
_BEFORE_WORD = re.compile(r"[\s/(,;&]")
# "2025–" over "2028"
_OPEN_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d[-–—]$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d(?!\d)")
SOFT_HYPHENS = "\u00ad\ufffe\u2010"


def join_lines(lines: Iterable[str]) -> str:
    """Lines as one running text. A soft hyphen at the end is dropped, the word closed."""
    joined = ""
    for line in lines:
        piece = " ".join(line.split())
        if piece:
            joined = join_two(joined, piece)
    if joined.isascii():
        return joined
    return joined[:-1].replace("\u00ad", "").replace("\ufffe", "") + joined[-1:]


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut to so many signs with an ellipsis for the rest."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def join_two(before: str, after: str) -> str:
    """Two pieces of one text. "bygge-" + "felt" keeps its hyphen only before "og" or a capital.

    A hard hyphen at a line end is a broken word when lower case follows, but a kept one in
    "bu- / og arbeidsmarknad" and "Aust- / Vest".
    """
    if not before:
        return after
    if before[-1] in SOFT_HYPHENS:
        return before[:-1] + after
    if before[-1] == "-" and len(before) > 1 and before[-2].isalpha():
        if after.split(" ", 1)[0] in {"og", "eller", "and", "or", "och"}:
            return f"{before} {after}"
        # "HR-" over "avdelinga", "(HR-", "rådmannen/HR-": an abbreviation is no broken word
        last = _BEFORE_WORD.split(before)[-1]
        is_short = last[:-1].isupper() and len(last) > _ONE_LETTER
        is_kept = is_short or _is_compound(last[:-1], after)
        return (before[:-1] if after[0].islower() and not is_kept else before) + after
    if before[-1] == "/" or (_OPEN_YEARS.search(before) and _YEAR_FIRST.match(after)):
        return before + after
    return f"{before} {after}"


def _is_compound(first: str, after: str) -> bool:
    """Whether two English words are one with a hyphen: "long-" over "term", but not "opera-" over
    "tion". English writes few compounds so, and mostly with the same words."""
    second = after.split(maxsplit=1)[0].rstrip(".,;:)")
    return first.casefold() in _ENGLISH_FIRST or second in _ENGLISH_SECOND
