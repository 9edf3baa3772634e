"""Dates and years."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from babel.dates import format_date

from tiltak.wording.language import Language, locale_of


def long_date(day: date, language: Language) -> str:
    """`8. desember 2017`."""
    return str(format_date(day, "long", locale=locale_of(language)))


def short_date(day: date, language: Language) -> str:
    """`08.12.2017`, in English `08/12/2017`."""
    return str(format_date(day, "short", locale=locale_of(language)))


def short_moment(at: datetime, language: Language) -> str:
    """`08.12.2017 14:30`, in English `08/12/2017 14:30`; on the clock that `at` has."""
    return f"{short_date(at.date(), language)} {at:%H:%M}"


def spoken_years(years: Sequence[int]) -> str:
    """`2018`; `2018–2020` for years in a row; `2018, 2020` otherwise; "" for none."""
    if not years:
        return ""
    if len(years) > 1 and all(later == earlier + 1 for earlier, later in pairwise(years)):
        return f"{years[0]}–{years[-1]}"
    return ", ".join(str(year) for year in years)
