"""Headings that name areas once more, wherever they stand."""

import pytest

from tests.reading.structure.areas.test_areas import HEADINGS, document, tree
from tiltak.reading import read_document

ONE, TWO, _ = HEADINGS
MIXED = [
    ["Nr", "Tiltak", "Satsingsområde", "Ansvar"],
    ["1", "Rydda sti", "Idrett", "Turlaget"],
    ["2", "Byggja scene", "Kunst", "Fylket"],
    ["3", "Merka løyper", "Idrett", "Turlaget"],
]
SPORT, ART = (
    [["Tiltak", "Ansvar"], ["Rydda sti", "Turlaget"], ["Merka løyper", "Turlaget"]],
    [["Tiltak", "Ansvar"], ["Byggja scene", "Fylket"]],
)
GOALS = {"Idrett": "Fleire er aktive", "Kunst": "Fleire kunstnarar bur her"}
BOTH = [
    ("Idrett", ["Fleire er aktive"], ["Rydda sti", "Merka løyper"]),
    ("Kunst", ["Fleire kunstnarar bur her"], ["Byggja scene"]),
]


@pytest.mark.parametrize(
    "chapter",
    [
        "Mål for satsingsområda",
        "Mål for hvert innsatsområde",
        "Mål för respektive insatsområde",
        "Mål for indsatsområderne",
        "Goals for each focus area",
    ],
)
def test_goals_behind_a_table_of_all_measures_are_those_of_its_areas(chapter: str) -> None:
    goals = [part for area, goal in GOALS.items() for part in ((TWO, area), ("List Bullet", goal))]
    plan = read_document(document((ONE, "Tiltak"), MIXED, (ONE, chapter), *goals), "plan.docx")
    assert tree(plan) == BOTH


def test_a_heading_around_areas_that_are_known_is_no_area() -> None:
    goals = [
        part
        for area, goal in GOALS.items()
        for part in ((TWO, area), ("", "Mål:"), ("List Bullet", goal))
    ]
    behind = (ONE, "Vedlegg: bakgrunn for områda")
    plan = read_document(
        document((ONE, "Tiltak"), (TWO, "Idrett"), SPORT, (TWO, "Kunst"), ART, behind, *goals),
        "plan.docx",
    )
    assert tree(plan) == BOTH


@pytest.mark.parametrize("around", [(), ((ONE, "Tiltaksliste"),)])
def test_tables_below_the_names_of_areas_that_have_their_goals(
    around: tuple[tuple[str, str], ...],
) -> None:
    goals = [
        part
        for area, goal in GOALS.items()
        for part in ((ONE, area), ("", "Mål:"), ("List Bullet", goal))
    ]
    level = TWO if around else ONE
    tables = [(level, "Idrett"), SPORT, (level, "Kunst"), ART]
    plan = read_document(document(*goals, *around, *tables), "plan.docx")
    assert tree(plan) == BOTH
    assert [row.focus_area for table in plan.tables for row in table.rows] == [
        "Idrett",
        "Idrett",
        "Kunst",
    ]


def test_headings_of_the_same_name_below_two_areas_stay_apart() -> None:
    parts = [
        part
        for area in ("Dalen", "Neset")
        for part in (
            (ONE, area),
            (TWO, "Skule"),
            ("", "Tiltak:"),
            ("List Bullet", f"Byggja skule i {area}"),
            (TWO, "Veg"),
            ("", "Tiltak:"),
            ("List Bullet", f"Byggja veg i {area}"),
        )
    ]
    plan = read_document(document(*parts), "plan.docx")
    assert tree(plan) == [
        ("Dalen", [], ["Byggja skule i Dalen", "Byggja veg i Dalen"]),
        ("Neset", [], ["Byggja skule i Neset", "Byggja veg i Neset"]),
    ]


@pytest.mark.parametrize(
    "head", ["Vedlegg {}: Tiltak for ", "Tiltakstabell – ", "Mål og tiltak i "]
)
def test_a_table_for_each_area_below_its_name_and_the_word_of_a_level(head: str) -> None:
    goals = [
        part
        for area, goal in GOALS.items()
        for part in ((ONE, area), ("", "Mål:"), ("List Bullet", goal))
    ]
    tables = ((ONE, f"{head.format(1)}idrett"), SPORT, (ONE, f"{head.format(2)}kunst"), ART)
    assert tree(read_document(document(*goals, *tables), "plan.docx")) == BOTH


def test_an_area_whose_name_ends_in_another_s_stays_one() -> None:
    goals = (ONE, "Idrett"), ("", "Mål:"), ("List Bullet", "Fleire er aktive")
    own = (ONE, "Frivillige i idrett"), ("", "Tiltak:"), ("List Bullet", "Skipa kurs")
    assert tree(read_document(document(*goals, *own), "plan.docx")) == [
        ("Idrett", ["Fleire er aktive"], []),
        ("Frivillige i idrett", [], ["Skipa kurs"]),
    ]
