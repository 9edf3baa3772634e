"""Dates as documents write them: "8.12.2017", "14. desember 2023", "20.06.2019"."""

import datetime as dt
import re
from functools import cache

from tiltak.reading.vocabulary import Vocabulary

_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
# "31/03/2026", "31-03-2026": day first everywhere plans of these languages are written
_SIGNED = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
# "18.12.24": of this century
_SHORT = re.compile(r"(?<![\d/.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d\d)(?![\d.%]|,\d|\s\d{3})")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


@cache
def _worded(
    vocabulary_months: tuple[tuple[str, ...], ...],
) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    numbers = {name: i for i, names in enumerate(vocabulary_months, start=1) for name in names}
    names = "|".join(sorted(numbers, key=len, reverse=True))
    pattern = rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+({names})\b\.?,?\s+((?:19|20)\d\d)(?!\d)"
    # "March 31, 2026"
    month_first = rf"(?<!\w)({names})\s+(\d{{1,2}})(?:st|nd|rd|th)?,\s*((?:19|20)\d\d)(?!\d)"
    return (
        re.compile(pattern, re.IGNORECASE),
        re.compile(month_first, re.IGNORECASE),
        numbers,
    )


def find_dates(text: str, vocabulary: Vocabulary) -> list[dt.date]:
    """All whole dates in a text, in order of appearance. Impossible ones are left out."""
    months = tuple(tuple(names) for names in vocabulary.list_of("time", "months"))
    pattern, month_first, numbers = _worded(months)
    found = [
        *((m.start(), (int(m[3]), int(m[2]), int(m[1]))) for m in _NUMERIC.finditer(text)),
        *((m.start(), (2000 + int(m[3]), int(m[2]), int(m[1]))) for m in _SHORT.finditer(text)),
        *((m.start(), (int(m[4]), int(m[3]), int(m[1]))) for m in _SIGNED.finditer(text)),
        *((m.start(), (int(m[1]), int(m[2]), int(m[3]))) for m in _ISO.finditer(text)),
        *(
            (m.start(), (int(m[3]), numbers[m[2].casefold()], int(m[1])))
            for m in pattern.finditer(text)
        ),
        *(
            (m.start(), (int(m[3]), numbers[m[1].casefold()], int(m[2])))
            for m in month_first.finditer(text)
        ),
    ]
    return [date for _, parts in sorted(found) if (date := _date(*parts))]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
