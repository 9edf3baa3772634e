"""Amounts as plans write them: "1 140 000", "kr 328.000,-", "0,5 mill.", "500 tkr", "innanfor ramma"."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tiltak.planfile.model import Basis, Budget, Per
from tiltak.reading.vocabulary import Vocabulary, alternatives

_SPACE = r"[ \t\u00a0\u2007\u2009\u202f]"
# Digits in groups ("1 140 000", "328.000", "1 250000") or plain, then a decimal part.
NUMBER = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:\d{{3}})*(?:,\d{{1,2}}(?!\d))?"
    rf"|\d{{1,3}}(?:[.’']\d{{3}})+(?:,\d{{1,2}}(?!\d))?"
    rf"|\d{{1,3}}(?:,\d{{3}}){{2,}}"
    rf"|\d+(?:[.,]\d+)?"
)
# English thousands ("£28,000"): nobody writes three decimals of a krone.
_COMMA_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_DASHES = r"[-–—]|til|to"
_TAIL = re.compile(r",\s*[-–—]+")
# No measure costs a hundred milliards: such a figure is in whole kroner, whatever the head says.
_TOO_MUCH = 10**11
_BAND = re.compile(
    r"^\s*(<|>|≤|≥|under|inntil|opptil|opp til|opp mot|over|minst|maks\.?|max\.?|up to)\s*",
    re.IGNORECASE,
)
# "2026: 400 000, 2027: 740 000": a cell that says what falls on which year
_YEAR_LABEL = re.compile(r"(?:^|[\s,;/])((?:19|20)\d\d)\s*:\s*")
_FEWEST_YEARS = 2
# "-1 200" in a column of amounts: a saving
_MINUS = re.compile(r"^[-–−]\s?(?=\d)")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_LOWER_BOUNDS = (">", "≥", "over", "minst")


class _Figure(NamedTuple):
    amount: int
    low: int | None
    currency: str | None


@cache
def _units(vocabulary_key: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    million, thousand, billion = vocabulary_key
    return (
        dict.fromkeys(million, 1_000_000)
        | dict.fromkeys(thousand, 1_000)
        | dict.fromkeys(billion, 1_000_000_000)
    )


def _unit_words(vocabulary: Vocabulary) -> dict[str, int]:
    keys = ("million", "thousand", "billion")
    return _units(tuple(vocabulary.list_of("amount", key) for key in keys))


@cache
def _figure_pattern(units: tuple[str, ...], currencies: tuple[str, ...]) -> re.Pattern[str]:
    unit, money = alternatives(units), alternatives(currencies)
    return re.compile(
        rf"(?:(?P<before>{money}|{unit})\s*)?"
        rf"(?<![\w.,])(?:(?P<low>{NUMBER})\s*(?:(?:{money}|{unit})\s*)?(?:{_DASHES})\s*)?"
        rf"(?P<number>{NUMBER})(?![\d%])"
        rf"(?:\s*(?P<unit>{unit})(?!\w))?(?:\s*(?P<after>{money})(?!\w))?",
        re.IGNORECASE,
    )


def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    currencies = tuple(vocabulary.words["amount"]["currencies"])
    return _figure_pattern(tuple(_unit_words(vocabulary)), currencies)


def parse_number(written: str) -> Decimal:
    """ "1 250000" → 1250000, "328.000" → 328000, "0,45" and "0.45" → 0.45."""
    plain = re.sub(rf"{_SPACE}|[’']", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", plain):
        return Decimal(plain.replace(",", ""))
    return Decimal(plain.replace(",", "."))


def _figures(text: str, unit: int | None, vocabulary: Vocabulary) -> list[_Figure]:
    units = _unit_words(vocabulary)
    found = []
    for match in _pattern(vocabulary).finditer(text):
        before = (match["before"] or "").casefold()
        word = (match["unit"] or "").casefold()
        after = (match["after"] or "").casefold()
        number = parse_number(match["number"])
        factor = units.get(word) or units.get(before) or units.get(after)
        if not (factor or before or after) and _is_year_said(match["number"], text):
            continue
        if factor is None:
            # "tal i 1000 kr" is about bare figures: "500 000 kr" says itself what it is
            factor = unit if unit and not (before or after) and number * unit < _TOO_MUCH else 1
        if factor == 1 and _COMMA_GROUP.fullmatch(match["number"]):
            number = Decimal(match["number"].replace(",", ""))
        low = parse_number(match["low"]) if match["low"] else None
        if low is not None and number >= 1000 and low < 1000 and factor == 1:
            low *= 1000  # "100-200 000": the thousands are said once
        names = vocabulary.words["amount"]["currencies"]
        currency = names.get(before) or names.get(after) or names.get(word) or None
        found.append(
            _Figure(int(number * factor), int(low * factor) if low is not None else None, currency)
        )
    return found


def _is_year_said(number: str, text: str) -> bool:
    """ "Avklares i budsjett 2026": a year among words is no amount."""
    return _BARE_YEAR.fullmatch(number) is not None and _LETTER.search(text) is not None


def parse_budget(
    raw: str, *, vocabulary: Vocabulary, unit: int | None = None, currency: str | None = "NOK"
) -> Budget:
    """Read a budget cell. `unit` is what the column head says a bare number stands for.

    An amount that is written is `basis` "amount", two bounds "range", one bound "band". Words
    give "within_frame", "external" or "unknown"; an empty cell or a dash "none".
    """
    text = " ".join(raw.split())
    if not text:
        return Budget(currency=currency)
    folded = text.casefold().strip(" .")
    if folded in vocabulary.list_of("amount", "none") or not folded:
        return Budget(currency=currency)
    if folded in vocabulary.list_of("amount", "zero"):
        return Budget(raw=text, amount=0, basis="amount", currency=currency)
    if split := _split_by_year(text, unit, vocabulary):
        return Budget(
            raw=text,
            amount=sum(one.amount for one in split.values()),
            per_year={year: one.amount for year, one in split.items()},
            basis="amount",
            currency=next(iter(split.values())).currency or currency,
        )
    plain = _TAIL.sub("", text)
    is_saving = _MINUS.match(plain) is not None and _pattern(vocabulary).fullmatch(
        plain[1:].strip()
    )
    figures = _figures(plain[1:] if is_saving else plain, unit, vocabulary)
    if is_saving:
        figures = [_Figure(-one.amount, one.low, one.currency) for one in figures]
    if not figures:
        return Budget(raw=text, basis=_worded_basis(folded, vocabulary), currency=currency)
    return _with_figures(text, figures, currency, vocabulary)


def _split_by_year(text: str, unit: int | None, vocabulary: Vocabulary) -> dict[str, _Figure]:
    """The figure of each year, where the text says nothing else but, at its end, their sum.

    Nothing where a year has no single amount or two, where the sum said is not theirs, or where
    they are in several currencies.
    """
    if not _YEAR_LABEL.match(text):
        return {}
    text, stated = _without_sum(text, vocabulary)
    _, *parts = _YEAR_LABEL.split(text)
    years = parts[::2]
    found = [_figures(_TAIL.sub("", part), unit, vocabulary) for part in parts[1::2]]
    if len(set(years)) < max(len(years), _FEWEST_YEARS) or any(len(one) != 1 for one in found):
        return {}
    split = {year: figures[0] for year, figures in zip(years, found, strict=True)}
    is_plain = all(one.low is None for one in split.values())
    if not is_plain or len({one.currency for one in split.values()}) > 1:
        return {}
    total = _figures(_TAIL.sub("", stated), unit, vocabulary)
    whole = sum(one.amount for one in split.values())
    return split if not stated or [one.amount for one in total] == [whole] else {}


def _without_sum(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The text before "Sum:" and what stands after it; "" where there is no such word."""
    words = "|".join(map(re.escape, vocabulary.list_of("table", "sums")))
    before, *after = re.split(rf"\b(?:{words})\s*:", text, maxsplit=1, flags=re.IGNORECASE)
    return before, after[0] if after else ""


def _with_figures(
    text: str, figures: list[_Figure], currency: str | None, vocabulary: Vocabulary
) -> Budget:
    figure = figures[0]
    currency = figure.currency or currency
    per = _per(text, vocabulary)
    if len(figures) > 1:
        return Budget(raw=text, basis="unknown", currency=currency, per=per)
    if figure.low is not None:
        return Budget(
            raw=text, min=figure.low, max=figure.amount, basis="range", currency=currency, per=per
        )
    if band := _BAND.match(text):
        lower = band[1].casefold() in _LOWER_BOUNDS
        low, high = (figure.amount, None) if lower else (None, figure.amount)
        return Budget(raw=text, min=low, max=high, basis="band", currency=currency, per=per)
    return Budget(raw=text, amount=figure.amount, basis="amount", currency=currency, per=per)


def _per(text: str, vocabulary: Vocabulary) -> Per | None:
    folded = text.casefold()
    if any(word in folded for word in vocabulary.list_of("amount", "per_year")):
        return "year"
    return (
        "total" if any(word in folded for word in vocabulary.list_of("amount", "total")) else None
    )


def _worded_basis(folded: str, vocabulary: Vocabulary) -> Basis:
    bases: tuple[Basis, ...] = ("unknown", "within_frame", "external")
    for basis in bases:
        if any(word in folded for word in vocabulary.list_of("amount", basis)):
            return basis
    return "unknown"


def is_amount(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is an amount and nothing else: "1 140 000", "kr 400 000", "0,5 mill."."""
    plain = _TAIL.sub("", text.strip())
    match = _pattern(vocabulary).fullmatch(plain) if plain else None
    if match is None:
        return False
    return bool(match["unit"] or match["before"] or match["after"]) or len(plain) >= 5


def unit_factor(said: str | None, vocabulary: Vocabulary) -> int | None:
    """What "1000 kr", "mill. kr" or "tkr" in a head multiplies bare numbers by."""
    if not said:
        return None
    folded = said.casefold()
    if re.search(r"\b1[\s.]?000\b|^[£€$]?\s?000$|[£€$]\s?k$", folded):
        return 1_000
    units = _unit_words(vocabulary)
    for word in re.findall(r"[^\W\d_]+\.?", folded):
        if factor := units.get(word) or units.get(word.rstrip(".")):
            return factor
    return None
