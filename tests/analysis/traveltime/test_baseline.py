"""From files to a baseline: the steps that are told, what is refused first, and the roads it is of."""

import json
from dataclasses import replace

import pytest

from tests.factories.travel import BY, FACTS
from tiltak.analysis.traveltime import BadInput, InputFile, Parameters, Place, baseline_of
from tiltak.analysis.traveltime.packing import pack
from tiltak.cli.demo.network import network_files

CHOSEN = Parameters(
    centres=[Place("By", BY[0], BY[1])], limit_minutes=45.0, ferry_wait_minutes=15.0
)
FILES = {one.role: InputFile(one.filename, one.data) for one in network_files(FACTS)}


def test_each_step_is_told_as_it_begins() -> None:
    told: list[str] = []
    baseline, roads = baseline_of(FILES, CHOSEN, told.append)
    assert (told, roads) == (["read", "build", "reach"], FILES["roads"])
    assert (baseline.today.region.people, baseline.today.region.within) == (1005, 600)
    assert "Vik" in {place.name for place in baseline.places}


@pytest.mark.parametrize("role", ["population", "municipalities", "totals", "speeds", "places"])
def test_what_is_wrong_with_the_small_files_is_told_before_the_roads_are_read(role: str) -> None:
    told: list[str] = []
    broken = {"roads": InputFile("veg.geojson", b"{"), role: InputFile("skadd.csv", b"{")}
    with pytest.raises(BadInput) as refused:
        baseline_of(FILES | broken, CHOSEN, told.append)
    assert (told, refused.value.file) == (["read"], "skadd.csv")


def test_roads_that_are_cut_give_what_they_give_when_they_are_read_again() -> None:
    collection = json.loads(FILES["roads"].unpacked())
    near = collection["features"]
    far = near[0] | {"geometry": {"type": "LineString", "coordinates": [[20, 65], [20.1, 65]]}}
    whole = json.dumps(collection | {"features": [*near, far]}).encode()
    files = FILES | {"roads": InputFile("veg.geojson", whole)}
    cut, roads = baseline_of(files, replace(CHOSEN, around=10.0), lambda _: None)
    assert json.loads(roads.unpacked())["features"] == near
    again, same = baseline_of(FILES | {"roads": roads}, CHOSEN, lambda _: None)
    assert (same, pack(again)) == (roads, pack(cut))
