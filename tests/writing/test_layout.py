"""Column widths, and when the page is turned."""

import pytest
from msgspec.structs import replace

from tests.factories.papers import paper_of
from tests.factories.planfiles import kroner, plan_by_year, sample_plan
from tiltak.planfile.model import Document, Plan, Row, Table
from tiltak.writing.layout import LANDSCAPE_MM, PORTRAIT_MM, TableLayout, layout_of
from tiltak.writing.table import tables_of


def layout(plan: Plan) -> TableLayout:
    paper = paper_of(plan)
    return layout_of(tables_of(paper)[0], paper.words)


def test_the_columns_fill_the_page() -> None:
    for plan, page in ((sample_plan(), PORTRAIT_MM), (plan_by_year(), LANDSCAPE_MM)):
        made = layout(plan)
        assert made.landscape == (page == LANDSCAPE_MM)
        assert sum(made.widths) == pytest.approx(page)


def test_long_texts_turn_the_page() -> None:
    plan = sample_plan()
    rows = tuple(replace(row, text=row.text * 3) for row in plan.tables[0].rows)
    assert layout(replace(plan, tables=(replace(plan.tables[0], rows=rows),))).landscape


def test_many_extra_columns_still_fit() -> None:
    extra = {f"Ei ganske lang overskrift {i}": "Tekst" for i in range(9)}
    row = Row(id="T.1", text="Rad", focus_area="Område", budget=kroner(10**9), extra=extra)
    plan = Plan(
        document=Document(title="P", years=(), status="ukjend"),
        tables=(Table(id="T", rows=(row,)),),
    )
    made = layout(plan)
    assert sum(made.widths) == pytest.approx(LANDSCAPE_MM)
    assert min(made.widths) > 3
