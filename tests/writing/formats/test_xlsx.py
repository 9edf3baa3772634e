"""The workbook: real numbers, texts that stay texts, sums that are both value and formula."""

import re
import time
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import python_calamine
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from tests.factories.large_plans import large_plan
from tests.factories.papers import STATE, paper_of, sample_statuses
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import empty_plan, measure, plan_by_year, sample_plan
from tiltak.planfile.model import Area, Plan
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.xlsx import write_xlsx

CPU_SECONDS = 1.5


def sheets(paper: PlanPaper) -> dict[str, list[list[Any]]]:
    """Name → rows, as a spreadsheet program shows them."""
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(write_xlsx(paper)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def xml(paper: PlanPaper, sheet: int = 1) -> str:
    with ZipFile(BytesIO(write_xlsx(paper))) as archive:
        return archive.read(f"xl/worksheets/sheet{sheet}.xml").decode()


def test_the_table_as_a_sheet() -> None:
    rows = sheets(paper_of())["Tabell"]
    assert rows[0] == [
        "Satsing",
        "Nr.",
        "Prosjekt/tiltak 2026",
        "Tid",
        "Budsjett",
        "I alt",
        "Ansvar",
    ]
    assert rows[1] == [
        "Arbeid og næring",
        "1",
        "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane",
        "2026",
        60_000,
        60_000,
        "Ytre Fjord regionråd (YFR)",
    ]
    assert rows[2][4:6] == ["125\u00a0000\u00a0kr per år", 250_000]
    # no amount is an empty cell, never 0; an amount for two rows is one cell
    assert [row[4] for row in rows[4:9]] == [75_000, "", 90_000, "", ""]
    assert [(row[0], row[5]) for row in rows[10:]] == [
        ("Sum Arbeid og næring", 1_450_000),
        ("Sum Gode bygder å bu i", 165_000),
        ("Sum Samferdsle", "Planen oppgir ikkje beløp"),
        ("Sum i alt", 1_615_000),
    ]


def test_sums_are_formulas_with_their_values() -> None:
    assert "<f>SUM($F$2:$F$4)</f><v>1450000</v>" in xml(paper_of())
    assert "<f>SUM($F$2:$F$9)</f><v>1615000</v>" in xml(paper_of())


def test_the_head_stays_in_sight_and_filters() -> None:
    written = xml(paper_of())
    assert '<pane ySplit="1"' in written
    assert '<autoFilter ref="A1:G9"/>' in written


def test_the_plan_as_a_list_with_statuses() -> None:
    rows = sheets(paper_of(statuses=sample_statuses()))["Plan"]
    assert rows[0] == [
        "Nivå",
        "Nummer",
        "Tekst",
        "Satsing",
        "Tema",
        "Rad i tabellen",
        "Framdrift",
        "Korleis det går",
        "Statusmelding",
        "Meldt av",
        "Meldt dato",
    ]
    levels = [(row[0], row[2]) for row in rows[11:17]]
    assert levels == [
        ("Prosjekt/tiltak", "Støtta marknadsføring av fjorden i vintersesongen."),
        ("Prosjekt/tiltak", "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:"),
        ("Deltiltak", "Kartleggja behovet hjå hotell, skular og pendlarar"),
        ("Deltiltak 2", "Intervju med ti verksemder"),
        ("Deltiltak 2", "Spørjeundersøking blant pendlarane"),
        ("Deltiltak", "Rekna ut kva ruta vil kosta i eit prøveår"),
    ]
    assert rows[12][5:] == [
        "Arbeid og næring 3",
        "sett på vent",
        "ikkje i rute",
        "Reiarlaget har trekt seg.",
        "Båtselskapet",
        sample_statuses()["1.2.m2"].said_on,
    ]


def test_the_file_says_what_it_is() -> None:
    rows = sheets(paper_of())["Om"]
    assert [row[0] for row in rows[:2]] == ["Handlingsplan 2026", STATE]
    about = {(row[0], row[1]): row[2] for row in rows[3:]}
    assert about["Fila", "Råd"] == "Ytre Fjord regionråd"
    assert about["Fila", "Adresse"] == "https://plan.ytrefjord.example/handlingsplan-2026"
    assert about["Fila", "Henta"] == "15. januar 2026"
    assert about["Fila", "Lisens"] == "NLOD 2.0, norsk lisens for offentlege data"


def test_the_file_was_made_at_a_moment_told_in_utc() -> None:
    at = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    with ZipFile(BytesIO(write_xlsx(paper_of(generated_at=at)))) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"<dcterms:(\w+)[^>]*>([^<]*)<", core) == [
        ("created", "2026-06-30T22:30:00Z"),
        ("modified", "2026-06-30T22:30:00Z"),
    ]


def test_years_are_columns_of_numbers() -> None:
    rows = sheets(paper_of(plan_by_year()))["Tabell"]
    assert rows[0][4:7] == ["Budsjett 2026", "Budsjett 2027", "Sum"]
    assert rows[3][4:7] == [400_000, 740_000, 1_140_000]
    assert rows[-1][6] == 1_615_000


def test_nothing_in_a_plan_becomes_a_formula_or_a_link() -> None:
    texts = ("=1+1", "+47 57", "@SUM(A1)", "-1", "https://example.org", '=HYPERLINK("x")')
    measures = tuple(measure(f"m{i}", text) for i, text in enumerate(texts))
    plan = replace(empty_plan(), focus_areas=(Area(id="1", title="A", measures=measures),))
    paper = paper_of(plan)
    assert [row[2] for row in sheets(paper)["Plan"][2:]] == list(texts)
    assert "<f>" not in xml(paper)
    assert "hyperlink" not in xml(paper)


def test_an_empty_plan_is_a_workbook_too() -> None:
    assert sheets(paper_of(empty_plan()))["Plan"] == [
        ["Nivå", "Nummer", "Tekst", "Satsing", "Tema"]
    ]


def test_two_thousand_measures_in_time() -> None:
    paper = paper_of(large_plan(2000))
    start = time.process_time()
    write_xlsx(paper)
    # twice the goal: the machine that runs the tests may be busy or slow
    assert time.process_time() - start < 2 * CPU_SECONDS


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_any_plan_can_be_written(plan: Plan) -> None:
    sheets(paper_of(plan))


def test_the_sample_has_one_workbook_part_for_each_sheet() -> None:
    assert list(sheets(paper_of(sample_plan()))) == ["Tabell", "Plan", "Om"]
