"""What is found, by whom, and at what cost."""

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.travel import (
    BRIDGE,
    OFTEN,
    compute,
    make_goal,
    make_scenario,
)
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.traveltime.models import TravelGoal
from tiltak.domain.traveltime.operations import ask_for_run, remove_scenario, set_goal
from tiltak.domain.traveltime.queries.goals import (
    goal_row,
    scenario_row,
    travel_goal,
    travel_time_near,
)
from tiltak.domain.traveltime.queries.runs import run_by_id
from tiltak.domain.viewer import Viewer, anonymous


@pytest.fixture
def full(goal: TravelGoal) -> TravelGoal:
    compute(goal)
    make_scenario(goal)
    make_scenario(goal, OFTEN, is_public=False)
    return goal


def test_the_public_sees_what_is_public(full: TravelGoal, by: Viewer) -> None:
    code = full.initiative.code
    public, editor = (travel_goal(who, code) for who in (anonymous(full.council_id), by))
    assert [one.name for one in public.scenarios] == ["Bru"]
    assert [one.name for one in editor.scenarios] == ["Bru", OFTEN["name"]]
    assert public.today is not None
    assert public.today.result.region.within == 600
    assert replace(public, scenarios=()) == replace(editor, scenarios=())
    assert not public.is_stale


def test_another_council_sees_nothing(full: TravelGoal) -> None:
    other = editor_of(make_council(host="anna.example"))
    code, scenario, run = full.initiative.code, full.scenarios.first(), full.runs.first()
    assert scenario is not None
    assert run is not None
    for ask in (
        lambda: travel_goal(other, code),
        lambda: goal_row(other, code),
        lambda: run_by_id(other, run.pk),
        lambda: run_by_id(anonymous(full.council_id), run.pk),
        lambda: scenario_row(anonymous(full.council_id), full, scenario.pk),
    ):
        with pytest.raises(NotFound):
            ask()
    assert travel_time_near(other, full.initiative_id) == []


def test_a_goal_in_a_draft_is_only_for_who_may_edit(goal: TravelGoal, by: Viewer) -> None:
    version = goal.initiative.elements.get().version
    type(version).objects.filter(pk=version.pk).update(visibility="internal", published_at=None)
    code = goal.initiative.code
    assert travel_goal(by, code).today is None
    with pytest.raises(NotFound):
        travel_goal(anonymous(goal.council_id), code)


def test_a_scenario_holds_for_what_it_was_computed_on(full: TravelGoal, by: Viewer) -> None:
    code = full.initiative.code
    set_goal(
        by=by,
        initiative=full.initiative,
        data_set=full.data_set,
        destination="By",
        centres=full.centres,
        limit_minutes=60,
        now=NOW,
    )
    stale = travel_goal(by, code)
    assert (stale.is_stale, [one.run is None for one in stale.scenarios]) == (True, [False, False])
    compute(goal_row(by, code))
    anew = travel_goal(by, code)
    assert (anew.is_stale, [one.run is None for one in anew.scenarios]) == (False, [True, True])


def test_what_is_under_way_is_for_who_may_edit(full: TravelGoal, by: Viewer) -> None:
    run = ask_for_run(by=by, goal=full, now=NOW)
    code = full.initiative.code
    editor, public = travel_goal(by, code), travel_goal(anonymous(full.council_id), code)
    assert editor.last is not None
    assert (editor.last.id, editor.last.is_under_way) == (run.pk, True)
    assert public.last is None


def test_near_an_element_stands_what_is_public_and_holds(full: TravelGoal, by: Viewer) -> None:
    bridge = full.scenarios.get(name="Bru")
    public = anonymous(full.council_id)
    goal = [
        (one.scenario, one.result.region.within)
        for one in travel_time_near(public, full.initiative_id)
    ]
    measure = [
        (one.scenario, one.result.region.within)
        for one in travel_time_near(public, bridge.measure_id)
    ]
    assert (goal, measure) == ([("", 600)], [("Bru", 1000)])
    remove_scenario(by=by, scenario=bridge, now=NOW)
    assert travel_time_near(public, bridge.measure_id) == []


@pytest.mark.parametrize("scenarios", [1, 6])
def test_the_cost_does_not_grow_with_the_scenarios(
    goal: TravelGoal, django_assert_num_queries: DjangoAssertNumQueries, scenarios: int
) -> None:
    compute(goal)
    for number in range(scenarios):
        make_scenario(goal, BRIDGE | {"name": f"Bru {number}"}, is_computed=False)
    with django_assert_num_queries(8):
        travel_goal(anonymous(goal.council_id), goal.initiative.code)
    with django_assert_num_queries(1):
        travel_time_near(anonymous(goal.council_id), goal.initiative_id)


def test_councils_with_the_same_files_keep_their_own(goal: TravelGoal) -> None:
    other = make_goal(make_council(host="anna.example"))
    ours, theirs = (
        travel_goal(anonymous(one.council_id), one.initiative.code) for one in (goal, other)
    )
    assert [one.sha256 for one in ours.files] == [one.sha256 for one in theirs.files]
    assert not {one.id for one in ours.files} & {one.id for one in theirs.files}
