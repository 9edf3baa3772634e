"""Rows that add up others, and measures that begin with the same words."""

import pytest

from tiltak.reading.values.sums import adds_up, names_sum
from tiltak.reading.vocabulary import Vocabulary

SUMS = [
    "Sum",
    "Sum:",
    "Sum Veg",
    "Totalt for området",
    "I alt 1 140 000",
    "Samla budsjett",
    "Totalt",
    "Delsumma Värme",
    "Delsum for Ras og skred",
    "Mellomsum veg",
    "Subtotal Homes and land",
    "Sub-total: Homes",
]
MEASURES = ["Samla inn avfall langs elva", "Total ombygging av skulen", "Samlet plan", "Måla huset"]


@pytest.mark.parametrize("text", SUMS)
def test_names_of_sums(text: str) -> None:
    assert names_sum(text, Vocabulary.default())


@pytest.mark.parametrize("text", MEASURES)
def test_measures_that_begin_like_sums(text: str) -> None:
    assert not names_sum(text, Vocabulary.default())


def test_a_row_that_says_who_or_when_adds_nothing_up() -> None:
    vocabulary = Vocabulary.default()
    assert adds_up(["Samla kostnad", "1 140 000"], vocabulary)
    assert adds_up(["Sum", "2026", "Teknisk"], vocabulary)
    assert not adds_up(["Samla inn avfall", "2026", "40 000"], vocabulary)
    assert not adds_up(["Total ombygging", "Eigedom", "40 000"], vocabulary)
    assert not adds_up([], vocabulary)


@pytest.mark.parametrize(
    "name", ["Delsumma Vatten och natur", "Delsum vatn", "Subtotal Water", "Sum"]
)
def test_a_sum_may_be_as_large_as_a_year_is(name: str) -> None:
    assert adds_up([name, "300", "1270", "480", "2050"], Vocabulary.default())
