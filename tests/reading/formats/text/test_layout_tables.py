"""Tables as `pdftotext -layout` sets them: what its grid of signs and its pages do to a table."""

import pytest

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf.broken_words import WORDS_CLOSED
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary


def tables(text: str) -> list[list[list[tuple[int, str]]]]:
    document = blocks_of_text(text, Vocabulary.default())
    return [
        [[(cell.column, cell.text) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, TableBlock)
    ]


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of_text(text, Vocabulary.default()).texts()]


AMOUNTS_BEFORE_TEXT = """
Nr    Tiltak                    Kostnad (kr)        Status
1     Lys ved stasjonen                     350 000 Pågår
2     Vaktarar i helgane                  1 350 000 Ferdig
3     Ferievakt                                   0 Pågår
"""


def test_what_stands_close_after_an_amount_begins_its_own_column() -> None:
    assert tables(AMOUNTS_BEFORE_TEXT)[0][1:] == [
        [(0, "1"), (1, "Lys ved stasjonen"), (2, "350 000"), (3, "Pågår")],
        [(0, "2"), (1, "Vaktarar i helgane"), (2, "1 350 000"), (3, "Ferdig")],
        [(0, "3"), (1, "Ferievakt"), (2, "0"), (3, "Pågår")],
    ]


NUMBER_BEFORE_TEXT = """
Løpenr    Sektor           Tiltak                    Frist
        1 Samferdsel       Byta ut varebilane        2026
        2 Samferdsel       Byggja sykkelhotell       2027
        3 Avfall           Henta tekstilar           2026
"""


def test_a_number_close_before_a_text_is_in_its_own_column() -> None:
    assert [row[:2] for row in tables(NUMBER_BEFORE_TEXT)[0][1:]] == [
        [(0, "1"), (1, "Samferdsel")],
        [(0, "2"), (1, "Samferdsel")],
        [(0, "3"), (1, "Avfall")],
    ]


def test_a_group_of_digits_is_not_cut_from_its_number() -> None:
    text = (
        "Tiltak                     2026        2027        2028\n"
        "Asfaltera vegane          2 500       2 500       2 500\n"
        "Nytt reinseanlegg         5 000      48 000      31 000\n"
    )
    assert tables(text)[0][2] == [
        (0, "Nytt reinseanlegg"),
        (1, "5 000"),
        (2, "48 000"),
        (3, "31 000"),
    ]


def test_an_amount_is_not_cut_before_its_unit() -> None:
    text = (
        "Tiltak                 Ansvar        Kostnad     Frist\n"
        "Nytt leidningsnett     Vassverket    6,4 mill.   2026\n"
        "                                     kr\n"
        "Skilja overvatn frå    Kommunalteknikk\n"
        "kloakk                             18 mill.      2027\n"
        "                                     kr\n"
    )
    assert [row[2] for row in tables(text)[0][1:]] == [(2, "6,4 mill. kr"), (2, "18 mill. kr")]


YEARS_BELOW = """
Nr     Tiltak                  Ansvar       Budsjett (i 1000 kr)     Status

                                                  2026   2027   2028
1.1    Etablerarkurs           Hagen               100    100    100 Ikkje starta
1.2    Mentor for nye          Hagen                50     50        Ikkje starta
"""


def test_years_below_a_head_over_several_columns() -> None:
    document = blocks_of_text(YEARS_BELOW, Vocabulary.default())
    table = next(block for block in document.blocks if isinstance(block, TableBlock))
    assert [(c.column, c.column_span, c.text) for c in table.rows[0].cells] == [
        (0, 1, "Nr"),
        (1, 1, "Tiltak"),
        (2, 1, "Ansvar"),
        (3, 3, "Budsjett (i 1000 kr)"),
        (6, 1, "Status"),
    ]
    assert tables(YEARS_BELOW)[0][1:] == [
        [(3, "2026"), (4, "2027"), (5, "2028")],
        [
            (0, "1.1"),
            (1, "Etablerarkurs"),
            (2, "Hagen"),
            (3, "100"),
            (4, "100"),
            (5, "100"),
            (6, "Ikkje starta"),
        ],
        [
            (0, "1.2"),
            (1, "Mentor for nye"),
            (2, "Hagen"),
            (3, "50"),
            (4, "50"),
            (6, "Ikkje starta"),
        ],
    ]


def test_a_year_close_to_the_next_head() -> None:
    text = (
        "Tiltak              Ansvar       2026   2027 Merknad\n"
        "Lysløype            Laget         100    200 Eige tilskot\n"
    )
    assert tables(text)[0] == [
        [(0, "Tiltak"), (1, "Ansvar"), (2, "2026"), (3, "2027"), (4, "Merknad")],
        [(0, "Lysløype"), (1, "Laget"), (2, "100"), (3, "200"), (4, "Eige tilskot")],
    ]


GROUPS_OVER_COLUMNS = """
Nr.     Risiko         Tiltak             Ansvar     Frist
A. Hendingar i naturen



A1      Flaum          Setja ut målar     Teknisk    2026
B. Svikt i straum og vatn
B1      Straum borte   Kjøpa aggregat     Eigedom    2027

Øving
Leiinga øver to gonger i året.
"""


def test_a_text_over_several_columns_names_the_rows_below_it() -> None:
    assert [row for row in tables(GROUPS_OVER_COLUMNS)[0] if len(row) == 1] == [
        [(0, "A. Hendingar i naturen")],
        [(0, "B. Svikt i straum og vatn")],
    ]
    assert texts(GROUPS_OVER_COLUMNS) == ["Øving", "Leiinga øver to gonger i året."]


def test_a_sign_of_a_list_is_no_column() -> None:
    text = (
        "Tiltak              Ansvar         Frist\n"
        "Byggja bru          Teknisk        2026\n"
        "\n\n"
        "Indikatorar\n"
        "\uf0b7   Talet på bruer\n"
        "\uf0b7   Talet på ulukker\n"
    )
    assert len(tables(text)[0]) == 2
    assert texts(text) == ["Indikatorar", "Talet på bruer", "Talet på ulukker"]


OVER_PAGE = (
    "Tiltak              2026 (kroner)        2027 (kroner)      Sum\n"
    "Pussa opp           900 000              300 000            1 200 000\n"
    "kinosalen\n"
    "Opna øvingslokale   250 000                                 250 000\n"
    "\fi gamlebanken\n"
    "Skipa kulturtorg    40 000      40 000    80 000\n"
    "to gonger i året\n"
    "Fri entré                       15 000    15 000\n"
    "\nRullering\nPlanen vert rullert kvart år.\n"
)


def test_a_table_goes_on_over_a_page_without_its_head() -> None:
    assert tables(OVER_PAGE)[0][1:] == [
        [(0, "Pussa opp kinosalen"), (1, "900 000"), (2, "300 000"), (3, "1 200 000")],
        [(0, "Opna øvingslokale i gamlebanken"), (1, "250 000"), (3, "250 000")],
        [
            (0, "Skipa kulturtorg to gonger i året"),
            (1, "40 000"),
            (2, "40 000"),
            (3, "80 000"),
        ],
        [(0, "Fri entré"), (2, "15 000"), (3, "15 000")],
    ]
    assert texts(OVER_PAGE) == ["Rullering", "Planen vert rullert kvart år."]


def test_prose_on_the_next_page_is_no_more_of_the_table() -> None:
    text = (
        "Tiltak              Ansvar         Frist\n"
        "Byggja bru          Teknisk        2026\n"
        "\fSlik følgjer vi opp\nPlanen vert rullert kvart år.\n"
    )
    assert len(tables(text)[0]) == 2
    assert texts(text) == ["Slik følgjer vi opp", "Planen vert rullert kvart år."]


NARROW = """
Kommunane øver saman, og dei som har ansvaret, møtest kvar haust.

Tiltak        Ansvar        Frist
Øving i       Varabrann     2026
tunnelbran    sjefen
n
Ruste opp     Eigar         01.10.202
mølla                       7
"""


def test_words_broken_in_narrow_cells_are_closed_and_named() -> None:
    assert tables(NARROW)[0][1:] == [
        [(0, "Øving i tunnelbrann"), (1, "Varabrannsjefen"), (2, "2026")],
        [(0, "Ruste opp mølla"), (1, "Eigar"), (2, "01.10.2027")],
    ]
    document = blocks_of_text(NARROW, Vocabulary.default())
    assert document.warnings == (f"{WORDS_CLOSED} «tunnelbrann», «Varabrannsjefen».",)


MARKS_AND_YEARS = """
Område        Nr    Tiltak                 Nordvik   Sørvik   Fjellby   2026   2027   2028 Sum         Ansvarleg

Bygg             1 Sparepærer i skulane    x         x                  400    150     150      700 Eigedom
Veg              2 Ladestolpar             x                  x         900    250             1150 Teknisk eining
"""


def test_columns_of_the_municipalities_and_of_years_are_a_head() -> None:
    head, first, second = tables(MARKS_AND_YEARS)[0]
    assert len(head) == 11
    assert first == [
        (0, "Bygg"),
        (1, "1"),
        (2, "Sparepærer i skulane"),
        (3, "x"),
        (4, "x"),
        (6, "400"),
        (7, "150"),
        (8, "150"),
        (9, "700"),
        (10, "Eigedom"),
    ]
    assert second[-2:] == [(9, "1150"), (10, "Teknisk eining")]


def test_a_unit_after_a_comma_is_part_of_its_head() -> None:
    text = "Tiltak            Kostnad, tkr   Ansvarleg\nByggja bru                 600   Teknisk eining\n"
    assert tables(text)[0] == [
        [(0, "Tiltak"), (1, "Kostnad, tkr"), (2, "Ansvarleg")],
        [(0, "Byggja bru"), (1, "600"), (2, "Teknisk eining")],
    ]


def test_a_word_of_two_letters_with_a_full_stop_is_no_mark_of_a_list() -> None:
    text = (
        "Planen gjeld for heile regionen og blir rullert i kommunestyra kvart tredje\n"
        "år.\n"
        "\n"
        "Satsingsområde 1: Kultur\n"
    )
    assert texts(text)[-1] == "Satsingsområde 1: Kultur"


LISTS = """
Delmål A: Folk skal kunna bu heime så lenge dei vil
Dette skal vi gjera:

9. Tilby gratis bustadsjekk
10.Byggja åtte bustader

Delmål B: Folk skal få plass når dei sjølve vil
Dette skal vi gjera:

11. Opna ny avdeling
"""


def test_a_label_said_again_is_no_rest_of_the_line_above_it() -> None:
    assert texts(LISTS) == [
        "Delmål A: Folk skal kunna bu heime så lenge dei vil",
        "Dette skal vi gjera:",
        "9. Tilby gratis bustadsjekk",
        "10.Byggja åtte bustader",
        "Delmål B: Folk skal få plass når dei sjølve vil",
        "Dette skal vi gjera:",
        "11. Opna ny avdeling",
    ]


def test_years_broken_over_two_lines_are_one_title() -> None:
    text = "Folkehelseplan 2025–\n2028\nVedteken av kommunestyret\n"
    assert texts(text)[0] == "Folkehelseplan 2025–2028"


NUMBERED_CLOSE = """
Satsing         Tiltak                                  Tid     Ansvarleg

Læring          1) Halda nettverk i gang                2027    Rektorane

Entreprenørskap 1) Skipa til messe for ungdom           2027    Kommunane
og helse
                2) Prøva ut ein verktøykasse            2028    Kommunane
"""


def test_a_number_close_to_the_cell_before_it_begins_its_own() -> None:
    (table,) = tables(NUMBERED_CLOSE)
    assert [[text for _, text in row] for row in table][2] == [
        "Entreprenørskap og helse",
        "1) Skipa til messe for ungdom",
        "2027",
        "Kommunane",
    ]


@pytest.mark.parametrize(
    "numbers", [("1.1", "1.2", "2.1"), ("A1", "A2", "B1"), ("A.1", "A.2", "B.1")]
)
def test_where_measures_are_counted_in_their_cells_only_a_number_begins_a_row(
    numbers: tuple[str, ...],
) -> None:
    one, two, three = numbers
    (found,) = tables(
        "Tiltak                     Ansvar       Frist       Kostnad\n"
        f"{one} Byggja turveg rundt    Teknisk      2026–       1 400\n"
        "Storevatnet                Sjef         2027        000\n"
        f"{two} Merka stiar til        Turlaget     2026        40 000\n"
        "Høgenuten\n"
        f"{three} Halda kurs i ski       Skiklubben   Kvar        5 000\n"
        "Kvar laurdag               Ungdomslag   vinter\n"
    )
    assert [row[0][1] for row in found[1:]] == [
        f"{one} Byggja turveg rundt Storevatnet",
        f"{two} Merka stiar til Høgenuten",
        f"{three} Halda kurs i ski Kvar laurdag",
    ]
