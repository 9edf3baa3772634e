"""Pieces of a table that could not be put together are no measures."""

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary, read_document
from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.torn_pieces import without_pieces

PLACE = Passage(start=10, end=30)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ansvarleg", False),
        ("Kostnad (1000 kr)", False),
        ("2027", False),
        ("Hausten 2027", False),
        ("Juni–august", False),
        ("1 250", False),
        ("kr 450 000", False),
        ("Innanfor ramma", False),
        ("Sum orgel", False),
        ("x", False),
        ("Leiga orgelbyggjar", True),
        ("Stemma orgla hausten 2027", True),
        ("Orgel og song", True),
        ("Status: Starta", True),
    ],
)
def test_heads_and_values_alone_are_pieces(text: str, kept: bool) -> None:
    block = TextBlock(text, (PLACE,))
    assert without_pieces([block], [PLACE], Vocabulary.default()) == [block] * kept


def test_what_stands_elsewhere_is_none() -> None:
    block = TextBlock("2027", (PLACE,))
    assert without_pieces([block], [Passage(start=40, end=44)], Vocabulary.default()) == [block]


TORN = """Plan for kyrkjemusikk i Åsen 2026–2029

Orgel
Mål: Alle kyrkjer skal ha eit orgel som verkar
Tiltak:
Leiga orgelbyggjar til Nordkyrkja for å sjå på alle pipene og lufta.
2027
x
Byggja ny blåsebelg i Nordkyrkja og stemma orgelet til jul.
x
Kostnad
2028
Ansvarleg
"""


def test_they_are_listed_as_unplaced() -> None:
    plan = read_document(TORN.encode(), "plan.txt")
    (area,) = plan.focus_areas
    assert [one.text for one in area.measures] == [
        "Leiga orgelbyggjar til Nordkyrkja for å sjå på alle pipene og lufta.",
        "Byggja ny blåsebelg i Nordkyrkja og stemma orgelet til jul.",
    ]
    unplaced = [line for one in plan.unplaced for line in one.text.split("\n")]
    assert unplaced == ["2027", "x", "x", "Kostnad", "2028", "Ansvarleg"]
