"""A workbook whose first sheet tells how it is used."""

import io

import pytest
from xlsxwriter import Workbook

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

TITLE = ("Turplan 2026–2027", "Vedteken av formannskapet 12.12.2025, sak 7/25")
TABLE = (
    ("Satsing", "Tiltak", "Ansvarleg", "Tid"),
    ("Stiar", "Merka stiar", "TK", "2026"),
    ("Vatn", "Skipa symjekurs", "TK, SL", "2027"),
)
Sheet = tuple[tuple[str, ...], ...]


def read(**sheets: Sheet) -> Plan:
    target = io.BytesIO()
    with Workbook(target) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name.replace("_", " "))
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return read_document(target.getvalue(), "plan.xlsx")


@pytest.mark.parametrize(
    "first",
    [
        (("Om arbeidsboka",), ("Fyll ut kolonnen «Tid» kvar haust.",)),
        (("Om planen",), ("TK = turlaget",), ("SL = symjelaget",), ("Skriv i arket «Plan».",)),
        (("Slik blir arbeidsboka brukt",), ("1. Opna arket «Plan»",), ("2. Skriv inn ny frist",)),
        (("Versjon", "Dato", "Endra av"), ("1", "2025-03-01", "Kari"), ("2", "2025-04-01", "Ola")),
        tuple((f"Rettleiing til kolonne {n} i denne arbeidsboka.",) for n in range(20)),
    ],
    ids=["prose", "abbreviations", "steps", "versions", "long"],
)
def test_the_plan_s_own_sheet_says_what_it_is(first: Sheet) -> None:
    plan = read(Les_meg=first, Plan=(*((line,) for line in TITLE), (), *TABLE))
    document = plan.document
    assert (document.title, document.years) == ("Turplan 2026–2027", (2026, 2027))
    assert (document.status, document.body, document.date, document.case_number) == (
        "vedteke",
        "formannskapet",
        "2025-12-12",
        "7/25",
    )
    assert [(area.title, [m.text for m in area.measures]) for area in plan.focus_areas] == [
        ("Stiar", ["Merka stiar"]),
        ("Vatn", ["Skipa symjekurs"]),
    ]


def test_a_first_sheet_with_the_title_speaks_for_all() -> None:
    plan = read(
        Framside=(("Turplan 2026–2027",), ("Vedteken av formannskapet 12.12.2025",)),
        Plan=(("Tiltak i turplan 2026–2027, sist endra av turlaget 2026",), (), *TABLE),
    )
    assert (plan.document.title, plan.document.date) == ("Turplan 2026–2027", "2025-12-12")


def test_what_letters_stand_for_is_no_heading() -> None:
    text = "Turplan 2026–2027\n\nTK = turlaget\n\nTiltak\n- Merka stiar\n- Rydda stiar\n"
    plan = read_document(text.encode(), "plan.txt")
    assert plan.document.abbreviations == {"TK": "turlaget"}
    assert [(area.title, len(area.measures)) for area in plan.focus_areas] == [
        ("Turplan 2026–2027", 2)
    ]
