"""Codes that count the measures of a table in their own cells."""

import pytest

from tests.reading.structure.rows.word_tables import read_table

TITLE = "Handlingsplan for sjøen 2026–2029"
ROWS = (
    "{head}|Ansvar|Frist|Kostnad",
    "{a} Strender|<|<|<",
    "{a}{dot}1 Rydda strender|Ungdomslaget|2026|15 000",
    "{a}{dot}2 Setja ut søppeldunkar|Teknisk sjef|2027|40 000",
    "{b} Farlei|<|<|<",
    "{b}{dot}1 Merka skjer|Hamnesjefen|2026|90 000",
    "{b}{dot}2 Ta opp vrak|Dykkarklubben|2028|60 000",
)


@pytest.mark.parametrize(
    ("letters", "dot"), [("AB", ""), ("AB", "."), ("SF", "-"), ("KM", ""), ("12", ".")]
)
def test_the_code_is_the_number_and_its_letter_that_of_the_area(letters: str, dot: str) -> None:
    a, b = letters
    plan = read_table(*(row.format(head="Tiltak", a=a, b=b, dot=dot) for row in ROWS), title=TITLE)
    assert [(row.focus_area, row.number, row.text) for row in plan.tables[0].rows] == [
        ("Strender", f"{a}{dot}1", "Rydda strender"),
        ("Strender", f"{a}{dot}2", "Setja ut søppeldunkar"),
        ("Farlei", f"{b}{dot}1", "Merka skjer"),
        ("Farlei", f"{b}{dot}2", "Ta opp vrak"),
    ]
    assert [area.title for area in plan.focus_areas] == ["Strender", "Farlei"]


def test_the_name_of_a_road_is_no_code() -> None:
    plan = read_table(
        "Tiltak|Ansvar|Frist",
        "E39 Ny bru over sundet|Fylket|2026",
        "E16 Tunnel under fjellet|Fylket|2027",
        "E39 Kryss ved skulen|Kommunen|2028",
        title="Handlingsplan for vegar 2026–2029",
    )
    assert [(row.number, row.text) for row in plan.tables[0].rows] == [
        (None, "E39 Ny bru over sundet"),
        (None, "E16 Tunnel under fjellet"),
        (None, "E39 Kryss ved skulen"),
    ]


@pytest.mark.parametrize(
    "sum_of", ["Delsum {}", "Delsumma {}", "Sum {}", "Subtotal {}", "Mellomsum: {}", "Delsum"]
)
def test_sums_below_each_area_do_not_count(sum_of: str) -> None:
    def area(letter: str, name: str, *measures: str) -> list[str]:
        rows = [f"{letter}{at}|{text}|Teknisk|600|" for at, text in enumerate(measures, start=1)]
        return [f"{letter} {name}|<|<|<|<", *rows, f"|{sum_of.format(name)}||1200|2050"]

    plan = read_table(
        "Nr|Tiltak|Ansvar|2026|2027",
        *area("A", "Strender", "Rydda strender", "Setja ut dunkar"),
        *area("B", "Farlei", "Merka skjer", "Ta opp vrak"),
        "|Totalt||2400|4100",
        title=TITLE,
    )
    assert [(row.focus_area, row.number, row.text) for row in plan.tables[0].rows] == [
        ("Strender", "A1", "Rydda strender"),
        ("Strender", "A2", "Setja ut dunkar"),
        ("Farlei", "B1", "Merka skjer"),
        ("Farlei", "B2", "Ta opp vrak"),
    ]
    assert [(area.number, area.title) for area in plan.focus_areas] == [
        ("A", "Strender"),
        ("B", "Farlei"),
    ]
