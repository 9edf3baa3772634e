"""Timelines: times to the left, and to the right what is done then."""

import io
from typing import Any

import docx
import pytest

from tests.reading.accounts import accounted_for
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

Rows = list[tuple[str, list[str]]]

# By language: the area, its goal and the rows.
PLANS: dict[str, tuple[str, str, Rows]] = {
    "nn": (
        "Satsingsområde: Veg",
        "Mål: Alle skal koma fram",
        [
            (
                "2027",
                [
                    "Byggja gangveg til skulen",
                    "Ansvarleg: Teknisk etat | Kostnad: 40 000 kr",
                    "Setja opp lys ved kaia",
                    "Ansvarleg: Hamnestyret | Kostnad: 9 000 kr",
                ],
            ),
            ("2028", ["Rydda kratt i kryss", "Ansvarleg: Grendelaget | Kostnad: 2 000 kr"]),
        ],
    ),
    "nb": (
        "Innsatsområde: Veg",
        "Mål: Alle skal komme fram",
        [
            ("1. halvår 2027", ["Bygge gangvei", "Ansvar: Teknisk", "Kostnad: 40 000 kr"]),
            ("", ["Sette opp lys", "Ansvar: Havnestyret", "Kostnad: 9 000 kr"]),
            ("2. halvår 2028", ["Rydde kratt", "Ansvar: Velforeningen", "Kostnad: 2 000 kr"]),
        ],
    ),
    "sv": (
        "Fokusområde: Vägar",
        "Mål: Alla ska komma fram",
        [
            ("Kvartal 1 2027", ["Bygga gångväg", "Ansvarig: Tekniska · Kostnad: 40 000 kr"]),
            (
                "Kvartal 3 2027",
                ["Sätta upp lampor", "Det är mörkt.", "Ansvarig: Hamnen · Kostnad: 9 000 kr"],
            ),
            ("Kvartal 1 2028", ["Röja sly", "Ansvarig: Byalaget · Kostnad: 2 000 kr"]),
        ],
    ),
    "da": (
        "Fokusområde: Veje",
        "Mål: Alle kan komme frem",
        [
            ("Forår 2027", ["Bygge cykelsti", "Ansvarlig: Vejchefen. Økonomi: 40.000 kr."]),
            ("Efterår 2027", ["Opsætte lys", "Ansvarlig: Havnen. Økonomi: 9.000 kr."]),
            ("Forår 2028", ["Rydde krat", "Ansvarlig: Landsbyen. Økonomi: 2.000 kr."]),
        ],
    ),
    "en": (
        "Theme: Roads",
        "Objective: Everyone gets there",
        [
            ("March 2027", ["Build a footway", "Lead: Highways | Cost: £40,000"]),
            ("October 2027", ["Put up lamps", "Lead: Harbour | Cost: £9,000"]),
            ("June 2028", ["Clear the verges", "Lead: Parish | Cost: £2,000"]),
        ],
    ),
}


def read(lines: list[str], rows: Rows) -> Plan:
    made: Any = docx.Document()
    made.add_paragraph("Plan 2027–2028", style="Title")
    made.add_heading(lines[0], 1)
    for line in lines[1:]:
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=2)
    for time, texts in rows:
        left, right = table.add_row().cells
        left.text, right.text = time, texts[0]
        for text in texts[1:]:
            right.add_paragraph(text)
    target = io.BytesIO()
    made.save(target)
    plan = read_document(target.getvalue(), "plan.docx")
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())
    return plan


def measures(plan: Plan) -> list[tuple[str, tuple[int, ...], tuple[str, ...], int | None]]:
    return [
        (
            one.text,
            one.time.years if one.time else (),
            one.responsible.parties if one.responsible else (),
            one.budget.amount if one.budget else None,
        )
        for area in plan.focus_areas
        for one in area.measures
    ]


@pytest.mark.parametrize("language", list(PLANS))
def test_each_measure_beside_a_time_has_it_and_the_facts_below(language: str) -> None:
    area, goal, rows = PLANS[language]
    plan = read([area, goal], rows)
    (only,) = plan.focus_areas
    assert (only.title, [one.text for one in only.sub_goals]) == (
        area.partition(": ")[2],
        [goal.partition(": ")[2]],
    )
    found = measures(plan)
    assert [amount for *_, amount in found] == [40_000, 9_000, 2_000]
    assert [years for _, years, _, _ in found] == [(2027,), (2027,), (2028,)]
    assert [text for text, *_ in found] == [
        text for _, texts in rows for text in texts if ":" not in text and not text.endswith(".")
    ]
    assert all(len(parties) == 1 for _, _, parties, _ in found)
    assert all(
        one.reading is not None
        and one.reading.reason == "Teksten står ved sida av ei tid i ei tidslinje."
        for one in only.measures
    )


def test_the_times_say_nothing_where_the_facts_have_one_themselves() -> None:
    rows = [
        ("2027", ["Byggja gangveg", "Ansvar: Teknisk | Frist: 1. juni 2027"]),
        ("2028", ["Rydda kratt", "Ansvar: Grendelaget | Frist: hausten 2029"]),
    ]
    plan = read(["Satsingsområde: Veg"], rows)
    assert [years for _, years, _, _ in measures(plan)] == [(2027,), (2029,)]


def test_without_facts_the_line_above_says_that_measures_follow() -> None:
    rows = [("2027", ["Byggja gangveg", "Rydda kratt"]), ("2028", ["Setja opp lys"])]
    plan = read(["Satsingsområde: Veg", "Mål: Alle skal koma fram"], rows)
    assert measures(plan) == [
        ("Byggja gangveg", (2027,), (), None),
        ("Rydda kratt", (2027,), (), None),
        ("Setja opp lys", (2028,), (), None),
    ]


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("nn", ("Når", "Kva")),
        ("nb", ("Tidsrom", "Tiltak")),
        ("sv", ("När", "Vad händer?")),
        ("da", ("Hvornår", "Hvad sker der?")),
        ("en", ("When", "Actions")),
    ],
)
def test_the_columns_may_have_names(language: str, heads: tuple[str, str]) -> None:
    area, goal, rows = PLANS[language]
    named = read([area, goal], [(heads[0], [heads[1]]), *rows])
    assert measures(named) == measures(read([area, goal], rows))


def test_how_a_plan_came_about_is_no_measure_of_it() -> None:
    rows = [
        ("Mars 2026", ["Oppstart i formannskapet"]),
        ("Juni 2026", ["Høyring"]),
        ("Oktober 2026", ["Vedtak i kommunestyret"]),
    ]
    texts = ["Arbeidet med planen", "Slik vart planen laga.", "Tiltak: Byggja gangveg"]
    assert [text for text, *_ in measures(read([*texts, "Prosessen:"], rows))] == ["Byggja gangveg"]
