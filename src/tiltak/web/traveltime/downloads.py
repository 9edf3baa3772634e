"""What was computed as files: CSV, GeoJSON, and a summary with all that it stands on."""

import msgspec
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from tiltak.domain.traveltime.queries.files import municipality_field_of, run_file
from tiltak.domain.traveltime.queries.goals import travel_goal
from tiltak.domain.traveltime.queries.values import GoalView, RunView, ScenarioView
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.lookup import or_404
from tiltak.web.traveltime.cells import (
    CELLS,
    MAP,
    MUNICIPALITIES,
    cells_geojson,
    cells_of,
)

GEOJSON, SUMMARY, SCENARIO = "cells.geojson", "summary.json", "scenario.json"
TYPES = {
    CELLS: "text/csv; charset=utf-8",
    MUNICIPALITIES: "text/csv; charset=utf-8",
    GEOJSON: "application/geo+json",
    MAP: "application/geo+json",
    SUMMARY: "application/json",
    SCENARIO: "application/json",
}


@require_safe
def download(request: CouncilRequest, code: str, name: str) -> HttpResponse:
    """A file of today."""
    with or_404():
        found = travel_goal(request.viewer, code)
    return _file(found, found.today, None, name)


@require_safe
def scenario_download(request: CouncilRequest, code: str, pk: int, name: str) -> HttpResponse:
    """A file of a scenario."""
    with or_404():
        found = travel_goal(request.viewer, code)
    chosen = found.scenario(pk)
    return _file(found, chosen.run if chosen else None, chosen, name)


def _file(
    goal: GoalView, run: RunView | None, scenario: ScenarioView | None, name: str
) -> HttpResponse:
    if run is None or name not in TYPES or (name == SCENARIO and scenario is None):
        raise Http404
    if name == SCENARIO and scenario is not None:
        # as the command reads it: tiltak traveltime reach --scenario FILE
        content = msgspec.json.format(msgspec.json.encode(scenario.definition), indent=1) + b"\n"
    elif name == SUMMARY:
        content = _summary(goal, run, scenario)
    elif name == GEOJSON:
        content = cells_geojson(cells_of(run.id))
    else:
        content = run_file(run.id, name) or b""
    of = f"-{scenario.id}" if scenario else ""
    return HttpResponse(
        content,
        content_type=TYPES[name],
        headers={"Content-Disposition": f'inline; filename="{goal.code}{of}-{name}"'},
    )


def _summary(goal: GoalView, run: RunView, scenario: ScenarioView | None) -> bytes:
    """Inputs with hashes, parameters, versions, figures: enough to make it again."""
    told = {
        "schema": "traveltime-run/1",
        "goal": goal.title,
        "program": run.result.program,
        "inputs": [
            {
                "role": file.role,
                "name": file.filename,
                "bytes": file.size,
                "sha256": file.sha256,
                "source": file.source,
                "licence": file.licence,
                "address": file.address,
                "as_of": file.as_of,
            }
            for file in goal.files
        ],
        "parameters": {
            **run.parameters,
            "municipality_field": municipality_field_of(run.data_set_id) or None,
        },
        "scenario": scenario.definition if scenario else None,
        "result": run.result,
        "files": run.files,
        "computed_at": run.finished_at,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
