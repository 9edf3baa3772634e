"""Cards set with spaces (`pdftotext -layout`): over pages, with wide values, and heads that are no card."""

from tests.reading.formats.text.test_layout_tables import tables, texts


def words(text: str) -> list[list[list[str]]]:
    return [[[cell for _, cell in row] for row in table] for table in tables(text)]


OVER_PAGE = """
Opna kunnskapssenter i bygdene
Ansvarleg             Kommunane

Side 1 av 2\f
Samarbeidspartar        Biblioteka og
                        skulane
Tidsramme               2026–2027
Kostnad                 250 000 kr


Setja i gang mentorordning
Ansvarleg               Næringshagen
Tidsramme               2027

Side 2 av 2
"""


def test_a_card_goes_on_over_a_page_with_the_facts_it_lacks() -> None:
    assert words(OVER_PAGE) == [
        [
            ["Ansvarleg", "Kommunane"],
            ["Samarbeidspartar", "Biblioteka og skulane"],
            ["Tidsramme", "2026–2027"],
            ["Kostnad", "250 000 kr"],
        ],
        [["Ansvarleg", "Næringshagen"], ["Tidsramme", "2027"]],
    ]


VALUE_OVER_PAGE = """
Satsingsområde 2: Energi
Mål                  Energibruken i bygga skal ned med ein femdel

Side 1 av 2\f
                          Meir straum skal lagast lokalt
Strategi                  Rusta opp framfor å byggja nytt

Side 2 av 2
"""


def test_the_next_goal_stands_first_on_the_page_after_its_name() -> None:
    assert words(VALUE_OVER_PAGE) == [
        [
            ["Mål", "Energibruken i bygga skal ned med ein femdel Meir straum skal lagast lokalt"],
            ["Strategi", "Rusta opp framfor å byggja nytt"],
        ]
    ]


NEXT_CARD = """
Bygga cykelbana
Ansvarig          Gatukontoret
Tidplan           2026\f
Ansvarig          Skolkontoret
Tidplan           2027

Allt blir klart i tid.
"""


def test_a_fact_said_again_begins_another_card() -> None:
    assert words(NEXT_CARD) == [
        [["Ansvarig", "Gatukontoret"], ["Tidplan", "2026"]],
        [["Ansvarig", "Skolkontoret"], ["Tidplan", "2027"]],
    ]


WIDE_VALUE = """
Tiltak 6          Skilt på tre språk
Ansvarleg         Kulturavdelinga Tidsramme           2026
                  og skulane
Kostnad           180 000 kr        Status             Planlagt
"""


def test_a_value_as_wide_as_its_column_stands_close_to_the_next_name() -> None:
    assert words(WIDE_VALUE) == [
        [
            ["Tiltak 6", "Skilt på tre språk"],
            ["Ansvarleg", "Kulturavdelinga og skulane", "Tidsramme", "2026"],
            ["Kostnad", "180 000 kr", "Status", "Planlagt"],
        ]
    ]


FACTS_UNDER_HEADS = """
1.1 Bokbuss til grendene
Ansvarleg          Tidsramme        Kostnad           Vekt
Biblioteket og     2026             90 000 kr         Stor
skulane


1.2 Leseklubb
Ansvarleg          Tidsramme        Kostnad           Vekt

\fBiblioteket          2027             Innanfor ramma    Liten


1.3 Heimlån
"""


def test_four_names_on_a_line_are_heads_with_the_facts_of_one_measure_below() -> None:
    assert words(FACTS_UNDER_HEADS) == [
        [
            ["Ansvarleg", "Tidsramme", "Kostnad", "Vekt"],
            ["Biblioteket og skulane", "2026", "90 000 kr", "Stor"],
        ],
        [
            ["Ansvarleg", "Tidsramme", "Kostnad", "Vekt"],
            ["Biblioteket", "2027", "Innanfor ramma", "Liten"],
        ],
    ]
    assert texts(FACTS_UNDER_HEADS) == ["1.1 Bokbuss til grendene", "1.2 Leseklubb", "1.3 Heimlån"]


LONGEST_NAME_LAST = """
  1.1  Rydda kyrkjevegen
       Ansvar:  Turlaget
       Tid:     2024
       Kostnad: kr 45 000
"""
LONGEST_NAME_FIRST = """
  1.1  Rydda kyrkjevegen
       Finansiering: fylket
       Frist:        2024
       Ansvarleg:    Turlaget
"""


def test_the_longest_name_of_a_card_may_stand_close_to_its_value() -> None:
    assert words(LONGEST_NAME_LAST) == [
        [["Ansvar:", "Turlaget"], ["Tid:", "2024"], ["Kostnad:", "kr 45 000"]]
    ]
    assert words(LONGEST_NAME_FIRST) == [
        [["Finansiering:", "fylket"], ["Frist:", "2024"], ["Ansvarleg:", "Turlaget"]]
    ]
