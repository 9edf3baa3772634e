"""What a plan tells about the plan before it."""

import pytest

from tests.reading.structure.areas.test_areas import document
from tiltak.reading import read_document
from tiltak.reading.structure.tree.old_plan import is_old
from tiltak.reading.vocabulary import Vocabulary

YEARS = (2024, 2025, 2026, 2027)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Progress against the 2021–2024 plan", True),
        ("Status for handlingsplanen 2020–2024", True),
        ("Status for klimaplanen 2019–2023", True),
        ("Handlingsplan 2020–2023", True),
        ("Status for handlingsplanen 2024–2027", False),
        ("Status for planen 2024", False),
        ("Budsjett for planen 2023–2024", False),
        ("Status 2020–2024", False),
        ("Rapport for 2023", True),
        ("2. Årsrapport 2023", True),
        ("Rapport for 2024", False),
        ("Resultater i perioden 2020–2023", True),
        ("Resultat i perioden 2024–2025", False),
        ("What we did in 2020–2023", True),
        ("Vedlegg 2: Kva vi gjorde i 2022 og 2023", True),
        ("Kva vi gjer i 2024–2027", False),
        ("Folketal 2023", False),
    ],
)
def test_years_before_the_plans_and_what_became_of_them(title: str, expected: bool) -> None:
    assert is_old(title, YEARS, Vocabulary.default()) is expected


def test_a_table_of_what_became_of_the_last_plan_holds_no_measures() -> None:
    plan = read_document(
        document(
            ("Heading 1", "Stiar"),
            [["Tiltak", "Ansvar", "Frist"], ["Merka stiar", "Turlaget", "2027"]],
            ("Heading 1", "Vedlegg A: Status for turplanen 2022–2026"),
            [["Tiltak", "Status"], ["Byggja bru", "Ferdig"], ["Rydda stiar", "Utsett"]],
        ),
        "plan.docx",
    )
    assert [(a.title, [one.text for one in a.measures]) for a in plan.focus_areas] == [
        ("Stiar", ["Merka stiar"])
    ]
    assert len(plan.tables) == 1
