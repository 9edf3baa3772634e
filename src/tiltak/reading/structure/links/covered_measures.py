"""What tells that a row is about several measures of the text.

Habits read: the row's number names them all ("2.1, 2.2", "2.1–2.3", "2.1a-c"); the row says one
thing on each side of "og" or of a comma ("Skuledag for alle og lån av utstyr", "Turveg, benker og
toalett ved vatnet"), each side a measure of its own; or it lists three things ("Leigeavtalar, skilting
og merking"), of which one measure says one and another the rest.
"""

import re

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-ZÆØÅ]{1,3}\d{1,2}(?:\.\d{1,2})*")
_CODE = re.compile(r"[A-ZÆØÅÄÖ]{1,6}[-.]?\d{1,3}(?:\.\d{1,3})*")
_AND = re.compile(r"\s+(?:og|samt|och|and|&)\s+|\s*[;+,]\s+", re.IGNORECASE)
_LIST = re.compile(r",\s+(?=[^,]*\s(?:og|samt|och|and|&)\s)|\s+(?:og|samt|och|and|&)\s+")
_FEWEST_ITEMS = 3
_BEFORE = r"((?:\d{1,2}\.)*|[A-ZÆØÅ]{1,3})"
_NUMBERS = re.compile(rf"{_BEFORE}(\d{{1,2}})\s*[-–]\s*(?:\1)?(\d{{1,2}})")
_LETTERS = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s?([a-z])\s*[-–]\s*(?:\1)?([a-z])")
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\bog\b|\boch\b|\band\b)\s*")
_SEVERAL, _MOST = 2, 12


def numbers_named(number: str | None) -> frozenset[str]:
    """The numbers of a cell that names several, none of a cell with one."""
    if not number or number.isdecimal():
        return frozenset()
    split = _BETWEEN.split(number.strip(" ."))
    parts = [one for part in split for one in _of_span(part)]
    if len(parts) < _SEVERAL or not all(_NUMBER.fullmatch(part) for part in parts):
        return frozenset()
    return frozenset(parts)


def is_code(number: str | None) -> bool:
    """Whether a number has letters before its figures: it means the same all over a plan."""
    return number is not None and _CODE.fullmatch(number) is not None


def _of_span(text: str) -> list[str]:
    """All numbers from the first to the last of "2.1–2.3" or "2.1a-c"; any other text alone."""
    found: list[str] = []
    if match := _NUMBERS.fullmatch(text):
        before, first, last = match.groups()
        found = [f"{before}{number}" for number in range(int(first), int(last) + 1)]
    elif match := _LETTERS.fullmatch(text):
        before, first, last = match.groups()
        found = [f"{before}{chr(letter)}" for letter in range(ord(first), ord(last) + 1)]
    return found if _SEVERAL <= len(found) <= _MOST else [text]


def sides(text: str) -> list[str]:
    """The two sides of each "og" and comma in a text, all of them in order."""
    return [
        side
        for match in _AND.finditer(text)
        for side in (text[: match.start()], text[match.end() :])
    ]


def items(text: str) -> list[str]:
    """The things a text lists, "A, B og C"; none of a text that lists fewer."""
    found = _LIST.split(text)
    return found if len(found) >= _FEWEST_ITEMS and "," in text else []
