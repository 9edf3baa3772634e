"""Names of areas alone on a line at the left edge of a table set with spaces (pdftotext -layout)."""

import pytest

from tests.reading.formats.pdf.test_printed_text import tables
from tests.reading.formats.text.test_text_tables import read

BANDS = """
Mål                      Nr.  Tiltak                              Hovedansvarlig   Medvirkende Tidsplan     Kostnad (kr)
Lys
Alle veier til skolen    1    Armaturer langs hele Skoleveien     Driftssjef       Velforeningen 2026      300 000
skal være opplyst             og Kirkeveien
                         2    Bevegelsesstyring ved busstoppene   Driftssjef                   2027        90 000
Fortau
Ingen skal gå i veien    3    Fortau fra brua til butikken        Fylkeskommunen   Grunneierne 2026–2028   4,2 mill.
ved Nordre
brua                     4    Snarvei bak Idrettshallen           Driftssjef                   2026        150 000
Kryss
Færre ulykker ved        5    Rundkjøring i sentrum               Fylkeskommunen               2028        12 mill.
påkjørslene
"""


def test_a_name_alone_at_the_left_edge_names_the_rows_below() -> None:
    rows = tables(read(BANDS))[0]
    assert [row for row in rows if len(row) == 1] == [["Lys"], ["Fortau"], ["Kryss"]]
    assert [row[0] for row in rows if len(row) > 1][1:] == [
        "Alle veier til skolen skal være opplyst",
        "2",
        "Ingen skal gå i veien ved Nordre brua",
        "4",
        "Færre ulykker ved påkjørslene",
    ]
    assert rows[2] == [
        "Alle veier til skolen skal være opplyst",
        "1",
        "Armaturer langs hele Skoleveien og Kirkeveien",
        "Driftssjef",
        "Velforeningen",
        "2026",
        "300 000",
    ]


NO_BANDS = """
Mål                      Nr.  Tiltak                              Ansvar           Frist
Flere skal gå til        1    Fortau fra brua til butikken        Fylkeskommunen   2026
Søndre skole og
Storbruket
Færre skal kjøre         2    Parkering ved stasjonen             Driftssjef       2027
"""


def test_a_last_line_of_a_cell_is_no_name_where_the_table_begins_with_a_row() -> None:
    assert tables(read(NO_BANDS))[0][1:] == [
        [
            "Flere skal gå til Søndre skole og Storbruket",
            "1",
            "Fortau fra brua til butikken",
            "Fylkeskommunen",
            "2026",
        ],
        ["Færre skal kjøre", "2", "Parkering ved stasjonen", "Driftssjef", "2027"],
    ]


def names(text: str) -> list[list[str]]:
    """The rows of the first table with one text, or a name and a sum."""
    return [row for row in tables(read(text))[0] if len(row) == 1]


BESIDE_NUMBERS = """
Nr.    Tiltak                          Ansvar              Frist
Skulevegar
S1     Gangveg til Nordre skule        Teknisk eining      2026
S2     Lys langs elva                  Velforeininga       2026
Sum skulevegar
Kollektivtrafikk og samkøyring
K1     Ny haldeplass ved torget        Fylkeskommunen      2027
"""


def test_words_where_numbers_stand_name_the_rows_below() -> None:
    rows = tables(read(BESIDE_NUMBERS))[0]
    assert [" ".join(row) for row in rows if len(row) < 4] == [
        "Skulevegar",
        "Sum skulevegar",
        "Kollektivtrafikk og samkøyring",
    ]


GOALS_BELOW_AREAS = """
Strategi                   Tiltak                           Ansvar           Frist     Kostnad
1 Levande grender
Mål: Alle grender skal ha ein stad der folk i alle aldrar kan møtast utan å
måtta betala
Opna husa                  Låna ut skulane om kvelden       Kommunane        2026      90 000
                           Setja i stand grendehusa         Grendelaga       2027      400 000
Sum levande grender                                                                    490 000
2 Trygge vegar
Mål: Ingen skal skadast på skulevegen
Skilja gåande og bilar     Byggja fortau ved brua           Vegkontoret      2028      2 000 000
"""


def test_names_and_goals_stand_one_under_the_other_above_their_rows() -> None:
    assert names(GOALS_BELOW_AREAS) == [
        ["1 Levande grender"],
        [
            "Mål: Alle grender skal ha ein stad der folk i alle aldrar kan møtast utan å måtta betala"
        ],
        ["2 Trygge vegar"],
        ["Mål: Ingen skal skadast på skulevegen"],
    ]
    assert [row[0] for row in tables(read(GOALS_BELOW_AREAS))[0] if len(row) == 5] == [
        "Strategi",
        "Opna husa",
        "Skilja gåande og bilar",
    ]


AFTER_THE_TABLE = """
Nr.    Tiltak                          Ansvar              Frist
S1     Gangveg til Nordre skule        Teknisk eining      2026



Satsingsområde 2: Kultur og idrett
Mål              Alle skal ha ein plass å vera
Strategi         Opna idrettshallane
"""


def test_facts_below_a_name_are_no_rows_of_the_table_above() -> None:
    first, second = tables(read(AFTER_THE_TABLE))
    assert first[1:] == [["S1", "Gangveg til Nordre skule", "Teknisk eining", "2026"]]
    assert second == [["Mål", "Alle skal ha ein plass å vera"], ["Strategi", "Opna idrettshallane"]]


OTHER_TABLE = """
Nr.    Tiltak                          Ansvar              Frist
S1     Gangveg til Nordre skule        Teknisk eining      2026
S2     Lys langs elva                  Velforeininga       2026



Det vi fekk til i fjor                              Ferdig
Nye bord i parken                                   Ja
"""


def test_a_table_ends_where_lines_far_below_keep_to_no_column() -> None:
    assert tables(read(OTHER_TABLE))[0][1:] == [
        ["S1", "Gangveg til Nordre skule", "Teknisk eining", "2026"],
        ["S2", "Lys langs elva", "Velforeininga", "2026"],
    ]


WIDE_CELL = """
Strategi                   Tiltak                           Ansvar           Frist
Opna husa                  Låna ut skulane om kvelden       Kommunane        2026
Byggja tryggare vegar Lyssetja gangfelt ved skulen          Vegkontoret      2028
Ha lager for naudfall Kjøpa to aggregat                     Kommunane        2027
"""


def test_a_cell_too_wide_for_its_column_ends_before_a_capital() -> None:
    assert tables(read(WIDE_CELL))[0][2:] == [
        ["Byggja tryggare vegar", "Lyssetja gangfelt ved skulen", "Vegkontoret", "2028"],
        ["Ha lager for naudfall", "Kjøpa to aggregat", "Kommunane", "2027"],
    ]


COUNTED = """
 Tiltak                              Ansvar              Frist          Kostnad
 {0} Skog
 {0}{1} Rydda stien til               Turlaget            2026           kr 40 000
 utsikta
 {0}{2} Planta til i lia              Grunneigarane       2027           kr 90 000
 der det er hogd
 {3} Sjø og
 strender
 {3}{1} Hegna inn sandane             Ungdomslaget        2026           kr 15 000
 {3}{2} Ta opp tapte                  Dykkarklubben       Haust 2027     Innanfor
 teiner                                                                 ramma
 {4} Ferdsel
 {4}{1} Skilta løypene                Turlaget            2028           kr 8 000
"""


@pytest.mark.parametrize(
    "numbers",
    [("1", ".1", ".2", "2", "3"), ("A", "1", "2", "B", "C"), ("4.1", ".1", ".2", "4.2", "4.3")],
)
def test_a_name_with_the_number_the_row_below_counts_on_from(numbers: tuple[str, ...]) -> None:
    first, one, two, second, third = numbers
    rows = tables(read(COUNTED.format(*numbers)))[0]
    assert [row[0] for row in rows[1:]] == [
        f"{first} Skog",
        f"{first}{one} Rydda stien til utsikta",
        f"{first}{two} Planta til i lia der det er hogd",
        f"{second} Sjø og strender",
        f"{second}{one} Hegna inn sandane",
        f"{second}{two} Ta opp tapte teiner",
        f"{third} Ferdsel",
        f"{third}{one} Skilta løypene",
    ]
    assert [len(row) for row in rows[1:]] == [1, 4, 4, 1, 4, 4, 1, 4]


NAMED = """
 Tiltak                              Ansvar              Frist          Kostnad
 {0}Skog og mark
{goal} Rydda stien til utsikta             Turlaget            2026           kr 40 000
 Planta til i lia der det er         Grunneigarane       2027           kr 90 000
 hogd
 {1}Sjø
{goal} Hegna inn sandane ved båane på      Ungdomslaget        2026           kr 15 000
 Utvær
 Ta opp tapte teiner                 Dykkarklubben       Haust 2027     Innanfor
                                                                        ramma
 {2}Ferdsel
{goal} Skilta løypene                      Turlaget            2028           kr 8 000
"""


@pytest.mark.parametrize("goal", ["", " Mål: Fleire skal ut\n"])
@pytest.mark.parametrize("numbers", [("", "", ""), ("1 ", "2 ", "3 "), ("A. ", "B. ", "C. ")])
def test_names_above_measures_that_have_no_number(numbers: tuple[str, ...], goal: str) -> None:
    rows = tables(read(NAMED.format(*numbers, goal=goal)))[0]
    first, second, third = numbers
    said = [goal.strip()] if goal else []
    assert [row[0] for row in rows[1:]] == [
        *(f"{first}Skog og mark", *said),
        "Rydda stien til utsikta",
        "Planta til i lia der det er hogd",
        *(f"{second}Sjø", *said),
        "Hegna inn sandane ved båane på Utvær",
        "Ta opp tapte teiner",
        *(f"{third}Ferdsel", *said),
        "Skilta løypene",
    ]


def test_a_table_that_begins_with_a_row_has_no_names_between_its_measures() -> None:
    text = NAMED.format("", "", "", goal="").replace(" Skog og mark\n", "")
    text = text.replace(" Sjø\n", "").replace(" Ferdsel\n", " Solvik\n")
    assert [row[0] for row in tables(read(text))[0][1:]] == [
        "Rydda stien til utsikta",
        "Planta til i lia der det er hogd",
        "Hegna inn sandane ved båane på Utvær",
        "Ta opp tapte teiner Solvik",
        "Skilta løypene",
    ]
