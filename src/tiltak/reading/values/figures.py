"""Sums of money in a text: "1 140 000", "kr 328.000,-", "0,5 mill.", "2 x 15 000", "100-200'"."""

import re
from decimal import Decimal
from typing import NamedTuple

from tiltak.reading.vocabulary import Vocabulary, alternatives

_SPACE = r"[ \t\u00a0\u2007\u2009\u202f]"
# Digits in groups ("1 140 000", "328.000", "1 250000") or plain, then a decimal part.
NUMBER = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:\d{{3}})*(?:,\d{{1,2}}(?!\d))?"
    rf"|\d{{1,3}}(?:[.’']\d{{3}})+(?:,\d{{1,2}}(?!\d))?"
    rf"|\d{{1,3}}(?:,\d{{3}}){{2,}}"
    rf"|\d+(?:[.,]\d+)?"
)
YEAR = r"(?:19|20)\d\d"
# English thousands ("£28,000"): nobody writes three decimals of a krone.
_BETWEEN_DIGITS = re.compile(rf"{_SPACE}|[’']")
_COMMA_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_DASHES = r"[-–—]|til|to"
# "2 x 15 000", "3 stk. à 20 000", "4 møte á kr 5 000", "10 dagar x 5 000"
_TIMES = r"(?:[^\W\d]+\.?\s*)?(?:x(?!\w)|×|\*|[àá])|x"
# behind the amount: "150 000 x 3", "150 000 kr × 3 år"
_AGAIN = r"\s?(?:x|×|\*)\s?(?P<again>\d{1,2})(?![\d.,%]|\s\d)(?:\s*år(?!\w))?"
# "328 000,-" and "– 328 000,–"
_TAIL = re.compile(r"(?<=\d),\s*[-–—]+")
# "1,250" mill. has decimals, "18,400" in a column of thousands has not
_MILLION = 1_000_000
# No measure costs a hundred milliards: such a figure is in whole kroner, whatever the head says.
_TOO_MUCH = 10**11
_LETTER = re.compile(r"[^\W\d_]")
_BARE_YEAR = re.compile(rf"\(?{YEAR}\)?")
_SMALL = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_LOOK_BACK = 40
# "50/50 kommunane og fylket": how it is shared
_SHARES = re.compile(r"(?<![\d.,/])\d{1,2}\s?/\s?\d{1,2}(?![\d.,/]|\s\d{3})")
_FRACTION_SIGN = re.compile(r"[½¼¾]")
_FRACTION = re.compile(r"(?:(\d{1,4})\s?)?([½¼¾])")
# "300 (1000 kr)", "300 i 1000 kr": the unit behind a figure
_UNIT_BEHIND = re.compile(
    r"(?<=\d)(?:\s*\((?:i\s+)?1[\s.]?000(?:\s*kr\.?)?\)|\s+i\s+1[\s.]?000\s*kr\.?$)", re.IGNORECASE
)


class Figure(NamedTuple):
    """One sum in whole units of `currency` (None: not said), the lower bound of a range beside it,
    and which characters of the text it is."""

    amount: int
    low: int | None
    currency: str | None
    start: int
    end: int


def unit_words(vocabulary: Vocabulary) -> dict[str, int]:
    """The words for units and what each multiplies by: "tkr" → 1000."""
    return vocabulary.once(_units)


def _units(vocabulary: Vocabulary) -> dict[str, int]:
    factors = {"million": 1_000_000, "thousand": 1_000, "billion": 1_000_000_000}
    return {
        word: factor
        for key, factor in factors.items()
        for word in vocabulary.list_of("amount", key)
    }


def pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """One sum with its unit and currency, before or behind."""
    return vocabulary.once(_pattern)


def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    unit = alternatives(unit_words(vocabulary))
    money = alternatives(vocabulary.words["amount"]["currencies"])
    return re.compile(
        rf"(?:(?P<before>(?<!\w)(?:{money}|{unit})|[£€$])\s*|(?<![\w.,]))"
        rf"(?:(?P<times>\d{{1,3}})\s*(?:{_TIMES})\s*(?:(?:{money})\s*)?)?"
        rf"(?:(?P<low>{NUMBER})\s*(?:(?:{money}|(?P<low_unit>{unit}))\s*)?(?:{_DASHES})\s*"
        rf"(?:(?:{money})\s*)?)?"
        rf"(?P<number>{NUMBER})(?![\d%])"
        rf"(?:\s*(?P<unit>{unit})(?!\w))?(?:\s*(?P<after>{money})(?!\w))?(?:{_AGAIN})?",
        re.IGNORECASE,
    )


def plain(text: str, vocabulary: Vocabulary) -> str:
    """The text as figures are looked for in it: "½ mill." as "0,5 mill.", "mellom 100 og 200" as
    "100 - 200", without the dash of "100 000,-"."""
    if text.isdecimal():
        return text  # as most cells of a sheet have it
    text = _UNIT_BEHIND.sub(" tkr", _TAIL.sub("", text))
    text = vocabulary.once(_bracketed_unit).sub(r" \1", text)
    if _FRACTION_SIGN.search(text):
        text = _FRACTION.sub(lambda found: f"{found[1] or 0},{_FRACTIONS[found[2]]}", text)
    text = vocabulary.once(_half).sub("0,5", text)
    return vocabulary.once(_bounds).sub(r"\1- ", text)


def _bracketed_unit(vocabulary: Vocabulary) -> re.Pattern[str]:
    """ "300 (tkr)"."""
    units = alternatives(unit_words(vocabulary))
    return re.compile(rf"(?<=\d)\s*\(({units})(?:\s*kr\.?)?\)", re.IGNORECASE)


def _half(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d/])1/2(?=\s*(?:{alternatives(unit_words(vocabulary))})\b)")


def _bounds(vocabulary: Vocabulary) -> re.Pattern[str]:
    """ "mellom 100 og 200"."""
    between = alternatives(vocabulary.list_of("amount", "between"))
    joint = alternatives(vocabulary.list_of("party", "and"))
    return re.compile(
        rf"\b(?:{between})\s+([£€$]?\d[^a-zæøåäö]{{0,20}}(?:kr\s)?)(?:{joint})\s+(?=\D{{0,3}}\d)",
        re.IGNORECASE,
    )


def figures(text: str, unit: int | None, vocabulary: Vocabulary) -> list[Figure]:
    """The sums of a plain text, in order. `unit` is what bare figures are to be multiplied by.

    A count of something else ("0,5 årsverk"), a number of a row ("sjå tiltak 3") and a year among
    words are none.
    """
    return [
        _figure(match, unit, vocabulary)
        for match in pattern(vocabulary).finditer(text)
        if not _is_something_else(match, text, vocabulary)
    ]


def _figure(match: re.Match[str], unit: int | None, vocabulary: Vocabulary) -> Figure:
    units = unit_words(vocabulary)
    before, word, after = ((match[name] or "").casefold() for name in ("before", "unit", "after"))
    number = parse_number(match["number"])
    factor = units.get(word) or units.get(before) or units.get(after)
    if factor is None:
        # "tal i 1000 kr" is about bare figures: "500 000 kr" says itself what it is
        factor = unit if unit and not (before or after) and number * unit < _TOO_MUCH else 1
    low = parse_number(match["low"]) if match["low"] else None
    if factor < _MILLION:
        number = _grouped(match["number"], number)
        low = _grouped(match["low"], low) if low is not None else None
    if low is not None and number >= 1000 and low < 1000 and factor == 1:
        # "100-200 000": the thousands are said once; "£500 – £1,000" says all
        low = low * 1000 if low * 1000 <= number else low
    own = units.get((match["low_unit"] or "").casefold())
    if own and not (word or before or after):
        factor = own  # "100' – 200": the unit is said once
    names = vocabulary.words["amount"]["currencies"]
    return Figure(
        int(number * factor) * int(match["times"] or match["again"] or 1),
        _lower(low, number, factor, own),
        names.get(before) or names.get(after) or names.get(word) or None,
        *match.span(),
    )


def _lower(low: Decimal | None, number: Decimal, factor: int, own: int | None) -> int | None:
    """The lower bound: in its own unit ("500' – 1 mill."), in kroner ("500 000 – 1 mill."), or in
    that of the upper one ("1-2 mill.")."""
    if low is None:
        return None
    if own is not None:
        return int(low * own)
    in_kroner = low > number and low <= number * factor
    return int(low if in_kroner else low * factor)


def _grouped(written: str, number: Decimal) -> Decimal:
    return Decimal(written.replace(",", "")) if _COMMA_GROUP.fullmatch(written) else number


def _is_something_else(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    if match["unit"] or match["before"] or match["after"]:
        return False
    if match.end() < len(text) and vocabulary.once(_counts).match(text, match.end()):
        return True
    at = match.start("number")
    shares = _SHARES.finditer(text) if "/" in text else ()
    if any(share.start() <= at < share.end() for share in shares):
        return True
    if _SMALL.fullmatch(match["number"]) and _is_reference(
        text[max(0, match.start() - _LOOK_BACK) : match.start()], vocabulary
    ):
        return True
    if (
        match["low"]
        and _BARE_YEAR.fullmatch(match["low"])
        and _BARE_YEAR.fullmatch(match["number"])
    ):
        return True  # a period, not what it costs
    return _is_year_said(match["number"], text)


def _counts(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What is counted where it is no money: "årsverk", "%"."""
    words = alternatives(vocabulary.list_of("amount", "counts"))
    return re.compile(rf"\s*(?:%|(?:{words})(?!\w)(?!\s*\d))", re.IGNORECASE)


def _is_reference(before: str, vocabulary: Vocabulary) -> bool:
    """Whether a number is that of a row or measure: "Inngår i tiltak" 1."""
    words = before.casefold().split()
    if not words:
        return False
    last = words[-1].strip("(:")
    return last in vocabulary.list_of("amount", "rows") or vocabulary.level_of(last) is not None


def _is_year_said(number: str, text: str) -> bool:
    """ "Avklares i budsjett 2026", "100 000 (2018)": a year beside something else is no amount."""
    if not _BARE_YEAR.fullmatch(number):
        return False
    return _LETTER.search(text) is not None or f"({number})" in text


def parse_number(written: str) -> Decimal:
    """ "1 250000" → 1250000, "328.000" → 328000, "0,45" and "0.45" → 0.45."""
    if written.isdecimal():
        return Decimal(written)
    digits = _BETWEEN_DIGITS.sub("", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", "."))


def added(found: list[Figure], text: str) -> list[Figure]:
    """The sums, those with a plus between them made one: "60 000 + 2 x 15 000" → 90 000."""
    kept: list[Figure] = []
    for one in found:
        last = kept[-1] if kept else None
        alike = last is not None and one.low is last.low is None
        if last is not None and alike and text[last.end : one.start].strip() == "+":
            currency = last.currency or one.currency
            kept[-1] = Figure(last.amount + one.amount, None, currency, last.start, one.end)
        else:
            kept.append(one)
    return kept
