"""Wrapped lines of items that begin with a capital or a figure."""

import pytest

from tiltak.reading.blocks import TextBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary


def texts(text: str) -> list[str]:
    blocks = blocks_of_text(text, Vocabulary.default()).blocks
    return [block.text for block in blocks if isinstance(block, TextBlock)]


@pytest.mark.parametrize("mark", ["*", "1)", "1.2", "T1", "KU-1"])
def test_a_wrapped_line_may_begin_with_a_capital_or_a_figure(mark: str) -> None:
    hang = " " * len(mark)
    found = texts(
        f"{mark} Byggja gangveg med lys og rekkverk frå skulen langs elva og heilt til\n"
        f"{hang} Storemyra, 2,7 kilometer i alt. Kommunen har teke på seg å eiga vegen.\n"
        f"{hang} Grendalaget brøyter.\n"
        f"{mark} Setja opp lys ved\n{hang} Storemyra\n"
    )
    assert [text.removeprefix(mark).strip() for text in found] == [
        (
            "Byggja gangveg med lys og rekkverk frå skulen langs elva og heilt til Storemyra, "
            "2,7 kilometer i alt. Kommunen har teke på seg å eiga vegen. Grendalaget brøyter."
        ),
        "Setja opp lys ved Storemyra",
    ]


def test_a_line_that_had_room_above_is_none_of_it() -> None:
    found = texts(
        "1.1 Byggja ny gangveg\n"
        "    Kommunen byggjer vegen saman med fylket, som har sett av pengar til han.\n"
        "    Arbeidet tek to somrar.\n"
    )
    assert found[0] == "1.1 Byggja ny gangveg"


def test_lines_without_marks_do_not_hang() -> None:
    found = texts(
        "Barn og unge skal ha trygge og lyse vegar til skulen og heim att om kvelden.\n"
        "Eldre skal koma seg til butikken på eiga hand, også når det er glatt og mørkt.\n"
    )
    assert len(found) == 2


def test_in_a_print_the_line_above_is_full() -> None:
    found = texts(
        "A3 Kartleggja varmetapet i det gamle\n"
        "Rådhuset før det blir avgjort kva det skal\n"
        "nyttast til\n"
        "Ansvar: Rådmannen\n"
        "A4 Skifta pærer\n"
        "Det sparer straum og pengar kvart år.\n"
    )
    assert found[0] == (
        "A3 Kartleggja varmetapet i det gamle Rådhuset før det blir avgjort kva det skal nyttast til"
    )
    assert "A4 Skifta pærer" in found


def test_the_next_code_begins_an_item_where_the_line_above_is_full() -> None:
    items = ["T1 Kartleggja varmetapet i rådhuset", "T2 Skifta pærer i alle skulane", "T3 Byta bil"]
    assert texts("\n".join(items) + "\n") == items
