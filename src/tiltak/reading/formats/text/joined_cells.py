"""Two cells on one line: a program closes what stands a narrow gap apart.

A number or amount stands to the right of its column, close to the text in the next one: "1 Transport",
"14,5 Investeringsbudsjett", "Fylkeskommunen 2027–"; so does the amount after a time, "2024–2026 180 tkr".
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from msgspec import structs

from tiltak.planfile.model import Passage
from tiltak.reading.formats.text.column_cells import is_count, is_money
from tiltak.reading.formats.text.row_starts import is_open
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_DATE = re.compile(r"\d\d?\.\d\d?\.\d{4}")
_FIGURE = re.compile(r"\d+[.,]\d+")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d)?\d\d)?$")
_LONGEST_BEFORE_VALUE = 40


@dataclass(frozen=True, slots=True)
class Text:
    """One cell's text as written: its lines, each with its place."""

    lines: tuple[tuple[str, Passage], ...]

    @property
    def whole(self) -> str:
        """The lines as one."""
        return " ".join(text for text, _ in self.lines)


def two_cells(
    text: Text, wholes: AbstractSet[str], vocabulary: Vocabulary
) -> Iterator[tuple[Text, Text]]:
    """The ways a text can be two cells: one of them is a value, or a text of `wholes`, which stand
    as cells elsewhere."""
    first = text.lines[0][0]
    gaps = [match.span() for match in _GAP.finditer(first)]
    if gaps and _DATE.fullmatch(first[: gaps[0][0]]):
        value = first[gaps[0][1] :]
        if _is_figure(value, vocabulary) or is_money(value, vocabulary):
            yield _cut(text, *gaps[0], rest_goes_left=False)
    elif (gap := _after_time(first, gaps, vocabulary)) is not None:
        yield _cut(text, *gap, rest_goes_left=False)
    elif not (_is_value(text.whole, vocabulary) or is_money(text.whole, vocabulary)):
        known = next((gap for gap in gaps if first[gap[1] :] in wholes), None)
        if known is not None:
            yield _cut(text, *known, rest_goes_left=True)
        else:
            yield from _beside_values(text, gaps, vocabulary)


def before_time(text: Text, vocabulary: Vocabulary) -> Iterator[tuple[Text, Text]]:
    """A text before the year in the column beside it: "Gje opplæring til alle leiarar 2026". Ask
    only where the year is needed: a text often ends in one of its own."""
    first = text.lines[0][0]
    for begin, end in (match.span() for match in _GAP.finditer(first)):
        value = first[end:]
        if value[0].isdigit() and _ENDS_IN_YEAR.search(value) and is_time(value, vocabulary):
            if not is_open(first[:begin], vocabulary):
                yield _cut(text, begin, end, rest_goes_left=True)
            return


def _after_time(
    text: str, gaps: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """Where a time ends and an amount begins, alone or before a name: "2024–2026 180 tkr",
    "Løpande 40 000 Kommunen"."""
    for begin, end in reversed(gaps):
        time, rest = text[:begin], text[end:]
        has_year = _ENDS_IN_YEAR.search(time) is not None
        closed = has_year or not any(map(str.isdigit, time))
        if closed and is_time(time, vocabulary) and _begins_with_money(rest, vocabulary):
            return begin, end
    return None


def _begins_with_money(text: str, vocabulary: Vocabulary) -> bool:
    if is_money(text, vocabulary):
        return True
    ends = [match.span() for match in _GAP.finditer(text)]
    return any(text[e].isupper() and is_amount(text[:b], vocabulary) for b, e in ends)


def _beside_values(
    text: Text, gaps: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> Iterator[tuple[Text, Text]]:
    """A number before a text, or a text before a time or an amount."""
    first = text.lines[0][0]
    before = [gap for gap in gaps if _is_figure(first[: gap[0]], vocabulary)]
    if before and first[before[-1][1]].isalpha():
        yield _cut(text, *before[-1], rest_goes_left=False)
    if len(first) > _LONGEST_BEFORE_VALUE:
        return
    below = " ".join(line for line, _ in text.lines[1:])
    for begin, end in gaps:
        value = first[end:]
        if below and is_time(f"{value} {below}", vocabulary):
            yield _cut(text, begin, end, rest_goes_left=False)
            return
        if _is_value(value, vocabulary) or is_money(value, vocabulary):
            yield _cut(text, begin, end, rest_goes_left=True)
            return


def _is_figure(text: str, vocabulary: Vocabulary) -> bool:
    return _FIGURE.fullmatch(text) is not None or _is_value(text, vocabulary)


def _is_value(text: str, vocabulary: Vocabulary) -> bool:
    return is_count(text) or is_amount(text, vocabulary) or is_time(text, vocabulary)


def _cut(text: Text, begin: int, end: int, *, rest_goes_left: bool) -> tuple[Text, Text]:
    (first, place), *rest = text.lines
    left = (first[:begin], structs.replace(place, end=place.start + begin))
    right = (first[end:], structs.replace(place, start=place.start + end))
    if rest_goes_left:
        return Text((left, *rest)), Text((right,))
    return Text((left,)), Text((right, *rest))
