"""Sheets of a workbook that are not of the plan."""

import pytest

from tests.reading.structure.document.test_texts_at_top import Sheet, read

HEAD = ("Satsing", "Tiltak", "Ansvarleg", "Tid")
NEW = (HEAD, ("Stiar", "Merka stiar", "Turlaget", "2026"), ("Vatn", "Symjekurs", "Rektor", "2027"))
OLD = (HEAD, ("Stiar", "Byggja bru", "Turlaget", "2022"), ("Vatn", "Badestrand", "Rektor", "2023"))
TITLE = (("Turplan 2026–2029",), ())
MEASURES = ["Merka stiar", "Symjekurs"]


def measures(**sheets: Sheet) -> list[str]:
    return [m.text for area in read(**sheets).focus_areas for m in area.measures]


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("Arkiv", ()),
        ("Arkiverte tiltak", ()),
        ("Ferdig", (("Tiltak frå førre handlingsplan",), ())),
        ("Ferdig", (("Desse tiltaka er ferdige. Dei er ikkje med i planen.",), ())),
        ("Completed", (("Not part of this action plan.",), ())),
        ("Plan_2022-2025", ()),
        ("Gamal", (("Turplan 2022–2025",), ("Vedteken av kommunestyret 12.12.2021",), ())),
    ],
)
def test_an_archive_stands_aside(name: str, above: Sheet) -> None:
    plan = read(Plan=(*TITLE, *NEW), **{name: (*above, *OLD)})
    assert [m.text for area in plan.focus_areas for m in area.measures] == MEASURES
    old = [rest for rest in plan.unplaced if rest.passage.sheet == name.replace("_", " ")]
    assert {rest.reason for rest in old} == {"Frå ein eldre plan"}
    assert "Byggja bru" in "\n".join(rest.text for rest in old)


def test_the_plan_before_may_come_first() -> None:
    plan = read(
        Plan_1=(("Turplan 2022–2025",), ("Vedteken av rådet 1.2.2022",), (), *OLD),
        Plan_2=(("Turplan 2026–2029",), ("Vedteken av rådet 3.2.2026",), (), *NEW),
    )
    assert (plan.document.title, plan.document.date) == ("Turplan 2026–2029", "2026-02-03")
    assert [m.text for area in plan.focus_areas for m in area.measures] == MEASURES


@pytest.mark.parametrize(
    "line",
    [
        "Tiltak som ikkje er med i planen står i arket Arkiv.",
        "Tiltak vidareførte frå førre plan er merkte.",
        "Tala i arkfana Budsjett er ikkje del av planen.",
    ],
)
def test_a_line_about_another_sheet_or_what_goes_on_says_nothing_of_this_one(line: str) -> None:
    assert measures(Plan=(*TITLE, (line,), (), *NEW), Meir=(HEAD, ("Stiar", "Bru", "", ""))) == [
        "Merka stiar",
        "Bru",
        "Symjekurs",
    ]


def test_a_sheet_for_each_year_of_the_plan_stays() -> None:
    assert measures(
        Ein=(("Turplan 2026–2029: handlingsplan 2026",), (), *NEW),
        To=(("Turplan 2026–2029: handlingsplan 2027",), (), *OLD),
    ) == ["Merka stiar", "Byggja bru", "Symjekurs", "Badestrand"]


def test_a_workbook_of_nothing_but_an_archive_is_read() -> None:
    assert measures(Arkiv=OLD, Rettleiing=(("Om arbeidsboka",),)) == ["Byggja bru", "Badestrand"]


def test_what_was_said_of_the_draft_holds_no_measures() -> None:
    said = (
        ("Innspill", "Fra", "Vurdering"),
        ("Planen bør ha mer om lys langs løypene", "Idrettsrådet", "Tas inn ved neste rullering"),
        ("Flere benker ved vannet", "Eldrerådet", "Tas til etterretning"),
    )
    assert measures(Plan=(*TITLE, *NEW), Innspill=said) == MEASURES


def test_a_log_of_changes_holds_no_measures() -> None:
    log = (
        ("Dato", "Hvem", "Endring"),
        ("2026-02-01", "Kari", "La inn ny frist for det første tiltaket"),
        ("2026-03-01", "Ola", "Oppdaterte status for alle tiltakene"),
    )
    assert measures(Plan=(*TITLE, *NEW), Logg=log) == MEASURES
