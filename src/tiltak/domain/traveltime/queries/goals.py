"""A goal with its data, its latest run and its scenarios."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from tiltak.domain.plans.models import Element
from tiltak.domain.plans.queries.elements import Appearance, appearances
from tiltak.domain.plans.queries.versions import NotFound, is_visible
from tiltak.domain.sources.models import Visibility
from tiltak.domain.traveltime.hashes import base_sha256
from tiltak.domain.traveltime.models import DataSetFile, TravelGoal, TravelRun, TravelScenario
from tiltak.domain.traveltime.operations.runs import parameters_of
from tiltak.domain.traveltime.queries.runs import done_runs, unfinished_runs
from tiltak.domain.traveltime.queries.values import (
    FileView,
    GoalView,
    RunView,
    ScenarioView,
    UnderWay,
    reached_by,
)
from tiltak.domain.traveltime.values import Result, result_of
from tiltak.domain.viewer import Viewer


def travel_goal(viewer: Viewer, code: str) -> GoalView:
    """The travel-time goal at an element's address. Raises NotFound, also where the viewer may
    not see the element. Nine statements at most, whatever the number of scenarios."""
    shown = appearances(viewer, code)[0]
    goal = goal_row(viewer, code)
    scenarios = list(_scenario_rows(viewer, goal))
    today, of_scenario = done_runs(goal.pk, [one.pk for one in scenarios])
    unfinished = unfinished_runs(viewer, goal.pk)
    titles = _titles(viewer, [one.measure_id for one in scenarios])
    base = today.base_sha256 if today else ""
    return GoalView(
        id=goal.pk,
        code=code,
        title=_title(goal, shown),
        version=shown.version,
        destination=goal.destination,
        centres=goal.centres,
        limit_minutes=goal.limit_minutes,
        ferry_wait_minutes=goal.ferry_wait_minutes,
        is_example=goal.is_example,
        data_set_id=goal.data_set_id,
        data_set_name=goal.data_set.name,
        files=files_of(today.data_set_id if today else goal.data_set_id),
        today=today,
        is_stale=base != base_sha256(goal.data_set_id, parameters_of(goal)),
        last=unfinished.get(None),
        scenarios=[_scenario(one, base, of_scenario, unfinished, titles) for one in scenarios],
    )


def goal_row(viewer: Viewer, code: str) -> TravelGoal:
    """The row of a goal. Raises NotFound."""
    found = TravelGoal.objects.filter(council_id=viewer.council_id, initiative__code=code)
    goal = found.select_related("data_set", "initiative").first()
    if goal is None:
        raise NotFound(code)
    return goal


def scenario_row(viewer: Viewer, goal: TravelGoal, number: int) -> TravelScenario:
    """The row of a scenario of the goal, for who may edit. Raises NotFound."""
    found = _scenario_rows(viewer, goal).filter(pk=number).first()
    if found is None or not viewer.may_edit:
        raise NotFound(str(number))
    return found


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A travel-time goal in a list. `title` is "" where the viewer may not see the element."""

    code: str
    title: str
    destination: str
    limit_minutes: float


def travel_goals(viewer: Viewer) -> Sequence[GoalLine]:
    """The council's travel-time goals, oldest first. Two statements."""
    found = TravelGoal.objects.filter(council_id=viewer.council_id).order_by("pk")
    rows = list(found.select_related("initiative"))
    titles = _titles(viewer, [row.initiative_id for row in rows])
    return [
        GoalLine(
            row.initiative.code,
            titles.get(row.initiative_id, ""),
            row.destination,
            row.limit_minutes,
        )
        for row in rows
    ]


def goals_of(viewer: Viewer, version_id: int) -> Sequence[tuple[str, str]]:
    """Code and text of each goal and strategy of a version, in the order of the plan. One
    statement."""
    return _named(viewer, version_id, ("goal", "strategy"))


def measures_of(viewer: Viewer, version_id: int) -> Sequence[tuple[str, str]]:
    """Code and title of each measure of a version, in the order of the plan. One statement."""
    return _named(viewer, version_id, ("measure",))


def _named(viewer: Viewer, version_id: int, kinds: Sequence[str]) -> Sequence[tuple[str, str]]:
    found = Element.objects.filter(
        is_visible(viewer, "version__"), version_id=version_id, kind__in=kinds
    )
    named = found.order_by("position").values_list(
        "initiative__code", "initiative__short_title", "text"
    )
    return [(code, short or text) for code, short, text in named]


def _scenario_rows(viewer: Viewer, goal: TravelGoal) -> QuerySet[TravelScenario]:
    found = TravelScenario.objects.filter(goal=goal, removed_at__isnull=True)
    found = found.select_related("measure").order_by("id")
    return found if viewer.may_edit else found.filter(visibility=Visibility.PUBLIC)


def _scenario(
    row: TravelScenario,
    base: str,
    runs: Mapping[int, RunView],
    unfinished: Mapping[int | None, UnderWay],
    titles: Mapping[int, str],
) -> ScenarioView:
    run = runs.get(row.pk)
    holds = run and (run.base_sha256, run.definition_sha256) == (base, row.definition_sha256)
    return ScenarioView(
        id=row.pk,
        name=row.name,
        definition=row.definition,
        definition_sha256=row.definition_sha256,
        visibility=row.visibility,
        is_example=row.is_example,
        measure_code=row.measure.code,
        measure_title=titles.get(row.measure_id, ""),
        changed_at=row.changed_at,
        run=run if holds else None,
        last=unfinished.get(row.pk),
    )


def files_of(data_set_id: int) -> Sequence[FileView]:
    """The files of a data set, without their content. One statement."""
    found = DataSetFile.objects.filter(data_set_id=data_set_id).order_by("id")
    columns = (
        "role",
        "file_id",
        "file__filename",
        "file__size",
        "file__sha256",
        "file__source",
        "file__licence",
        "file__address",
        "file__as_of",
        "file__kept_at",
    )
    return [FileView(*values) for values in found.values_list(*columns)]


def _title(goal: TravelGoal, shown: Appearance) -> str:
    return goal.initiative.short_title or shown.text


def _titles(viewer: Viewer, initiatives: Sequence[int]) -> dict[int, str]:
    """Initiative id → short title, else the newest text the viewer may see. One statement."""
    found = Element.objects.filter(is_visible(viewer, "version__"), initiative_id__in=initiatives)
    named = found.order_by("version_id").values_list(
        "initiative_id", "initiative__short_title", "text"
    )
    return {number: short or text for number, short, text in named}


@dataclass(frozen=True, slots=True)
class Nearby:
    """A run that is about an element. `scenario` is its name, "" and None for the goal itself."""

    goal_code: str
    destination: str
    limit_minutes: float
    scenario: str
    scenario_id: int | None
    result: Result


def travel_time_near(viewer: Viewer, initiative_id: int) -> Sequence[Nearby]:
    """What everybody may know of travel time for one element, the goal itself or a measure with
    scenarios that are computed on what the goal stands on now. One statement."""
    of_scenario = Q(
        scenario__measure_id=initiative_id,
        scenario__removed_at__isnull=True,
        scenario__visibility=Visibility.PUBLIC,
        scenario__definition_sha256=F("definition_sha256"),
    )
    of_goal = Q(goal__initiative_id=initiative_id, scenario__isnull=True)
    today = TravelRun.objects.filter(
        goal=OuterRef("goal"), scenario__isnull=True, state=TravelRun.State.DONE
    ).order_by("-pk")
    found = (
        TravelRun.objects.filter(
            of_goal | of_scenario, council_id=viewer.council_id, state=TravelRun.State.DONE
        )
        .filter(base_sha256=Subquery(today.values("base_sha256")[:1]))
        .order_by("pk")
        # every public page of an element asks this: plain values of few columns cost least
        .values_list(
            "scenario_id",
            "scenario__name",
            "goal__initiative__code",
            "goal__destination",
            "goal__centres",
            "parameters",
            "result",
        )
    )
    newest = {scenario_id: facts for scenario_id, *facts in found}
    return [
        Nearby(
            goal_code=code,
            destination=reached_by(destination, centres, parameters),
            limit_minutes=parameters["limit_minutes"],
            scenario=name or "",
            scenario_id=scenario_id,
            result=result_of(result or {}),
        )
        for scenario_id, (name, code, destination, centres, parameters, result) in newest.items()
    ]
