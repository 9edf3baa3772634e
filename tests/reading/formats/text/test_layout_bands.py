"""Names of areas alone on a line at the left edge of a table set with spaces (pdftotext -layout)."""

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
