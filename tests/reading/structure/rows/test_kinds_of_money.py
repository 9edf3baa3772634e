"""Several columns of money that are parts of one amount."""

import pytest

from tests.reading.structure.rows.word_tables import read_table
from tiltak.planfile.model import Budget, Row


def rows(*texts: str) -> tuple[Row, ...]:
    """The rows of a plan's only table."""
    plan = read_table(*texts, title="Handlingsplan 2026–2029 for Dalen kommune")
    return plan.tables[0].rows


def money(*texts: str) -> list[tuple[int | None, str | None]]:
    """Amount and kind of each row."""
    budgets = [row.budget or Budget() for row in rows(*texts)]
    return [(budget.amount, budget.kind or budget.funder) for budget in budgets]


def test_the_column_that_is_filled_has_the_amount_and_two_add_up() -> None:
    found = rows(
        "Tiltak|Ansvar|Kostnad (1000 kr)|<|Status",
        "^|^|Drift|Investering|^",
        "Rydda sti|Turlaget|110||Ferdig",
        "Byggja bru|Fylket||1850|Ferdig",
        "Skifta lys|Teknisk|40|360|I arbeid",
        "Halda kurs|Teknisk|||I arbeid",
    )
    budgets = [row.budget or Budget() for row in found]
    assert [(one.amount, one.kind, one.raw) for one in budgets] == [
        (110_000, "Drift", "110"),
        (1_850_000, "Investering", "1850"),
        (400_000, None, "40 + 360"),
        (None, None, None),
    ]
    assert [row.extra for row in found] == [
        {},
        {},
        {"Kostnad (1000 kr) Drift": "40", "Kostnad (1000 kr) Investering": "360"},
        {},
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Kostnad|<", "Drift|Investering"),
        ("Udgift|<", "Anlæg|Drift"),
        ("Cost|<", "Revenue|Capital"),
        ("Kostnad|<", "Planlegging|Bygging"),
    ],
)
def test_a_head_over_kinds_needs_no_unit(heads: tuple[str, str]) -> None:
    above, below = heads
    first, second = below.split("|")
    assert money(
        f"Tiltak|Ansvar|{above}",
        f"^|^|{below}",
        "Rydda sti|Turlaget|110 000|",
        "Byggja bru|Fylket||1 850 000",
    ) == [(110_000, first), (1_850_000, second)]


@pytest.mark.parametrize(
    ("heads", "first"),
    [
        ("Drift|Investering", 110_000),
        ("Driftskostnad|Investeringskostnad", 110_000),
        ("Drift|Kostnad", None),
    ],
)
def test_kinds_side_by_side_without_a_head_over_them(heads: str, first: int | None) -> None:
    assert money(
        f"Tiltak|{heads}|Ansvar",
        "Rydda sti|110 000||Turlaget",
        "Byggja bru||1 850 000|Fylket",
    ) == [(first, None), (1_850_000, None)]


def test_the_column_of_the_sum_counts_alone() -> None:
    assert money(
        "Tiltak|Ansvar|Kostnad (1000 kr)|<|<",
        "^|^|Drift|Investering|Sum",
        "Rydda sti|Turlaget|110|90|200",
    ) == [(200_000, None)]


def test_what_something_costs_and_what_is_set_aside_for_it_are_no_parts() -> None:
    assert money(
        "Tiltak|Ansvar|Kostnad (1000 kr)|Budsjett (1000 kr)", "Rydda sti|Turlaget|110|90"
    ) == [(110_000, None)]


def test_who_pays_beside_each_other() -> None:
    assert money(
        "Tiltak|Ansvar|Kommunen (1000 kr)|Fylket (1000 kr)", "Rydda sti|Turlaget|110|90"
    ) == [(200_000, None)]


def test_who_pays_below_a_head_of_money_is_no_amount() -> None:
    assert money(
        "Tiltak|Ansvar|Økonomi|<",
        "^|^|Kostnad|Finansiering",
        "Rydda sti|Turlaget|110 000|Spelemidlar",
    ) == [(110_000, None)]


def test_an_amount_over_both_columns_counts_once() -> None:
    assert money(
        "Tiltak|Ansvar|Kostnad (1000 kr)|<",
        "^|^|Drift|Investering",
        "Rydda sti|Turlaget|110|<",
        "Byggja bru|Fylket||1850",
    ) == [(110_000, "Drift"), (1_850_000, "Investering")]


def test_who_pays_beside_each_other_below_one_head() -> None:
    assert money(
        "Tiltak|Ansvar|Finansiering|<",
        "^|^|Kommunen|Fylket",
        "Rydda sti|Turlaget|110 000|90 000",
        "Byggja bru|Fylket||1 850 000",
    ) == [(200_000, None), (1_850_000, "Fylket")]


def test_how_much_may_stand_where_it_says_who_pays() -> None:
    head = "Tiltak|Ansvar|Finansiering"
    assert money(head, "Rydda sti|Turlaget|kr 40 000", "Byggja bru|Fylket|eigne midlar") == [
        (40_000, None),
        (None, None),
    ]
    assert money(head, "Rydda sti|Turlaget|Kommunen", "Byggja bru|Fylket|Fylkeskommunen") == [
        (None, None),
        (None, None),
    ]
