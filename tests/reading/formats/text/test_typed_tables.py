"""Tables typed in columns: a rule of signs under the head, the widest cell fills its column, a whole
cell off its column's place."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.drawn_rules import DRAWN
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary


def rows(text: str) -> list[list[tuple[int, str]]]:
    """The rows of the only table, without its head."""
    (table,) = (
        block
        for block in blocks_of_text(text, Vocabulary.default()).blocks
        if isinstance(block, TableBlock)
    )
    return [[(cell.column, cell.text) for cell in row.cells] for row in table.rows[1:]]


RULED = """
Tiltak                         Frist Ansvar       Kostnad (kr)
------------------------------ ----- ------------ ------------
Pussa opp amfiet ved kyrkja og 2027  Kulturhuset  310 000
setja opp nye benker
Halda kurs for korleiarar      2028  Musikkrådet  25 000
==============================================================
"""


def test_a_rule_of_signs_is_no_end_of_the_table() -> None:
    assert rows(RULED) == [
        [
            (0, "Pussa opp amfiet ved kyrkja og setja opp nye benker"),
            (1, "2027"),
            (2, "Kulturhuset"),
            (3, "310 000"),
        ],
        [(0, "Halda kurs for korleiarar"), (1, "2028"), (2, "Musikkrådet"), (3, "25 000")],
    ]


def test_rules_of_signs_are_set_aside_and_a_dash_is_not() -> None:
    document = blocks_of_text(RULED + "\n---\n", Vocabulary.default())
    assert [why for _, why in document.aside] == [DRAWN, DRAWN]


def test_a_heading_underlined_with_signs_stays_apart_from_the_text_below() -> None:
    text = "Kunst i skulen\n--------------\nalle klassar skal møta ein kunstnar.\n"
    document = blocks_of_text(text, Vocabulary.default())
    assert [block.text for block in document.texts()] == [
        "Kunst i skulen",
        "alle klassar skal møta ein kunstnar.",
    ]


def test_a_unit_in_brackets_belongs_to_the_head_before_it() -> None:
    text = (
        "Tiltak                       Gjennomføring Budsjett (i kr)   Ansvarleg\n"
        "Låna ut festutstyr           2027          12 000            Biblioteket\n"
        "Filma dei gamle handverka    2028          90 000            Museet\n"
    )
    assert rows(text) == [
        [(0, "Låna ut festutstyr"), (1, "2027"), (2, "12 000"), (3, "Biblioteket")],
        [(0, "Filma dei gamle handverka"), (1, "2028"), (2, "90 000"), (3, "Museet")],
    ]


OFF_ITS_PLACE = """
Tiltak                       Frist          Kostnad (kr)                   Ansvar
Låna ut festutstyr           2027           12 000                         Biblioteket
Filma dei gamle handverka    Løpande                Innanfor ramma Kulturskulane
Ta vare på dansebandarkivet  2029                   30 000–40 000 Museumslaget og
i kjellaren                                                       avisa
"""


def test_a_value_ends_where_the_next_cell_stands_close_behind_it() -> None:
    assert rows(OFF_ITS_PLACE) == [
        [(0, "Låna ut festutstyr"), (1, "2027"), (2, "12 000"), (3, "Biblioteket")],
        [
            (0, "Filma dei gamle handverka"),
            (1, "Løpande"),
            (2, "Innanfor ramma"),
            (3, "Kulturskulane"),
        ],
        [
            (0, "Ta vare på dansebandarkivet i kjellaren"),
            (1, "2029"),
            (2, "30 000–40 000"),
            (3, "Museumslaget og avisa"),
        ],
    ]


VALUE_OVER_THE_EDGE = """
Tiltak                              Frist        Ansvar
Låna ut festutstyr til lag som held Kvar haust   Biblioteket
til i bygda
Setja opp ei minnetavle om dansebandet  2028     Kulturhuset
Filma dei gamle handverka i heile bygda 2027     Museet
"""


def test_a_value_begins_where_a_wider_cell_stands_close_before_it() -> None:
    assert rows(VALUE_OVER_THE_EDGE) == [
        [
            (0, "Låna ut festutstyr til lag som held til i bygda"),
            (1, "Kvar haust"),
            (2, "Biblioteket"),
        ],
        [(0, "Setja opp ei minnetavle om dansebandet"), (1, "2028"), (2, "Kulturhuset")],
        [(0, "Filma dei gamle handverka i heile bygda"), (1, "2027"), (2, "Museet")],
    ]


MONEY_TO_THE_RIGHT = """
Action                                      Budget Lead              Timescale
Repair the bandstand roof                  £16,000 Parks             2027
Lend costumes to village plays     Within existing Library service   Annual
                                           budgets
Pay for a singing teacher            Not yet costed Schools          2028
"""


def test_words_for_money_that_stand_to_the_right_are_whole() -> None:
    assert rows(MONEY_TO_THE_RIGHT) == [
        [(0, "Repair the bandstand roof"), (1, "£16,000"), (2, "Parks"), (3, "2027")],
        [
            (0, "Lend costumes to village plays"),
            (1, "Within existing budgets"),
            (2, "Library service"),
            (3, "Annual"),
        ],
        [(0, "Pay for a singing teacher"), (1, "Not yet costed"), (2, "Schools"), (3, "2028")],
    ]


LOWER_CASE = """
Tiltak                        Frist     Ansvar            Kostnad (kr)
Låna ut festutstyr og telt    2027      KUL               kr 12 000
til laga
Filma dei gamle handverka     løpande   museumslaget      kr 90 000
Leia kor i alle grendene      2027      KUL               kr 15 000
Halda salmekveld              hausten   organistane       kr 5 000
"""


def test_values_in_lower_case_begin_a_row_where_the_measure_above_has_ended() -> None:
    assert [row[0] for row in rows(LOWER_CASE)] == [
        (0, "Låna ut festutstyr og telt til laga"),
        (0, "Filma dei gamle handverka"),
        (0, "Leia kor i alle grendene"),
        (0, "Halda salmekveld"),
    ]


BELOW_ENDED_CELLS = """
Tiltak                         Frist      Kostnad (kr)    Ansvar
Halda kulturveke på skift      Årleg      40 000          Kulturhuset
mellom kommunane
Kartleggja øvingslokale i alle Haust 2027 Innanfor ramma  Musikkrådet
skular og grendehus
"""


def test_values_below_cells_that_ended_further_up_begin_a_row() -> None:
    assert rows(BELOW_ENDED_CELLS) == [
        [
            (0, "Halda kulturveke på skift mellom kommunane"),
            (1, "Årleg"),
            (2, "40 000"),
            (3, "Kulturhuset"),
        ],
        [
            (0, "Kartleggja øvingslokale i alle skular og grendehus"),
            (1, "Haust 2027"),
            (2, "Innanfor ramma"),
            (3, "Musikkrådet"),
        ],
    ]


NUMBERS_AFTER_A_DASH = """
Tiltak                          Frist Ansvar
Sti frå kyrkja til kaia i sør – 2027  Turlaget
austre løp
Merking av stien over fjellet – 2028  Turlaget
vestre løp
Kart over stiane                2027  Kommunen
"""


def test_a_column_of_years_begins_where_all_lines_are_white_before_it() -> None:
    assert [row[1] for row in rows(NUMBERS_AFTER_A_DASH)] == [(1, "2027"), (1, "2028"), (1, "2027")]


WIDE = """
Nr   Tiltak                           Periode     Ansvar
A1   Kartleggja gamle ferdselsvegar   2026-2027   Turlaget
A2   Rydda stiane i Sundet og 2026                Grendalaget
     i Vika
A3   Måla alle bruene som 2027-2028               Kommunen
     sauene går over
A4   Halda kurs i 2025 og 2026                    Kommunen
A5   Ferdig merka løype innan 2028                Turlaget
"""


def test_a_year_left_of_its_column_parts_from_a_text_it_cannot_end() -> None:
    assert rows(WIDE) == [
        [(0, "A1"), (1, "Kartleggja gamle ferdselsvegar"), (2, "2026-2027"), (3, "Turlaget")],
        [(0, "A2"), (1, "Rydda stiane i Sundet og i Vika"), (2, "2026"), (3, "Grendalaget")],
        [(0, "A3"), (1, "Måla alle bruene som sauene går over"), (2, "2027-2028"), (3, "Kommunen")],
        [(0, "A4"), (1, "Halda kurs i 2025 og 2026"), (3, "Kommunen")],
        [(0, "A5"), (1, "Ferdig merka løype innan 2028"), (3, "Turlaget")],
    ]


def test_a_line_that_goes_on_below_a_cell_set_off_to_the_left_is_of_that_cell() -> None:
    text = """
Tiltak                                    Ansvar                  Frist

Halda opent hus med suppe for             Frivilligsentralen      2027
nye familiar
Laga ei oversikt over alle ledige lokale Leiar                    2028
i sentrum                                kulturkontoret
Måla opp att fotballbanen på grusen ved Driftssjef                2029
skulen                                  utmark
"""
    assert rows(text) == [
        [(0, "Halda opent hus med suppe for nye familiar"), (1, "Frivilligsentralen"), (2, "2027")],
        [
            (0, "Laga ei oversikt over alle ledige lokale i sentrum"),
            (1, "Leiar kulturkontoret"),
            (2, "2028"),
        ],
        [
            (0, "Måla opp att fotballbanen på grusen ved skulen"),
            (1, "Driftssjef utmark"),
            (2, "2029"),
        ],
    ]
