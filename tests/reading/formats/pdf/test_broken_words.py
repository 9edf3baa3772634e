"""Words broken in narrow cells: closed where they certainly or likely are one, else left apart."""

from dataclasses import dataclass

import pytest

from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.vocabulary import Vocabulary

WIDTH = 5.0


@dataclass(frozen=True)
class Line:
    """A line of a cell in a type whose letters are as wide as each other."""

    text: str
    x0: float = 0.0

    @property
    def x1(self) -> float:
        return self.x0 + WIDTH * len(self.text)


def closed(*cells: str) -> list[str]:
    """The cells of a column as they are closed; "|" ends a line."""
    mender = Mender(frozenset(), Vocabulary.default())
    made = [[Line(text) for text in cell.split("|")] for cell in cells]
    right = max(line.x1 for cell in made for line in cell)
    mender.study((cell, right) for cell in made)
    return ["|".join(mender.mended(cell, right)).replace("\u00ad|", "") for cell in made]


@pytest.mark.parametrize(
    "broken",
    [
        "Fylkeskommu|nen",
        "Varabrannsj|efen",
        "Lage|oppfølgings|team",
        "åpningstidskamp|anje",
        "samarbeidspl|attforma",
        "kommunal|e bygg",
    ],
)
def test_pieces_that_are_no_words_are_one(broken: str) -> None:
    assert closed(broken)[0].rsplit("|", 1)[-1] == broken.removeprefix("Lage|").replace("|", "")


@pytest.mark.parametrize(
    "whole",
    [
        "Innanfor|ramma",
        "Ferdig|rapport",
        "innbyggere|har vev",
        "Kursrekke|hausten",
        "Styret|og FAU",
    ],
)
def test_words_as_wide_as_their_column_stay_apart(whole: str) -> None:
    assert closed(whole) == [whole]


def test_where_a_table_breaks_words_others_are_likely_broken_too() -> None:
    alone, certain = "Natursm|artløype", "Regionr|ådet"
    assert closed(alone) == [alone]
    assert closed(alone, certain) == ["Natursmartløype", "Regionrådet"]


def test_verbs_and_adjectives_end_in_a_vowel_and_stay_apart() -> None:
    cells = closed("Utarbeidda|kartlegg", "Distriktsr|ådet")
    assert cells == ["Utarbeidda|kartlegg", "Distriktsrådet"]


def test_a_date_broken_within_its_year_is_one() -> None:
    assert closed("31.12.202|6", "Innan 1/5/2|026", "2025–202|7") == [
        "31.12.2026",
        "Innan 1/5/2026",
        "2025–2027",
    ]
    apart = ["31.12.2026|6 møte", "31.12.202|67", "1.2.20|3.4.2027", "2026|2027"]
    assert closed(*apart) == apart
