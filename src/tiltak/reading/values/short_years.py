"""Years in two digits, where what stands beside them tells that they are years: "H-18", "haust
'26", "01.07.26", "skuleåret 18/19". A lone "08/15" is a case number as often as not."""

import re

from tiltak.reading.vocabulary import Vocabulary, alternatives

_DATE = re.compile(r"(?<![\d./])(\d{1,2}[./]\s?\d{1,2}[./-]\s?)(\d\d)(?![\d./])")
_SLASH_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})\s?[-–\s]\s?((?:19|20)\d\d)(?!\d)")
# "H-18", "V19": autumn and spring
_TERM = re.compile(r"(?<!\w)([HV])\s?[-–]?\s?(\d\d)(?!\d)")
_QUOTED = re.compile(r"(?<!\d)['’](\d\d)(?!\d)")
_TWO = re.compile(r"(?<![\d/.])(\d\d)/(\d\d)(?![\d/])")
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
_NEAR_BEFORE, _NEAR_AFTER = 3, 12
_MONTHS, _DAYS = 12, 31


def with_whole_years(text: str, vocabulary: Vocabulary, plan_years: tuple[int, ...]) -> str:
    """The text with such years in four digits. Of the century of the plan, else of this one."""
    text = _SLASH_DATE.sub(r"\1.\2.\3", text)
    if not re.search(r"(?<!\d)\d\d(?!\d)|^\d{6}$", text):
        return text  # nearly always
    century = plan_years[0] // 100 if plan_years else 20
    if six := _SIX.fullmatch(text):
        return _from_six(six, century, plan_years)
    text = _DATE.sub(rf"\g<1>{century}\g<2>", text)
    text = _TERM.sub(rf"\g<1> {century}\g<2>", text)
    text = _QUOTED.sub(rf"{century}\g<1>", text)
    text = _behind_names(text, century, vocabulary, plan_years)
    return _TWO.sub(lambda found: _two_years(found, text, century, vocabulary, plan_years), text)


def _behind_names(
    text: str, century: int, vocabulary: Vocabulary, plan_years: tuple[int, ...]
) -> str:
    """ "våren -26", "Q3-26" and, where the year is near the plan's, "des. 26"."""
    months = tuple(name for names in vocabulary.list_of("time", "months") for name in names)
    terms = set(vocabulary.list_of("time", "seasons")) - set(vocabulary.list_of("time", "weeks"))
    names = alternatives((*terms, *months))

    def whole(found: re.Match[str]) -> str:
        is_near = _is_near(century * 100 + int(found[3]), plan_years)
        return f"{found[1]} {century}{found[3]}" if found[2].strip() or is_near else found[0]

    behind = rf"(?<!\w)((?:{names})\.?)(\s?[-–]\s?|\s)(\d\d)(?![\d.])"
    return re.sub(behind, whole, text, flags=re.IGNORECASE)


def _two_years(
    found: re.Match[str],
    text: str,
    century: int,
    vocabulary: Vocabulary,
    plan_years: tuple[int, ...],
) -> str:
    """ "skuleåret 18/19", or "26/27" alone where both are years of the plan."""
    first, second = (century * 100 + int(part) for part in found.groups())
    words = text[: found.start()].casefold().split()
    named = bool(words) and words[-1] in vocabulary.list_of("time", "school_years")
    of_plan = found[0] == text and first in plan_years and second in plan_years
    return f"{first}/{second}" if second == first + 1 and (named or of_plan) else found[0]


def _from_six(found: re.Match[str], century: int, plan_years: tuple[int, ...]) -> str:
    """ "090926": a day, a month and a year, or in the other order where only that can be."""
    one, month, other = (int(part) for part in found.groups())
    if not 1 <= month <= _MONTHS:
        return found[0]
    ways = [(one, century * 100 + other), (other, century * 100 + one)]
    fitting = [way for way in ways if 1 <= way[0] <= _DAYS]
    near = [way for way in fitting if _is_near(way[1], plan_years)] or fitting
    return f"{near[0][0]}.{month}.{near[0][1]}" if near else found[0]


def _is_near(year: int, plan_years: tuple[int, ...]) -> bool:
    if not plan_years:
        return False
    return plan_years[0] - _NEAR_BEFORE <= year <= plan_years[-1] + _NEAR_AFTER
