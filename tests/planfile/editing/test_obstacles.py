"""What cannot be done, with the reason; a fact is never lost without a word."""

from typing import Any

import pytest
from msgspec.structs import replace

from tests.factories.planfiles import during, kroner, measure, sample_plan, who
from tests.planfile.editing.changed_lines import changed, obstacle
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import (
    Append,
    Assign,
    Correct,
    Edit,
    Exclude,
    ImpossibleEdit,
    Join,
    Link,
    Move,
    Obstacle,
    Split,
    Unlink,
    apply_edit,
    decode_edits,
)
from tiltak.planfile.editing.tree import find
from tiltak.planfile.model import Area, Budget, Item, Measure, Plan

PLAN = normal(sample_plan())


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Move("1.1.m1", "measure", "1.1.m2"), Obstacle.WRONG_PARENT),
        (Move("1.1.m1", "part", "1.1"), Obstacle.WRONG_PARENT),
        (Move("1.1", "section", "2.1"), Obstacle.WRONG_PARENT),
        (Move("1.1", "area", "2"), Obstacle.WRONG_PARENT),
        (Move("1.1", "strategy", None), Obstacle.WRONG_PARENT),
        (Move("1.1.m1", "measure", "1.1", "1.2.m1"), Obstacle.NO_SUCH_SIBLING),
        (Move("1.1.m1", "measure", "1.1", "1.1.m1"), Obstacle.NO_SUCH_SIBLING),
        (Move("1.2.m2", "part", "1.2.m2.c1"), Obstacle.INTO_ITSELF),
        (Move("1", "section", "1"), Obstacle.INTO_ITSELF),
        (Move("?", "measure", "1.1"), Obstacle.NO_SUCH_TARGET),
        (Move("1.1.m1", "measure", "?"), Obstacle.NO_SUCH_TARGET),
        (Join("1.1.m1", "1.1.m1"), Obstacle.INTO_ITSELF),
        (Join("1.2.m2.c1", "1.2.m2"), Obstacle.INTO_ITSELF),
        (Split("1.1.m1", 0), Obstacle.NOTHING_TO_SPLIT),
        (Split("1.1.m1", 1000), Obstacle.NOTHING_TO_SPLIT),
        (Exclude("?"), Obstacle.NO_SUCH_TARGET),
        (Exclude("row:?"), Obstacle.NO_SUCH_TARGET),
        (Assign(0, 0, 5, "measure", "1.1"), Obstacle.NOT_UNPLACED),
        (Append(0, 0, 5, "1.1"), Obstacle.NOT_UNPLACED),
        (Link("T.1.1", "1.1.s1", "same"), Obstacle.NOT_A_MEASURE),
        (Link("?", "1.1.m1", "same"), Obstacle.NO_SUCH_TARGET),
        (Unlink("T.1.1", "1.1.m2"), Obstacle.NOT_LINKED),
    ],
)
def test_what_stands_in_the_way(edit: Edit, code: Obstacle) -> None:
    assert obstacle(PLAN, edit) == code


@pytest.mark.parametrize("edit", [Move("row:T.1.1", "measure", "1"), Split("row:T.1.1", 3),
                                  Join("row:T.1.1", "row:T.1.2"), Append(0, 0, 1, "row:T.1.1")])  # fmt: skip
def test_rows_are_no_elements(edit: Edit) -> None:
    assert obstacle(PLAN, edit) == Obstacle.NOT_FOR_ROWS


def plan_of(*measures: Measure) -> Plan:
    """One area with these measures and a strategy."""
    area = Area(id="1", title="Veg", strategies=(Item(id="s", text="Byggja"),), measures=measures)
    return normal(replace(PLAN, focus_areas=(area,), paragraphs=()))


FACTS: list[dict[str, Any]] = [
    {"time": during(2026)},
    {"budget": kroner(5)},
    {"responsible": who("YFR")},
    {"partners": who("YFR")},
    {"state": "I gang"},
]


@pytest.mark.parametrize("facts", FACTS)
def test_facts_are_not_lost_when_a_measure_becomes_a_goal(facts: dict[str, Any]) -> None:
    plan = plan_of(replace(measure("m", "Byggja bru"), **facts))
    assert obstacle(plan, Move("m", "sub_goal", "1")) == Obstacle.HAS_FACTS
    assert obstacle(plan, Join("s", "m")) == Obstacle.HAS_FACTS
    field = "budgets" if "budget" in facts else next(iter(facts))
    assert changed(plan, Correct("m", field, None), Move("m", "sub_goal", "1"))[0] == (
        "+   goal: Byggja bru"
    )


def test_a_currency_alone_is_no_fact() -> None:
    plan = plan_of(replace(measure("m", "Byggja bru"), budget=Budget(currency="NOK")))
    assert changed(plan, Move("m", "sub_goal", "1")) == [
        "+   goal: Byggja bru",
        "-   m (body, None) Byggja bru | None → None NOK none",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"time": during(2026)}, {"time": during(2027)}),
        ({"responsible": who("YFR")}, {"responsible": who("Nordvik")}),
        ({"state": "I gang"}, {"state": "Ferdig"}),
    ],
)
def test_two_measures_that_say_different_things_are_not_one(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    plan = plan_of(replace(measure("m", "Byggja"), **one), replace(measure("n", "bru"), **other))
    assert obstacle(plan, Join("m", "n")) == Obstacle.FACTS_DIFFER


def test_missing_facts_go_along_and_money_adds_up() -> None:
    one = replace(measure("m", "Byggja"), budget=kroner(5), serves=("s",))
    other = replace(
        measure("n", "bru"), budget=kroner(6), time=during(2026), roles={"owner": ("YFR",)}
    )
    whole = find(_joined(plan_of(one, other)), "m").node
    assert whole == replace(
        one,
        text="Byggja bru",
        more_budgets=(kroner(6),),
        time=during(2026),
        roles={"owner": ("YFR",)},
    )


def _joined(plan: Plan) -> Plan:
    return apply_edit(plan, Join("m", "n"))


def test_own_money_does_not_vanish_behind_a_row() -> None:
    own = replace(measure("m", "Byggja"), budget=kroner(5))
    plan = plan_of(own, measure("n", "bru", rows=("T.1.1",)))
    assert obstacle(plan, Link("T.1.2", "m", "same")) == Obstacle.OWN_MONEY
    assert obstacle(plan, Join("m", "n")) == Obstacle.OWN_MONEY
    assert obstacle(plan, Join("n", "m")) == Obstacle.OWN_MONEY
    assert changed(plan, Link("T.1.2", "m", "related")) == ["+ T.1.2 is related m"]


def test_goals_of_the_only_area_have_no_other_place() -> None:
    assert obstacle(plan_of(measure("m", "Byggja")), Exclude("1")) == Obstacle.NO_PLACE_FOR_CONTENT


def test_no_plan_goes_that_deep() -> None:
    chain = measure("c30", "Del")
    for n in reversed(range(30)):
        chain = measure(f"c{n}", "Del", chain)
    plan = plan_of(measure("m", "Byggja"), chain)
    assert obstacle(plan, Move("c0", "part", "m")) == Obstacle.TOO_DEEP


@pytest.mark.parametrize(
    "raw",
    [
        [{"do": "burn", "target": "1"}],
        [{"target": "1"}],
        [{"do": "split", "target": "1", "at": "x"}],
        [{"do": "split", "target": "1", "at": 1, "more": 1}],
        [{"do": "move", "target": "1", "kind": "table", "parent": None}],
        [1],
        "x",
    ],
)
def test_what_is_no_edit(raw: Any) -> None:
    with pytest.raises(ImpossibleEdit) as error:
        decode_edits(raw)
    assert error.value.code == Obstacle.NO_EDIT
