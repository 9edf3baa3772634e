"""Money, time and numbers of a plan in a reader's words."""

import pytest

from tiltak.planfile.model import Budget, Time
from tiltak.web.plan.amounts import Amount, amounts, is_period_unsaid, time_words
from tiltak.web.plan.numbering import shown_number
from tiltak.wording import words

TWO_YEARS = Time(years=(2026, 2027))
S = "\u00a0"


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (Budget(amount=0), Amount(f"0{S}kr", "")),
        (Budget(amount=5000, per="year"), Amount(f"5{S}000{S}kr", "per år")),
        (Budget(amount=5000, per="total"), Amount(f"5{S}000{S}kr", "i alt")),
        (Budget(amount=5000, funder="Fylket"), Amount(f"5{S}000{S}kr", "frå Fylket")),
        (
            Budget(per_year={"2026": 1000, "2027": 2000}),
            Amount(f"3{S}000{S}kr", f"2026: 1{S}000{S}kr, 2027: 2{S}000{S}kr"),
        ),
        (Budget(min=1000, max=2000), Amount(f"1{S}000–2{S}000{S}kr", "")),
        (Budget(raw="Eigne midlar"), Amount("Eigne midlar", "")),
        (Budget(basis="within_frame"), Amount("innanfor ramma", "")),
        (Budget(basis="external"), Amount("betalt av andre", "")),
    ],
)
def test_a_budget_line_in_words(budget: Budget, said: Amount) -> None:
    assert amounts([budget], TWO_YEARS, words("nn")) == [said]


def test_a_line_that_says_nothing_is_no_line() -> None:
    assert amounts([Budget(basis="none", cell_group="T.1")], None, words("nn")) == []


@pytest.mark.parametrize(
    ("budget", "time", "unsaid"),
    [
        (Budget(amount=1), TWO_YEARS, True),
        (Budget(amount=1, per="year"), TWO_YEARS, False),
        (Budget(amount=1, per_year={"2026": 1}), TWO_YEARS, False),
        (Budget(), TWO_YEARS, False),
        (Budget(amount=1), Time(years=(2026,)), False),
        (Budget(amount=1), None, False),
    ],
)
def test_per_year_or_in_all_is_asked_only_of_several_years(
    budget: Budget, time: Time | None, unsaid: bool
) -> None:
    assert is_period_unsaid([budget], time) is unsaid


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (None, ""),
        (Time(raw="hausten 2026", years=(2026,)), "hausten 2026"),
        (TWO_YEARS, "2026–2027"),
        (Time(ongoing=True), "løpande"),
        (Time(), ""),
    ],
)
def test_time_in_words(time: Time | None, said: str) -> None:
    assert time_words(time, words("nn")) == said


@pytest.mark.parametrize(
    ("number", "shown"),
    [("3", "3"), ("1.2", "1.2"), ("a)", "a)"), ("-", ""), ("•", ""), ("o", ""), (None, "")],
)
def test_marks_of_lists_are_not_numbers(number: str | None, shown: str) -> None:
    assert shown_number(number) == shown
