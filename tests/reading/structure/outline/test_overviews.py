"""A heading that only says that measures come: "Tiltaksoversikt"."""

import pytest

from tiltak.reading import read_document

TITLE = "Kulturplan for Åsen 2026–2029"
NUMBERED = """{title}

Folk i Åsen er glade i musikk. Planen skal gjera det lettare å spela i lag.

{word}

1. Låna ut festutstyr
Utstyret står i kjellaren på biblioteket og kan hentast av alle lag.

2. Halda korkurs
Musikkrådet held kurs for dei som leier kor i bygdene.
"""


@pytest.mark.parametrize(
    ("word", "table_head"),
    [
        ("Tiltaksoversyn", "Tiltak                   Frist     Ansvar"),
        ("Tiltaksoversikt 2026–2029", "Tiltak                   Frist     Ansvarlig"),
        ("Åtgärdslista", "Åtgärd                   Tid       Ansvarig"),
        ("Action table", "Action                   Timescale Lead"),
    ],
)
def test_a_name_for_the_table_is_no_area(word: str, table_head: str) -> None:
    text = (
        f"{TITLE}\n\n{word}\n\n{table_head}\n"
        "Festutstyr til utlån     2027      Biblioteket\n"
        "Korkurs i bygdene        2028      Musikkrådet\n"
    )
    plan = read_document(text.encode(), "plan.txt")
    assert [area.title for area in plan.focus_areas] == [TITLE]
    assert [row.text for table in plan.tables for row in table.rows] == [
        "Festutstyr til utlån",
        "Korkurs i bygdene",
    ]


@pytest.mark.parametrize("word", ["Tiltak", "Tiltaksoversyn", "Oversikt over tiltak"])
def test_numbered_measures_below_it_may_have_nothing_but_a_description(word: str) -> None:
    plan = read_document(NUMBERED.format(title=TITLE, word=word).encode(), "plan.txt")
    assert [
        (area.title, [(one.number, one.text) for one in area.measures]) for area in plan.focus_areas
    ] == [(TITLE, [("1", "Låna ut festutstyr"), ("2", "Halda korkurs")])]
