"""Cells with several amounts: one line for each who pays, or for each thing it pays."""

import pytest

from tiltak.planfile.model import Budget
from tiltak.reading import Vocabulary
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.reasons import SEVERAL_AMOUNTS

READER = FactReader(Vocabulary.default(), {"FR": "Fjellet regionråd"})
Line = tuple[int | None, str | None, str | None]


def lines(raw: str) -> list[Line]:
    """Amount, who pays, what for."""
    budgets, _ = READER.budgets(raw)
    return [(one.amount, one.funder, one.kind) for one in budgets]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "100 000 kr / 50 000 kr frå Fylkeskommunen",
            [(100_000, None, None), (50_000, "Fylkeskommunen", None)],
        ),
        (
            "Kommunen 200 000, fylket 300 000",
            [(200_000, "Kommunen", None), (300_000, "fylket", None)],
        ),
        ("50' eigne, 100' statleg", [(50_000, "eigne", None), (100_000, "statleg", None)]),
        (
            "FR 60 000, kommunane 2 x 15 000",
            [(60_000, "Fjellet regionråd", None), (30_000, "kommunane", None)],
        ),
        (
            "200 000 (FR), 100 000 (Innovasjon Norge)",
            [(200_000, "Fjellet regionråd", None), (100_000, "Innovasjon Norge", None)],
        ),
        (
            "100 000 frå kommunane og fylket, 50 000 eigne midlar",
            [(100_000, "kommunane og fylket", None), (50_000, "eigne midlar", None)],
        ),
        (
            "500 000 (kommunen 200 000, fylket 300 000)",
            [(200_000, "kommunen", None), (300_000, "fylket", None)],
        ),
        (
            "Kommunen 200 000, fylket 300 000, sum 500 000",
            [(200_000, "Kommunen", None), (300_000, "fylket", None)],
        ),
        (
            "£50,000 council, £25,000 Lottery Fund",
            [(50_000, "council", None), (25_000, "Lottery Fund", None)],
        ),
        (
            "Drift: 200 000 Investering: 1 500 000",
            [(200_000, None, "Drift"), (1_500_000, None, "Investering")],
        ),
    ],
)
def test_a_line_for_each_who_pays(raw: str, expected: list[Line]) -> None:
    assert lines(raw) == expected
    assert READER.budgets(raw)[1] == [SEVERAL_AMOUNTS]


def test_each_line_keeps_its_own_words() -> None:
    budgets, _ = READER.budgets("100 000 pr. år frå kommunen og 50 000 pr. år (fylket)")
    assert budgets == (
        Budget(
            raw="100 000 pr. år frå kommunen",
            amount=100_000,
            basis="amount",
            currency="NOK",
            per="year",
            funder="kommunen",
        ),
        Budget(
            raw="50 000 pr. år (fylket)",
            amount=50_000,
            basis="amount",
            currency="NOK",
            per="year",
            funder="fylket",
        ),
    )


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("1 000 000 / 500 000", None),
        ("Kommunen 200 000, fylket 100-300 000", None),
        ("1 mill. kr, herav 400 000 frå staten", 1_000_000),
        ("Kommunen 50 %, fylket 50 %", None),
        ("300 000 kr (fylket 50 %)", 300_000),
    ],
)
def test_amounts_nobody_is_named_for_stay_one_line(raw: str, amount: int | None) -> None:
    assert lines(raw) == [(amount, None, None)]
