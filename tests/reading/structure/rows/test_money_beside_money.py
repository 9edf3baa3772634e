"""Rows with a column for each year, each kind of money, each end of the time, or who pays."""

import io
from collections.abc import Sequence

import docx
import pytest

from tiltak.planfile.model import Row
from tiltak.reading import read_document

MEASURES = ("Byggja gangveg frå skulen", "Merka stiane kring vatnet", "Rydda utsikta langs vegen")


def rows(heads: Sequence[str], *cells: Sequence[str]) -> tuple[Row, ...]:
    """The rows of a Word table of three measures; `cells` are those behind the measure."""
    document = docx.Document()
    document.add_heading("Handlingsplan for Dalen 2025-2028", 0)
    document.add_heading("1 Samferdsle", 1)
    table = document.add_table(rows=1, cols=len(heads) + 2)
    for cell, head in zip(table.rows[0].cells, ("Tiltak", "Ansvar", *heads), strict=True):
        cell.text = head
    for measure, texts in zip(MEASURES, cells, strict=True):
        for cell, text in zip(table.add_row().cells, (measure, "Rektor", *texts), strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    (read,) = read_document(file.getvalue(), "plan.docx").tables
    return read.rows


def test_words_in_the_columns_of_years() -> None:
    found = rows(
        ("2025", "2026", "2027"),
        ("100 000", "kr 200 000", ""),
        ("Innanfor ramma", "Innanfor ramma", "-"),
        ("inntil 50 000", "", "x"),
    )
    told = [
        (one.budget.amount, one.budget.max, one.budget.basis, one.time.years)
        for one in found
        if one.budget and one.time
    ]
    assert told == [
        (300_000, None, "amount", (2025, 2026)),
        (None, None, "within_frame", (2025, 2026)),
        (None, 50_000, "band", (2025, 2027)),
    ]


@pytest.mark.parametrize(
    "heads", [("Drift", "Investering"), ("Eigne midlar", "Eksterne midlar"), ("Egne", "Eksterne")]
)
def test_kinds_of_money_add_up_where_some_are_not_said(heads: tuple[str, str]) -> None:
    found = rows(heads, ("100 000", "50 000"), ("100 000", "-"), ("", "1 mill. kr"))
    amounts = [one.budget.amount if one.budget else None for one in found]
    assert amounts == [150_000, 100_000, 1_000_000]


def test_the_column_of_who_pays_tells_the_amount_where_its_own_is_empty() -> None:
    found = rows(
        ("Kostnad", "Finansiering"),
        ("50 000 kr", "Fylket 30 000, kommunane 20 000"),
        ("", "400 000 frå staten"),
        ("-", "2 av 3 kommunar"),
    )
    told = [(one.budget.amount, one.budget.basis) for one in found if one.budget]
    assert told == [(50_000, "amount"), (400_000, "amount"), (None, "none")]


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("jan. 25", "des. 26"), ("1/8-25", "30/6-26"), ("H25", "V26"), ("01.01.25", "31.12.26")],
)
def test_start_and_end_with_short_years(begins: str, ends: str) -> None:
    found = rows(
        ("Start", "Slutt", "Kostnad"),
        (begins, ends, "10 000"),
        ("2025", "2027", "kr 20 000"),
        ("2026", "", "5 000"),
    )
    assert [one.time.years if one.time else None for one in found] == [
        (2025, 2026),
        (2025, 2026, 2027),
        (2026,),
    ]
