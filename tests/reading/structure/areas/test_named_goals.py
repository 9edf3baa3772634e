"""Goals in a chapter of their own that name their area, which the table or headings below have."""

import io
from typing import Any

import docx
import pytest

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

# By language: heading, line above the list, heads of the table, heading of the table.
WORDS = {
    "nn": ("Mål", "Planen har to område med kvart sitt mål:", "Satsingsområde", "Tiltak", "Ansvar"),
    "nb": ("Mål", "Planen har to områder med hvert sitt mål:", "Innsatsområde", "Tiltak", "Ansvar"),
    "sv": ("Mål", "Planen har två områden med var sitt mål:", "Fokusområde", "Åtgärd", "Ansvarig"),
    "da": ("Mål", "Planen har to områder med hver sit mål:", "Fokusområde", "Indsats", "Ansvarlig"),
    "en": ("Goals", "The plan has two themes with one goal each:", "Theme", "Action", "Lead"),
}
GOALS = {"Bustad": "Alle skal ha ein stad å bu", "Veg og ferdsel": "Ingen skal døy i trafikken"}
ROWS = [
    ("Bustad", "Kjøpa åtte husvære i sentrum", "Eigedom"),
    ("Bustad", "Rettleia unge om lån", "NAV"),
    ("Veg og ferdsel", "Byggja gangveg til skulen", "Teknisk"),
]
EXPECTED = [
    (
        "Bustad",
        ["Alle skal ha ein stad å bu"],
        ["Kjøpa åtte husvære i sentrum", "Rettleia unge om lån"],
    ),
    ("Veg og ferdsel", ["Ingen skal døy i trafikken"], ["Byggja gangveg til skulen"]),
]


def read(language: str, *, style: str, sign: str = ": ", with_table: bool = True) -> Plan:
    """A plan of a chapter of goals, each with the name of its area, and the measures below."""
    heading, line, area, measure, who = WORDS[language]
    made: Any = docx.Document()
    made.add_paragraph("Plan 2027–2028", style="Title")
    made.add_heading(heading, 1)
    made.add_paragraph(line)
    for name, goal in GOALS.items():
        made.add_paragraph(f"{name}{sign}{goal}", style=style)
    if with_table:
        table = made.add_table(rows=1, cols=3)
        for row in [(area, measure, who), *ROWS]:
            cells = table.rows[0].cells if row[0] == area else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    else:
        for name in GOALS:
            made.add_heading(name, 1)
            made.add_paragraph(measure)
            for _, text, _ in (row for row in ROWS if row[0] == name):
                made.add_paragraph(text, style="List Bullet")
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def tree(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            area.title,
            [goal.text for goal in area.sub_goals],
            [measure.text for measure in area.measures],
        )
        for area in plan.focus_areas
    ]


@pytest.mark.parametrize("with_table", [True, False])
@pytest.mark.parametrize("style", ["List Bullet", "List Number", "Normal"])
@pytest.mark.parametrize("language", list(WORDS))
def test_a_goal_goes_to_the_area_it_names(language: str, style: str, *, with_table: bool) -> None:
    assert tree(read(language, style=style, with_table=with_table)) == EXPECTED


@pytest.mark.parametrize("sign", [" – ", " - "])
def test_a_dash_stands_for_the_colon(sign: str) -> None:
    assert tree(read("nn", style="List Bullet", sign=sign)) == EXPECTED


def test_a_text_has_no_marks_and_lists_set_further_in() -> None:
    goals = "".join(f"  {name}: {goal}\n" for name, goal in GOALS.items())
    rows = "".join(f"{area:<20}{text:<40}{who}\n" for area, text, who in ROWS)
    text = (
        "Plan 2027–2028\nVedteken 1. mars 2026\n\nMål\nPlanen har to område med kvart sitt mål:\n"
        f"{goals}\nTiltak i perioden\n\n{'Satsingsområde':<20}{'Tiltak':<40}Ansvar\n{rows}"
    )
    assert tree(read_document(text.encode(), "plan.txt")) == EXPECTED
