"""The council's table: its columns, rows, groups and sums."""

from msgspec.structs import replace

from tests.factories.papers import paper_of
from tests.factories.planfiles import (
    empty_plan,
    kroner,
    measure,
    plan_by_year,
    sample_plan,
    who,
)
from tiltak.planfile.model import Area, Column, Document, Plan, Row, Table
from tiltak.writing.cells import cell_lines, mark_of, numbered
from tiltak.writing.grid import GridLine, grid_of
from tiltak.writing.table import PaperTable, plan_total, tables_of


def lines_of(table: PaperTable, plan: Plan) -> list[list[str]]:
    """What a person sees, line by line; a cell over several rows in its first."""
    grid = grid_of(table, paper_of(plan), plan_total(plan))
    return [[_text(cell.lines) for cell in line.cells] for line in grid]


def _text(lines: tuple[str, ...]) -> str:
    return " / ".join(lines).replace("\u00a0", " ")


def test_rows_stand_as_in_the_document_with_a_sum_per_area() -> None:
    plan = sample_plan()
    (table,) = tables_of(paper_of(plan))
    assert lines_of(table, plan) == [
        ["Satsing", "Prosjekt/tiltak 2026", "Tid", "Budsjett", "Ansvar"],
        [
            "Arbeid og næring",
            "1) Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane",
            "2026",
            "60 000 kr",
            "Ytre Fjord regionråd (YFR)",
        ],
        [
            "2) Støtta marknadsføring av fjorden i vintersesongen",
            "2026-2027",
            "125 000 kr per år",
            "YFR/Nordvik kommune",
        ],
        [
            "3) Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg",
            "2026-2027",
            "1 140 000 kr",
            "YFR/fylkeskommunen/partnarane",
        ],
        ["Sum Arbeid og næring", "1 450 000 kr", ""],
        [
            "Gode bygder å bu i",
            "1) Delta på tre utdanningsmesser for studentar og laga felles materiell til messene",
            "2026",
            "75 000 kr",
            "YFR",
        ],
        ["2) Fortelja om folk som har flytta heim", "2026", "–", "YFR"],
        [
            "3) Gjennomføra eit prosjekt for fleire utleigebustader",
            "2026-2027",
            "90 000 kr",
            "YFR/prosjektleiar",
        ],
        # its amount is that of the row above: one cell, counted once
        ["4) Gje råd til huseigarar som vil leiga ut", "2026", "YFR"],
        ["Sum Gode bygder å bu i", "165 000 kr", ""],
        ["Samferdsle", "1) Arbeida for viktige samband", "2026", "–", "YFR"],
        ["Sum Samferdsle", "Planen oppgir ikkje beløp"],
        ["Sum i alt", "1 615 000 kr", ""],
    ]


def test_amounts_split_by_year_get_a_column_for_each_year_and_the_sums_agree() -> None:
    plan = plan_by_year()
    (table,) = tables_of(paper_of(plan))
    heads = [column.head for column in table.columns]
    assert heads == [
        "Satsing",
        "Prosjekt/tiltak",
        "Tid",
        "Budsjett 2026",
        "Budsjett 2027",
        "Sum",
        "Ansvar",
        "Partnarar",
    ]
    lines = lines_of(table, plan)
    assert lines[2][2:5] == ["125 000 kr", "125 000 kr", "250 000 kr"]
    assert lines[-1] == ["Sum i alt", "660 000 kr", "955 000 kr", "1 615 000 kr", ""]


def test_a_measure_with_money_and_no_row_stands_after_the_rows_of_its_area() -> None:
    loose = replace(
        measure("1.m9", "Kjøpa ein båt"), budget=kroner(500_000), responsible=who("YFR")
    )
    plan = sample_plan()
    first = replace(plan.focus_areas[0], measures=(loose,))
    plan = replace(plan, focus_areas=(first, *plan.focus_areas[1:]))
    (table,) = tables_of(paper_of(plan))
    lines = lines_of(table, plan)
    assert lines[4] == ["Kjøpa ein båt", "", "500 000 kr", "YFR"]
    assert lines[5] == ["Sum Arbeid og næring", "1 950 000 kr", ""]


def test_a_plan_without_a_table_gets_one_of_its_measures_numbered_by_area() -> None:
    bought = replace(measure("1.m1", "Kjøpa ein båt"), budget=kroner(500_000))
    plan = Plan(
        document=Document(title="Båtplan", years=(2026,), status="ukjend"),
        focus_areas=(Area(id="1", title="Båt", measures=(bought, measure("1.m2", "Segla"))),),
    )
    (table,) = tables_of(paper_of(plan))
    assert lines_of(table, plan) == [
        ["Satsing", "Prosjekt/tiltak", "Tid", "Budsjett", "Ansvar"],
        ["Båt", "1) Kjøpa ein båt", "", "500 000 kr", ""],
        ["Sum i alt", "500 000 kr", ""],
    ]


def test_nothing_to_tabulate_gives_no_table() -> None:
    assert tables_of(paper_of(empty_plan())) == []


def test_the_documents_own_columns_are_kept() -> None:
    row = Row(
        id="T.1",
        text="Byggja bru",
        number="7",
        state="Påbegynt",
        partners=who("Vegvesenet"),
        extra={"Resultatmål": "Ei bru"},
    )
    columns = (
        Column(name="Prioritet", role="number"),
        Column(name="Strekning og tiltak", role="measure"),
        Column(name="Kostnad", role="budget"),
        Column(name="Samarbeid", role="partners"),
        Column(name="Framdrift", role="state"),
        Column(name="Resultatmål", role="note"),
    )
    plan = Plan(
        document=Document(title="Vegplan", years=(2026,), status="ukjend"),
        tables=(Table(id="T", title="Vegar", rows=(row,), columns=columns),),
    )
    (table,) = tables_of(paper_of(plan))
    assert table.title == "Vegar"
    assert lines_of(table, plan)[:2] == [
        [
            "Prioritet",
            "Strekning og tiltak",
            "Tid",
            "Kostnad",
            "Ansvar",
            "Samarbeid",
            "Framdrift",
            "Resultatmål",
        ],
        ["7", "Byggja bru", "", "–", "", "Vegvesenet", "Påbegynt", "Ei bru"],
    ]


def test_an_area_that_comes_twice_has_its_sum_once_at_the_end() -> None:
    rows = tuple(
        Row(id=f"T.{i}", text=f"Rad {i}", focus_area=area, budget=kroner(100 * i))
        for i, area in enumerate(("A", "B", "A"), start=1)
    )
    plan = Plan(
        document=Document(title="Plan", years=(2026,), status="ukjend"),
        tables=(Table(id="T", rows=rows),),
    )
    (table,) = tables_of(paper_of(plan))
    grid: list[GridLine] = grid_of(table, paper_of(plan), None)
    sums = [
        _text(line.cells[0].lines) + " " + _text(line.cells[1].lines)
        for line in grid
        if line.kind == "sum"
    ]
    assert sums == ["Sum B 200 kr", "Sum A 400 kr"]


def test_two_budgets_of_a_row_stand_on_two_lines() -> None:
    funded = replace(kroner(50_000), funder="Fylket")
    row = Row(id="T.1", text="Rad", focus_area="A", budget=kroner(100_000), more_budgets=(funded,))
    plan = Plan(
        document=Document(title="Plan", years=(2026,), status="ukjend"),
        tables=(Table(id="T", rows=(row,)),),
    )
    paper = paper_of(plan)
    (table,) = tables_of(paper)
    column = next(column for column in table.columns if column.kind == "budget")
    (only,) = table.rows
    lines = [line.replace("\u00a0", " ") for line in cell_lines(only, column, paper.words)]
    assert lines == ["100 000 kr", "50 000 kr frå Fylket"]


def test_numbers_are_printed_as_councils_print_them() -> None:
    assert [numbered(n, "x") for n in ("1", "a", "2.1.4", "WOW3", None, "-", "o", "")] == [
        "1) x",
        "a) x",
        "2.1.4 x",
        "WOW3 x",
        "x",
        "x",
        "x",
        "x",
    ]
    assert mark_of("•") == ""
