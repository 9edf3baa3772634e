"""Codes that count the measures of a text, and name them in the table."""

import pytest

from tiltak.planfile.model import Measure, Plan
from tiltak.reading import read_document

TOP = "Handlingsplan for hamna 2026–2029\nVedteken av Åsen kommunestyre 3. desember 2025\n\n"
TEXT = """1 Kai
Mål
Hamna skal ta imot fleire båtar.
Tiltak
{0}1     Forlengja kaia med femti meter og leggja fram landstraum til alle plassane, så
       Hurtigruta kan liggja der om natta.
{0}2     Måla naustrekkja.
{0}3     Leiga ut to naust til kunstnarar

2 Fisk
Tiltak
{0}4     Byggja nytt ismaskinhus
{0}5     Skipa fiskarkurs for ungdom
"""
TABLE = """
Nr     Tiltak                    Ansvar           Frist
{0}1     Lengre kai                Hamnevesenet     2027
{0}2-{0}3  Nausta                    Kystlaget        2026
{0}5     Opplæring                 Fiskarlaget      2028
"""


def measures(plan: Plan) -> list[Measure]:
    return [measure for area in plan.focus_areas for measure in area.measures]


@pytest.mark.parametrize("letters", ["T", "TI", "HB", "Å"])
def test_a_code_is_the_number_of_its_measure_and_links_the_row(letters: str) -> None:
    plan = read_document((TOP + TEXT + TABLE).replace("{0}", letters).encode(), "plan.txt")
    found = [(m.number, m.text.split()[0], m.rows) for m in measures(plan)]
    assert found == [
        (f"{letters}1", "Forlengja", ("R1",)),
        (f"{letters}2", "Måla", ("R2",)),
        (f"{letters}3", "Leiga", ("R2",)),
        (f"{letters}4", "Byggja", ()),
        (f"{letters}5", "Skipa", ("R3",)),
    ]
    assert [(link.row, link.kind) for link in plan.links] == [
        ("R1", "same"),
        ("R2", "merged"),
        ("R2", "merged"),
        ("R3", "same"),
    ]


def test_roads_are_no_codes() -> None:
    text = "1 Veg\nTiltak\nE39 Byggja bru ved Sund\nE18 Byggja tunnel ved Nes\nE6 Breidda vegen\n"
    plan = read_document((TOP + text).encode(), "plan.txt")
    assert [(m.number, m.text) for m in measures(plan)] == [
        (None, "E39 Byggja bru ved Sund"),
        (None, "E18 Byggja tunnel ved Nes"),
        (None, "E6 Breidda vegen"),
    ]


def test_codes_behind_list_signs() -> None:
    text = "1 Veg\nTiltak\n- V1 Rydda grøfter\n- V2 Byggja fortau\n- V3 Setja opp lys\n"
    plan = read_document((TOP + text).encode(), "plan.txt")
    assert [(m.number, m.text) for m in measures(plan)] == [
        ("V1", "Rydda grøfter"),
        ("V2", "Byggja fortau"),
        ("V3", "Setja opp lys"),
    ]


def test_codes_that_a_table_counts_by_need_no_word() -> None:
    text = (TEXT + TABLE).replace("{0}", "H").replace("Tiltak\nH", "H").replace("Mål\n", "Mål: ")
    plan = read_document((TOP + text).encode(), "plan.txt")
    assert [(m.number, m.rows) for m in measures(plan)] == [
        ("H1", ("R1",)),
        ("H2", ("R2",)),
        ("H3", ("R2",)),
        ("H4", ()),
        ("H5", ("R3",)),
    ]


def test_a_row_is_of_the_area_of_its_measure_and_not_of_the_heading_above_the_table() -> None:
    text = (TEXT + TABLE).replace("{0}", "H")
    plan = read_document((TOP + text).encode(), "plan.txt")
    assert [row.focus_area for table in plan.tables for row in table.rows] == ["Kai", "Kai", "Fisk"]
