"""Tables in plain text: set with spaces, or written out cell after cell."""

from tests.reading.formats.pdf.test_printed_text import tables, texts
from tiltak.reading.blocks import BlockDocument
from tiltak.reading.formats.text.furniture import RUNNING_HEAD
from tiltak.reading.formats.text.plain_text import read_text
from tiltak.reading.vocabulary import Vocabulary


def read(text: str) -> BlockDocument:
    return read_text(text.encode(), Vocabulary.default())


RIGHT_ALIGNED = """
Satsing        Tiltak                                    Tid             Budsjett   Ansvar

Veg            1) Byggja gangveg langs elva og setja     2026        1 100 000 kr   Teknisk etat (TE)
               opp lys
               2) Rydda skogen                           2026-2027      40 000 kr   TE/
               Store tre må få stå                                                  Grendelaget
               3) Måla rekkverk                          2026                   –   TE
Sum Veg                                                              1 140 000 kr
"""


def test_amounts_that_stand_to_the_right_are_under_their_head() -> None:
    assert tables(read(RIGHT_ALIGNED)) == [
        [
            ["Satsing", "Tiltak", "Tid", "Budsjett", "Ansvar"],
            [
                "Veg",
                "1) Byggja gangveg langs elva og setja opp lys",
                "2026",
                "1 100 000 kr",
                "Teknisk etat (TE)",
            ],
            [
                "2) Rydda skogen Store tre må få stå",
                "2026-2027",
                "40 000 kr",
                "TE/Grendelaget",
            ],
            ["3) Måla rekkverk", "2026", "–", "TE"],
            ["Sum Veg", "1 140 000 kr"],
        ]
    ]


TIGHT = """
Mål                Tiltak                           Ansvar
Alle born får mat  Alle skular byr på frukt og      Rektorane
kvar skuledag      grønsaker
                   Foreldra får tips om frukost     Helsestasjon
Ingen er åleine på Opna kafear i alle bygder        Frivilligsentral
kveldstid          med mat og song
"""


def test_columns_that_stand_close_part_where_their_heads_begin() -> None:
    rows = tables(read(TIGHT))[0]
    assert [row[:2] for row in rows[1:]] == [
        ["Alle born får mat kvar skuledag", "Alle skular byr på frukt og grønsaker"],
        ["Foreldra får tips om frukost", "Helsestasjon"],
        ["Ingen er åleine på kveldstid", "Opna kafear i alle bygder med mat og song"],
    ]


WITHOUT_BLANKS = """Satsing Prosjekt/tiltak 2026 Tid Budsjett Ansvar
Veg 1) Byggja gangveg langs elva og setja
opp lys
2026
100 000 Teknisk etat
2) Rydda skogen 2026 – Grendelaget
Sum veg 100 000
Skule
og oppvekst
1) Kjøpa bøker 2027 20 000 Rektorane/
Foreldra
Satsing Prosjekt/tiltak 2026 Tid Budsjett Ansvar
Helse 1) Opna kafear 2026 30 000 Frivilligsentralen
"""


def test_cells_without_blank_lines_between() -> None:
    heads = ["Satsing", "Prosjekt/tiltak 2026", "Tid", "Budsjett", "Ansvar"]
    assert tables(read(WITHOUT_BLANKS)) == [
        [
            heads,
            [
                "Veg",
                "1) Byggja gangveg langs elva og setja opp lys",
                "2026",
                "100 000",
                "Teknisk etat",
            ],
            ["2) Rydda skogen", "2026", "–", "Grendelaget"],
            ["Sum veg 100 000"],
            [
                "Skule og oppvekst",
                "1) Kjøpa bøker",
                "2027",
                "20 000",
                "Rektorane/Foreldra",
            ],
        ],
        [heads, ["Helse", "1) Opna kafear", "2026", "30 000", "Frivilligsentralen"]],
    ]


def test_running_heads_of_several_lines_are_set_aside_and_heads_of_tables_are_not() -> None:
    pages = [
        f"Nordfjell kommune\nSak 26/114\n\nTiltak         Frist     Ansvar\n"
        f"{what}    2026      Rektor\n\n\nHenta 15. januar\nSide {number} av 3"
        for number, what in enumerate(("Rydda skog", "Måla skule", "Byggja bru"), start=1)
    ]
    found = read("\f".join(["Handlingsplan 2026", *pages]))
    heads = [found.text[p.start : p.end] for p, why in found.aside if why == RUNNING_HEAD]
    assert sorted(set(heads)) == ["Henta 15. januar", "Nordfjell kommune", "Sak 26/114"]
    assert len(heads) == 9
    assert texts(found) == ["Handlingsplan 2026"]
    assert [rows[1][0] for rows in tables(found)] == ["Rydda skog", "Måla skule", "Byggja bru"]


def test_a_year_on_top_of_a_page_of_text_is_no_page_number() -> None:
    found = read("2026\nHalda møte i alle bygder\n\f2024\nByggja bru over elva")
    assert found.aside == ()


COLLECTING = """
Nr    Tiltak                          Ansvar       Frist   Kostnad
1     Rydda strandsona kvar vår.      Driftssjef   2026      40 000
      Samla inn garn og teiner
2     Samla inn glas og metall        Hamnevakta   2027      60 000
Sum                                                         100 000
"""


def test_a_line_that_begins_like_a_sum_goes_on_with_its_measure() -> None:
    assert tables(read(COLLECTING))[0][1:] == [
        [
            "1",
            "Rydda strandsona kvar vår. Samla inn garn og teiner",
            "Driftssjef",
            "2026",
            "40 000",
        ],
        ["2", "Samla inn glas og metall", "Hamnevakta", "2027", "60 000"],
        ["Sum", "100 000"],
    ]
