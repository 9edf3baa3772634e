"""Patterns of words: any of several, whole or as a part of a longer pattern."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

# A year or a span of years.
YEARS = r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?"


def alternatives(words: Iterable[str]) -> str:
    """A part of a pattern that fits any of the words, the longest first."""
    return _alternatives(tuple(words))


@lru_cache(maxsize=512)
def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@cache
def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words, not as a part of a longer one."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
