"""Years in two digits, where what stands beside them tells that they are years: "H-18", "haust
'26", "01.07.26", "skuleåret 18/19". A lone "08/15" is a case number as often as not."""

import re

from tiltak.reading.vocabulary import Vocabulary, alternatives

_DATE = re.compile(r"(?<![\d./])(\d{1,2}[./]\s?\d{1,2}[./-]\s?)(\d\d)(?![\d./])")
_SLASH_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})\s?[-–\s]\s?((?:19|20)\d\d)(?!\d)")
# "H-18", "V19": autumn and spring
_TERM = re.compile(r"(?<!\w)([HV])\s?[-–]?\s?(\d\d)(?!\d)")
_QUOTED = re.compile(r"(?<!\d)['’](\d\d)(?!\d)")
_TWO = re.compile(r"(?<![\d/.])(\d\d)\s?([/–-])\s?(\d\d)(?![\d/.])")
# "090926" and "20260909", with nothing beside them
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
_EIGHT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NEAR_BEFORE, _NEAR_AFTER = 3, 12
_MONTHS, _DAYS = 12, 31


def with_whole_years(text: str, vocabulary: Vocabulary, plan_years: tuple[int, ...]) -> str:
    """The text with such years in four digits. Of the century of the plan, else of this one."""
    text = _SLASH_DATE.sub(r"\1.\2.\3", text)
    if not re.search(r"(?<!\d)\d\d(?!\d)|^\d{6}$|^\d{8}$", text):
        return text  # nearly always
    century = plan_years[0] // 100 if plan_years else 20
    if six := _SIX.fullmatch(text):
        return _from_six(six, century, plan_years)
    if eight := _EIGHT.fullmatch(text):
        is_date = 1 <= int(eight[2]) <= _MONTHS and 1 <= int(eight[3]) <= _DAYS
        return f"{eight[3]}.{eight[2]}.{eight[1]}" if is_date else text
    text = _slash_dates(text, century)
    text = _DATE.sub(rf"\g<1>{century}\g<2>", text)
    text = _TERM.sub(rf"\g<1> {century}\g<2>", text)
    text = _QUOTED.sub(rf" {century}\g<1>", text)
    text = _behind_names(text, century, vocabulary, plan_years)
    return _TWO.sub(lambda found: _two_years(found, text, century, vocabulary, plan_years), text)


def _slash_dates(text: str, century: int) -> str:
    """ "1/7-26": a day, a month and, behind a dash, the year."""

    def whole(found: re.Match[str]) -> str:
        day, month = int(found[1]), int(found[2])
        is_date = 1 <= day <= _DAYS and 1 <= month <= _MONTHS
        return f"{day}.{month}.{century}{found[3]}" if is_date else found[0]

    return re.sub(r"(?<![\d/])(\d{1,2})/(\d{1,2})[-–](\d\d)(?![\d/.])", whole, text)


def _behind_names(
    text: str, century: int, vocabulary: Vocabulary, plan_years: tuple[int, ...]
) -> str:
    """ "våren -26", "Q3-26" and, where the year is near the plan's, "des. 26", "HT25", "Q3/26",
    "veke 12/26"."""

    def whole(found: re.Match[str]) -> str:
        is_near = _is_near(century * 100 + int(found[3]), plan_years)
        is_dash = found[2].strip() in ("-", "–", "'", "’")
        return f"{found[1]} {century}{found[3]}" if is_dash or is_near else found[0]

    for behind in vocabulary.once(_patterns):
        text = behind.sub(whole, text)
    return text


def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], ...]:
    months = tuple(name for names in vocabulary.list_of("time", "months") for name in names)
    weeks = vocabulary.list_of("time", "weeks")
    terms = set(vocabulary.list_of("time", "seasons")) - set(weeks)
    names = alternatives((*terms, *vocabulary.list_of("time", "terms"), *months))
    # "March 31, 2026" and "31 mars 26.5" have another number there
    end = r"(\d\d)(?![\d.%]|,?\s*(?:19|20)\d\d)"
    return (
        re.compile(
            rf"(?<!\w)((?:{names})\.?)(\s?[-–/'’]\s?|\s|(?<=\.)|(?<=[^\W\d])){end}", re.IGNORECASE
        ),
        re.compile(
            rf"(?<!\w)((?:{alternatives(weeks)})\s?\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?)(/){end}",
            re.IGNORECASE,
        ),
    )


def _two_years(
    found: re.Match[str],
    text: str,
    century: int,
    vocabulary: Vocabulary,
    plan_years: tuple[int, ...],
) -> str:
    """ "skuleåret 18/19", or "26/27" alone where both are years of the plan."""
    first, second = (century * 100 + int(part) for part in (found[1], found[3]))
    words = text[: found.start()].casefold().split()
    # "skuleåret 25/26 og 26/27" says the word once
    named = any(word in vocabulary.list_of("time", "school_years") for word in words)
    of_plan = found[0] == text and first in plan_years and second in plan_years
    return f"{first}/{second}" if second == first + 1 and (named or of_plan) else found[0]


def _from_six(found: re.Match[str], century: int, plan_years: tuple[int, ...]) -> str:
    """ "090926": a day, a month and a year, or in the other order where that is nearer the plan."""
    one, month, other = (int(part) for part in found.groups())
    if not 1 <= month <= _MONTHS:
        return found[0]
    ways = [(one, century * 100 + other), (other, century * 100 + one)]
    fitting = [way for way in ways if 1 <= way[0] <= _DAYS]
    if not fitting:
        return found[0]
    day, year = min(fitting, key=lambda way: (_away(way[1], plan_years), fitting.index(way)))
    return f"{day}.{month}.{year}"


def _away(year: int, plan_years: tuple[int, ...]) -> int:
    """How many years from the plan, 0 within it."""
    return min((abs(year - one) for one in plan_years), default=0)


def years_alone(text: str, vocabulary: Vocabulary, plan_years: tuple[int, ...]) -> tuple[int, ...]:
    """ "26", "26, 27 og 29": two digits each and nothing else, all of them years of the plan."""
    if not plan_years or not vocabulary.once(_alone).fullmatch(text):
        return ()
    century = plan_years[0] // 100 * 100
    years = {century + int(part) for part in re.findall(r"\d\d", text)}
    return tuple(sorted(years)) if years <= set(plan_years) else ()


def _alone(vocabulary: Vocabulary) -> re.Pattern[str]:
    joints = alternatives(vocabulary.list_of("party", "and"))
    return re.compile(rf"\d\d(?:\s*(?:,|&|\+|\s(?:{joints})\s)\s*\d\d)*")


def _is_near(year: int, plan_years: tuple[int, ...]) -> bool:
    if not plan_years:
        return False
    return plan_years[0] - _NEAR_BEFORE <= year <= plan_years[-1] + _NEAR_AFTER
