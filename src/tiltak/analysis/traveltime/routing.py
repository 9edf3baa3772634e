"""Shortest paths: Dijkstra (1959) as in scipy.sparse.csgraph, between places on lines.

A place is rarely a node. It reaches the network at the two ends of its line, with the minutes to
each of them; two places on one line also reach each other along it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.graph import Graph, SparseMinutes
from tiltak.analysis.traveltime.lines import Bools
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.snapping import Snapped, taken


@dataclass(frozen=True)
class Attached:
    """n places and the two ends of their lines.

    nodes    (n, 2) begin and end of the line
    minutes  (n, 2) between place and node, access included; infinite where it cannot be driven
    km       (n, 2) the same way in kilometres
    is_open  (n, 2) whether the line can be driven between place and node
    snapped  where the places are
    access   (n,) minutes between the place and the road
    line     (n, 2) minutes and kilometres of the whole line
    """

    nodes: Ints
    minutes: Floats
    km: Floats
    is_open: Bools
    snapped: Snapped
    access: Floats
    line: Floats

    @cached_property
    def by_line(self) -> tuple[Ints, Ints]:
        """(n,) the places in the order of their lines, and the lines in that order."""
        order = np.argsort(self.snapped.line, kind="stable")
        return order, self.snapped.line[order]


def attached(network: Network, snapped: Snapped, *, is_leaving: bool) -> Attached:
    """Places with the ways from them (`is_leaving`) or to them."""
    line, share = snapped.line, snapped.share
    lines, nodes = network.lines, network.layout.nodes
    along = np.stack((share, 1 - share), axis=1)
    # from a place to the beginning of its line is against the drawing; to the place is along it
    ways = (lines.backward, lines.forward) if is_leaving else (lines.forward, lines.backward)
    is_open = np.stack([way[line] for way in ways], axis=1) & (line >= 0)[:, None]
    metres = np.where(line >= 0, snapped.metres, 0.0)
    access = network.assumptions.access_minutes(metres)
    minutes = along * network.minutes[line][:, None] + access[:, None]
    return Attached(
        nodes=np.stack((nodes.begin[line], nodes.end[line]), axis=1),
        minutes=np.where(is_open, minutes, np.inf),
        km=along * lines.km[line][:, None] + metres[:, None] / 1000,
        is_open=is_open,
        snapped=snapped,
        access=access,
        line=np.stack((network.minutes[line], lines.km[line]), axis=1),
    )


@dataclass(frozen=True, slots=True)
class Trips:
    """The quickest trip of each of n places.

    minutes  (n,) infinite where there is no way
    km       (n,) kilometres, access included; infinite where there is no way
    ferries  (n,) how many ferries are boarded; 0 where there is no way
    source   (n,) number of the source the trip begins or ends at, -1 where there is no way
    """

    minutes: Floats
    km: Floats
    ferries: Ints
    source: Ints


@dataclass(frozen=True)
class Tree:
    """Quickest ways between the nearest of s sources and every node.

    minutes      (k + s,) of each node, then of the sources themselves
    predecessor  (k + s,) the node before; below 0 where there is none
    """

    graph: Graph
    sources: Attached
    minutes: Floats
    predecessor: Ints

    @cached_property
    def _totals(self) -> tuple[Floats, Ints, Ints]:
        """(k + s,) kilometres, ferries and source of each node's way."""
        count = self.graph.matrix.shape[0]
        nodes = np.arange(len(self.predecessor))
        before = np.where(self.predecessor < 0, nodes, self.predecessor)
        km, ferries = self._steps(before, count)
        while (before != before[before]).any():
            km, ferries = km + km[before], ferries + ferries[before]
            before = before[before]
        return km, ferries, np.where(before >= count, before - count, -1)

    def _steps(self, before: Ints, count: int) -> tuple[Floats, Ints]:
        """(k + s,) kilometres and ferries of the last arc on each node's way."""
        km, ferries = np.zeros(len(before)), np.zeros(len(before), dtype=np.int64)
        inner = np.flatnonzero((before < count) & (before != np.arange(len(before))))
        arc = np.searchsorted(self.graph.keys, before[inner] * count + inner)
        km[inner], ferries[inner] = self.graph.km[arc], self.graph.ferries[arc]
        first = np.flatnonzero((before >= count) & (np.arange(len(before)) < count))
        source = before[first] - count
        end = _quickest_end(self.sources, source, first)
        km[first] = self.sources.km[source, end]
        return km, ferries

    def minutes_of(self, places: Attached) -> Floats:
        """(n,) minutes of places, by the ends of their lines and along lines they share."""
        one, other = (self.minutes[places.nodes[:, at]] + places.minutes[:, at] for at in (0, 1))
        best = np.minimum(one, other)
        for _, here, minutes, _ in self._shared(places):
            best[here] = np.minimum(best[here], minutes)
        return best

    def trips(self, places: Attached) -> Trips:
        """Minutes, kilometres, ferries and source of places."""
        km_at, ferries_at, source_at = self._totals
        ways = self.minutes[places.nodes] + places.minutes
        end = ways.argmin(axis=1)
        row = np.arange(len(ways))
        node = places.nodes[row, end]
        minutes = ways[row, end]
        km, ferries, source = km_at[node] + places.km[row, end], ferries_at[node], source_at[node]
        for one, here, along, length in self._shared(places):
            quicker = along < minutes[here]
            at = here[quicker]
            minutes[at], km[at], ferries[at], source[at] = along[quicker], length[quicker], 0, one
        is_reached = np.isfinite(minutes)
        return Trips(
            minutes,
            np.where(is_reached, km, np.inf),
            np.where(is_reached, ferries, 0),
            np.where(is_reached, source, -1),
        )

    def _shared(self, places: Attached) -> Iterator[tuple[int, Ints, Floats, Floats]]:
        """For each source: the places on its line, minutes and kilometres along the line."""
        order, lines = places.by_line
        for one, line in enumerate(self.sources.snapped.line):
            begin, end = np.searchsorted(lines, (line, line + 1))
            if line >= 0 and begin < end:
                yield one, *_along(self.sources, one, places, order[begin:end])


def _along(
    sources: Attached, one: int, places: Attached, here: Ints
) -> tuple[Ints, Floats, Floats]:
    """Minutes and kilometres between a source and places on its line, without leaving it."""
    part = places.snapped.share[here] - sources.snapped.share[one]
    is_open = sources.is_open[one, np.where(part >= 0, 1, 0)] | (part == 0)
    minutes, km = np.abs(part) * sources.line[one, 0], np.abs(part) * sources.line[one, 1]
    return (
        here,
        np.where(is_open, minutes, np.inf) + sources.access[one] + places.access[here],
        km + (sources.snapped.metres[one] + places.snapped.metres[here]) / 1000,
    )


def _quickest_end(sources: Attached, source: Ints, node: Ints) -> Ints:
    """Which end of a source's line a node is; where it is both, the quicker one."""
    minutes = np.where(sources.nodes[source] == node[:, None], sources.minutes[source], np.inf)
    return np.asarray(minutes.argmin(axis=1))


def grow(graph: Graph, sources: Attached, *, with_ways: bool = True) -> Tree:
    """The quickest ways between every node and the nearest source.

    `with_ways=False` leaves out which way it is: then only `minutes_of` can be asked.
    """
    count = graph.matrix.shape[0]
    matrix, begins = _with_sources(graph.matrix, sources), count + np.arange(len(sources.access))
    if not with_ways:
        minutes = dijkstra(matrix, indices=begins, min_only=True)
        return Tree(graph, sources, minutes, np.zeros(0, dtype=np.int64))
    minutes, before, _ = dijkstra(matrix, indices=begins, min_only=True, return_predecessors=True)
    return Tree(graph, sources, minutes, before.astype(np.int64))


def _with_sources(matrix: SparseMinutes, sources: Attached) -> SparseMinutes:
    """The matrix with a row for each source below it."""
    count, many = matrix.shape[0], len(sources.access)
    is_open = np.isfinite(sources.minutes)
    starts = matrix.indptr[-1] + np.concatenate(([0], np.cumsum(is_open.sum(axis=1))))
    return csr_array(
        (
            np.concatenate((matrix.data, sources.minutes[is_open])),
            np.concatenate((matrix.indices, sources.nodes[is_open].astype(np.int32))),
            np.concatenate((matrix.indptr, starts[1:].astype(np.int32))),
        ),
        shape=(count + many, count + many),
    )


def trips_to_nearest(network: Network, origins: Snapped, centres: Snapped) -> Trips:
    """The quickest trip from each of n origins to the nearest of the centres."""
    tree = grow(network.reversed_graph, attached(network, centres, is_leaving=False))
    return tree.trips(attached(network, origins, is_leaving=True))


def minutes_to_nearest(network: Network, origins: Snapped, centres: Snapped) -> Floats:
    """(n,) minutes of those trips, without asking which way they go."""
    arriving = attached(network, centres, is_leaving=False)
    tree = grow(network.reversed_graph, arriving, with_ways=False)
    return tree.minutes_of(attached(network, origins, is_leaving=True))


def trips_from(network: Network, origin: Snapped, targets: Snapped) -> Trips:
    """The quickest trips from one origin to each of n targets."""
    tree = grow(network.graph, attached(network, origin, is_leaving=True))
    return tree.trips(attached(network, targets, is_leaving=False))


def minutes_to_all(network: Network, origins: Snapped, centres: Snapped) -> NDArray[np.float32]:
    """(c, n) minutes, float32, from each of n origins to each of c centres."""
    leaving = attached(network, origins, is_leaving=True)
    found = np.empty((len(centres), len(origins)), dtype=np.float32)
    for one in range(len(centres)):
        arriving = attached(network, taken(centres, [one]), is_leaving=False)
        found[one] = grow(network.reversed_graph, arriving, with_ways=False).minutes_of(leaving)
    return found
