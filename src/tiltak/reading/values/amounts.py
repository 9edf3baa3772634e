"""Amounts as plans write them: "1 140 000", "inntil 1 mill.", "innanfor ramma", "100 000 pr. år"."""

import re
from itertools import pairwise

from tiltak.planfile.model import Budget
from tiltak.reading.values.amounts_by_year import split_by_year
from tiltak.reading.values.figures import YEAR, Figure, added, figures, pattern, plain, unit_words
from tiltak.reading.values.footnotes import without_footnote
from tiltak.reading.values.worded_money import basis_said, bounds_said, per_said, says_nothing
from tiltak.reading.vocabulary import Vocabulary, alternatives

# a year before an amount: with a colon, or with a dash before figures too long for a year
_YEARS = rf"\(?{YEAR}(?:\s?[-–/]\s?(?:{YEAR}|\d\d))?\)?"
_YEAR_BEFORE = re.compile(
    rf"^{_YEARS}\s*(?::\s*|[-–—]\s*(?!{YEAR}(?:\D|$))(?=\D{{0,5}}\d[\d .,]{{0,20}}\d{{3}}\b))"
)
# a period behind the amount: "500 000 (2025–2027)", "£12,500 in 2025/26"
_PERIOD = re.compile(
    rf"(?<=[\d\w.,-])\s+\(?(?:i|in|for|för)?\s?{YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d)\)?(?![\d.,]|\s\d{{3}})$",
    re.IGNORECASE,
)
# "-1 200" in a column of amounts: a saving
_MINUS = re.compile(r"^[-–−]\s?(?=\d)")
_FEWEST_PARTS = 2
# "1000 kr", "£000", "£000s", "£'000", "£k"
# "t.kr." as Danish plans write it
SHORT_THOUSANDS = re.compile(r"\bt\.\s?kr\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"\b1[\s.]?000\b|^[£€$]?\s?['’]?000['’]?s?$|[£€$]\s?k$")


def parse_budget(
    raw: str, *, vocabulary: Vocabulary, unit: int | None = None, currency: str | None = "NOK"
) -> Budget:
    """Read a budget cell. `unit` is what the column head says a bare number stands for.

    An amount that is written is `basis` "amount", two bounds "range", one bound "band". Words
    give "within_frame", "external" or "unknown"; an empty cell or a dash "none". Several amounts
    are "unknown", unless they are those of several years or one is said to hold the others.
    """
    text = " ".join(raw.split())
    bare = without_footnote(text)
    folded = bare.casefold().strip(" .")
    if says_nothing(bare, vocabulary):
        return Budget(currency=currency)
    if folded in vocabulary.list_of("amount", "zero"):
        return Budget(raw=text, amount=0, basis="amount", currency=currency)
    said = plain(bare, vocabulary)
    if split := split_by_year(said, unit, vocabulary):
        return Budget(
            raw=text,
            amount=sum(one.amount for one in split.values()),
            per_year={year: one.amount for year, one in split.items()},
            basis="amount",
            currency=next(iter(split.values())).currency or currency,
        )
    said = without_year(said)
    found = money(said, unit, vocabulary)
    if not found:
        return Budget(raw=text, basis=basis_said(bare, vocabulary), currency=currency)
    return _with_figures(text, said, found, currency, vocabulary)


def without_year(text: str) -> str:
    """ "2026: 300 000" and "300 000 kr (2025-2027)" without the years around the amount."""
    if text.isdecimal():
        return text
    return _PERIOD.sub("", _YEAR_BEFORE.sub("", text))


def money(text: str, unit: int | None, vocabulary: Vocabulary) -> list[Figure]:
    """The sums of a plain text, added where a plus says so; "-1 200" alone is a saving."""
    if _MINUS.match(text) and pattern(vocabulary).fullmatch(text[1:].strip()):
        saved = figures(text[1:], unit, vocabulary)
        return [Figure(-one.amount, one.low, one.currency, 0, one.end) for one in saved]
    return added(figures(text, unit, vocabulary), text)


def _with_figures(
    text: str, said: str, found: list[Figure], currency: str | None, vocabulary: Vocabulary
) -> Budget:
    figure = found[0] if len(found) == 1 else whole_of(found, said, vocabulary)
    per = per_said(text, vocabulary)
    if figure is None or (figure.low is not None and figure.low > figure.amount):
        return Budget(raw=text, basis="unknown", currency=found[0].currency or currency, per=per)
    currency = figure.currency or currency
    if figure.low is not None:
        return Budget(
            raw=text, min=figure.low, max=figure.amount, basis="range", currency=currency, per=per
        )
    if bounds := bounds_said(said[: figure.start], figure.amount, said[figure.end :], vocabulary):
        low, high = bounds
        return Budget(raw=text, min=low, max=high, basis="band", currency=currency, per=per)
    return Budget(raw=text, amount=figure.amount, basis="amount", currency=currency, per=per)


def whole_of(found: list[Figure], text: str, vocabulary: Vocabulary) -> Figure | None:
    """The amount that holds the others: "1 mill., herav 400 000 frå staten", or their sum."""
    first, *rest = found
    if all(text[a.end : b.start].strip() == "/" for a, b in pairwise(found)):
        return None  # "100 000/200 000/300 000": one for each of something
    between = text[first.end : rest[0].start].casefold()
    if first.low is None and any(w in between for w in vocabulary.list_of("amount", "of_which")):
        return first
    if any(one.low is not None for one in found):
        return None
    return _said_whole(found, text, vocabulary) or _sum_of_others(found)


def _sum_of_others(found: list[Figure]) -> Figure | None:
    """The first or the last amount, where it is what the others make; of two the first, where the
    other says how it is made: "200 000 (4 x 50 000)"."""
    first, *rest = found
    *parts, last = found
    if len(rest) < _FEWEST_PARTS:
        return first if first.amount == last.amount else None
    if first.amount == sum(one.amount for one in rest):
        return first
    return last if last.amount == sum(one.amount for one in parts) else None


def _said_whole(found: list[Figure], text: str, vocabulary: Vocabulary) -> Figure | None:
    """The largest amount, where a word says that it is all: "eigendel 100 000 av totalt 500 000"."""
    largest = max(found, key=lambda one: one.amount)
    words = alternatives(vocabulary.list_of("amount", "total"))
    before = re.compile(rf"(?<!\w)(?:{words})\s*:?\s*$", re.IGNORECASE)
    behind = re.compile(rf"\s*(?:kr\.?\s*)?(?:{words})(?!\w)", re.IGNORECASE)
    told = before.search(text[: largest.start]) or behind.match(text, largest.end)
    return largest if told and [one.amount for one in found].count(largest.amount) == 1 else None


def is_amount(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is an amount and nothing else: "1 140 000", "kr 400 000", "0,5 mill."."""
    said = plain(text.strip(), vocabulary)
    match = pattern(vocabulary).fullmatch(said) if said else None
    if match is None:
        return False
    return bool(match["unit"] or match["before"] or match["after"]) or len(said) >= 5


def unit_factor(said: str | None, vocabulary: Vocabulary) -> int | None:
    """What "1000 kr", "mill. kr" or "tkr" in a head multiplies bare numbers by."""
    if not said:
        return None
    folded = SHORT_THOUSANDS.sub("tkr", said.casefold())
    if _THOUSANDS.search(folded):
        return 1_000
    units = unit_words(vocabulary)
    for word in re.findall(r"[^\W\d_]+\.?", folded):
        if factor := units.get(word) or units.get(word.rstrip(".")):
            return factor
    return None
