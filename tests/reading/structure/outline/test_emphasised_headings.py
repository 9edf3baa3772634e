"""Headings of a typed text: underlined, or in capitals."""

import pytest

from tiltak.reading import read_document
from tiltak.reading.blocks import Look, TextBlock
from tiltak.reading.structure.outline.emphasised_headings import take_emphasised
from tiltak.reading.structure.outline.entry import Entry

CAPITALS = """Bygdeplan for Langli 2026–2029
Vedteken av grendelaget 3. februar 2026

BAKGRUNN

Langli har 300 innbyggjarar.

VEG OG TRAFIKK

- Byggja gangveg til butikken
- Setja opp fartsmålar

MØTEPLASSAR

- Pussa opp grendehuset
"""
UNDERLINED = """Bygdeplan for Langli 2026–2029
==============================
Vedteken av grendelaget 3. februar 2026

Bakgrunn
--------
Langli har 300 innbyggjarar.

Veg og trafikk
--------------
Her går mange til skulen kvar dag.

- Byggja gangveg til butikken
- Setja opp fartsmålar

Møteplassar
~~~~~~~~~~~

- Pussa opp grendehuset
"""


@pytest.mark.parametrize("text", [CAPITALS, UNDERLINED, UNDERLINED.replace("- ", "* ")])
def test_they_are_the_areas_of_the_lists_below(text: str) -> None:
    plan = read_document(text.encode(), "plan.txt")
    assert plan.document.title == "Bygdeplan for Langli 2026–2029"
    assert {
        area.title.capitalize(): [measure.text for measure in area.measures]
        for area in plan.focus_areas
    } == {
        "Veg og trafikk": ["Byggja gangveg til butikken", "Setja opp fartsmålar"],
        "Møteplassar": ["Pussa opp grendehuset"],
    }


def test_numbers_below_count_on_over_them() -> None:
    text = UNDERLINED.replace("- B", "1) B").replace("- S", "2) S").replace("- P", "3) P")
    plan = read_document(text.encode(), "plan.txt")
    assert [(area.title, [m.number for m in area.measures]) for area in plan.focus_areas] == [
        ("Veg og trafikk", ["1", "2"]),
        ("Møteplassar", ["3"]),
    ]


def test_one_line_in_capitals_is_no_heading() -> None:
    text = (
        "Handlingsplan for isen 2026–2028\n\n1 Is\nTiltak\n- Måla isen\n\nHUGS ISBRODDAR\n\nTakk.\n"
    )
    plan = read_document(text.encode(), "plan.txt")
    assert [area.title for area in plan.focus_areas] == ["Is"]


def test_measures_in_bold_type_are_no_headings() -> None:
    bold, plain = Look(bold=True, size=10.0), Look(size=10.0)
    lines = [
        ("Handlingsplan for isen 2026–2028", Look(bold=True, size=20.0)),
        ("Tiltak", Look(bold=True, size=14.0)),
        ("Måla isen på vatnet", bold),
        ("Ansvar: Isvakta", plain),
        ("Setja opp skilt ved båthamna", bold),
        ("Ansvar: Teknisk sjef", plain),
    ]
    entries = [Entry(TextBlock(text, (), gap=1, look=look)) for text, look in lines]
    take_emphasised(entries)
    assert [entry.kind for entry in entries] == ["text"] * len(lines)
