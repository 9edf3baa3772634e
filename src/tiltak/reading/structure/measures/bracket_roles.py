"""What the parts of the brackets are that measures end in: "(landbrukssjefen; hausten 2023; kr 50 000)".

Habit read: a list says who, when and how much in a bracket behind each measure, always in that
order and without words for it. Where several measures end so, the place of a part tells its role,
as the place of a cell in a table does.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tiltak.reading.structure.measures.value_reader import ValueReader
from tiltak.reading.values.times import find_years, is_time

_LONGEST = 160
SEPARATORS = (re.compile(r"\s*;\s+"), re.compile(r"\s*,\s+"))
_FEWEST = 3
_MOST_PARTS = 4
_MOSTLY = 0.7
_LEAST_SUM = 1000
_PHRASES = ("within_frame", "external", "none", "unknown")


def roles_of_brackets(texts: Iterable[str], values: ValueReader) -> tuple[str, ...]:
    """The role of each part, in order; nothing where the brackets of a plan are not so alike."""
    inside = [bracket for text in texts if (bracket := _last_bracket(text))]
    for separator in SEPARATORS:
        split = [separator.split(one.strip()) for one in inside]
        counts = Counter(len(parts) for parts in split if 1 < len(parts) <= _MOST_PARTS)
        for count, times in counts.most_common(1):
            alike = [parts for parts in split if len(parts) == count]
            if times >= _FEWEST and (roles := _roles(alike, values)):
                return roles
    return ()


def _last_bracket(text: str) -> str:
    """What stands in the bracket a text ends in."""
    text = text.rstrip(".")
    begin = text.rfind("(") if text.endswith(")") else 0
    inside = text[begin + 1 : -1] if begin > 0 else ""
    return inside if len(inside) <= _LONGEST and ")" not in inside else ""


def parts_by_role(inside: str, roles: Sequence[str]) -> dict[str, str]:
    """The parts of a bracket by their roles; nothing where there are not as many."""
    for separator in SEPARATORS:
        parts = separator.split(inside.strip())
        if len(parts) == len(roles):
            return dict(zip(roles, parts, strict=True))
    return {}


def _roles(brackets: Sequence[Sequence[str]], values: ValueReader) -> tuple[str, ...]:
    """Times and amounts are told by what they are; the only part left is who."""
    roles = [_role(parts, values) for parts in zip(*brackets, strict=True)]
    is_whole = roles.count("responsible") == 1 and len(set(roles)) == len(roles)
    return tuple(roles) if is_whole else ()


def _role(parts: Sequence[str], values: ValueReader) -> str:
    timed = sum(_is_time(part, values) for part in parts)
    paid = sum(_is_money(part, values) for part in parts)
    if timed >= _MOSTLY * len(parts):
        return "time"
    return "budget" if paid >= _MOSTLY * len(parts) else "responsible"


def _is_time(part: str, values: ValueReader) -> bool:
    """A time of the plan: "(Meld. St. 13, 2012–2013)" tells of a paper, not of a measure."""
    years = find_years(part)
    in_plan = not years or not values.plan_years or bool(set(years) & set(values.plan_years))
    return in_plan and is_time(part, values.vocabulary)


def _is_money(part: str, values: ValueReader) -> bool:
    folded = part.casefold()
    phrases = (word for basis in _PHRASES for word in values.vocabulary.list_of("amount", basis))
    said = any(len(word) > 1 and folded.startswith(word) for word in phrases)
    # "2012" is a year, whatever the plan's years are
    return said or (not find_years(part) and (values.budget(part)[0].amount or 0) >= _LEAST_SUM)
