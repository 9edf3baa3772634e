"""Column widths, and when the page is turned."""

import pytest
from msgspec.structs import replace

from tests.factories.papers import paper_of
from tests.factories.planfiles import kroner, plan_by_year, plan_of_years, sample_plan
from tiltak.planfile.model import Document, Plan, Row, Table
from tiltak.writing.cells import cell_lines
from tiltak.writing.layout import LANDSCAPE_MM, PORTRAIT_MM, TableLayout, laid_out, layout_of
from tiltak.writing.table import AMOUNT_KINDS, tables_of


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


@pytest.mark.parametrize(
    ("years", "kinds"),
    [
        (range(2026, 2028), ["year", "year", "total"]),
        (range(2026, 2030), ["year", "year", "year", "year", "total"]),
        (range(2026, 2036), ["years"]),
    ],
)
def test_an_amount_has_room_for_all_its_figures(years: range, kinds: list[str]) -> None:
    paper = paper_of(plan_of_years(*years))
    table, made = laid_out(tables_of(paper)[0], paper.words)
    amounts = [i for i, column in enumerate(table.columns) if column.kind in AMOUNT_KINDS]
    assert [table.columns[i].kind for i in amounts] == kinds
    assert sum(made.widths) == pytest.approx(LANDSCAPE_MM)
    for i in amounts:
        lines = [
            line for row in table.rows for line in cell_lines(row, table.columns[i], paper.words)
        ]
        # 9 point figures are 1.4 mm wide, and the cell keeps 3.2 mm of space beside them
        assert made.widths[i] >= 3.2 + 1.4 * max(map(len, lines))
    assert min(made.widths) >= 9


def test_years_in_one_column_say_which_is_which() -> None:
    paper = paper_of(plan_of_years(*range(2026, 2036)))
    table, _ = laid_out(tables_of(paper)[0], paper.words)
    (column,) = (one for one in table.columns if one.kind == "years")
    said = [
        line.replace("\u00a0", " ") for line in cell_lines(next(table.rows), column, paper.words)
    ]
    assert said == [
        *(f"{year}: 4 500 000 kr" for year in range(2026, 2036)),
        "Sum: 45 000 000 kr",
    ]
