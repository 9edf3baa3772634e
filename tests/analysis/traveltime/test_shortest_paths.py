"""Shortest paths in any network, beside those of networkx (Hypothesis)."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from tests.analysis.traveltime.drawn_networks import (
    Feature,
    homes,
    laws,
    places_at,
    roads_between,
)
from tests.analysis.traveltime.worlds import at, network, road
from tiltak.analysis.traveltime import (
    Network,
    Place,
    matrix_of,
    minutes_to_all,
)
from tiltak.analysis.traveltime.routing import attached, grow
from tiltak.analysis.traveltime.snapping import taken


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
