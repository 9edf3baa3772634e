"""Money and time in words."""

import pytest

from tiltak.planfile.model import Budget, Parties, Time
from tiltak.planfile.sums import Sum
from tiltak.wording import words
from tiltak.writing.money import budget_text, parties_text, sum_text, time_text

NN = words("nn")


@pytest.mark.parametrize(
    ("budget", "text"),
    [
        (Budget(), ""),
        (Budget(amount=1_140_000, basis="amount"), "1 140 000 kr"),
        (Budget(amount=0, basis="amount"), "0 kr"),
        (Budget(amount=50_000, basis="amount", per="year"), "50 000 kr per år"),
        (Budget(amount=50_000, basis="amount", per="total"), "50 000 kr i alt"),
        (Budget(amount=5_000, basis="amount", funder="SR"), "5 000 kr frå SR"),
        (Budget(raw="Innanfor ramma", basis="within_frame"), "Innanfor ramma"),
        (Budget(raw="100-200 000", min=100_000, max=200_000, basis="range"), "100-200 000"),
        (Budget(min=100_000, max=200_000, basis="range"), "100 000–200 000 kr"),
        (Budget(per_year={"2026": 1000, "2027": 2000}), "2026: 1 000 kr, 2027: 2 000 kr"),
    ],
)
def test_a_budget_says_what_the_plan_says(budget: Budget, text: str) -> None:
    assert budget_text(budget, NN).replace("\u00a0", " ") == text


def test_amounts_in_english() -> None:
    budget = Budget(amount=1_140_000, basis="amount", currency="NOK")
    assert budget_text(budget, words("en")) == "NOK\u00a01,140,000"


def test_a_missing_sum_is_said_and_never_0() -> None:
    assert sum_text(Sum(None, 0, 3), NN) == "Planen oppgir ikkje beløp"
    assert sum_text(Sum(0, 1, 0), NN) == "0\u00a0kr"


def test_time_and_parties_are_kept_as_written() -> None:
    assert time_text(Time(raw="2026-27", years=(2026, 2027)), NN) == "2026-27"
    assert time_text(Time(years=(2026, 2027)), NN) == "2026–2027"
    assert time_text(Time(ongoing=True), NN) == "løpande"
    assert time_text(None, NN) == ""
    assert (
        parties_text(Parties(raw="SR/partnarane", parties=("Sogn regionråd",))) == "SR/partnarane"
    )
    assert parties_text(Parties(parties=("SR", "NHO"))) == "SR/NHO"
    assert parties_text(None) == ""
