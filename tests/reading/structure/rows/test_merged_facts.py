"""Who and when, said once for several measures: in a merged cell, and as the items of a list."""

import pytest

from tests.reading.structure.rows.word_tables import read_table
from tiltak.planfile.model import Plan


def _said(plan: Plan) -> list[tuple[str, tuple[str, ...], tuple[int, ...], str | None]]:
    return [
        (
            row.text,
            row.responsible.parties if row.responsible else (),
            row.time.years if row.time else (),
            row.state,
        )
        for table in plan.tables
        for row in table.rows
    ]


def test_a_merged_cell_is_said_of_every_measure_beside_it() -> None:
    plan = read_table(
        "Tiltak|Ansvarleg|Frist|Status",
        "Ringja bedrifter|YRK|2026|I gang",
        "Gje tilskot|^|^|^",
        "Halda kurs|^||",
        "Byggja om|Eigedom|2027|",
        "Flytta||2028|",
        title="Plan 2026–2028",
    )
    assert _said(plan) == [
        ("Ringja bedrifter", ("YRK",), (2026,), "I gang"),
        ("Gje tilskot", ("YRK",), (2026,), "I gang"),
        ("Halda kurs", ("YRK",), (), None),
        ("Byggja om", ("Eigedom",), (2027,), None),
        ("Flytta", (), (2028,), None),
    ]


@pytest.mark.parametrize("sign", ["• ", "\uf0b7 ", "\uf0a7 ", "- "])
def test_the_items_of_a_cell_of_parties_are_parties(sign: str) -> None:
    plan = read_table(
        "Tiltak|Ansvarleg|Frist",
        f"Rydda stiar|{sign}Turlaget\n{sign}Plan og bygg,\nskulane|2026",
        f"Setja ut benker|{sign}Teknisk|2027",
        title="Plan 2026–2027",
    )
    assert _said(plan) == [
        ("Rydda stiar", ("Turlaget", "Plan og bygg", "skulane"), (2026,), None),
        ("Setja ut benker", ("Teknisk",), (2027,), None),
    ]
