"""What was computed as files, for everybody."""

import json

import pytest
from django.test import Client

from tests.factories.travel import BRIDGE
from tiltak.analysis.traveltime import InputFile, read_scenario, scenario_of
from tiltak.domain.traveltime.models import TravelGoal, TravelScenario

pytestmark = pytest.mark.django_db


def test_files(client: Client, goal: TravelGoal, bridge: TravelScenario) -> None:
    page = f"/p/{goal.initiative.code}/reisetid/"
    for folder in (page, f"{page}{bridge.pk}/"):
        cells = client.get(f"{folder}fil/cells.csv").content.decode().splitlines()
        assert (len(cells), cells[0][:18]) == (6, "cell,lat,lon,popul")
        drawn = json.loads(client.get(f"{folder}fil/cells.geojson").content)
        assert [one["properties"]["population"] for one in drawn["features"]] == [
            100,
            200,
            300,
            400,
            5,
        ]
        assert drawn["features"][-1]["properties"]["minutes"] is None
        assert client.get(f"{folder}fil/municipalities.csv").content.decode().count("\n") == 3
        summary = json.loads(client.get(f"{folder}fil/summary.json").content)
        assert {one["role"]: len(one["sha256"]) for one in summary["inputs"]} == {
            "roads": 64,
            "population": 64,
            "municipalities": 64,
            "places": 64,
        }
        assert summary["parameters"] == {
            "centres": [{"name": "By", "lat": 61.0, "lon": 7.0}],
            "limit_minutes": 45.0,
            "ferry_wait_minutes": 15.0,
            "municipality_field": None,
        }
        assumed = summary["result"]["assumed"]
        assert (assumed["kmh"]["F"], assumed["longest_wait_minutes"]) == (55.0, 30.0)
        assert assumed["tolerances_metres"]["quay"] == 1000.0
    assert summary["scenario"] == BRIDGE
    scenario = client.get(f"{folder}fil/scenario.json").content
    assert read_scenario(InputFile("scenario.json", scenario)) == scenario_of(BRIDGE)
    assert client.get(f"{page}fil/scenario.json").status_code == 404
    assert client.get(f"{page}fil/finst-ikkje.csv").status_code == 404
