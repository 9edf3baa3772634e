"""What a title says, and what it only says of the figures below it."""

import pytest

from tiltak.reading.structure.titles import plain_title, without_unit
from tiltak.reading.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Oppvekst og læring – alle tall i 1000 kr", "Oppvekst og læring"),
        ("Veg og trafikk (tal i heile tusen kroner)", "Veg og trafikk"),
        ("Vatn, avløp og veg, beløp i mill. kr", "Vatn, avløp og veg"),
        ("Roads and paths (£000)", "Roads and paths"),
        ("Kultur: belopp i tkr", "Kultur"),
        ("Skog – tusen år med bruk", "Skog – tusen år med bruk"),
        ("Helse (barn og unge)", "Helse (barn og unge)"),
        ("1000 kr", "1000 kr"),
    ],
)
def test_a_title_without_the_unit_of_the_amounts_below(said: str, title: str) -> None:
    assert without_unit(said, Vocabulary.default()) == title


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Säkra miljöer (forts.)", "säkra miljöer"),
        ("Helse (framhald)", "helse"),
        ("Roads (cont.)", "roads"),
        ("Veg – fortsatt", "veg"),
        ("Sunde byer (fortsættes)", "sunde byer"),
        ("Fortsatt vekst", "fortsatt vekst"),
        ("Trygg (fortau)", "trygg (fortau)"),
    ],
)
def test_a_title_that_goes_on_on_a_new_page_is_the_same(said: str, plain: str) -> None:
    assert plain_title(said) == plain
