"""Texts that stand again and again in a table written column after column."""

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary

AREAS_BESIDE = """Nr.
1
2
3
4
5

Tiltak
Leiga orgelbyggjar
til alle kyrkjene
Kjøpa stemmeverktøy
Halda korkurs i kvart
sokn
Skipa songkveldar
Setja opp nye klokker

Satsingsområde
Orgel

Frist
2026

Kostnad
250 000

Orgel

2027

9 000

Song

2026

40 000

Song

2028

Innanfor ramma

Klokker

2029

85 000
"""


def test_what_stands_again_and_again_is_no_measure() -> None:
    (table,) = blocks_of_text(AREAS_BESIDE, Vocabulary.default()).blocks
    assert isinstance(table, TableBlock)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nr.", "Tiltak", "Satsingsområde", "Frist", "Kostnad"],
        ["1", "Leiga orgelbyggjar til alle kyrkjene", "Orgel", "2026", "250 000"],
        ["2", "Kjøpa stemmeverktøy", "Orgel", "2027", "9 000"],
        ["3", "Halda korkurs i kvart sokn", "Song", "2026", "40 000"],
        ["4", "Skipa songkveldar", "Song", "2028", "Innanfor ramma"],
        ["5", "Setja opp nye klokker", "Klokker", "2029", "85 000"],
    ]


def test_a_chapter_named_as_a_column_of_notes_is_no_column() -> None:
    chapter = "Oppfølging\nPlanen vert følgd opp kvart år av kyrkjelydane og av fellesrådet.\n"
    table, heading, *_ = blocks_of_text(f"{AREAS_BESIDE}\n{chapter}", Vocabulary.default()).blocks
    assert isinstance(table, TableBlock)
    assert [cell.text for cell in table.rows[0].cells] == [
        "Nr.",
        "Tiltak",
        "Satsingsområde",
        "Frist",
        "Kostnad",
    ]
    assert isinstance(heading, TextBlock)
    assert heading.text == "Oppfølging"
