"""Wrapped lines of items that begin with a capital or a figure."""

import textwrap

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


PROSE = (
    "The Director of Services for Climate Action reports to the Strategic Policy "
    "Committee every quarter. A public report is issued each January, and the text goes "
    "to all who live here. Two of three in the county live in a house built before 1990, "
    "and many of the houses are cold and damp. There are 212 vacant homes in the towns of "
    "Knockmore, and the schools have fewer pupils each year. The council will act with "
    "the housing trust, the four parish councils and the 2,400 households that heat with "
    "oil. The plan was drawn up in the course of a winter by a group with members from "
    "all the towns. The group met the Minister Siobhan Oakley in March. "
)


@pytest.mark.parametrize("room", range(60, 90))
def test_what_a_program_wraps_goes_on_where_the_next_word_had_no_room(room: int) -> None:
    """Sentences that end with their line may stay apart; none is cut within."""
    found = texts(textwrap.fill(PROSE + PROSE, room) + "\n")
    assert " ".join(found) == (PROSE + PROSE).strip()
    assert {text[-1] for text in found} == {"."}


def test_a_line_with_room_for_the_next_word_ends_there() -> None:
    lines = ["Homes and warmth", "Streets and squares of the four old market towns", "Rivers"]
    assert texts("\n\n".join([textwrap.fill(PROSE, 72), "\n".join(lines)]) + "\n")[-3:] == lines


def test_where_lines_are_not_wrapped_a_full_one_may_end() -> None:
    goals = [
        "Every child in Knockmore lives within two kilometres of a playground",
        "Every parent in Knockmore can find a place in a nursery all the year round",
    ]
    assert texts("\n".join(goals) + "\n") == goals


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Adopted by Knockmore County Council on 22 January", "2024"),
        ("Vedteken av Åsvik kommunestyre 3. mars", "2026, sak 12/26"),
        ("Fastställd av kommunfullmäktige den 17 juni", "2025 (§ 88)"),
        ("Godkendt af Byrådet den 18. december", "2023"),
    ],
)
def test_a_date_goes_on_with_its_year(before: str, after: str) -> None:
    assert texts(f"Plan\n\n{before}\n{after}\n\nKultur\n") == [
        "Plan",
        f"{before} {after}",
        "Kultur",
    ]
