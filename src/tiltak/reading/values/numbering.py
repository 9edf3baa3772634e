"""The number or list mark a text begins with: "1.1", "2)", "a.", "Kap. 3", "Vedlegg A", "IV"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["decimal", "bracket", "letter", "capital", "roman", "chapter", "appendix", "code"]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number in front of a text. `raw` as printed without its bracket or dot, `order` its
    place among its siblings, `depth` the number of parts ("1.1" has 2), `closed` whether a dot or
    bracket ends it (usual in lists), `word` the word before it ("Vedlegg")."""

    kind: Kind
    raw: str
    order: int
    depth: int
    closed: bool
    rest: str
    word: str | None = None

    @property
    def parent(self) -> str:
        """The number it counts on from: "1" of "1.2" and of "1:2", nothing of "1"."""
        return _LAST_PART.sub("", self.raw) if self.depth > 1 else ""


_LAST_PART = re.compile(r"[.:][^.:]*$")
_DECIMAL = re.compile(
    # a number of two figures takes the room before its text: "10.Bridge"
    r"^(\d{1,3}(?:\.\d{1,3})*)([.)]?)(?:[ \t\u00a0]+(?=\S)|(?<=\d\d\.)(?=[A-ZÆØÅÄÖ][a-zæøåäö]{2}))"
    r"|^(\d{1,3}(?:\.\d{1,3})+)$"
    # "1.3a", then a text: one of those that 1.3 was parted in
    r"|^(\d{1,3}(?:\.\d{1,3})+[a-h])[.)]?[ \t\u00a0]+(?=[A-ZÆØÅÄÖ])"
    # "1a.1", then a text: what counts on below the part 1a
    r"|^(\d{1,3}[a-h](?:\.\d{1,3})+)[.)]?[ \t\u00a0]+(?=[A-ZÆØÅÄÖ])"
)
# "1:2 Öppna vårdplatser": the second of the first area; "9:30 Kaffe" and "14:15 Møte" are hours
_COLON = re.compile(
    r"^(?!\d{1,2}:(?:00|15|30|45)\b)([1-9]\d?:[1-9]\d?)[.)]?[ \t\u00a0]+(?=[A-ZÆØÅÄÖ])"
)
# "2 – Natur", "2.1: Natur", "B: Natur", "II – Natur": a dash or a colon ends the number too
_SIGN = r"(?:[ \t\u00a0]?:|[ \t\u00a0][–—-])[ \t\u00a0]+(?=[A-ZÆØÅÄÖ][^\W\d_])"
_SIGNED = re.compile(rf"^(\d{{1,2}}(?:\.\d{{1,2}})*){_SIGN}")
_SIGNED_LETTER = re.compile(rf"^([A-ZÆØÅ]){_SIGN}")
_SIGNED_ROMAN = re.compile(rf"^([IVX]{{1,5}}){_SIGN}")
_PARTED = "abcdefgh"
_BRACKET = re.compile(r"^\(?(\d{1,3}|[a-zæøåA-ZÆØÅ]|[ivx]{1,4})\)[ \t\u00a0]*(?=\S)")
_LETTER = re.compile(r"^([a-zæøå])\.[ \t\u00a0]+(?=\S)")
_CODE = re.compile(r"^([A-ZÆØÅÄÖ]{1,6}[-.]?\d{1,3}(?:\.\d{1,3})*)[:.)]?[ \t\u00a0]+(?=[A-ZÆØÅÄÖ])")
_LETTERED = re.compile(r"^([A-ZÆØÅÄÖ](?:\.\d{1,3})+)[:.)]?[ \t\u00a0]+(?=\S)")
_CAPITAL = re.compile(r"^([A-ZÆØÅ])(\.[ \t\u00a0]+|[ \t\u00a0]+(?=[A-ZÆØÅ][a-zæøåäö]))(?=\S)")
_ROMAN = re.compile(r"^([IVX]{1,5})(\.?)[ \t\u00a0]+(?=\S)")
_WORD = re.compile(
    r"^(kap(?:ittel|itel|\.)?|chapter|del|part|vedlegg|bilaga?|appendix|annex)"
    r"[ \t\u00a0]+(\d{1,3}|[A-ZÆØÅ]|[IVX]{1,5})\b[.:)]?[ \t\u00a0]*[-–:]?[ \t\u00a0]*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_APPENDIX = ("vedlegg", "bilag", "bilaga", "appendix", "annex")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}


def read_number(text: str) -> Numbered | None:
    """The number a text begins with, or None."""
    if not text:
        return None
    first = text[0]
    if first.isdigit():
        return _decimal(text) or _bracket(text) or _parted_by_colon(text)
    # "I." opens a Roman count far more often than it is the ninth letter
    if first in "IVX" and (roman := _roman(text)):
        return roman
    if first == "(" or text[1:2] in ").":
        return _bracket(text) or _letter(text) or _capital(text)
    if (worded := _worded(text)) is not None:
        return worded
    return _capital(text) if text[1:2] in " \t\u00a0:" else None


def read_code(text: str) -> tuple[str, str] | None:
    """ "WOW3 Hold a festival" → ("WOW3", "Hold a festival"). A road's name looks the same, so
    ask only where something else says that a measure begins."""
    match = _CODE.match(text)
    return (match[1], text[match.end() :]) if match else None


def read_lettered(text: str) -> Numbered | None:
    """ "A.1 Bridge": the first in the list of area A. The dot tells it from a road ("E39")."""
    match = _LETTERED.match(text)
    if match is None:
        return None
    parts = match[1].split(".")
    rest = text[match.end() :]
    return Numbered("capital", match[1], int(parts[-1]), len(parts), closed=True, rest=rest)


def _decimal(text: str) -> Numbered | None:
    if signed := _SIGNED.match(text):
        parts = signed[1].split(".")
        rest = text[signed.end() :]
        return Numbered("decimal", signed[1], int(parts[-1]), len(parts), closed=True, rest=rest)
    match = _DECIMAL.match(text)
    if match is None:
        return None
    raw = match[1] or match[3] or match[4] or match[5]
    parts = raw.split(".")
    rest = text[match.end() :]
    kind: Kind = "bracket" if match[2] == ")" else "decimal"
    order = int(parts[-1].rstrip(_PARTED))
    return Numbered(kind, raw, order, len(parts), bool(match[2]), rest)


def _parted_by_colon(text: str) -> Numbered | None:
    match = _COLON.match(text)
    if match is None:
        return None
    order = int(match[1].partition(":")[2])
    return Numbered("decimal", match[1], order, 2, closed=True, rest=text[match.end() :])


def _bracket(text: str) -> Numbered | None:
    match = _BRACKET.match(text)
    if match is None:
        return None
    return Numbered("bracket", match[1], _order(match[1]), 1, closed=True, rest=text[match.end() :])


def _letter(text: str) -> Numbered | None:
    match = _LETTER.match(text)
    if match is None:
        return None
    return Numbered("letter", match[1], _order(match[1]), 1, closed=True, rest=text[match.end() :])


def _capital(text: str) -> Numbered | None:
    """ "A Barn og unge", "A. Barn": but "I dag" and "Å skapa" are words, not numbers."""
    if signed := _SIGNED_LETTER.match(text):
        rest = text[signed.end() :]
        return Numbered("capital", signed[1], _order(signed[1]), 1, closed=True, rest=rest)
    match = _CAPITAL.match(text)
    if match is None or (match[1] in "IÅ" and "." not in match[2]):
        return None
    closed = "." in match[2]
    return Numbered("capital", match[1], _order(match[1]), 1, closed, text[match.end() :])


def _roman(text: str) -> Numbered | None:
    if signed := _SIGNED_ROMAN.match(text):
        rest = text[signed.end() :]
        return Numbered("roman", signed[1], roman_value(signed[1]), 1, closed=True, rest=rest)
    match = _ROMAN.match(text)
    if match is None or not (match[2] or len(match[1]) > 1):
        return None
    return Numbered(
        "roman", match[1], roman_value(match[1]), 1, bool(match[2]), text[match.end() :]
    )


def _worded(text: str) -> Numbered | None:
    match = _WORD.match(text)
    if match is None:
        return None
    word, raw = match[1], match[2]
    kind: Kind = "appendix" if word.casefold().startswith(_APPENDIX) else "chapter"
    # "Del I" is the first far more often than the ninth
    order = roman_value(raw) if set(raw) <= _ROMAN_VALUE.keys() else _order(raw)
    return Numbered(kind, raw, order, 1, closed=False, rest=match[3], word=word)


def _order(raw: str) -> int:
    if raw.isdigit():
        return int(raw)
    if len(raw) > 1:
        return roman_value(raw)
    return ord(raw.casefold()) - ord("a") + 1


def count_on(numbers: Sequence[str]) -> bool:
    """Whether figures, letters or Roman numbers count on from the first: "1", "2"; "A", "B"."""
    count = len(numbers)
    figures = [str(at) for at in range(1, count + 1)]
    letters = [chr(ord("A") + at) for at in range(count)]
    if list(numbers) in (figures, letters):
        return True
    roman = all(set(number) <= _ROMAN_VALUE.keys() for number in numbers)
    return roman and [roman_value(number) for number in numbers] == list(range(1, count + 1))


def roman_value(raw: str) -> int:
    """IV → 4. Letters other than I, V and X count as nothing."""
    values = [_ROMAN_VALUE.get(letter, 0) for letter in raw.upper()]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


@lru_cache(maxsize=1024)  # the area of many rows of a table
def without_number(title: str) -> str:
    """ "1 Næringsutvikling" → "Næringsutvikling"; a trailing colon goes too."""
    number = read_number(title)
    counted = number is not None and (
        number.kind in ("decimal", "roman") or (number.kind == "capital" and number.closed)
    )
    rest = number.rest if number is not None and counted else title
    return re.sub(r"\s*:$", "", rest) or title
