"""Items of lists that say their level themselves."""

import io
from typing import Any

import docx

from tests.reading.outline_text import outline_text
from tiltak.reading import read_document


def tree(*items: str) -> list[str]:
    """What is read of a list: items deeper in it begin with ">"."""
    made: Any = docx.Document()
    made.add_paragraph("Turplan for Dalen kommune 2026–2029", style="Title")
    made.add_paragraph("Friluftsliv", style="Heading 1")
    for item in items:
        style = "List Bullet 2" if item.startswith(">") else "List Bullet"
        made.add_paragraph(item.removeprefix(">"), style=style)
    target = io.BytesIO()
    made.save(target)
    lines = outline_text(read_document(target.getvalue(), "plan.docx")).splitlines()
    return [line.strip() for line in lines if line.startswith("  ")]


def test_goals_and_measures_in_one_list() -> None:
    assert tree(
        "Mål: Fleire skal gå tur",
        "Tiltak: Merka stiar. Ansvar: Turlaget",
        "Tiltak: Rydda skog",
    ) == [
        "goal: Fleire skal gå tur",
        "A1.m1 (body, None) Merka stiar. | Turlaget",
        "A1.m2 (body, None) Rydda skog",
    ]


def test_facts_and_parts_stand_below_their_measure() -> None:
    assert tree(
        "Tiltak 1: Merka stiar",
        ">Ansvar: Turlaget",
        ">Frist: 2026",
        "Tiltak 2: Rydda skog",
        ">Leiga maskin",
        ">Brenna kvist",
    ) == [
        "A1.m1 (body, 1) Merka stiar | 2026 → 2026 | Turlaget",
        "A1.m2 (body, 2) Rydda skog",
        "A1.m2.c1 (body, •) Leiga maskin",
        "A1.m2.c2 (body, •) Brenna kvist",
    ]


def test_a_goal_told_of_one_measure_is_neither_the_area_s_nor_a_part() -> None:
    expected = ["text: Mål: Ti stiar", "A1.m1 (body, {}) Merka stiar | Turlaget"]
    below = (">Mål: Ti stiar", ">Ansvar: Turlaget")
    assert tree("Merka stiar", *below)[:2] == [line.format("•") for line in expected]
    assert tree("Tiltak: Merka stiar", *below, "Tiltak: Rydda skog")[:2] == [
        line.format(None) for line in expected
    ]
