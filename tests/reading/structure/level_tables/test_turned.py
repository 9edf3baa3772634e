"""A table on its side: each column is a measure."""

import pytest

from tests.reading.structure.rows.test_upper_goals import read
from tiltak.planfile.model import Budget, Parties, Plan, Time

ROWS = [
    ("Rydda sti", ("Turlaget",), (2026,), 100_000),
    ("Byggja bru", ("Fylket", "kommunen"), (2027,), None),
    ("Halda kurs", ("Rektor",), (2028,), 30_000),
]


def rows(plan: Plan) -> list[tuple[str, tuple[str, ...], tuple[int, ...], int | None]]:
    return [
        (
            row.text,
            (row.responsible or Parties()).parties,
            (row.time or Time()).years,
            (row.budget or Budget()).amount,
        )
        for table in plan.tables
        for row in table.rows
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Tiltak", "Ansvar", "Frist", "Kostnad"),
        ("Åtgärd", "Ansvarig", "Tidplan", "Kostnad"),
        ("Indsats", "Ansvarlig", "Tidsplan", "Udgift"),
        ("Action", "Lead", "Timescale", "Cost"),
    ],
)
def test_each_column_is_a_measure(heads: tuple[str, ...]) -> None:
    action, who, when, cost = heads
    plan = read(
        f"{action}|Rydda sti|Byggja bru|Halda kurs",
        f"{who}|Turlaget|Fylket/kommunen|Rektor",
        f"{when}|2026|2027|2028",
        f"{cost}|100 000||30 000",
    )
    assert rows(plan) == ROWS


def test_an_area_stands_over_the_columns_of_its_measures() -> None:
    plan = read(
        "Satsingsområde|Natur|<|Skule",
        "Tiltak|Rydda sti|Byggja bru|Halda kurs",
        "Ansvar|Turlaget|Fylket/kommunen|Rektor",
        "Frist|2026|2027|2028",
        "Kostnad|100 000||30 000",
    )
    assert rows(plan) == ROWS
    assert [(area.title, [one.text for one in area.measures]) for area in plan.focus_areas] == [
        ("Natur", ["Rydda sti", "Byggja bru"]),
        ("Skule", ["Halda kurs"]),
    ]
