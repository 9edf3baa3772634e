"""Tables that `pdftotext -layout` sets over several pages, each with its signs placed anew."""

from tests.reading.formats.text.test_layout_tables import tables

CELL_OVER_PAGE = """
Nr      Tiltak         Ansvar        Frist      Kostnad
A1      Setja opp      Teknisk       2026       150 000
        lys langs
        heile\f
           Nordre
           strandveg
A2         Byggja         Kommunen      2027        2 000 000
           bru
Fritid
A3         Opna           Laget         2027        90 000
           hallen
"""


def test_a_cell_and_names_of_rows_go_on_over_a_page() -> None:
    assert [[text for _, text in row] for row in tables(CELL_OVER_PAGE)[0][1:]] == [
        ["A1", "Setja opp lys langs heile Nordre strandveg", "Teknisk", "2026", "150 000"],
        ["A2", "Byggja bru", "Kommunen", "2027", "2 000 000"],
        ["Fritid"],
        ["A3", "Opna hallen", "Laget", "2027", "90 000"],
    ]


NAME_AT_THE_END = """
Tiltak               Ansvar           Frist      Kostnad
Byggja bru           Kommunen         2027       2 000 000
Satsingsområde 2: Kultur\f
Mål: Alle skal ha ein plass å vera

Opna hallen             Laget              2027          90 000

Byggja scene            Kulturskulen       2028          40 000
"""


def test_rows_stand_on_the_page_after_their_name() -> None:
    assert [[text for _, text in row] for row in tables(NAME_AT_THE_END)[0][1:]] == [
        ["Byggja bru", "Kommunen", "2027", "2 000 000"],
        ["Satsingsområde 2: Kultur"],
        ["Mål: Alle skal ha ein plass å vera"],
        ["Opna hallen", "Laget", "2027", "90 000"],
        ["Byggja scene", "Kulturskulen", "2028", "40 000"],
    ]


HEAD_AT_THE_END = """
Nr.    Tiltak               Ansvar           Frist

1 av 2\f
Arealbruk
C1     Laga rekneskap       Plan             2027
C2     Verna myra           Grunneigarane    2028

2 av 2
"""


def test_a_head_at_the_end_of_a_page_stands_over_the_next_one() -> None:
    assert [[text for _, text in row] for row in tables(HEAD_AT_THE_END)[0][1:]] == [
        ["Arealbruk"],
        ["C1", "Laga rekneskap", "Plan", "2027"],
        ["C2", "Verna myra", "Grunneigarane", "2028"],
    ]


AMOUNTS_OVER_PAGE = """
Nr      Tiltak             Ansvar             2026     2027     Status
A1      Setja opp lys      Teknisk             400      400     I gang
A2      Byggja bru         Kommunen           1 600      600 Ikkje i gang\f
A3         Opna hallen     Laget                     3500    2500 Ikkje i gang
A4         Byggja scene    Kulturskulen                50         I gang
A5         Rydda stiar     Turlaget                   350     350 Ikkje i gang
A6         Måla huset      Velforeininga             1000    1000 Ikkje i gang
"""


def test_amounts_that_stand_to_the_right_keep_their_column_on_the_next_page() -> None:
    assert tables(AMOUNTS_OVER_PAGE)[0][3:5] == [
        [
            (0, "A3"),
            (1, "Opna hallen"),
            (2, "Laget"),
            (3, "3500"),
            (4, "2500"),
            (5, "Ikkje i gang"),
        ],
        [(0, "A4"), (1, "Byggja scene"), (2, "Kulturskulen"), (3, "50"), (5, "I gang")],
    ]


ROW_CUT_BY_PAGE = """
Ref     Action                   Lead             Timescale       Cost         Progress
3.2     Introduce one ticket     Forum            2027            £20,000      Started
3.3     Install batteries at     Harbour trusts   2026-2027       £410,000     Not

Firths Partnership                             Page 1\f
Ref     Action                   Lead             Timescale       Cost         Progress
        three harbours                                                         started
{more}
Firths Partnership                             Page 2
"""


def test_a_row_goes_on_below_heads_that_a_page_prints_again() -> None:
    more = "3.4     Paint the pier           Trust            2027            £9,000       Started"
    for below, last in (("", []), (more, [more.split("  ", maxsplit=1)[0]])):
        found = tables(ROW_CUT_BY_PAGE.format(more=below))
        rows = [[text for _, text in row] for table in found for row in table if row[0][1] != "Ref"]
        assert rows[1] == [
            "3.3",
            "Install batteries at three harbours",
            "Harbour trusts",
            "2026-2027",
            "£410,000",
            "Not started",
        ]
        assert [row[0] for row in rows[2:]] == last
