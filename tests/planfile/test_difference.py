"""What changed between two plans."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factories.large_plans import large_plan
from tests.factories.plan_strategies import WHOLE_PLANS, plans, readings
from tests.factories.planfiles import kroner, sample_plan
from tests.planfile.changed_plan import area_of, plan_of, renamed_ids
from tests.planfile.test_matching import ANSWERS, NEW, OLD
from tiltak.planfile.difference import NOTHING, Change, SumChange, difference
from tiltak.planfile.difference.facts import FieldChange
from tiltak.planfile.difference.movement import out_of_order
from tiltak.planfile.difference.wording import Segment, word_difference
from tiltak.planfile.matching import match
from tiltak.planfile.model import Area, Item, Measure, Plan, Time
from tiltak.planfile.sums import Sum


@WHOLE_PLANS
@given(plans)
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    assert difference(plan, plan) == NOTHING


@pytest.mark.parametrize("plan", [sample_plan(), large_plan(8)])
def test_ids_are_no_difference(plan: Plan) -> None:
    assert difference(plan, renamed_ids(plan)) == NOTHING


@WHOLE_PLANS
@given(plans, readings)
def test_the_reading_is_no_difference(plan: Plan, reading: Any) -> None:
    area = Area(id="1", title="Veg", measures=(Measure(id="m", text="Bru"),))
    old = replace(plan, focus_areas=(area,))
    new = replace(
        old,
        document=replace(old.document, reading=reading, id="x"),
        focus_areas=(
            replace(
                area,
                reading=reading,
                initiative="i",
                measures=(Measure(id="m", text="Bru", reading=reading),),
            ),
        ),
        sources=(),
        unplaced=(),
        warnings=("w",),
        ambiguities=(),
    )
    assert difference(old, new) == NOTHING


def _first_row(plan: Plan, **changes: Any) -> Plan:
    table = plan.tables[0]
    rows = (replace(table.rows[0], **changes), *table.rows[1:])
    return replace(plan, tables=(replace(table, rows=rows), *plan.tables[1:]))


def _last_area(plan: Plan, **changes: Any) -> Plan:
    areas = plan.focus_areas
    return replace(plan, focus_areas=(*areas[:-1], replace(areas[-1], **changes)))


def _last_measure(plan: Plan, **changes: Any) -> Plan:
    measures = plan.focus_areas[-1].measures
    return _last_area(plan, measures=(*measures[:-1], replace(measures[-1], **changes)))


def _document(plan: Plan, **changes: Any) -> Plan:
    return replace(plan, document=replace(plan.document, **changes))


ONE_CHANGE: list[Callable[[Plan], Plan]] = [
    lambda plan: _document(plan, title="Handlingsplan 2027"),
    lambda plan: _document(plan, years=(2027,)),
    lambda plan: _document(plan, status="vedteke"),
    lambda plan: _document(plan, case_number="25/14"),
    lambda plan: _document(plan, abbreviations={}),
    lambda plan: replace(plan, labels={}),
    lambda plan: replace(plan, links=plan.links[1:]),
    lambda plan: replace(plan, paragraphs=(Item(text="Om planen"),)),
    lambda plan: replace(plan, focus_areas=plan.focus_areas[::-1]),
    lambda plan: replace(plan, focus_areas=plan.focus_areas[:-1]),
    lambda plan: replace(plan, tables=(replace(plan.tables[0], title="Tabell"),)),
    lambda plan: replace(plan, tables=(replace(plan.tables[0], rows=plan.tables[0].rows[::-1]),)),
    lambda plan: _last_area(plan, title="Samferdsle "),
    lambda plan: _last_area(plan, short_title="Veg"),
    lambda plan: _last_area(plan, number="4"),
    lambda plan: _last_area(plan, strategies=()),
    lambda plan: _last_area(plan, sub_goals=(Item(text="Noko heilt anna"),)),
    lambda plan: _last_measure(plan, text="Arbeida for desse viktige sambanda:"),
    lambda plan: _last_measure(plan, children=()),
    lambda plan: _last_measure(plan, time=Time(years=(2026,))),
    lambda plan: _last_measure(plan, more_budgets=(kroner(1),)),
    lambda plan: _last_measure(plan, roles={"owner": "YFR"}),
    lambda plan: _last_measure(plan, state="i gang"),
    lambda plan: _last_measure(plan, source="body"),
    lambda plan: _last_measure(plan, rows=()),
    lambda plan: _last_measure(plan, serves=("3.d1",)),
    lambda plan: _first_row(plan, text="Noko heilt anna"),
    lambda plan: _first_row(plan, number="9"),
    lambda plan: _first_row(plan, time=None),
    lambda plan: _first_row(plan, budget=kroner(60_001)),
    lambda plan: _first_row(plan, responsible=None),
    lambda plan: _first_row(plan, extra={"Merknad": "ny"}),
]


@pytest.mark.parametrize("change", ONE_CHANGE)
def test_every_other_change_is_seen(change: Callable[[Plan], Plan]) -> None:
    plan = sample_plan()
    assert difference(plan, change(plan)) != NOTHING
    assert difference(change(plan), plan) != NOTHING


def test_changed_measures() -> None:
    found = difference(OLD, NEW, match(OLD, NEW, ANSWERS))
    assert found.document == found.rows == found.sums == ()
    assert [(change.key, change.was, change.what) for change in found.changes] == [
        ("1.m1", ("1.m2",), ("moved",)),
        ("1.m2", ("1.m1",), ("text",)),
        ("1.m3", ("1.m3",), ("text",)),
        ("1.m4", ("1.m4",), ("split", "text")),
        ("1.m5", ("1.m4",), ("split", "text")),
        ("1.m6", ("2.m3",), ("moved",)),
        ("2.m1", ("2.m1", "2.m2"), ("merged", "text")),
        ("2.m2", (), ("added",)),
        (None, ("2.m4",), ("removed",)),
    ]
    assert found.changes[2].text == (
        Segment("equal", "Støtta "),
        Segment("insert", "og samordna "),
        Segment("equal", "marknadsføring av "),
        Segment("delete", "fjorden "),
        Segment("insert", "reiselivet "),
        Segment("equal", "i vintersesongen."),
    )


def test_an_open_question_is_shown_as_asked() -> None:
    found = difference(OLD, NEW)
    assert Change("1.m4", (), ("asked",)) in found.changes
    assert [change.was for change in found.changes if change.what == ("removed",)] == [("2.m4",)]


def test_a_changed_amount_shows_in_its_row_and_in_the_sums() -> None:
    plan = sample_plan()
    assert difference(plan, _first_row(plan, budget=kroner(80_000))).rows == (
        Change(
            "T.1.1",
            ("T.1.1",),
            ("facts",),
            fields=(FieldChange("budgets", (kroner(60_000),), (kroner(80_000),)),),
        ),
    )
    assert difference(plan, _first_row(plan, budget=kroner(80_000))).sums == (
        SumChange("total", None, Sum(1_615_000, 5, 2), Sum(1_635_000, 5, 2)),
        SumChange("area", "Arbeid og næring", Sum(1_450_000, 3, 0), Sum(1_470_000, 3, 0)),
        SumChange("funder", None, Sum(1_615_000, 5, 2), Sum(1_635_000, 5, 2)),
        SumChange("year", 2026, 260_000, 280_000),
    )


def test_document_facts_before_and_after() -> None:
    plan = sample_plan()
    changed = _document(plan, status="vedteke", date="2025-12-18")
    assert difference(plan, changed).document == (
        FieldChange("status", "framlegg", "vedteke"),
        FieldChange("date", "2025-12-05", "2025-12-18"),
    )


def test_only_the_row_that_was_moved_is_moved() -> None:
    old = plan_of(area_of("1", "Veg", "Bru", "Tunnel", "Ferje", "Gangveg"))
    new = plan_of(area_of("1", "Veg", "Gangveg", "Bru", "Tunnel", "Ferje"))
    assert difference(old, new).changes == (Change("1.m1", ("1.m4",), ("moved",)),)


@WHOLE_PLANS
@given(st.text(max_size=40), st.text(max_size=40))
def test_segments_hold_both_wordings(old: str, new: str) -> None:
    found = word_difference(old, new)
    assert "".join(one.text for one in found if one.kind != "insert") == old
    assert "".join(one.text for one in found if one.kind != "delete") == new


@WHOLE_PLANS
@given(st.lists(st.integers(0, 20)))
def test_what_is_not_moved_stands_in_order(places: list[int]) -> None:
    moved = out_of_order(places)
    kept = [place for i, place in enumerate(places) if i not in moved]
    assert kept == sorted(kept)
    # none of the moved could have stayed as well
    for i in moved:
        more = [place for j, place in enumerate(places) if j not in moved or j == i]
        assert more != sorted(more)


@WHOLE_PLANS
@given(plans, plans)
def test_any_two_plans_can_be_compared(old: Plan, new: Plan) -> None:
    found = difference(old, new)
    whole = {change.key for change in found.changes if change.key is not None}
    assert whole >= set(match(old, new).new)
    assert (old.document.title == new.document.title) == all(
        change.field != "title" for change in found.document
    )
