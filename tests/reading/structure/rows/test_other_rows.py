"""Cells that point to another row."""

from tests.reading.structure.areas.test_areas import document
from tiltak.reading import read_document
from tiltak.reading.structure.reasons import AMOUNT_ELSEWHERE

TABLE = [
    ["Nr", "Tiltak", "Ansvar", "Frist", "Kostnad"],
    ["1", "Innføra hjartesoner", "Oppvekst", "2026", "100 000"],
    ["2", "Laga gåbuss", '"', "Som over", '"'],
    ["3", "Setja ut benker", "Teknisk", "do.", "40 000"],
    ["4", "Merka stiar", "Turlaget", "2028", "Inngår i tiltak 1"],
    ["5", "Rydda stiar", "Turlaget", "2028", "Inngår i drifta"],
]


def test_who_and_when_are_those_above_and_an_amount_is_shared() -> None:
    plan = read_document(document(TABLE), "plan.docx")
    rows = plan.tables[0].rows
    said = [
        (
            row.responsible.parties if row.responsible else (),
            row.time.years if row.time else (),
            row.budget.amount if row.budget else None,
            row.budget.cell_group if row.budget else None,
        )
        for row in rows
    ]
    assert said == [
        (("Oppvekst",), (2026,), 100_000, "c1"),
        (("Oppvekst",), (2026,), None, "c1"),
        (("Teknisk",), (2026,), 40_000, None),
        (("Turlaget",), (2028,), None, "c1"),
        (("Turlaget",), (2028,), None, None),
    ]
    assert [AMOUNT_ELSEWHERE in row.reading.warnings for row in rows] == [
        False,
        True,
        False,
        True,
        False,
    ]
