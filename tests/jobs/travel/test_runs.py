"""Calculations in the background, done at once here; their results worked out by hand."""

import gzip
import threading
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.travel import (
    BRIDGE,
    FACTS,
    GOAL,
    OFTEN,
    compute,
    initiative,
    make_goal,
    make_scenario,
)
from tiltak.analysis.traveltime import Baseline
from tiltak.cli.demo.network import network_files
from tiltak.domain.traveltime.models import TravelGoal, TravelRun, TravelRunFile
from tiltak.domain.traveltime.operations import (
    NewFile,
    ask_for_run,
    begin_run,
    keep_data_set,
    set_goal,
)
from tiltak.domain.traveltime.values import Result, result_of
from tiltak.jobs import claims, recovery
from tiltak.jobs.travel import base, disk, runs
from tiltak.jobs.travel.base import Tell, kept
from tiltak.jobs.travel.memory import Kept
from tiltak.jobs.travel.results import by_minutes


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    kept.clear()


@pytest.fixture
def goal(db: None) -> TravelGoal:
    return make_goal(make_council())


def result(run: TravelRun) -> Result:
    assert (run.state, run.problem) == ("done", None)
    return result_of(run.result or {})


def files(run: TravelRun) -> dict[str, str]:
    return dict(TravelRunFile.objects.filter(run=run).values_list("name", "sha256"))


def test_exactly_at_the_limit_is_the_same_column_rounding_or_not() -> None:
    people = np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    found = by_minutes(np.array([0, 45, 45.0000000001, 45.001, np.inf]), people)
    assert {at: one for at, one in enumerate(found) if one} == {0: 1, 8: 6, 9: 8, 25: 16}


def test_today_by_hand(goal: TravelGoal) -> None:
    found = result(compute(goal))
    region = found.region
    assert (region.people, region.within, region.unreachable) == (1005, 600, 5)
    assert region.share == pytest.approx(600 / 1005)
    assert (region.median, region.p90) == (pytest.approx(40), pytest.approx(70))
    # 40 minutes at four fifths of the speed are 50: Kai falls outside
    assert region.share_slow == pytest.approx(300 / 1005)
    # Øy: 50 minutes of driving and crossing are 41.7, the wait of 20 is 16
    assert region.share_fast == pytest.approx(600 / 1005)
    assert [(one.code, one.name, one.within) for one in found.municipalities] == [
        ("4601", "Nordvik", 300),
        ("4602", "Sørvåg", 300),
    ]
    counted = {at: people for at, people in enumerate(found.by_minutes) if people}
    assert counted == {0: 100, 1: 200, 7: 300, 13: 400, 25: 5}
    assert (found.no_road, found.cells) == (5, 5)


def test_a_scenario_is_compared_with_today(goal: TravelGoal) -> None:
    run = make_scenario(goal).runs.get()
    region = result(run).region
    assert (region.within, region.comes_inside, region.goes_outside) == (1000, 400, 0)
    assert region.share_before == pytest.approx(600 / 1005)
    assert (region.winners, region.losers) == (400, 0)
    assert region.minutes_won == pytest.approx(400 * (70 - 44), rel=1e-6)
    cells = gzip.decompress(run.files.get(name="cells.csv").packed).decode()
    assert cells.splitlines()[0].endswith(",minutes_before")


def test_made_again_to_the_digit(goal: TravelGoal) -> None:
    scenario = make_scenario(goal)
    first = scenario.runs.get()
    kept.clear()
    from_disk = compute(goal, scenario)
    kept.clear()
    disk.keep_only(())
    from_files = compute(goal, scenario)
    assert len({first.pk, from_disk.pk, from_files.pk}) == 3
    for again in (from_disk, from_files):
        assert (files(first), first.result) == (files(again), again.result)
    assert set(files(first)) == {"cells.csv", "municipalities.csv", "map.geojson"}


def test_a_scenario_changes_nothing_of_today(goal: TravelGoal) -> None:
    before = compute(goal)
    make_scenario(goal, OFTEN)
    assert files(compute(goal)) == files(before)


def test_the_network_is_read_once(goal: TravelGoal, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    make = base._made

    def counted(data_set_id: int, parameters: Mapping[str, Any], tell: Tell) -> Baseline:
        made.append(data_set_id)
        return make(data_set_id, parameters, tell)

    monkeypatch.setattr(base, "_made", counted)
    compute(goal)
    make_scenario(goal)
    make_scenario(goal, OFTEN)
    assert made == [goal.data_set_id]
    # a process that was just started has nothing in memory, and finds it on disk
    kept.clear()
    make_scenario(goal, OFTEN | {"name": "Oftare att"})
    assert made == [goal.data_set_id]


@pytest.mark.parametrize("is_in_memory", [True, False])
def test_at_once_where_the_network_is_in_memory_or_on_disk(
    goal: TravelGoal, *, is_in_memory: bool
) -> None:
    by = editor_of(goal.council)
    run = ask_for_run(by=by, goal=goal, now=NOW)
    assert not runs.compute_now(run)
    runs.computing.do(run.pk)
    if not is_in_memory:
        kept.clear()
    scenario = make_scenario(goal, is_computed=False)
    asked = ask_for_run(by=by, goal=goal, scenario=scenario, now=NOW)
    assert runs.compute_now(asked)
    asked.refresh_from_db()
    assert asked.state == "done"


def test_a_change_that_cannot_be_is_told_with_its_number(goal: TravelGoal) -> None:
    far = {**BRIDGE["changes"][0], "to": [62.0, 8.0]}
    scenario = make_scenario(goal, {"name": "Langt borte", "changes": [far]}, is_public=False)
    run = scenario.runs.get()
    assert run.state == "refused"
    text, values = run.problem or ("", {})
    assert (text % values).startswith("Endring 1: staden 62, 8 ligg ")


def test_a_file_that_cannot_be_read_is_named(goal: TravelGoal) -> None:
    by = editor_of(goal.council)
    files = [one for one in network_files(FACTS) if one.role != "population"]
    files.append(NewFile(role="population", filename="folk.csv", data=b"a,b\n1,2\n", source="Laga"))
    data_set = keep_data_set(by=by, name="Skadd", files=files, now=NOW)
    version = goal.initiative.elements.get().version
    broken = set_goal(
        by=by,
        initiative=initiative(version, GOAL),
        data_set=data_set,
        destination="By",
        centres=goal.centres,
        now=NOW,
    )
    run = compute(broken)
    assert run.state == "refused"
    text, values = run.problem or ("", {})
    assert values["_file"] == "folk.csv"
    assert (text % values).startswith("Folketalsfila må ha ")


def test_what_breaks_is_told_and_not_left(
    goal: TravelGoal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Baseline:
        raise RuntimeError

    monkeypatch.setattr(base, "_made", broken)
    run = compute(goal)
    assert (run.state, run.problem) == ("refused", [runs.BROKEN, {}])


def test_asked_for_when_it_is_committed(
    goal: TravelGoal, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    run = ask_for_run(by=editor_of(goal.council), goal=goal, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        runs.computing.ask_for(run)
    run.refresh_from_db()
    assert run.state == "done"


def test_asking_twice_does_no_harm(goal: TravelGoal) -> None:
    run = compute(goal)
    runs.computing.do(run.pk)
    runs.computing.do(0)
    assert TravelRun.objects.count() == 1


def test_what_the_queue_lost_and_what_a_killed_process_left_is_done(goal: TravelGoal) -> None:
    by = editor_of(goal.council)
    killed = ask_for_run(by=by, goal=goal, now=NOW)
    assert begin_run(killed.pk) is not None
    lost = ask_for_run(by=by, goal=goal, now=NOW)
    recovery.recover()
    states = TravelRun.objects.filter(pk__in=[killed.pk, lost.pk]).values_list("state", flat=True)
    assert list(states) == ["done", "done"]


def test_what_somebody_does_is_left_to_them(goal: TravelGoal) -> None:
    run = ask_for_run(by=editor_of(goal.council), goal=goal, now=NOW)
    assert begin_run(run.pk) is not None
    with claims.claimed(runs.computing.claim_on(run.pk)):
        recovery.recover()
    run.refresh_from_db()
    assert run.state == "running"


def test_who_comes_second_waits_for_the_first_and_a_failure_is_forgotten() -> None:
    some: Kept[str] = Kept(most=1)
    begun, go_on = threading.Event(), threading.Event()
    made: list[str] = []

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        made.append("first")
        return "made"

    def never() -> str:
        raise AssertionError

    first = threading.Thread(target=some.get_or_make, args=("a", slow))
    first.start()
    assert begun.wait(10)
    assert some.is_being_made("a")
    second = threading.Thread(target=some.get_or_make, args=("a", never))
    second.start()
    go_on.set()
    first.join(10)
    second.join(10)
    assert (made, some.get("a"), some.is_being_made("a")) == (["first"], "made", False)
    with pytest.raises(AssertionError):
        some.get_or_make("b", never)
    assert not some.is_being_made("b")
    some.get_or_make("c", lambda: "made")
    assert some.get("a") is None
