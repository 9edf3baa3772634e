"""A travel-time goal on a network so small that its minutes can be worked out by hand.

By–Dal: 10 km at 60 km/h, 10 minutes. Dal–Kai: 30 km, 30 minutes. Kai–Øy: a ferry of 10 minutes
every 40, so 30 with the wait. On Øy a road of 1 km goes to Vik, where nobody lives. Øde has no road. People: By 100, Dal 200, Kai 300, Øy 400, Øde 5.
Within 45 minutes: By, Dal and Kai, 600 of 1 005.
"""

import json
from typing import Any

from tests.factories.councils import NOW, editor_of, import_plan
from tests.factories.planfiles import sample_plan
from tiltak.cli.demo.network import network_files
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative, PlanVersion
from tiltak.domain.traveltime.models import TravelGoal, TravelRun, TravelScenario
from tiltak.domain.traveltime.operations import (
    ask_for_run,
    keep_data_set,
    keep_scenario,
    set_goal,
    show_scenario,
)
from tiltak.jobs.travel.runs import computing

GOAL, MEASURE = "1.1.s1", "1.1.m1"
BY, KAI, ISLAND = [61.0, 7.0], [61.0, 7.7], [61.0, 7.8]
FACTS: dict[str, Any] = {
    "name": "Ei lita verd",
    "source": "Laga for prøva",
    "licence": "Fri bruk",
    "municipalities": {"4601": "Nordvik", "4602": "Sørvåg"},
    "places": {
        "By": [*BY, 100, 4601],
        "Dal": [61.0, 7.2, 200, 4601],
        "Kai": [*KAI, 300, 4602],
        "Øy": [*ISLAND, 400, 4602],
        "Vik": [61.0, 7.82, 0, 0],
        "Øde": [61.5, 7.0, 5, 4602],
    },
    "road": [
        {"ends": ["By", "Dal"], "km": 10, "kmh": 60},
        {"ends": ["Dal", "Kai"], "km": 30, "kmh": 60},
        {"ends": ["Øy", "Vik"], "km": 1, "kmh": 60},
    ],
    "ferry": [{"name": "Kai–Øy", "ends": ["Kai", "Øy"], "km": 5, "minutes": 10, "headway": 40}],
}
# a ferry every ten minutes: Øy gets 55 minutes instead of 70
OFTEN = {
    "name": "Ferje kvart tiande minutt",
    "changes": [{"kind": "changed_ferry", "from": KAI, "to": ISLAND, "headway_minutes": 10.0}],
}
# a bridge: Øy gets 44 minutes
BRIDGE = {
    "name": "Bru",
    "changes": [{"kind": "new_link", "from": KAI, "to": ISLAND, "kmh": 75.0, "length_km": 5.0}],
}

_FAR = {"type": "LineString", "coordinates": [[25.0, 70.0], [25.1, 70.0]]}
_NEAR = {"type": "LineString", "coordinates": [[7.0, 61.0], [7.1, 61.0]]}
# roads that cannot be read: the first is far away and cut off, the second has a speed below 0
SLOW = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"kmh": kmh}, "geometry": drawn}
            for kmh, drawn in ((50, _FAR), (-5, _NEAR))
        ],
    }
).encode()


def initiative(version: PlanVersion, key: str) -> Initiative:
    """The identity of an element of the plan."""
    return Initiative.objects.get(elements__version=version, elements__key=key)


def make_goal(council: RegionalCouncil, version: PlanVersion | None = None) -> TravelGoal:
    """The goal of a published plan, not computed."""
    version = version or import_plan(council, sample_plan())
    by = editor_of(council)
    data_set = keep_data_set(by=by, name=FACTS["name"], files=network_files(FACTS), now=NOW)
    return set_goal(
        by=by,
        initiative=initiative(version, GOAL),
        data_set=data_set,
        destination="By",
        centres=[{"name": "By", "lat": BY[0], "lon": BY[1]}],
        now=NOW,
    )


def compute(goal: TravelGoal, scenario: TravelScenario | None = None) -> TravelRun:
    """A run of today or of a scenario, done."""
    run = ask_for_run(by=editor_of(goal.council), goal=goal, scenario=scenario, now=NOW)
    computing.do(run.pk)
    run.refresh_from_db()
    return run


def make_scenario(
    goal: TravelGoal,
    definition: dict[str, Any] = BRIDGE,
    *,
    is_public: bool = True,
    is_computed: bool = True,
) -> TravelScenario:
    """A scenario of the plan's first measure."""
    from tiltak.analysis.traveltime import scenario_of, scenario_sha256

    by = editor_of(goal.council)
    element = goal.initiative.elements.order_by("-version_id").first()
    assert element is not None
    made = keep_scenario(
        by=by,
        goal=goal,
        measure=initiative(element.version, MEASURE),
        definition=definition,
        definition_sha256=scenario_sha256(scenario_of(definition)),
        now=NOW,
    )
    if is_computed:
        compute(goal, made)
    if is_public:
        show_scenario(by=by, scenario=made, is_public=True, now=NOW)
        made.refresh_from_db()
    return made
