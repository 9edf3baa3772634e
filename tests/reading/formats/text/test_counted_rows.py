"""Rows that count themselves, where the columns to the right are torn off."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.column_regions import NOT_PAIRED
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary

HEADS = "Nr\n\nTiltak\n\nAnsvar\n\n2027\n\n2028\n\n"
TORN = (
    HEADS
    + "1.1\n\nLeiga orgelbyggjar til\nalle kyrkjene\n\nKantoren\n\n250\n\n400\n\n"
    + "1.2\n\nKjøpa stemmeverktøy\n\nKantoren\n\n120\n\n120\n\n120 Starta\n\n"
    + "1.3\n\nHalda korkurs i kvart sokn\n\nMusikkrådet\n\n–\n\n80\n\n90 Ikkje starta\n\n"
    + "2029 Status\n\n– Starta\n"
)


def tables(text: str) -> list[list[list[tuple[int, str]]]]:
    return [
        [[(cell.column, cell.text) for cell in row.cells] for row in block.rows[1:]]
        for block in blocks_of_text(text, Vocabulary.default()).blocks
        if isinstance(block, TableBlock)
    ]


def test_what_stands_between_two_numbers_is_a_row() -> None:
    assert tables(TORN) == [
        [
            [
                (0, "1.1"),
                (1, "Leiga orgelbyggjar til alle kyrkjene"),
                (2, "Kantoren"),
                (3, "250"),
                (4, "400"),
            ],
            [(0, "1.2"), (1, "Kjøpa stemmeverktøy"), (2, "Kantoren"), (3, "120"), (4, "120")],
            [
                (0, "1.3"),
                (1, "Halda korkurs i kvart sokn"),
                (2, "Musikkrådet"),
                (3, "–"),
                (4, "80"),
            ],
        ]
    ]


def test_what_fits_no_column_is_said_to_be_left_out() -> None:
    document = blocks_of_text(TORN, Vocabulary.default())
    left = [TORN[one.start : one.end] for one, why in document.aside if why == NOT_PAIRED]
    assert left == ["120 Starta", "90 Ikkje starta"]


def test_codes_count_too_and_unknown_heads_may_stand_before_them() -> None:
    text = (
        "Nr.\n\nTiltak\n\nEffekt (tonn\nutslepp)\n\n"
        "T1\n\nByta ut gamle orgelpiper med bly\n\n58\n\n"
        "T2\n\nVarma opp kyrkjene med bergvarme\n\n310\n\n2027\n\nx\n\nx\n"
    )
    assert tables(text) == [
        [
            [(0, "T1"), (1, "Byta ut gamle orgelpiper med bly")],
            [(0, "T2"), (1, "Varma opp kyrkjene med bergvarme")],
        ]
    ]


def test_years_are_no_numbers_of_rows() -> None:
    text = "Nr\n\nTiltak\n\nFrist\n\n2027\n\n2028\n\n2029\n\nKor og orgel\n"
    assert tables(text) == []
