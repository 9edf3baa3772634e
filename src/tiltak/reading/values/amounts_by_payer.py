"""Cells with an amount for each who pays, or for each thing it pays: "Kommunen 200 000, fylket
300 000", "200 000 (SR), 100 000 frå staten", "Investering 2 mill., drift 300 000"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tiltak.planfile.model import Budget
from tiltak.reading.values.amounts import money, whole_of
from tiltak.reading.values.figures import Figure, plain
from tiltak.reading.values.worded_money import per_said
from tiltak.reading.vocabulary import Vocabulary, alternatives

_FEWEST = 2
_LONGEST_NAME = 50
_STRONG = r"[;,/+•|\n]|\s[-–—]\s"
_SIGNS = " \t\n.,:;()[]/+–—-•|"
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Part:
    """An amount, what is written around it, and the two together as written."""

    figure: Figure
    said: str
    written: str


def split_by_payer(
    raw: str,
    *,
    vocabulary: Vocabulary,
    pays: Callable[[str], bool],
    unit: int | None = None,
    currency: str | None = "NOK",
) -> tuple[Budget, ...]:
    """A budget line for each amount of a cell that says whose or what they are, else none.

    `pays`: whether a name is somebody. Each amount but one must have words of its own; who pays
    is `funder`, anything else `kind`.
    """
    text = plain(" ".join(raw.split()), vocabulary)
    found = money(text, unit, vocabulary)
    if len(found) < _FEWEST or any(one.low is not None for one in found):
        return ()
    whole = whole_of(found, text, vocabulary)
    if whole is not None and len(found) == _FEWEST:
        return ()  # "1 mill., herav 400 000 frå staten": who pays the rest is not said
    parts = list(_parts(text, whole, [one for one in found if one is not whole], vocabulary))
    unnamed = [part for part in parts if not part.said]
    currencies = {part.figure.currency for part in parts} - {None}
    if len(unnamed) > 1 or len(currencies) > 1 or not all(_is_name(part) for part in parts):
        return ()
    return tuple(
        _line(part, per_said(text, vocabulary), pays, next(iter(currencies), currency), vocabulary)
        for part in parts
    )


def _parts(
    text: str, whole: Figure | None, found: Sequence[Figure], vocabulary: Vocabulary
) -> Iterator[_Part]:
    """The text cut between the amounts, without their sum: names before them, or behind."""
    begin = whole.end if whole is not None and whole.end <= found[0].start else 0
    last = whole.start if whole is not None and not begin else len(text)
    is_before = _LETTER.search(text[begin : found[0].start]) is not None
    for one, after in zip(found, [*found[1:], None], strict=True):
        end = _cut(text, one, after, vocabulary, is_before=is_before) if after else last
        around = f"{text[begin : one.start]} {text[one.end : end]}"
        written = _without_joints(text[begin:end], vocabulary)
        yield _Part(one, _without_remarks(around, vocabulary), written)
        begin = end


def _cut(text: str, one: Figure, after: Figure, vocabulary: Vocabulary, *, is_before: bool) -> int:
    """Where what belongs to an amount ends: at a sign or an "og" between them, else at the amount
    itself when names come first, at the next when they come last."""
    between = text[one.end : after.start]
    signs = [one.end + found.start() for found in re.finditer(_STRONG, between)]
    joints = alternatives(vocabulary.list_of("party", "and"))
    signs = signs or [
        one.end + found.start() for found in re.finditer(rf"\s(?:{joints})\s", between)
    ]
    if signs:
        return signs[0] if is_before else signs[-1]
    return one.end if is_before else after.start


def _without_remarks(text: str, vocabulary: Vocabulary) -> str:
    """A name without "pr. år", "ca." and "sum"."""
    words = ("per_year", "total", "remarks")
    remarks = tuple(word for key in words for word in vocabulary.list_of("amount", key))
    remarks += vocabulary.list_of("table", "sums")
    return _without_joints(_remarks(remarks).sub(" ", text), vocabulary).strip(_SIGNS)


def _without_joints(text: str, vocabulary: Vocabulary) -> str:
    """A text without signs and "og" at its ends; a bracket that closes in it stays."""
    joints = alternatives(vocabulary.list_of("party", "and"))
    cut = re.sub(rf"^\W*(?:{joints})\s|\s(?:{joints})\W*$", " ", f" {text} ")
    bare = " ".join(cut.split()).strip(_SIGNS)
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


@cache
def _remarks(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


def _is_name(part: _Part) -> bool:
    """Whether what stands beside an amount can be a name: no number, no sentence."""
    said = part.said
    return len(said) <= _LONGEST_NAME and not _DIGIT.search(said) and ": " not in said


def _line(
    part: _Part,
    per: str | None,
    pays: Callable[[str], bool],
    currency: str | None,
    vocabulary: Vocabulary,
) -> Budget:
    sources = alternatives(vocabulary.list_of("amount", "from"))
    stripped = re.sub(rf"^(?:{sources})\s+", "", part.said, flags=re.IGNORECASE)
    own = vocabulary.list_of("amount", "payers")
    is_payer = stripped != part.said or pays(stripped) or stripped.casefold() in own
    return Budget(
        raw=part.written,
        amount=part.figure.amount,
        basis="amount",
        currency=currency,
        per="year" if per == "year" else None,
        funder=stripped if stripped and is_payer else None,
        kind=stripped if stripped and not is_payer else None,
    )
