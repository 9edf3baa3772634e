"""A measure with a list below it in its cell, and lists that are measures themselves."""

import pytest

from tests.reading.structure.rows.word_tables import read_table
from tiltak.planfile.model import Plan


def _tree(plan: Plan) -> list[tuple[str, list[str], tuple[str, ...], tuple[int, ...]]]:
    rows = {row.id: row for table in plan.tables for row in table.rows}
    return [
        (
            measure.text,
            [part.text for part in measure.children],
            row.responsible.parties if row.responsible else (),
            row.time.years if row.time else (),
        )
        for area in plan.focus_areas
        for measure in area.measures
        for row in [rows[measure.rows[0]]]
    ]


@pytest.mark.parametrize("sign", ["• ", "- ", "– ", "\uf0b7 "])
def test_items_below_a_measure_are_its_parts(sign: str) -> None:
    plan = read_table(
        "Tiltak|Ansvar|Frist",
        f"Rusta opp huset\n{sign}Ny heis\n{sign}Universell inngang|Eigedom|2026",
        "Halda ope bibliotek|Kultur|2027",
        title="Kulturplan 2026–2027",
    )
    assert _tree(plan) == [
        ("Rusta opp huset", ["Ny heis", "Universell inngang"], ("Eigedom",), (2026,)),
        ("Halda ope bibliotek", [], ("Kultur",), (2027,)),
    ]


def test_items_with_nothing_above_are_measures_that_share_who_and_when() -> None:
    plan = read_table(
        "Tiltak|Ansvar|Frist",
        "• Ny heis\n• Universell inngang|Eigedom|2026",
        title="Kulturplan 2026–2027",
    )
    assert _tree(plan) == [
        ("Ny heis", [], ("Eigedom",), (2026,)),
        ("Universell inngang", [], ("Eigedom",), (2026,)),
    ]


def test_one_item_and_a_wrapped_text_are_no_list() -> None:
    plan = read_table(
        "Tiltak|Ansvar|Frist",
        "Rusta opp huset\nmed heis – og inngang|Eigedom|2026",
        title="Kulturplan 2026–2027",
    )
    assert _tree(plan) == [("Rusta opp huset med heis – og inngang", [], ("Eigedom",), (2026,))]
