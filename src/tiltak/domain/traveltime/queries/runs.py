"""Runs: what was computed, and what is being computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, Q

from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.traveltime.hashes import base_sha256
from tiltak.domain.traveltime.models import TravelGoal, TravelRun, TravelRunFile
from tiltak.domain.traveltime.operations.runs import parameters_of
from tiltak.domain.traveltime.queries.values import RunView, UnderWay
from tiltak.domain.traveltime.values import Result, result_of
from tiltak.domain.viewer import Viewer

State = TravelRun.State


def done_runs(
    goal_id: int, scenarios: Sequence[int]
) -> tuple[RunView | None, Mapping[int, RunView]]:
    """The newest run of today, and of each scenario by its id. Two statements."""
    newest = (
        TravelRun.objects.filter(
            Q(scenario__isnull=True) | Q(scenario_id__in=scenarios),
            goal_id=goal_id,
            state=State.DONE,
        )
        .order_by()
        .values("scenario_id")
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    rows = list(TravelRun.objects.filter(pk__in=newest))
    files = _files([row.pk for row in rows])
    views = {row.scenario_id: _view(row, files.get(row.pk, {})) for row in rows}
    return views.get(None), {number: one for number, one in views.items() if number is not None}


def _view(row: TravelRun, files: Mapping[str, str]) -> RunView:
    if row.finished_at is None or row.result is None:
        raise AssertionError(f"run {row.pk} is done without a result, which the database forbids")
    return RunView(
        id=row.pk,
        finished_at=row.finished_at,
        data_set_id=row.data_set_id,
        parameters=row.parameters,
        base_sha256=row.base_sha256,
        definition_sha256=row.definition_sha256,
        result=result_of(row.result),
        files=files,
    )


def _files(runs: Sequence[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    rows = TravelRunFile.objects.filter(run_id__in=runs).order_by("name")
    for run, name, sha256 in rows.values_list("run_id", "name", "sha256"):
        found.setdefault(run, {})[name] = sha256
    return found


def unfinished_runs(viewer: Viewer, goal_id: int) -> Mapping[int | None, UnderWay]:
    """For who may edit: scenario id (None: today) → its newest run, where that is not done.

    One statement; none for the public.
    """
    if not viewer.may_edit:
        return {}
    newest = (
        TravelRun.objects.filter(goal_id=goal_id)
        .order_by()
        .values("scenario_id")
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    rows = TravelRun.objects.filter(pk__in=newest).exclude(state=State.DONE)
    return {row.scenario_id: under_way(row) for row in rows}


def run_by_id(viewer: Viewer, number: int) -> tuple[TravelRun, UnderWay]:
    """A run, done or not, for who may edit. Raises NotFound."""
    found = TravelRun.objects.filter(pk=number, council_id=viewer.council_id)
    row = found.select_related("goal__initiative", "scenario").first()
    if row is None or not viewer.may_edit:
        raise NotFound(str(number))
    return row, under_way(row)


def under_way(row: TravelRun) -> UnderWay:
    """A run that is not done, as pages read it."""
    problem = (row.problem[0], row.problem[1]) if row.problem else None
    return UnderWay(row.pk, row.state, row.step, problem, row.asked_at, row.scenario_id)


def waiting_runs() -> Sequence[int]:
    """All runs that wait, of all councils, oldest first: for the worker."""
    return list(
        TravelRun.objects.filter(state=State.WAITING).order_by("pk").values_list("pk", flat=True)
    )


def running_runs() -> Sequence[int]:
    """All runs that are being done, of all councils: for the worker."""
    return list(TravelRun.objects.filter(state=State.RUNNING).values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class DoneRun:
    """A calculation that is done, with all it was made of and the hashes of what came out.
    `scenario` is its name, "" for today."""

    id: int
    goal_code: str
    scenario: str
    finished_at: datetime
    data_set_id: int
    parameters: Mapping[str, Any]
    definition: dict[str, Any] | None
    result: Result
    files: Mapping[str, str]


def runs_to_repeat(
    viewer: Viewer, *, goal_code: str = "", numbers: Sequence[int] = ()
) -> Sequence[DoneRun]:
    """Done calculations of the viewer's council, for who may edit: those with these numbers, else
    the newest of today and of each scenario. In the order they were asked for. Three statements."""
    if not viewer.may_edit:
        return []
    found = TravelRun.objects.filter(council_id=viewer.council_id, state=State.DONE)
    if goal_code:
        found = found.filter(goal__initiative__code=goal_code)
    if numbers:
        found = found.filter(pk__in=numbers)
    else:
        shown = found.filter(Q(scenario__isnull=True) | Q(scenario__removed_at__isnull=True))
        newest = shown.order_by().values("goal_id", "scenario_id").annotate(newest=Max("pk"))
        found = found.filter(pk__in=list(newest.values_list("newest", flat=True)))
    rows = list(found.select_related("goal__initiative", "scenario").order_by("pk"))
    files = _files([row.pk for row in rows])
    return [_done(row, files.get(row.pk, {})) for row in rows]


def _done(row: TravelRun, files: Mapping[str, str]) -> DoneRun:
    view = _view(row, files)
    return DoneRun(
        id=row.pk,
        goal_code=row.goal.initiative.code,
        scenario=row.scenario.name if row.scenario else "",
        finished_at=view.finished_at,
        data_set_id=row.data_set_id,
        parameters=row.parameters,
        definition=row.definition,
        result=view.result,
        files=files,
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """What a goal stands on: files and chosen figures, and the hash (`key`) of both."""

    key: str
    data_set_id: int
    parameters: Mapping[str, Any]


def what_goals_stand_on() -> Sequence[Standing]:
    """Of every goal of all councils, the newest first: for those who make it ready."""
    goals = [
        (goal.data_set_id, parameters_of(goal)) for goal in TravelGoal.objects.order_by("-set_at")
    ]
    return [
        Standing(base_sha256(data_set_id, parameters), data_set_id, parameters)
        for data_set_id, parameters in goals
    ]
