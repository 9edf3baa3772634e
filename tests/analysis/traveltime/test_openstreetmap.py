"""OpenStreetMap's .pbf, from a small one that the test makes."""

from pathlib import Path
from typing import Any

import numpy as np
import osmium
import pytest

from tests.analysis.traveltime.worlds import at
from tiltak.analysis.traveltime import BadInput, InputFile, Kind, Network, build_network, read_roads
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
WAYS = [
    ([1, 2, 3], {"highway": "primary", "maxspeed": "60"}),
    ([2, 4], {"highway": "residential", "oneway": "yes", "maxspeed": "30"}),
    ([3, 5], {"route": "ferry", "duration": "00:10", "interval": "00:20", "name": "Fergane"}),
    ([5, 6], {"highway": "tertiary"}),
    ([4, 8], {"highway": "path"}),
    ([7, 8], {"highway": "proposed"}),
    ([1, 7], {"building": "yes"}),
]


Ways = list[tuple[list[int], dict[str, str]]]


def written(
    folder: Path,
    nodes: dict[int, tuple[float, float]],
    ways: Ways,
    tags: dict[int, dict[str, str]] | None = None,
) -> InputFile:
    """A .pbf of nodes, some with tags, and ways."""
    path = folder / "bygd.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in nodes.items():
            writer.add_node(
                osmium.osm.mutable.Node(id=number, location=place, tags=(tags or {}).get(number))
            )
        for number, (refs, said) in enumerate(ways, 1):
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=refs, tags=said))
    return InputFile(path.name, path.read_bytes())


@pytest.fixture
def pbf(tmp_path: Path) -> InputFile:
    return written(tmp_path, NODES, WAYS)


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


def test_a_ferry_that_others_branch_off_from_takes_its_time_once(tmp_path: Path) -> None:
    nodes = {1: at(0, 0), 2: at(1, 0), 3: at(1, 3), 4: at(2, 3), 5: at(1, 4), 6: at(2, 4)}
    ways: Ways = [
        ([1, 2], {"highway": "tertiary", "maxspeed": "60"}),
        ([2, 3, 5], {"route": "ferry", "duration": "00:20", "interval": "00:10"}),
        ([3, 4], {"route": "ferry", "duration": "00:05", "interval": "00:10"}),
        ([5, 6], {"highway": "tertiary", "maxspeed": "60"}),
    ]
    read = read_roads(written(tmp_path, nodes, ways))
    assert read.lines.row.tolist() == [1, 2, 2, 3, 4]
    assert read.lines.crossing[1:3] == pytest.approx([15, 5], abs=0.1)
    network = build_network(read)
    ends = network.snapped(np.array([nodes[1], nodes[6]]))
    there = trips_from(network, taken(ends, [0]), ends)
    assert there.minutes[1] == pytest.approx(1 + 5 + 20 + 1, abs=0.2)


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


STREET = {1: at(0, 0), 2: at(1, 0), 3: at(2, 0), 4: at(3, 0), 5: at(2, 1), 6: at(3, 1)}
ROAD = {"highway": "tertiary", "maxspeed": "60"}


def minutes_between(
    network: Network, one: tuple[float, float], other: tuple[float, float]
) -> float:
    """Minutes between two places, each on its road."""
    ends = network.snapped(np.array([one, other]))
    return float(trips_from(network, taken(ends, [0]), ends).minutes[1])


@pytest.mark.parametrize(
    ("tags", "minutes"),
    [
        ({"barrier": "bollard"}, float("inf")),
        ({"barrier": "gate", "access": "private"}, float("inf")),
        ({"barrier": "gate"}, 3),
        ({"highway": "crossing"}, 3),
    ],
)
def test_a_barrier_stops_cars_and_nothing_joins_its_two_sides(
    tmp_path: Path, tags: dict[str, str], minutes: float
) -> None:
    file = written(tmp_path, STREET, [([1, 2, 3, 4], ROAD)], {2: tags})
    network = build_network(read_roads(file))
    assert minutes_between(network, STREET[1], STREET[4]) == pytest.approx(minutes, abs=0.02)
    assert network.gaps == ()
    # whoever lives beside the barrier still has a road, at one side of it
    assert network.snapped(np.array([STREET[2]])).metres < 1.1
    assert network.lines.km.sum() == pytest.approx(3, abs=0.02)


def test_a_barrier_where_a_side_road_begins_stops_the_side_road(tmp_path: Path) -> None:
    ways: Ways = [([1, 2, 3, 4], ROAD), ([5, 6], ROAD), ([3, 5], ROAD)]
    network = build_network(read_roads(written(tmp_path, STREET, ways, {5: {"barrier": "block"}})))
    assert minutes_between(network, STREET[1], STREET[4]) == pytest.approx(3, abs=0.02)
    assert minutes_between(network, STREET[1], STREET[6]) == float("inf")


def test_a_way_that_meets_itself_is_cut_there(tmp_path: Path) -> None:
    """A street that ends in a loop: out and around, and back into itself."""
    ways: Ways = [([1, 2, 3, 4, 6, 5, 3], ROAD)]
    network = build_network(read_roads(written(tmp_path, STREET, ways)))
    assert sorted(np.round(network.lines.km).tolist()) == [2, 4]
    assert minutes_between(network, STREET[1], STREET[5]) == pytest.approx(3, abs=0.03)


def test_a_roundabout_is_driven_one_way(tmp_path: Path) -> None:
    circle = {"highway": "primary", "maxspeed": "60", "junction": "roundabout"}
    ways: Ways = [([3, 4, 6, 5, 3], circle), ([1, 2, 3], ROAD)]
    network = build_network(read_roads(written(tmp_path, STREET, ways)))
    out, back = (
        minutes_between(network, *pair) for pair in ((STREET[1], STREET[4]), (STREET[4], STREET[1]))
    )
    assert (out, back) == (pytest.approx(3, abs=0.03), pytest.approx(5, abs=0.05))


def test_a_way_whose_nodes_are_cut_away_is_not_drawn_straight(tmp_path: Path) -> None:
    nodes = {number: place for number, place in STREET.items() if number != 3}
    ways: Ways = [([1, 2, 3, 4, 6], ROAD)]
    lines = read_roads(written(tmp_path, nodes, ways)).lines
    assert (lines.row.tolist(), np.round(lines.km, 1).tolist()) == ([1, 1], [1.0, 1.0])


def test_ends_that_share_no_node_are_two_ends(tmp_path: Path) -> None:
    """Two metres apart, or one above the other: the map knows better than the drawing."""
    nodes = STREET | {7: at(1, 0.002), 8: at(1, 3), 9: at(2, 0)}
    ways: Ways = [([1, 2, 3, 4], ROAD), ([7, 8], ROAD), ([9, 6], ROAD | {"bridge": "yes"})]
    network = build_network(read_roads(written(tmp_path, nodes, ways)))
    assert network.gaps == ()
    assert minutes_between(network, nodes[1], nodes[8]) == float("inf")
    assert network.assumptions.tolerances.same_piece == 0


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_a_pbf_that_is_cut_off_is_refused(tmp_path: Path, kept: float) -> None:
    nodes = {number: at(number % 50, number // 50) for number in range(1, 2000)}
    whole = written(tmp_path, nodes, [([number, number + 1], ROAD) for number in range(1, 1999)])
    part = InputFile(whole.name, whole.data[: int(len(whole.data) * kept)])
    with pytest.raises(BadInput) as refused:
        read_roads(part)
    assert str(refused.value) == "bygd.osm.pbf: Fila er ikkje ei gyldig .pbf-fil."


def test_a_pbf_without_roads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_roads(written(tmp_path, STREET, [([1, 2], {"building": "yes"})]))
    assert str(refused.value) == "bygd.osm.pbf: Fila har ingen vegar som bilar kan køyra."


def test_the_same_words_are_kept_once(tmp_path: Path) -> None:
    """Memory follows the roads, not the words of each: a name may be 255 letters long."""
    said = [ROAD | {"name": "A" * 255}, ROAD | {"name": "B"}]
    ways: Ways = [([1, 2], said[0]), ([2, 3], said[1]), ([3, 4], said[0])]
    lines = read_roads(written(tmp_path, STREET, ways)).lines
    assert lines.titles == ("A" * 255, "B")
    assert lines.names == ["A" * 255, "B", "A" * 255]
