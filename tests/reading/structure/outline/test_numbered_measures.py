"""Measures that say with a word and a number what they are, below headings of areas."""

import io
from typing import Any

import docx
import pytest

from tests.reading.structure.outline.test_titles_below import set_line
from tiltak.reading import read_document

NAMES = ["Levande sentrum", "Energi og vatn"]
MEASURES = ["Laga ein plan for det nye torget", "Byggja ei ny bru over elva", "Halda kurs"]


@pytest.mark.parametrize(
    "below", ["Ansvar: Kommunen. Frist: 2027.", "Folk har bede om det i fleire år."]
)
@pytest.mark.parametrize("look", ["bold", "plain"])
@pytest.mark.parametrize("way", ["{} {}.{}: {}", "{} {}:{} {}", "{} {}.{} – {}", "{} {}.{} {}"])
@pytest.mark.parametrize(
    ("goals", "word"),
    [
        ("Mål", "Uppdrag"),
        ("Mål", "Oppdrag"),
        ("Mål", "Opgave"),
        ("Mål", "Åtagande"),
        ("Mål", "Tiltak"),
        ("Mål", "Insats"),
        ("Mål", "Indsats"),
        ("Objectives", "Task"),
        ("Objectives", "Commitment"),
        ("Objectives", "Action"),
    ],
)
def test_word_and_number_name_a_measure(
    goals: str, word: str, way: str, look: str, below: str
) -> None:
    paper: Any = docx.Document()
    paper.add_paragraph("Handlingsplan 2026–2029", style="Title")
    for at, name in enumerate(NAMES, start=1):
        paper.add_heading(f"{at}. {name}", 1)
        paper.add_paragraph(goals)
        paper.add_paragraph(f"{name} skal bli betre.", style="List Bullet")
        for count, measure in enumerate(MEASURES, start=1):
            set_line(paper, way.format(word, at, count, measure), look)
            paper.add_paragraph(below)
    target = io.BytesIO()
    paper.save(target)
    plan = read_document(target.getvalue(), "plan.docx")
    assert [
        (area.title, len(area.sub_goals), [one.text for one in area.measures])
        for area in plan.focus_areas
    ] == [(name, 1, MEASURES) for name in NAMES]


def test_the_last_coded_measure_above_a_heading_is_no_heading() -> None:
    text = """Handlingsprogram 2026–2027

Fokusområde 1: Transport

Tiltak

T1 Laga ein felles plan for knutepunkt

T2 Skipa bildeling i sentra:
- Kjøpa seks elbilar
- Leiga faste plassar

T3 Prøva bestillingsbuss i helgane

Fokusområde 2: Arbeid

Tiltak

T4 Halda stand på karrieredagane

T5 Driva nettsida med alle ledige stillingar

Økonomi
Kommunane deler kostnadene likt.
"""
    plan = read_document(text.encode(), "plan.txt")
    assert [
        (area.title, [(m.number, m.text, len(m.children)) for m in area.measures])
        for area in plan.focus_areas
    ] == [
        (
            "Transport",
            [
                ("T1", "Laga ein felles plan for knutepunkt", 0),
                ("T2", "Skipa bildeling i sentra:", 2),
                ("T3", "Prøva bestillingsbuss i helgane", 0),
            ],
        ),
        (
            "Arbeid",
            [
                ("T4", "Halda stand på karrieredagane", 0),
                ("T5", "Driva nettsida med alle ledige stillingar", 0),
            ],
        ),
    ]
