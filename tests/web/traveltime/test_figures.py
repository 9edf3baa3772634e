"""Figures in words, in three languages."""

import pytest

from tiltak.web.traveltime.figures import Figures
from tiltak.wording import Language, words

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        (0, f"0{NBSP}%"),
        (0.0004, f"< 0,1{NBSP}%"),
        (0.0042, f"0,4{NBSP}%"),
        (0.005, f"0,5{NBSP}%"),
        (0.995, f"99,5{NBSP}%"),
        (0.434, f"43{NBSP}%"),
        (0.9951, f"99,5{NBSP}%"),
        (0.99999, f"> 99,9{NBSP}%"),
        (1, f"100{NBSP}%"),
    ],
)
def test_a_share_is_nothing_or_all_only_when_it_is(value: float | None, expected: str) -> None:
    assert Figures(words("nn")).share(value) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nn", f"5{NBSP}284{NBSP}862 menneske"), ("en", "5,284,862 people")],
)
def test_whole_numbers_are_grouped_and_names_are_not(language: Language, expected: str) -> None:
    text = "%(people)s menneske bur i ruter utanfor kommunane og er ikkje med."
    said = Figures(words(language)).sentence((text, {"people": "5284862"}))
    assert said.startswith(expected)
    row = (
        "Rad %(row)s: «%(id)s» er ikkje eit rutenummer med 14 siffer.",
        {"row": "12345", "id": "19250006618000"},
    )
    assert Figures(words("nn")).sentence(row).startswith("Rad 12345: «19250006618000»")


@pytest.mark.parametrize(
    ("people", "minutes", "ways", "expected"),
    [
        (0.4, 10, 0, "0"),
        (400, 10_400, 0, "400, i snitt 26 min"),
        (500, 10_400, 100, "500, i snitt 26 min (100 utan veg på den eine sida)"),
        (100, 0, 100, "100 (100 utan veg på den eine sida)"),
    ],
)
def test_who_wins_and_how_much(people: float, minutes: float, ways: float, expected: str) -> None:
    assert Figures(words("nn")).won(people, minutes, ways) == expected
