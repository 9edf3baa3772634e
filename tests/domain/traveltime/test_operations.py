"""Keeping data, setting a goal, scenarios, and asking for runs."""

from typing import Any

import pytest

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.factories.travel import (
    BRIDGE,
    FACTS,
    GOAL,
    MEASURE,
    OFTEN,
    compute,
    initiative,
    make_scenario,
)
from tiltak.cli.demo.network import network_files
from tiltak.domain.audit.models import Event
from tiltak.domain.traveltime.errors import (
    ImpossibleGoal,
    ImpossibleScenario,
    IncompleteDataSet,
    NameTaken,
    NoLongerThere,
    NotAllowed,
)
from tiltak.domain.traveltime.models import DataContent, DataSet, TravelGoal
from tiltak.domain.traveltime.operations import (
    ask_for_run,
    begin_run,
    keep_data_set,
    keep_scenario,
    refuse_run,
    remove_scenario,
    restart_run,
    set_goal,
    show_scenario,
)
from tiltak.domain.viewer import Viewer, anonymous

CENTRE = {"name": "By", "lat": 61.0, "lon": 7.0}
GIVE_UP = ("Det gjekk ikkje.", {})


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_bytes_are_kept_once_whatever_the_number_of_data_sets(by: Viewer, goal: TravelGoal) -> None:
    again = keep_data_set(by=by, name="Same", files=network_files(FACTS), now=NOW)
    assert DataContent.objects.count() == 4
    assert [one.role for one in again.files.order_by("pk")] == [
        "roads",
        "population",
        "municipalities",
        "places",
    ]
    assert verbs()[-1] == "keep_travel_data"


@pytest.mark.parametrize("role", ["roads", "population", "municipalities"])
def test_a_data_set_needs_its_files(by: Viewer, role: str) -> None:
    files = [one for one in network_files(FACTS) if one.role != role]
    with pytest.raises(IncompleteDataSet) as refused:
        keep_data_set(by=by, name="Halvt", files=files, now=NOW)
    assert refused.value.missing == (role,)
    assert DataSet.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"destination": " "},
        {"centres": []},
        {"centres": [CENTRE | {"lat": float("nan")}]},
        {"limit_minutes": 0},
        {"limit_minutes": 1441},
        {"ferry_wait_minutes": -1},
    ],
    ids=str,
)
def test_a_goal_that_cannot_be(by: Viewer, goal: TravelGoal, wrong: dict[str, Any]) -> None:
    said = {"destination": "By", "centres": [CENTRE], **wrong}
    with pytest.raises(ImpossibleGoal):
        set_goal(by=by, initiative=goal.initiative, data_set=goal.data_set, now=NOW, **said)


def test_another_council_and_the_public_change_nothing(goal: TravelGoal) -> None:
    scenario = make_scenario(goal, is_computed=False)
    other = editor_of(make_council(host="anna.example"))
    before = verbs()
    for by in (other, anonymous(goal.council_id)):
        for attempt in (
            lambda by=by: ask_for_run(by=by, goal=goal, now=NOW),
            lambda by=by: show_scenario(by=by, scenario=scenario, is_public=False, now=NOW),
            lambda by=by: remove_scenario(by=by, scenario=scenario, now=NOW),
            lambda by=by: set_goal(
                by=by,
                initiative=goal.initiative,
                data_set=goal.data_set,
                destination="By",
                centres=[CENTRE],
                now=NOW,
            ),
            lambda by=by: keep_scenario(
                by=by,
                goal=goal,
                measure=scenario.measure,
                definition=BRIDGE,
                definition_sha256="d",
                now=NOW,
            ),
        ):
            with pytest.raises(NotAllowed):
                attempt()
    assert verbs() == before


def test_a_data_set_of_another_council_is_refused(goal: TravelGoal) -> None:
    council = make_council(host="anna.example")
    version = import_plan(council, sample_plan())
    with pytest.raises(NotAllowed):
        set_goal(
            by=editor_of(council),
            initiative=initiative(version, GOAL),
            data_set=goal.data_set,
            destination="By",
            centres=[CENTRE],
            now=NOW,
        )


def test_a_changed_scenario_is_hidden_until_it_is_shown_again(by: Viewer, goal: TravelGoal) -> None:
    compute(goal)
    scenario = make_scenario(goal)
    assert scenario.visibility == "public"
    changed = keep_scenario(
        by=by,
        goal=goal,
        measure=scenario.measure,
        definition=OFTEN,
        definition_sha256="d",
        now=NOW,
        scenario=scenario,
    )
    assert (changed.pk, changed.name, changed.visibility) == (
        scenario.pk,
        OFTEN["name"],
        "internal",
    )


def test_two_of_one_name_but_not_after_the_first_is_gone(by: Viewer, goal: TravelGoal) -> None:
    scenario = make_scenario(goal, is_computed=False)
    with pytest.raises(NameTaken):
        make_scenario(goal, is_computed=False)
    remove_scenario(by=by, scenario=scenario, now=NOW)
    assert make_scenario(goal, is_computed=False).pk != scenario.pk
    for attempt in (
        lambda: remove_scenario(by=by, scenario=scenario, now=NOW),
        lambda: show_scenario(by=by, scenario=scenario, is_public=True, now=NOW),
    ):
        with pytest.raises(NoLongerThere):
            attempt()


@pytest.mark.parametrize(
    "definition", [BRIDGE | {"name": " "}, BRIDGE | {"changes": []}, BRIDGE | {"name": "a\0"}]
)
def test_a_scenario_that_cannot_be(
    by: Viewer, goal: TravelGoal, definition: dict[str, Any]
) -> None:
    element = goal.initiative.elements.get()
    with pytest.raises(ImpossibleScenario):
        keep_scenario(
            by=by,
            goal=goal,
            measure=initiative(element.version, MEASURE),
            definition=definition,
            definition_sha256="d",
            now=NOW,
        )


def test_who_asks_twice_waits_for_one(by: Viewer, goal: TravelGoal) -> None:
    first, second = (ask_for_run(by=by, goal=goal, now=NOW) for _ in range(2))
    assert first.pk == second.pk
    assert verbs().count("ask_for_travel_run") == 1


def test_the_same_figures_have_the_same_hash_before_and_after_the_database(
    by: Viewer, goal: TravelGoal
) -> None:
    goal.limit_minutes = 45  # as it was given, and not as the database gives it back
    asked = ask_for_run(by=by, goal=goal, now=NOW)
    stored = ask_for_run(by=by, goal=TravelGoal.objects.get(pk=goal.pk), now=NOW)
    assert asked.base_sha256 == stored.base_sha256


def test_a_run_that_ends_its_process_is_tried_three_times(by: Viewer, goal: TravelGoal) -> None:
    run = ask_for_run(by=by, goal=goal, now=NOW)
    told = []
    for _ in range(3):
        assert begin_run(run.pk) is not None
        assert begin_run(run.pk) is None
        told.append(restart_run(run_id=run.pk, give_up=GIVE_UP, now=NOW))
    run.refresh_from_db()
    assert (told, run.state, run.problem) == ([True, True, False], "refused", list(GIVE_UP))
    assert not restart_run(run_id=run.pk, give_up=GIVE_UP, now=NOW)
    with pytest.raises(NoLongerThere):
        refuse_run(run=run, problem=GIVE_UP, now=NOW)
