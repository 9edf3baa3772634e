"""A cell that says what falls on which year: "2026: 400 000, 2027: 740 000", "100 000 i 2018 og
200 000 i 2019", with or without the sum of them."""

import re

from tiltak.reading.values.figures import YEAR, Figure, figures
from tiltak.reading.vocabulary import Vocabulary, alternatives

_MARK = "\x01"
# "2026: 400 000", "2026 – 400 000", but not the range "2026–2027"
_BEFORE = re.compile(
    rf"(?<![\d.])({YEAR})\s*(?:[:=]|[-–—](?!\s*{YEAR}\b)(?=\s*\d[\d .]{{0,20}}\d{{3}}\b))"
)
# the year behind: "400 000 i 2026" or in brackets
_BEHIND = re.compile(rf"\(({YEAR})\)|\b(?:i|in|för|for)\s+({YEAR})(?!\d)", re.IGNORECASE)
_FEWEST_YEARS = 2
_ORDERS = tuple(re.compile(order) for order in (r"F?((?:YF)+)", r"((?:YF)+)F", r"F?((?:FY)+)"))


def split_by_year(text: str, unit: int | None, vocabulary: Vocabulary) -> dict[str, Figure]:
    """The figure of each year of a plain text that says nothing else.

    Empty where a year has no single amount or two, where the sum said is not theirs, or where
    they are in several currencies.
    """
    for years in (_BEFORE, _BEHIND):
        if found := _split(text, years, unit, vocabulary):
            return found
    return {}


def _split(
    text: str, pattern: re.Pattern[str], unit: int | None, vocabulary: Vocabulary
) -> dict[str, Figure]:
    said = list(pattern.finditer(text))
    years = [match[1] or match[pattern.groups] for match in said]
    if len(set(years)) < max(len(years), _FEWEST_YEARS):
        return {}
    without = pattern.sub(lambda match: _MARK + " " * (len(match[0]) - 1), text)
    found = figures(without, unit, vocabulary)
    order = _order(without, found)
    shape = next((match for o in _ORDERS if (match := o.fullmatch(order))), None)
    if shape is None or not _says_nothing_else(without, found, vocabulary):
        return {}
    split = found[:1] if shape.start(1) else found[len(years) :]
    parts = found[1:] if shape.start(1) else found[: len(years)]
    whole = sum(one.amount for one in parts)
    plain = all(one.low is None for one in found) and len({one.currency for one in parts}) == 1
    if len(parts) != len(years) or not plain or any(one.amount != whole for one in split):
        return {}
    return dict(zip(years, parts, strict=True))


def _order(text: str, found: list[Figure]) -> str:
    """Years and figures as they stand: "YFYF"."""
    marks = [(at, "Y") for at, sign in enumerate(text) if sign == _MARK]
    return "".join(kind for _, kind in sorted(marks + [(one.start, "F") for one in found]))


def _says_nothing_else(text: str, found: list[Figure], vocabulary: Vocabulary) -> bool:
    for one in reversed(found):
        text = f"{text[: one.start]} {text[one.end :]}"
    joints = (*vocabulary.list_of("party", "and"), *vocabulary.list_of("table", "sums"), "kr")
    return not re.sub(
        rf"\b(?:{alternatives(joints)})\b|[^\w]|{_MARK}", "", text, flags=re.IGNORECASE
    )
