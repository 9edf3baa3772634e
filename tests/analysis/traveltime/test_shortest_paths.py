"""What must hold in any network: against networkx, and as laws of shortest paths (Hypothesis)."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.analysis.traveltime.worlds import at, borders, box, ferry, network, people, road
from tiltak.analysis.traveltime import (
    Network,
    Place,
    area_of,
    changed,
    matrix_of,
    minutes_to_all,
    reach_of,
    scenario_of,
)
from tiltak.analysis.traveltime.routing import attached, grow
from tiltak.analysis.traveltime.snapping import taken

SIDE = 5
Feature = dict[str, Any]
crossing = st.tuples(st.integers(0, SIDE), st.integers(0, SIDE))


@st.composite
def roads_between(draw: st.DrawFn, *, one_way: bool = True) -> list[Feature]:
    """Roads and ferries between crossings 2 km apart, at any speed."""
    pairs = draw(
        st.lists(
            st.tuples(crossing, crossing).filter(lambda pair: pair[0] != pair[1]),
            min_size=2,
            max_size=14,
            unique=True,
        )
    )
    found = []
    for number, (begin, end) in enumerate(pairs):
        ends = [at(2 * x, 2 * y) for x, y in (begin, end)]
        if number and draw(st.booleans()) and draw(st.booleans()):
            found.append(ferry(*ends, headway_minutes=draw(st.integers(0, 60))))
        else:
            kmh = draw(st.integers(10, 110))
            found.append(road(*ends, kmh=kmh, oneway=one_way and draw(st.booleans())))
    return found


homes = st.lists(st.tuples(st.floats(-2, 12), st.floats(-2, 12)), min_size=2, max_size=8)
laws = settings(max_examples=40, deadline=None)


def places_at(points: list[tuple[float, float]]) -> list[Place]:
    return [
        Place(f"stad {number}", lat=at(*point)[1], lon=at(*point)[0])
        for number, point in enumerate(points)
    ]


def node_minutes(made: Network, place: Place) -> np.ndarray[Any, np.dtype[np.float64]]:
    snapped = made.snapped(np.array([[place.lon, place.lat]]))
    tree = grow(made.graph, attached(made, snapped, is_leaving=True))
    return tree.minutes[: len(made.layout.nodes)]


@laws
@given(roads_between(), homes)
def test_no_edge_beats_a_computed_time(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    made = network(*features)
    minutes = node_minutes(made, places_at(points)[0])
    arcs = made.arcs
    reached = np.isfinite(minutes[arcs.tail])
    by_arc = minutes[arcs.tail][reached] + arcs.minutes[reached]
    assert (minutes[arcs.head][reached] <= by_arc + 1e-9).all()


@laws
@given(roads_between(), homes)
def test_no_detour_beats_a_computed_trip(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    """Over a third place is never quicker; its own access is counted twice, so allow nothing."""
    minutes = matrix_of(network(*features), places_at(points)).minutes
    over = (minutes[:, :, None] + minutes[None, :, :]).min(axis=1)
    assert (minutes <= over + 1e-9).all()


@laws
@given(roads_between(), homes, st.integers(1, 120), st.integers(1, 120))
def test_a_longer_limit_never_shrinks_the_reach(
    features: list[Feature], points: list[tuple[float, float]], one: int, other: int
) -> None:
    made = network(*features, access_limit=30_000)
    area = area_of(
        people(*((at(*point), 1 + number) for number, point in enumerate(points))),
        borders(("4640", "Sogndal", box(-5, -5, 20, 20))),
    )
    centres = places_at(points)[:1]
    shorter, longer = (reach_of(made, area, centres, limit=limit) for limit in sorted((one, other)))
    assert shorter.region.within <= longer.region.within
    assert shorter.range_of().slow <= shorter.range_of().assumed <= shorter.range_of().fast  # type: ignore[operator]


@laws
@given(
    roads_between(),
    homes,
    st.tuples(crossing, crossing, st.integers(20, 110), st.booleans()),
)
def test_a_new_link_never_lengthens_a_trip(
    features: list[Feature],
    points: list[tuple[float, float]],
    new: tuple[tuple[int, int], tuple[int, int], int, bool],
) -> None:
    begin, end, kmh, one_way = new
    made = network(*features)
    ends = made.layout.index.nearest(
        np.array([at(2 * x + 0.3, 2 * y) for x, y in (begin, end)])
    ).spots.lonlat(made.lines)
    assume(np.abs(ends[0] - ends[1]).max() > 1e-4)  # ten metres, not one place
    link = {"kind": "new_link", "from": ends[0, ::-1].tolist(), "to": ends[1, ::-1].tolist()}
    scenario = scenario_of({"name": "ny", "changes": [link | {"kmh": kmh, "one_way": one_way}]})
    before = matrix_of(made, places_at(points))
    after = matrix_of(changed(made, scenario), places_at(points))
    assert (after.minutes <= before.minutes + 1e-6).all()


@laws
@given(roads_between(one_way=False), homes)
def test_an_undirected_network_is_the_same_both_ways(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    places = places_at(points)
    forth = matrix_of(network(*features), places)
    for feature in features:
        feature["geometry"]["coordinates"].reverse()
    back = matrix_of(network(*features), places)
    # where two roads are just as near, the matrix may differ: the first in the file is the same
    np.testing.assert_allclose(back.minutes, forth.minutes, atol=1e-6)
    np.testing.assert_allclose(forth.minutes, forth.minutes.T, atol=1e-6)


@laws
@given(roads_between(), homes)
def test_times_and_kilometres_are_those_of_networkx(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    """The same arcs, the places as nodes of their own, another library's Dijkstra."""
    made = network(*features)
    places = places_at(points)
    found = matrix_of(made, places)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(("from", one) for one in range(len(places)))
    arcs = made.arcs
    for tail, head, minutes, km, boards in zip(
        arcs.tail, arcs.head, arcs.minutes, arcs.km, arcs.ferries, strict=True
    ):
        graph.add_edge(int(tail), int(head), minutes=minutes, km=km, boards=int(boards))
    ends = made.snapped(np.array([(place.lon, place.lat) for place in places]))
    add_places(graph, made, ends)
    for one in range(len(places)):
        minutes = nx.single_source_dijkstra_path_length(graph, ("from", one), weight="minutes")
        expected = [minutes.get(("to", other), np.inf) for other in range(len(places))]
        expected[one] = 0.0
        np.testing.assert_allclose(found.minutes[one], expected, atol=1e-9)
    assert (np.isfinite(found.km) == np.isfinite(found.minutes)).all()


def add_places(graph: "nx.MultiDiGraph[Any]", made: Network, ends: Any) -> None:
    """A node to leave from and one to arrive at for each place, with every way along its line."""
    nodes, lines = made.layout.nodes, made.lines
    access = made.assumptions.access_minutes(ends.metres)
    on = [at for at in range(len(ends)) if ends.line[at] >= 0]
    for one in on:
        line, share = ends.line[one], ends.share[one]
        begin, end, whole = int(nodes.begin[line]), int(nodes.end[line]), made.minutes[line]
        if lines.forward[line]:
            graph.add_edge(("from", one), end, minutes=access[one] + (1 - share) * whole)
            graph.add_edge(begin, ("to", one), minutes=access[one] + share * whole)
        if lines.backward[line]:
            graph.add_edge(("from", one), begin, minutes=access[one] + share * whole)
            graph.add_edge(end, ("to", one), minutes=access[one] + (1 - share) * whole)
        for other in (other for other in on if ends.line[other] == line and other != one):
            along = ends.share[other] - share
            if along == 0 or (lines.forward if along > 0 else lines.backward)[line]:
                direct = access[one] + access[other] + abs(along) * whole
                graph.add_edge(("from", one), ("to", other), minutes=direct)


@laws
@given(roads_between(), homes)
def test_all_to_all_is_the_matrix_seen_from_the_other_end(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    made, places = network(*features), places_at(points)
    ends = made.snapped(np.array([(place.lon, place.lat) for place in places]))
    found = minutes_to_all(made, ends, ends)
    np.fill_diagonal(found, 0)
    np.testing.assert_allclose(found.T, matrix_of(made, places).minutes, rtol=1e-6)


def test_the_kilometres_are_those_of_the_way_that_is_quickest() -> None:
    """The short way is slow, the long way is quick."""
    made = network(
        road(at(0, 0), at(4, 0), kmh=20),
        road(at(0, 0), at(0, 3), at(4, 3), at(4, 0), kmh=80),
    )
    found = matrix_of(made, [Place("A", *at(0, 0)[::-1]), Place("B", *at(4, 0)[::-1])])
    assert found.minutes[0, 1] == pytest.approx(10 / 80 * 60, rel=0.01)
    assert found.km[0, 1] == pytest.approx(10, rel=0.01)


def test_two_places_on_one_line_meet_along_it() -> None:
    made = network(road(at(0, 0), at(10, 0), oneway=True))
    ends = made.snapped(np.array([at(2, 0), at(7, 0)]))
    there, back = (
        grow(made.graph, attached(made, taken(ends, [one]), is_leaving=True)).minutes_of(
            attached(made, ends, is_leaving=False)
        )
        for one in (0, 1)
    )
    assert there[1] == pytest.approx(5, rel=0.02)
    assert back[0] == np.inf
