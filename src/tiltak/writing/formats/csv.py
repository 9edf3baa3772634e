"""A plan as CSV, and its data dictionary.

UTF-8 with a byte order mark and semicolons: that is what Excel opens rightly by a double
click on a Norwegian machine, and every statistics program can be told. Lines end in CRLF and
quotes are doubled (RFC 4180). Numbers are bare digits, dates ISO 8601, field names English and
the same in all languages.
"""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from tiltak.writing.data_dictionary import data_dictionary
from tiltak.writing.document import PlanPaper
from tiltak.writing.records import FIELD_NAMES, Value, records_of

# a spreadsheet takes a text with one of these in front for a formula
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(paper: PlanPaper) -> bytes:
    """Every element, row and budget line as one line."""
    return _csv(FIELD_NAMES, (record.values() for record in records_of(paper)))


def write_csv_dictionary(paper: PlanPaper) -> bytes:
    """What the columns of `write_csv` are, in the paper's language."""
    _ = paper.words.gettext
    heads = (_("Kolonne"), _("Type"), _("Eining"), _("Kva det er"))
    fields = data_dictionary(paper.words)
    return _csv(heads, ([f.name, f.type, f.unit, f.meaning] for f in fields))


def _csv(heads: Iterable[str], lines: Iterable[Iterable[Value]]) -> bytes:
    target = StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in line] for line in lines)
    return target.getvalue().encode("utf-8-sig", errors="replace")


def _cell(value: Value) -> str | int:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return f"'{value}" if value.startswith(FORMULA_STARTS) else value
        case _:
            return value
