"""What tells that a row is about several measures of the text.

Habits read: the row's number names them all ("2.1, 2.2"); the row says one thing on each side of
"og" ("Skuledag for alle og lån av utstyr"), each side a measure of its own.
"""

import re

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-ZÆØÅ]{1,3}\d{1,2}(?:\.\d{1,2})*")
_AND = re.compile(r"\s+(?:og|samt|och|and|&)\s+|\s*[;+]\s+", re.IGNORECASE)
_SEVERAL = 2


def numbers_named(number: str | None) -> frozenset[str]:
    """The numbers of a cell that names several, none of a cell with one."""
    parts = re.split(r"\s*(?:[,;/&+]|\bog\b|\boch\b|\band\b)\s*", (number or "").strip(" ."))
    if len(parts) < _SEVERAL or not all(_NUMBER.fullmatch(part) for part in parts):
        return frozenset()
    return frozenset(parts)


def sides(text: str) -> list[str]:
    """The two sides of each "og" in a text, all of them in order."""
    return [
        side
        for match in _AND.finditer(text)
        for side in (text[: match.start()], text[match.end() :])
    ]
