"""Times as plans write them: "2018-2019", "2015-17", "haust 2018", "1. tertial", "løpande"."""

import re
from functools import cache, lru_cache

from tiltak.planfile.model import Time
from tiltak.reading.values.dates import find_dates
from tiltak.reading.values.short_years import with_whole_years, years_alone
from tiltak.reading.vocabulary import Vocabulary, alternatives, whole_words

_YEAR = r"(?:19|20)\d\d"
_UP_TO = r"t\.?\s?o\.?\s?m\.?"
_BETWEEN = rf"\s*(?:[-–—/]|(?:-|–|—|=)?>|[→⇒]|til|to|{_UP_TO})\s*"
# dashes that look like the usual ones: minus, figure dash, hyphens that do not break
_DASHES = str.maketrans(dict.fromkeys("−‒‐‑\N{HORIZONTAL BAR}", "-"))
_SHORT_RANGE = re.compile(r"(?<![\d.])(\d\d)\s*[-–]\s*(\d\d)(?![\d.])")
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_ISO_DATE = re.compile(rf"({_YEAR})-\d\d-\d\d")
_LONGEST_RANGE = 40
_LONGEST_BETWEEN = 25
# "2026 –", "2026 ff.", "2026 +": nothing behind it
_OPEN_END = re.compile(rf"{_YEAR}\s*(?:[-–—+]|ff\.?)$")
# "til", or a dash, and then no more than a month or a term before the last year
_TO = re.compile(
    rf"(?:\s*\([^()]*\))?\W*(?:[-–—→]|\b(?:til|till|to|{_UP_TO})(?!\w))[^,;/+&]*$", re.IGNORECASE
)
# "x2 pr. år", "2x i året"
_SO_MANY = re.compile(r"(?<!\w)(?:x\s?\d{1,2}|\d{1,2}\s?x)(?!\w)", re.IGNORECASE)
_LONGEST_WORDED = 24


@lru_cache(maxsize=1024)  # a table says few years in many rows
def find_years(text: str) -> tuple[int, ...]:
    """Every year a text names, ranges filled in: "2015-17" → 2015, 2016, 2017."""
    rest = _ISO_DATE.sub(r"\1", text.translate(_DASHES))
    years: set[int] = set()
    for match in _ranges().finditer(rest):
        years.update(_span(int(match[1]), _full(match[2], int(match[1]))))
    rest = _ranges().sub(" ", rest)
    years.update(int(year) for year in _SINGLE.findall(rest))
    return tuple(sorted(years))


@cache
def _ranges() -> re.Pattern[str]:
    """Two years; "2024 – 31. desember 2025" ends in a day of a month, not in 2031."""
    months = (name for names in Vocabulary.default().list_of("time", "months") for name in names)
    is_day = rf"\d\d\.?\s*(?:{alternatives(months)})\b"
    return re.compile(
        rf"(?<!\d)({_YEAR}){_BETWEEN}(?:(?<=/)|(?<=/\s)|(?!{is_day}))({_YEAR}|\d\d)(?!\d|\.\d)",
        re.IGNORECASE,
    )


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
    if find_years(with_whole_years(text.strip(), vocabulary, ())) or _SHORT_RANGE.fullmatch(
        text.strip()
    ):
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
    times = whole_words(vocabulary.list_of("time", "times")).search(text) or _SO_MANY.search(text)
    return (
        times is not None
        and whole_words(vocabulary.list_of("time", "per")).search(text) is not None
    )


def parse_time(
    raw: str, *, vocabulary: Vocabulary, plan_years: tuple[int, ...] = (), dates: bool = True
) -> Time:
    """Read a time cell. A season or month without a year is the plan's year, where it has only one.

    `dates` False leaves `end_date` out (a cell that holds several dates, say).
    """
    text = " ".join(raw.split())
    if not text or text in "-–—":
        return Time(raw=text or None)
    plain = text.translate(_DASHES)
    said = with_whole_years(plain, vocabulary, plan_years)
    years = years_said(said, vocabulary) or _short_years(plain, plan_years)
    years = years or years_alone(plain, vocabulary, plan_years)
    counted = () if years else _counted_years(text, plan_years, vocabulary)
    ongoing = not counted and _goes_on(text, vocabulary)
    if years and plan_years and _is_open(said, vocabulary):
        years = tuple(range(years[0], max(plan_years[-1], years[-1]) + 1))
    is_season = not (years or ongoing) and _names_season(text, vocabulary)
    inferred = counted or (plan_years if is_season and len(plan_years) == 1 else ())
    found = find_dates(said, vocabulary) if dates else []
    return Time(
        raw=text,
        years=years or inferred,
        years_inferred=bool(inferred),
        ongoing=ongoing,
        end_date=found[-1].isoformat() if found else None,
    )


def _goes_on(text: str, vocabulary: Vocabulary) -> bool:
    """Again and again, or under way with no end said: "Pågår"."""
    under_way = whole_words(vocabulary.list_of("time", "under_way")).search(text) is not None
    return under_way or _is_repeated(text, vocabulary)


def years_said(text: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The years of a text, and those between two that are its first and last: "haust 2026 – vår
    2028", "Oppstart 2026, ferdig 2028"."""
    years = find_years(text)
    singles = list(_SINGLE.finditer(text))
    if len(years) != len(singles) or len(years) != 2:
        return years
    before, between = text[: singles[0].start()], text[singles[0].end() : singles[1].start()]
    begins = whole_words(tuple(vocabulary.columns["start"])).search(before) is not None
    ends = whole_words(tuple(vocabulary.columns["end"])).search(between) is not None
    is_span = _TO.match(between) is not None and len(between) <= _LONGEST_BETWEEN
    is_span = is_span or _are_bounds(before, between, vocabulary)
    return tuple(_span(years[0], years[1])) if is_span or (begins and ends) else years


def _are_bounds(before: str, between: str, vocabulary: Vocabulary) -> bool:
    """Whether two years are those of "mellom 2025 og 2027"."""
    words = vocabulary.list_of("amount", "between")
    joints = vocabulary.list_of("party", "and")
    return before.casefold().strip().endswith(words) and between.strip() in joints


def _counted_years(
    text: str, plan_years: tuple[int, ...], vocabulary: Vocabulary
) -> tuple[int, ...]:
    """The years of the plan, counted from its first: "År 1-3", "2. året i planperioden"."""
    words = alternatives(vocabulary.list_of("time", "plan_years"))
    counted = re.match(
        rf"(?:(?:{words})\s*(\d)(?:\s*(?:(,|og|and|och)|[-–]|to|til|till)\s*(?:{words})?\s*(\d))?"
        rf"|(\d)\.\s*(?:{words}))(?!\w)",
        text.casefold(),
    )
    if counted is None:
        return ()
    first = int(counted[1] or counted[4])
    last = int(counted[3] or first)
    between = plan_years[max(first - 1, 0) : last]
    # "År 1 og 3" are two years, "År 1-3" three
    return between[:1] + between[-1:] if counted[2] and last - first > 1 else between


def _short_years(text: str, plan_years: tuple[int, ...]) -> tuple[int, ...]:
    """ "24-27": two-digit years, only where the cell holds nothing else."""
    match = _SHORT_RANGE.fullmatch(text)
    if match is None:
        return ()
    century = (plan_years[0] if plan_years else 2000) // 100 * 100
    first, last = century + int(match[1]), century + int(match[2])
    return tuple(_span(first, last)) if first <= last else ()


def _is_open(text: str, vocabulary: Vocabulary) -> bool:
    """Whether nothing ends the last year: "2026 →", but not "2026 → 2028"."""
    after = _SINGLE.split(text)[-1].casefold()
    said = any(word in after for word in vocabulary.list_of("time", "open_end"))
    return said or _OPEN_END.search(text) is not None


def _names_season(text: str, vocabulary: Vocabulary) -> bool:
    months = tuple(name for names in vocabulary.list_of("time", "months") for name in names)
    names = vocabulary.list_of("time", "seasons") + vocabulary.list_of("time", "terms") + months
    names += vocabulary.list_of("time", "weeks")
    return whole_words(names).search(text) is not None
