"""The one calculation of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factories.plan_strategies import WHOLE_PLANS, plans, whole
from tests.factories.planfiles import kroner, plan_by_year, sample_plan
from tiltak.planfile.model import Area, Budget, Document, Measure, Plan, Row, Table, Time
from tiltak.planfile.sums import (
    Line,
    Sum,
    add_up,
    by_area,
    by_funder,
    by_year,
    line_total,
    lines_of,
    plan_budget,
    split_by_year,
)

single_lines = st.builds(
    Line,
    key=st.just(0),
    amount=st.none() | whole,
    years=st.lists(st.integers(2018, 2024), max_size=3, unique=True).map(tuple),
    per_year=st.none()
    | st.dictionaries(st.sampled_from(["2018", "2019", "2018-2019", ""]), whole, max_size=3),
    per=st.sampled_from([None, "year", "total"]),
    area=st.sampled_from([None, "Veg", "Båt"]),
    funder=st.sampled_from([None, "YFR", "Fylkeskommunen"]),
)


@st.composite
def shared_lines(draw: st.DrawFn) -> list[Line]:
    """Lines of which some stand several times, as measures that share one do."""
    distinct = [
        replace_key(line, key) for key, line in enumerate(draw(st.lists(single_lines, max_size=6)))
    ]
    again = draw(st.lists(st.sampled_from(distinct), max_size=6)) if distinct else []
    return draw(st.permutations(distinct + again))


def replace_key(line: Line, key: int) -> Line:
    return Line(key, line.amount, line.years, line.per_year, line.per, line.area, line.funder)


@WHOLE_PLANS
@given(shared_lines())
def test_parts_equal_the_whole(lines: list[Line]) -> None:
    total = add_up(lines)
    for parts in (by_area(lines), by_funder(lines)):
        assert sum(part.total or 0 for part in parts.values()) == (total.total or 0)
        assert sum(part.with_amount for part in parts.values()) == total.with_amount
        assert sum(part.without_amount for part in parts.values()) == total.without_amount
    assert sum(by_year(lines).values()) == (total.total or 0)


@WHOLE_PLANS
@given(shared_lines())
def test_a_shared_line_counts_once(lines: list[Line]) -> None:
    assert add_up(lines + lines) == add_up(lines)
    assert by_year(lines + lines) == by_year(lines)
    total = add_up(lines)
    assert total.with_amount + total.without_amount == len({line.key for line in lines})


@WHOLE_PLANS
@given(plans)
def test_sums_of_a_whole_plan_agree(plan: Plan) -> None:
    lines = lines_of(plan)
    total = add_up(lines)
    assert len({line.key for line in lines}) == len(lines)
    assert sum(part.total or 0 for part in by_area(lines).values()) == (total.total or 0)
    assert sum(by_year(lines).values()) == (total.total or 0)
    derived = plan_budget(plan)
    assert derived["total"] == (total.total or 0)


@pytest.mark.parametrize(
    ("line", "total", "years"),
    [
        (Line(1, None), None, {}),
        (Line(1, 0, (2026,)), 0, {2026: 0}),
        (Line(1, 100, (2026,)), 100, {2026: 100}),
        (Line(1, 100), 100, {None: 100}),
        (Line(1, 100, (2026, 2027)), 100, {None: 100}),
        (Line(1, 100, (2026, 2027), per="total"), 100, {None: 100}),
        (Line(1, 100, (2026, 2027), per="year"), 200, {2026: 100, 2027: 100}),
        (Line(1, 100, (), per="year"), 100, {None: 100}),
        (Line(1, None, (), {"2026": 40, "2027": 60}), 100, {2026: 40, 2027: 60}),
        (Line(1, 100, (), {"2026": 40, "2027": 60}), 100, {2026: 40, 2027: 60}),
        (Line(1, 100, (), {"2026": 40}), 100, {2026: 40, None: 60}),
        (Line(1, None, (), {"2026-2027": 40, "2028": 5}), 45, {None: 40, 2028: 5}),
    ],
)
def test_amount_per_year_in_all_and_not_said(
    line: Line, total: int | None, years: dict[int | None, int]
) -> None:
    assert line_total(line) == total
    assert split_by_year(line) == years


def test_no_amount_is_not_zero() -> None:
    assert add_up([]) == Sum(None, 0, 0)
    assert add_up([Line(1, None)]) == Sum(None, 0, 1)
    assert add_up([Line(1, 0), Line(2, None)]) == Sum(0, 1, 1)


def test_sums_of_the_sample_plan() -> None:
    lines = lines_of(sample_plan())
    assert by_area(lines) == {
        "Arbeid og næring": Sum(1_450_000, 3, 0),
        "Gode bygder å bu i": Sum(165_000, 2, 1),
        "Samferdsle": Sum(None, 0, 1),
    }
    assert add_up(lines) == Sum(1_615_000, 5, 2)
    assert by_year(lines) == {2026: 260_000, 2027: 125_000, None: 1_230_000}
    assert by_funder(lines) == {None: Sum(1_615_000, 5, 2)}
    assert by_year(lines_of(plan_by_year())) == {2026: 660_000, 2027: 955_000}


def test_rows_that_share_a_cell_are_one_line() -> None:
    def rows(*budgets: Budget) -> Plan:
        table = Table(
            id="T", rows=tuple(Row(id="x", focus_area="Veg", budget=one) for one in budgets)
        )
        document = Document(title="P", years=(2026,), status="ukjend")
        return Plan(document=document, tables=(table, replace(table, id="U")))

    none = Budget(cell_group="c")
    assert add_up(lines_of(rows(kroner(5, cell="c"), none))) == Sum(10, 2, 0)
    assert add_up(lines_of(rows(none, none))) == Sum(None, 0, 2)
    assert add_up(lines_of(rows(kroner(5, cell="c"), kroner(5, cell="c")))) == Sum(10, 2, 0)
    assert add_up(lines_of(rows(kroner(5), kroner(5)))) == Sum(20, 4, 0)


def test_a_measure_in_no_row_brings_its_own_lines() -> None:
    part = Measure(
        id="p",
        text="Forstudie",
        time=Time(years=(2026, 2027)),
        budget=kroner(10, per="year"),
        more_budgets=(replace(kroner(3), funder="Fylkeskommunen"),),
    )
    in_row = Measure(id="r", text="Bru", rows=("T.1",), budget=kroner(1000))
    area = Area(id="1", title="Veg", measures=(replace(in_row, children=(part,)),))
    plan = Plan(document=Document(title="P", years=(2026,), status="ukjend"), focus_areas=(area,))
    assert by_funder(lines_of(plan)) == {None: Sum(20, 1, 0), "Fylkeskommunen": Sum(3, 1, 0)}
    assert plan_budget(plan) == {"by_focus_area": {"Veg": 23}, "total": 23}
