"""Whether stacked heads can be those of a table, cells have the form their column asks for, and what
rows are to be doubted."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tiltak.reading.formats.text.column_cells import TIMES, is_money
from tiltak.reading.formats.text.joined_cells import Text
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

FORMED = (*TIMES, "budget", "number")
_LEAST_HEADS = 3
_EMPTY = ("-", "–", "—")
_NO_NUMBER = re.compile(r"(?:19|20)\d\d|\W+")
_LEAST_FILLED = 0.6
_MOST_LINES = 8


def has_form(text: str, role: str, vocabulary: Vocabulary) -> bool:
    """Whether a text can be the cell of a column: a time, money, a number, words."""
    if role in TIMES:
        return text in _EMPTY or is_time(text, vocabulary)
    if role == "budget":
        return text.isdigit() or is_money(text, vocabulary)
    if role == "number":
        return len(text) <= len("12.34.56") and not _NO_NUMBER.fullmatch(text)
    return role != "measure" or any(map(str.isalpha, text))


def may_be_table(names: Sequence[str], roles: Sequence[str | None]) -> bool:
    """Whether heads are those of a table: measures, known values, no role twice but years'."""
    years = [name for name in names if name.isdigit()]
    known = [role for role in roles if role not in (None, "note")]
    if len(known) < _LEAST_HEADS or "measure" not in known:
        return False
    return len(set(known)) + max(len(years) - 1, 0) >= len(known) and bool(set(known) & set(FORMED))


def is_heading(text: str, above: Iterable[str]) -> bool:
    """Whether a numbered text is the next heading: "5 Veg" where "4 Skule" stands above the
    table. An amount close to the next cell looks the same: "3.2 Starta"."""
    number = read_number(text)
    if number is None or number.closed or not number.rest[:1].isupper():
        return False
    if number.kind != "decimal":
        return True
    others = (read_number(line) for line in above)
    return any(
        other is not None and other.kind == "decimal" and other.rest[:1].isupper()
        for other in others
    )


def is_doubtful(rows: Sequence[Mapping[int, Text]], roles: Sequence[str | None]) -> bool:
    """Whether rows lack their measure or much else, or hold what can be no measure."""
    main = roles.index("measure")
    measures = [row[main] for row in rows if main in row]
    if len(measures) < len(rows) or sum(map(len, rows)) < _LEAST_FILLED * len(rows) * len(roles):
        return True
    return any(
        not any(map(str.isalpha, text.whole)) or len(text.lines) > _MOST_LINES for text in measures
    )
