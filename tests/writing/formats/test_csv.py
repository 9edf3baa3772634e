"""CSV and its dictionary."""

import csv
from io import StringIO

from hypothesis import given
from msgspec.structs import replace

from tests.factories.papers import paper_of, sample_statuses
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import empty_plan, measure
from tiltak.planfile.model import Area, Plan
from tiltak.writing.formats.csv import write_csv, write_csv_dictionary
from tiltak.writing.records import FIELD_NAMES, records_of


def read(raw: bytes) -> list[list[str]]:
    """The lines as another program reads them."""
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_it_opens_in_a_norwegian_spreadsheet() -> None:
    raw = write_csv(paper_of())
    assert raw.startswith("\ufeffkind;id;parent;".encode())
    assert b"\r\n" in raw


def test_numbers_dates_and_gaps() -> None:
    lines = read(write_csv(paper_of(statuses=sample_statuses())))
    by_id = {line[1]: dict(zip(lines[0], line, strict=True)) for line in lines[1:]}
    row = by_id["T.1.2"]
    assert (row["amount"], row["total"], row["first_year"]) == ("125000", "250000", "2026")
    assert by_id["T.2.2"]["amount"] == ""
    assert by_id["1.2.m2"]["status_date"] == "2025-11-01"


def test_a_text_cannot_become_a_formula() -> None:
    plan = replace(
        empty_plan(), focus_areas=(Area(id="1", title="A", measures=(measure("m", "=1+1"),)),)
    )
    assert read(write_csv(paper_of(plan)))[2][5] == "'=1+1"


def test_the_dictionary_has_a_line_for_every_column() -> None:
    lines = read(write_csv_dictionary(paper_of()))
    assert lines[0] == ["Kolonne", "Type", "Eining", "Kva det er"]
    assert tuple(line[0] for line in lines[1:]) == FIELD_NAMES


@given(plans)
def test_any_plan_has_one_line_for_each_record(plan: Plan) -> None:
    paper = paper_of(plan)
    lines = read(write_csv(paper))
    assert len(lines) == 1 + len(list(records_of(paper)))
    assert {len(line) for line in lines} == {len(FIELD_NAMES)}
