"""Workbooks as a person reads them."""

import datetime as dt
import io
from typing import Any
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from tiltak.planfile import walk
from tiltak.reading import Limits, Problem, UnreadableDocument, read_document


def book(*sheets: list[list[Any]], hidden: tuple[int, ...] = (), merge: str | None = None) -> bytes:
    target = io.BytesIO()
    with Workbook(target, {"default_date_format": "dd.mm.yyyy"}) as made:
        for number, rows in enumerate(sheets):
            sheet = made.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if merge and number == 0:
                first = merge.split(":")[0]
                sheet.merge_range(merge, rows[int(first[1:]) - 1][ord(first[0]) - 65])
            if number in hidden:
                sheet.hide()
    return target.getvalue()


HEAD = ["Nr", "Satsing", "Tiltak", "Oppstart", "Ferdig", "Kostnad (mill. kr)", "Ansvarleg"]


def test_dates_units_and_sums() -> None:
    rows = [
        ["Handlingsplan 2026-2027"],
        ["Vedteken av kommunestyret 12.12.2025"],
        [],
        HEAD,
        [1, "Veg", "Byggja bru", dt.date(2026, 3, 1), dt.date(2027, 6, 1), 3.2, "Teknisk"],
        [2, "Veg", "Rydda skog", dt.date(2026, 5, 1), dt.date(2026, 8, 1), "innanfor ramma", "FK"],
        ["", "", "Sum", "", "", 3.2],
    ]
    plan = read_document(book(rows), "plan.xlsx")
    assert (plan.document.title, plan.document.years) == ("Handlingsplan 2026-2027", (2026, 2027))
    assert plan.document.status == "vedteke"
    found = [
        (r.number, r.text, r.time.years if r.time else (), r.budget and r.budget.amount)
        for r in walk.rows(plan)
    ]
    assert found == [
        ("1", "Byggja bru", (2026, 2027), 3_200_000),
        ("2", "Rydda skog", (2026,), None),
    ]
    assert [rest.reason for rest in plan.unplaced] == ["Sumrad"]
    assert next(walk.rows(plan)).reading.passages[0].cell == "C5"


def test_a_column_for_each_year() -> None:
    rows = [
        ["Tal i 1000 kr"],
        [],
        ["Område", "Tiltak", 2026, 2027],
        ["Veg", "Byggja bru", 250, 1200],
        ["Veg", "Rydda skog", "", ""],
    ]
    first, second = walk.rows(read_document(book(rows), "plan.xlsx"))
    assert first.budget is not None
    assert first.budget.per_year == {"2026": 250_000, "2027": 1_200_000}
    assert (first.budget.amount, first.time and first.time.years) == (1_450_000, (2026, 2027))
    assert (second.budget and second.budget.amount, second.time and second.time.years) == (None, ())


def test_hidden_sheets_are_no_part_of_the_plan() -> None:
    rows = [["Satsing", "Tiltak", "Tid"], ["Veg", "Byggja bru", 2026]]
    plan = read_document(book(rows, [["Løyndom"]], hidden=(1,)), "plan.xlsx")
    assert [(rest.text, rest.reason) for rest in plan.unplaced] == [("Løyndom", "Skjult ark")]


def test_a_list_that_says_its_levels() -> None:
    rows = [
        ["Nivå", "Nummer", "Tekst", "Satsing", "Tema"],
        ["Satsing", "1", "Veg", "Veg", ""],
        ["Delmål", "", "Alle skal fram", "Veg", ""],
        ["Tema", "1.1", "Bru", "Veg", "Bru"],
        ["Tiltak", "", "Byggja bru", "Veg", "Bru"],
        ["Deltiltak", "", "Teikna", "Veg", "Bru"],
        ["Deltiltak 2", "", "Måla opp", "Veg", "Bru"],
        ["Deltiltak", "", "Søkja pengar", "Veg", "Bru"],
    ]
    plan = read_document(book(rows), "plan.xlsx")
    (area,) = plan.focus_areas
    assert (area.title, [goal.text for goal in area.sub_goals]) == ("Veg", ["Alle skal fram"])
    (theme,) = area.sections
    (measure,) = theme.measures
    parts = [(c.text, [d.text for d in c.children]) for c in measure.children]
    assert parts == [("Teikna", ["Måla opp"]), ("Søkja pengar", [])]


def test_columns_beside_an_empty_one_keep_their_names() -> None:
    rows = [[None, None, None], [None, "Satsing", "Tiltak", "Tid"], [None, "Veg", "Bru", 2026]]
    (row,) = walk.rows(read_document(book(rows), "plan.xlsx"))
    assert {passage.cell for passage in row.reading.passages} == {"B3", "C3", "D3"}


def test_an_amount_over_several_rows() -> None:
    rows = [
        ["Satsing", "Tiltak", "Tid", "Budsjett"],
        ["Veg", "Bru", 2026, "90 000"],
        ["Veg", "Tunnel", 2026, ""],
        ["Veg", "Ferje", 2026, "10 000"],
    ]
    found = [r.budget for r in walk.rows(read_document(book(rows, merge="D2:D3"), "plan.xlsx"))]
    assert [(b.amount, b.cell_group) for b in found if b] == [
        (90_000, "c1"),
        (90_000, "c1"),
        (10_000, None),
    ]


def test_more_rows_than_the_limit() -> None:
    rows = [["Satsing", "Tiltak", "Tid"], *[["Veg", f"Bru {n}", 2026] for n in range(20)]]
    with pytest.raises(UnreadableDocument) as caught:
        read_document(book(rows), "plan.xlsx", limits=Limits(sheet_rows=10))
    assert caught.value.code is Problem.TOO_LARGE


def test_hidden_rows_and_columns_are_no_part_of_the_plan() -> None:
    target = io.BytesIO()
    rows = [
        ["Satsing", "Tiltak", "Notat", "Tid"],
        ["Veg", "Byggja bru", "Hemmeleg", 2026],
        ["Veg", "Gammalt tiltak", "", 2020],
        ["Veg", "Rydda skog", "", 2027],
    ]
    with Workbook(target) as made:
        sheet = made.add_worksheet("Plan")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})
    plan = read_document(target.getvalue(), "plan.xlsx")
    assert [row.text for row in walk.rows(plan)] == ["Byggja bru", "Rydda skog"]
    assert [(rest.text, rest.reason) for rest in plan.unplaced] == [
        ("Notat\nHemmeleg", "Skjult kolonne"),
        ("Veg\nGammalt tiltak\n2020", "Skjult rad"),
    ]


@pytest.mark.parametrize("merged", [True, False])
def test_the_title_above_a_column_that_was_hidden_is_the_title(*, merged: bool) -> None:
    target = io.BytesIO()
    with Workbook(target) as made:
        sheet = made.add_worksheet("Plan")
        for at, line in enumerate(("Vegplan 2026-2027", "Vedteken av kommunestyret 12.12.2025")):
            if merged:
                sheet.merge_range(at, 0, at, 3, line)
            else:
                sheet.write(at, 0, line)
        for at, row in enumerate(
            (["Løpenummer", "Satsing", "Tiltak", "Tid"], ["X7", "Veg", "Bru", 2026])
        ):
            sheet.write_row(at + 3, 0, row)
        sheet.write(6, 0, "Laga med mal 4")
        sheet.set_column("A:A", None, None, {"hidden": True})
    plan = read_document(target.getvalue(), "plan.xlsx")
    assert (plan.document.title, plan.document.body, plan.document.date) == (
        "Vegplan 2026-2027",
        "kommunestyret",
        "2025-12-12",
    )
    assert [row.text for row in walk.rows(plan)] == ["Bru"]
    hidden = [rest.text for rest in plan.unplaced if rest.reason == "Skjult kolonne"]
    assert hidden == ["Løpenummer\nX7\nLaga med mal 4"]


def test_a_merged_cell_is_seen_as_long_as_a_row_of_it_is() -> None:
    target = io.BytesIO()
    with Workbook(target) as made:
        sheet = made.add_worksheet("Plan")
        sheet.write_row(0, 0, ["Satsing", "Tiltak", "Tid"])
        sheet.merge_range(1, 0, 3, 0, "Veg")
        for at, name in enumerate(("Gammal bru", "Ny bru", "Tunnel"), 1):
            sheet.write_row(at, 1, [name, 2026])
        sheet.set_row(1, None, None, {"hidden": True})
    plan = read_document(target.getvalue(), "plan.xlsx")
    assert [(row.text, row.focus_area) for row in walk.rows(plan)] == [
        ("Ny bru", "Veg"),
        ("Tunnel", "Veg"),
    ]


def test_a_row_that_no_sheet_has_is_damage() -> None:
    made, changed = book([HEAD, [1, "Veg", "Byggja bru"]]), io.BytesIO()
    with ZipFile(io.BytesIO(made)) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for column in "ABCDEFG":
                    content = content.replace(
                        f'r="{column}2"'.encode(), f'r="{column}9999999"'.encode()
                    )
                content = content.replace(b'row r="2"', b'row r="9999999"')
            target.writestr(name, content)
    with pytest.raises(UnreadableDocument) as caught:
        read_document(changed.getvalue(), "plan.xlsx")
    assert caught.value.code is Problem.DAMAGED
