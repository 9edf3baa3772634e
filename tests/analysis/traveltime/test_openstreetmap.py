"""OpenStreetMap's .pbf, from a small one that the test makes."""

from pathlib import Path
from typing import Any

import osmium
import pytest

from tests.analysis.traveltime.worlds import at
from tiltak.analysis.traveltime import BadInput, InputFile, Kind, build_network, read_roads
from tiltak.analysis.traveltime.attributes import LeftOut
from tiltak.analysis.traveltime.routing import trips_from
from tiltak.analysis.traveltime.snapping import taken

NODES = {
    1: at(0, 0),
    2: at(2, 0),
    3: at(4, 0),
    4: at(2, 3),  # a side road's end
    5: at(4, 4),  # the other side of the fjord
    6: at(6, 4),
    7: at(2, -2),  # under the bridge: crosses without a node in common
    8: at(3, 2),
}
WAYS: list[tuple[list[int], dict[str, str]]] = [
    ([1, 2, 3], {"highway": "primary", "maxspeed": "60"}),
    ([2, 4], {"highway": "residential", "oneway": "yes", "maxspeed": "30"}),
    ([3, 5], {"route": "ferry", "duration": "00:10", "interval": "00:20", "name": "Fergane"}),
    ([5, 6], {"highway": "tertiary"}),
    ([4, 8], {"highway": "path"}),
    ([7, 8], {"highway": "proposed"}),
    ([1, 7], {"building": "yes"}),
]


@pytest.fixture
def pbf(tmp_path: Path) -> InputFile:
    path = tmp_path / "bygd.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in NODES.items():
            writer.add_node(osmium.osm.mutable.Node(id=number, location=place))
        for number, (nodes, tags) in enumerate(WAYS, 1):
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=tags))
    return InputFile(path.name, path.read_bytes())


def test_ways_are_cut_where_they_share_a_node(pbf: InputFile) -> None:
    read = read_roads(pbf)
    lines = read.lines
    found: list[tuple[Any, ...]] = [
        (int(row), Kind(kind).name, lines.categories[category], bool(forward), bool(backward))
        for row, kind, category, forward, backward in zip(
            lines.row, lines.kind, lines.category, lines.forward, lines.backward, strict=True
        )
    ]
    assert found == [
        (1, "ROAD", "primary", True, True),
        (1, "ROAD", "primary", True, True),
        (2, "ROAD", "residential", True, False),
        (3, "FERRY", "ferry", True, True),
        (4, "ROAD", "tertiary", True, True),
    ]
    assert read.is_noded
    assert dict(read.left_out) == {LeftOut.NOT_FOR_CARS: 1, LeftOut.PLANNED: 1}
    assert lines.km == pytest.approx([2, 2, 3, 4, 2], abs=0.05)


def test_the_network_of_a_pbf_can_be_driven(pbf: InputFile) -> None:
    network = build_network(read_roads(pbf))
    ends = network.snapped(network.lines.lonlat[[0, -1]])
    there = trips_from(network, taken(ends, [0]), ends)
    # 4 km at 60, half of 20 minutes' headway, 10 minutes' crossing, 2 km at 50
    assert there.minutes[1] == pytest.approx(4 + 10 + 10 + 2 / 50 * 60, abs=0.1)
    assert there.ferries.tolist() == [0, 1]


def test_a_one_way_street_is_driven_one_way(pbf: InputFile) -> None:
    network = build_network(read_roads(pbf))
    ends = network.snapped(network.lines.lonlat[[0, 5]])  # where way 1 begins, where way 2 ends
    in_, out = (trips_from(network, taken(ends, [one]), ends) for one in (0, 1))
    assert in_.minutes[1] == pytest.approx(2 + 6, abs=0.1)
    assert out.minutes[0] == float("inf")


def test_what_is_no_pbf_is_said() -> None:
    with pytest.raises(BadInput) as refused:
        read_roads(InputFile("veg.osm.pbf", b"ikkje noko kart"))
    assert str(refused.value) == "veg.osm.pbf: Fila er ikkje ei gyldig .pbf-fil."
