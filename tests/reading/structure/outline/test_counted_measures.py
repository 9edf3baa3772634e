"""Measures that no word announces, counted on from the numbers of their headings."""

import pytest

from tiltak.planfile.model import Measure
from tiltak.reading import read_document

TOP = "Handlingsplan 2026–2029\nVedteken av Åsen regionråd 3. desember 2025\n\n"
THREE_DEEP = """1 Levande bygder
Mål: Folketalet skal vera stabilt.

1.1 Bustad
Strategi: Bygga sosialt før ein byggjer dyrt

1.1.1 Laga felles bustadportal
1.1.2 Setja i stand ti fråflytte hus
1.1.3 Halda ein bustadkonferanse

1.2 Ungdom

1.2.1 Skipa regionalt ungdomsråd

2 Verdiskaping
Mål:
- Meir tømmer skal bli i dalen.
- Reiselivet skal tola å veksa.

2.1 Skog
Strategi: Stå saman

2.1.1 Kjøpa ein mobil sag som skal ha:
      a) hengjar
      b) motor
2.1.2 Byggja to hus i massivtre
"""


def measures(text: str) -> dict[str, list[str]]:
    """Heading → the numbers of its measures with their parts."""
    plan = read_document(f"{TOP}{text}".encode(), "plan.txt")
    return {
        section.title: [_told(one) for one in section.measures]
        for area in plan.focus_areas
        for section in (area, *area.sections)
    }


def _told(measure: Measure) -> str:
    parts = "".join(f" {part.number}:{part.text}" for part in measure.children)
    return f"{measure.number} {measure.text.split()[0]}{parts}"


def test_below_themes_with_strategies_and_without() -> None:
    assert measures(THREE_DEEP) == {
        "Levande bygder": [],
        "Bustad": ["1.1.1 Laga", "1.1.2 Setja", "1.1.3 Halda"],
        "Ungdom": ["1.2.1 Skipa"],
        "Verdiskaping": [],
        "Skog": ["2.1.1 Kjøpa a:hengjar b:motor", "2.1.2 Byggja"],
    }


def test_right_below_the_goals_of_an_area() -> None:
    text = (
        "1 Bustad\nMål: Alle skal ha ein bustad.\n\n1.1 Laga bustadportal\n1.2 Byggja ti hus\n\n"
        "2 Skog\nMål:\n- Meir tømmer skal bli i dalen.\n- Skogen skal veksa.\n\n"
        "2.1 Kjøpa ei sag\n2.2 Byggja i massivtre\n"
    )
    assert measures(text) == {
        "Bustad": ["1.1 Laga", "1.2 Byggja"],
        "Skog": ["2.1 Kjøpa", "2.2 Byggja"],
    }


def test_numbers_right_below_the_word_for_goals_are_goals() -> None:
    text = (
        "1 Bustad\nMål\n1.1 Alle skal ha ein bustad\n1.2 Ungdom skal få lån\n1.3 Leiga skal ned\n"
        "\nTiltak\n- Laga bustadportal\n- Byggja ti hus\n"
    )
    plan = read_document(f"{TOP}{text}".encode(), "plan.txt")
    (area,) = plan.focus_areas
    assert [goal.number for goal in area.sub_goals] == ["1.1", "1.2", "1.3"]
    assert [one.text for one in area.measures] == ["Laga bustadportal", "Byggja ti hus"]


INTRODUCTION = """1 Om planen
1.1 Bakgrunn
Kommunane har samarbeidd i mange år om slike spørsmål.
1.2 Prosess
Planen vart laga i tre møte med alle kommunane til stades.

"""
NO_NUMBERS = "1 Om planen\nMål og meining med planen står i saka.\n\n"


@pytest.mark.parametrize("chapter", [INTRODUCTION, NO_NUMBERS])
def test_chapters_of_prose_have_none(chapter: str) -> None:
    text = (
        "2 Bustad\nMål: Alle skal ha ein bustad.\n\n"
        "2.1 Laga bustadportal\n2.2 Byggja ti hus\n2.3 Leiga ut\n"
    )
    assert measures(chapter + text) == {"Bustad": ["2.1 Laga", "2.2 Byggja", "2.3 Leiga"]}


def test_who_shall_do_it_in_brackets_behind_or_on_the_next_line() -> None:
    text = (
        "1 Bustad\nMål: Alle skal ha ein bustad.\n\n"
        "1.1 Laga felles bustadportal (Kommunane)\n"
        "1.2 Byggja ti hus i sentrum\n(Kommunane/Husbanken)\n"
        "1.3 Køyra helgebuss (rute 212) i regionen (Fylket)\n"
        "1.4 Leiga ut (hus og hytter)\n"
    )
    plan = read_document(f"{TOP}{text}".encode(), "plan.txt")
    found = [
        (one.text, one.responsible.parties if one.responsible else ())
        for one in plan.focus_areas[0].measures
    ]
    assert found == [
        ("Laga felles bustadportal", ("Kommunane",)),
        ("Byggja ti hus i sentrum", ("Kommunane", "Husbanken")),
        ("Køyra helgebuss (rute 212) i regionen", ("Fylket",)),
        ("Leiga ut (hus og hytter)", ()),
    ]


def test_below_goals_that_have_the_number_themselves() -> None:
    text = (
        "1 Bustad\nMål 1.1: Alle skal ha ein bustad.\n"
        "1.1.1 Laga bustadportal\n1.1.2 Byggja ti hus\n"
        "Mål 1.2: Leiga skal ned.\n1.2.1 Leiga ut\n"
    )
    assert measures(text) == {"Bustad": ["1.1.1 Laga", "1.1.2 Byggja", "1.2.1 Leiga"]}


def test_numbered_sentences_that_tell_of_the_plan_are_none() -> None:
    text = (
        "1 Innleiing\n1.1 Regionrådet har fire kommunar og vart skipa i 2010.\n"
        "1.2 Planen er laga etter eit ope møte om kva som trengst\n\n"
        "2 Bustad\nMål: Alle skal ha ein bustad.\n2.1 Laga bustadportal\n2.2 Byggja ti hus\n\n"
        "3 Oppfølging\n3.1 Rådet får ein rapport kvart år.\n3.2 Planen gjeld til 2029.\n\n"
        "4 Skog\n4.1 Kjøpa ei sag\n"
    )
    assert measures(text) == {"Bustad": ["2.1 Laga", "2.2 Byggja"], "Skog": ["4.1 Kjøpa"]}


def test_what_a_goal_leads_in_belongs_to_the_goal() -> None:
    text = (
        "1 Bustad\nMål: Alle skal ha ein bustad i:\n1.1 Sentrum\n1.2 Bygdene\n1.3 Øyane\n\n"
        "Tiltak\n- Laga bustadportal\n"
    )
    assert measures(text) == {"Bustad": ["- Laga"]}
