"""Two levels of goals in one table: the upper ones are the areas where nothing else names any."""

import pytest

from tests.reading.structure.rows.word_tables import read_table
from tiltak.planfile.model import Plan


def read(*texts: str, title: str = "Kulturplan 2026–2029 for Dalen kommune") -> Plan:
    return read_table(*texts, title=title)


def tree(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    return [
        (a.title, [one.text for one in a.sub_goals], [one.text for one in a.measures])
        for a in plan.focus_areas
    ]


BOTH = [
    ("Alle har kultur", ["Fleire deltek", "Bygga er opne"], ["Rydda sti", "Byggja bru"]),
    ("Laga trivst", ["Lett å få tilskot"], ["Halda kurs"]),
]


@pytest.mark.parametrize(
    "heads",
    [
        "Hovudmål|Delmål|Tiltak|Ansvar",
        "Hovedmål|Delmål|Tiltak|Ansvarlig",
        "Övergripande mål|Delmål|Åtgärd|Ansvarig",
        "Målsætning|Delmål|Indsats|Ansvarlig",
        "Strategic objective|Specific objective|Action|Lead",
    ],
)
def test_the_column_of_upper_goals_has_the_areas(heads: str) -> None:
    plan = read(
        heads,
        "Alle har kultur|Fleire deltek|Rydda sti|Turlaget",
        "^|Bygga er opne|Byggja bru|Fylket",
        "Laga trivst|Lett å få tilskot|Halda kurs|Rektor",
    )
    assert tree(plan) == BOTH
    assert plan.labels["focus_area"] == heads.partition("|")[0]


def test_one_goal_above_all_others_is_no_area() -> None:
    plan = read(
        "Hovudmål|Delmål|Tiltak|Ansvar",
        "Alle har kultur|Fleire deltek|Rydda sti|Turlaget",
        "^|Bygga er opne|Byggja bru|Fylket",
        "^|Laga trivst|Halda kurs|Rektor",
    )
    assert [area.title for area in plan.focus_areas] == [plan.document.title]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("Hovudmål", "Delmål"), ("Mål", "Mål"), ("Strategic objective", "Specific objective")],
)
def test_rows_of_upper_goals_are_the_areas(upper: str, lower: str) -> None:
    plan = read(
        "Tiltak|Ansvar|Tid",
        f"{upper} 1: Alle har kultur|<|<",
        f"{lower} 1.1: Fleire deltek|<|<",
        "Rydda sti|Turlaget|2026",
        f"{lower} 1.2: Bygga er opne|<|<",
        "Byggja bru|Fylket|2027",
        f"{upper} 2: Laga trivst|<|<",
        f"{lower} 2.1: Lett å få tilskot|<|<",
        "Halda kurs|Rektor|2028",
    )
    assert tree(plan) == BOTH
    assert [area.number for area in plan.focus_areas] == ["1", "2"]


def test_goals_below_areas_stay_goals() -> None:
    plan = read(
        "Tiltak|Ansvar|Tid",
        "Satsingsområde 1: Kultur|<|<",
        "Hovudmål: Alle har kultur|<|<",
        "Delmål: Fleire deltek|<|<",
        "Rydda sti|Turlaget|2026",
        "Satsingsområde 2: Lag|<|<",
        "Hovudmål: Laga trivst|<|<",
        "Delmål: Lett å få tilskot|<|<",
        "Halda kurs|Rektor|2028",
    )
    assert tree(plan) == [
        ("Kultur", ["Alle har kultur", "Fleire deltek"], ["Rydda sti"]),
        ("Lag", ["Laga trivst", "Lett å få tilskot"], ["Halda kurs"]),
    ]
