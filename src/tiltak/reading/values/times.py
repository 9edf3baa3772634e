"""Times as plans write them: "2018-2019", "2015-17", "haust 2018", "1. tertial", "løpande"."""

import re

from tiltak.planfile.model import Time
from tiltak.reading.values.dates import find_dates
from tiltak.reading.vocabulary import Vocabulary, whole_words

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(
    rf"(?<!\d)({_YEAR})\s*(?:[-–—/]|til|to|t\.o\.m\.)\s*({_YEAR}|\d\d)(?!\d|\.\d)", re.IGNORECASE
)
_SHORT_RANGE = re.compile(r"(?<![\d.])(\d\d)\s*[-–]\s*(\d\d)(?![\d.])")
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_ISO_DATE = re.compile(rf"({_YEAR})-\d\d-\d\d")
_LONGEST_RANGE = 40
_LONGEST_WORDED = 24


def find_years(text: str) -> tuple[int, ...]:
    """Every year a text names, ranges filled in: "2015-17" → 2015, 2016, 2017."""
    rest = _ISO_DATE.sub(r"\1", text)
    years: set[int] = set()
    for match in _RANGE.finditer(rest):
        years.update(_span(int(match[1]), _full(match[2], int(match[1]))))
    rest = _RANGE.sub(" ", rest)
    years.update(int(year) for year in _SINGLE.findall(rest))
    return tuple(sorted(years))


def _full(written: str, first: int) -> int:
    if len(written) == 4:
        return int(written)
    century = first - first % 100
    return century + int(written) + (100 if int(written) < first % 100 else 0)


def _span(first: int, last: int) -> range:
    if first <= last <= first + _LONGEST_RANGE:
        return range(first, last + 1)
    return range(first, first + 1)


def is_time(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a time and nothing else to speak of."""
    if len(text) > 60 or not text.strip():
        return False
    if find_years(text) or _SHORT_RANGE.fullmatch(text.strip()):
        return len(re.sub(r"[\d\s.,/–—-]", "", text)) <= 22
    if len(text) > _LONGEST_WORDED:
        return False
    seasons = whole_words(vocabulary.list_of("time", "seasons")).search(text) is not None
    return seasons or _is_repeated(text, vocabulary)


def _is_repeated(text: str, vocabulary: Vocabulary) -> bool:
    """ "løpande", "kvar vinter", "to gonger i året"."""
    if whole_words(vocabulary.list_of("time", "ongoing")).search(text):
        return True
    if whole_words(vocabulary.list_of("time", "every")).match(text):
        return True
    times = whole_words(vocabulary.list_of("time", "times")).search(text) is not None
    return times and whole_words(vocabulary.list_of("time", "per")).search(text) is not None


def parse_time(
    raw: str, *, vocabulary: Vocabulary, plan_years: tuple[int, ...] = (), dates: bool = True
) -> Time:
    """Read a time cell. A season or month without a year is the plan's year, where it has only one.

    `dates` False leaves `end_date` out (a cell that holds several dates, say).
    """
    text = " ".join(raw.split())
    if not text or text in "-–—":
        return Time(raw=text or None)
    years = find_years(text) or _short_years(text, plan_years)
    ongoing = _is_repeated(text, vocabulary)
    if years and plan_years and _is_open(text, vocabulary):
        years = tuple(range(years[0], max(plan_years[-1], years[-1]) + 1))
    inferred = False
    if not years and not ongoing and _names_season(text, vocabulary) and len(plan_years) == 1:
        years, inferred = plan_years, True
    found = find_dates(text, vocabulary) if dates else []
    return Time(
        raw=text,
        years=years,
        years_inferred=inferred,
        ongoing=ongoing,
        end_date=found[-1].isoformat() if found else None,
    )


def _short_years(text: str, plan_years: tuple[int, ...]) -> tuple[int, ...]:
    """ "24-27": two-digit years, only where the cell holds nothing else."""
    match = _SHORT_RANGE.fullmatch(text)
    if match is None:
        return ()
    century = (plan_years[0] if plan_years else 2000) // 100 * 100
    first, last = century + int(match[1]), century + int(match[2])
    return tuple(_span(first, last)) if first <= last else ()


def _is_open(text: str, vocabulary: Vocabulary) -> bool:
    folded = text.casefold()
    return any(word in folded for word in vocabulary.list_of("time", "open_end"))


def _names_season(text: str, vocabulary: Vocabulary) -> bool:
    months = tuple(name for names in vocabulary.list_of("time", "months") for name in names)
    return whole_words(vocabulary.list_of("time", "seasons") + months).search(text) is not None
