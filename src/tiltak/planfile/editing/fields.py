"""What can be corrected: for each field, how a plain value becomes the plan's."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.model import Budget, Parties, PlanStatus, Time
from tiltak.planfile.storable import is_storable

LARGEST_YEAR = 9999
# the value that is set, of the subject and a plain value, by the names of the model
Field = Callable[[Any, Any], dict[str, Any]]
Fields = Mapping[str, Field]


def _converted(value: Any, shape: Any) -> Any:
    """The value in that shape. Raises ImpossibleEdit, also for what no database keeps."""
    try:
        typed = msgspec.convert(value, shape)
        plain = msgspec.json.decode(msgspec.json.encode(typed))
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise ImpossibleEdit(Obstacle.IMPOSSIBLE_VALUE, str(error)) from error
    if not is_storable(plain):
        raise ImpossibleEdit(Obstacle.IMPOSSIBLE_VALUE, str(plain))
    return typed


def words(value: Any) -> str:
    """A text that says something."""
    text: str = _converted(value, str).strip()
    if not text:
        raise ImpossibleEdit(Obstacle.IMPOSSIBLE_VALUE, "")
    return text


def _line(value: Any) -> str | None:
    """A text, or None where it says nothing."""
    text = _converted(value, str | None)
    return (text or "").strip() or None


def _years(value: Any) -> tuple[int, ...]:
    years = sorted(set(_converted(value, tuple[int, ...])))
    if years and not 1 <= years[0] <= years[-1] <= LARGEST_YEAR:
        raise ImpossibleEdit(Obstacle.IMPOSSIBLE_VALUE, str(value))
    return tuple(years)


def _date(value: Any) -> str | None:
    text = _line(value)
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise ImpossibleEdit(Obstacle.IMPOSSIBLE_VALUE, str(error)) from error


def _time(value: Any) -> Time | None:
    time = _converted(value, Time | None)
    if time is None:
        return None
    time = replace(time, years=_years(time.years), end_date=_line(time.end_date))
    return None if time == Time() else time


def _budgets(_owner: Any, value: Any) -> dict[str, Any]:
    lines = [b for b in _converted(value or (), tuple[Budget, ...]) if b != Budget()]
    return {"budget": lines[0] if lines else None, "more_budgets": tuple(lines[1:])}


def _parties(name: str) -> Field:
    """Names alone leave what was written as it is; no names at all take it away too."""

    def field(owner: Any, value: Any) -> dict[str, Any]:
        parties = _converted(value, Parties | tuple[str, ...] | None)
        if isinstance(parties, tuple):
            names = _names(parties)
            parties = replace(getattr(owner, name) or Parties(), parties=names) if names else None
        elif parties is not None:
            parties = replace(parties, parties=_names(parties.parties))
        return {name: None if parties == Parties() else parties}

    return field


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.strip() for one in given if one.strip())


def _plain(name: str, reads: Callable[[Any], Any]) -> Field:
    return lambda _subject, value: {name: reads(value)}


ELEMENT_FIELDS: Fields = {"number": _plain("number", _line)}
MEASURE_FIELDS: Fields = {
    **ELEMENT_FIELDS,
    "time": _plain("time", _time),
    "budgets": _budgets,
    "responsible": _parties("responsible"),
    "partners": _parties("partners"),
    "state": _plain("state", _line),
}
ROW_FIELDS: Fields = {
    **MEASURE_FIELDS,
    "text": _plain("text", words),
    "focus_area": _plain("focus_area", _line),
}
DOCUMENT_FIELDS: Fields = {
    "title": _plain("title", words),
    "years": _plain("years", _years),
    "status": _plain("status", lambda value: _converted(value, PlanStatus)),
    "body": _plain("body", _line),
    "date": _plain("date", _date),
    "case_number": _plain("case_number", _line),
}
