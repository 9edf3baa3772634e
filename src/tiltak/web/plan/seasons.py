"""The part of a year a plan means when it says "haust 2018", "1. halvår" or "2. kvartal"."""

import re
from dataclasses import dataclass

from tiltak.planfile.model import Time

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` up to `end`, in years: 2018.5 is the middle of 2018. An open one goes on."""

    start: float
    end: float
    is_open: bool = False


# words of nynorsk and bokmål → first and last month
SEASONS = (
    (re.compile(r"\b(?:vinter|vinteren)\b"), 1, 3),
    (re.compile(r"\b(?:vår|våren)\b"), 3, 6),
    (re.compile(r"\b(?:sommar|sommaren|sommer|sommeren)\b"), 6, 8),
    (re.compile(r"\b(?:haust|hausten|høst|høsten)\b"), 8, 12),
    (re.compile(r"\b(?:1\.|i|første|fyrste)\s*halvår"), 1, 6),
    (re.compile(r"\b(?:2\.|ii|andre)\s*halvår"), 7, 12),
    *((re.compile(rf"\b{n}\.\s*tertial"), 4 * n - 3, 4 * n) for n in (1, 2, 3)),
    *((re.compile(rf"\b{n}\.\s*kvartal"), 3 * n - 2, 3 * n) for n in (1, 2, 3, 4)),
    *(
        (re.compile(rf"\b{month}"), n, n)
        for n, month in enumerate(
            (
                "januar",
                "februar",
                "mars",
                "april",
                "mai",
                "juni",
                "juli",
                "august",
                "september",
                "oktober",
                "november",
                "desember",
            ),
            start=1,
        )
    ),
)


def stretches(time: Time | None) -> list[Stretch]:
    """When, as stretches of years; years in a row are one. Empty where no year is said."""
    if time is None or not time.years:
        return []
    if len(time.years) == 1:
        return [_within(time.years[0], time)]
    runs: list[list[int]] = []
    for year in sorted(time.years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [Stretch(run[0], run[-1] + 1, is_open=time.ongoing and run is runs[-1]) for run in runs]


def _within(year: int, time: Time) -> Stretch:
    """The part of a single year that is meant; the whole year where nothing more is said."""
    said = (time.raw or "").casefold()
    found = [(first, last) for words, first, last in SEASONS if words.search(said)]
    if not found:
        return Stretch(year, year + 1, is_open=time.ongoing)
    first = min(first for first, _ in found)
    last = max(last for _, last in found)
    end = year + 1 if time.ongoing else year + last / MONTHS
    return Stretch(year + (first - 1) / MONTHS, end, is_open=time.ongoing)
