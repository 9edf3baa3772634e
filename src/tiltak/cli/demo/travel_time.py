"""The travel-time goal of the demo, computed, with scenarios that are marked as examples."""

import tomllib
from datetime import datetime
from importlib.resources import files
from typing import Any

from tiltak.cli.demo.network import definition_of, network_files
from tiltak.domain.plans.models import Element, Initiative, PlanVersion
from tiltak.domain.traveltime.models import TravelGoal
from tiltak.domain.traveltime.operations import (
    ask_for_run,
    keep_data_set,
    keep_scenario,
    set_goal,
    show_scenario,
)
from tiltak.domain.viewer import Viewer

Facts = dict[str, Any]


def make_travel_time(versions: dict[str, PlanVersion], by: Viewer, now: datetime) -> None:
    """The data set, the goal, today and the scenarios, as the secretary would make them."""
    from tiltak.jobs.travel.runs import computing

    text = files(__package__).joinpath("traveltime.toml").read_text(encoding="utf-8")
    facts = tomllib.loads(text)
    version = versions[facts["goal"]["plan"]]
    goal = _goal(facts, version, by, now)
    computing.do(ask_for_run(by=by, goal=goal, now=now).pk)
    for one in facts["scenario"]:
        definition = definition_of(one, facts["places"])
        _make_scenario(definition, goal, _initiative(version, one["measure"]), by, now)


def _goal(facts: Facts, version: PlanVersion, by: Viewer, now: datetime) -> TravelGoal:
    said = facts["goal"]
    lat, lon, *_ = facts["places"][said["centre"]]
    data_set = keep_data_set(by=by, name=facts["name"], files=network_files(facts), now=now)
    return set_goal(
        by=by,
        initiative=_initiative(version, said["text"]),
        data_set=data_set,
        destination=said["destination"],
        centres=[{"name": said["centre"], "lat": lat, "lon": lon}],
        limit_minutes=said["limit_minutes"],
        ferry_wait_minutes=said["ferry_wait_minutes"],
        now=now,
        is_example=True,
    )


def _make_scenario(
    definition: Facts, goal: TravelGoal, measure: Initiative, by: Viewer, now: datetime
) -> None:
    from tiltak.analysis.traveltime import scenario_of, scenario_sha256
    from tiltak.jobs.travel.runs import computing

    scenario = keep_scenario(
        by=by,
        goal=goal,
        measure=measure,
        definition=definition,
        definition_sha256=scenario_sha256(scenario_of(definition)),
        now=now,
        is_example=True,
    )
    computing.do(ask_for_run(by=by, goal=goal, scenario=scenario, now=now).pk)
    show_scenario(by=by, scenario=scenario, is_public=True, now=now)


def _initiative(version: PlanVersion, text: str) -> Initiative:
    element = Element.objects.select_related("initiative").get(version=version, text=text)
    return element.initiative
