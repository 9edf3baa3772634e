"""The roads between two places: which lines a stretch is."""

import numpy as np
from scipy.sparse.csgraph import dijkstra

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.graph import arcs_of, graph_of
from tiltak.analysis.traveltime.junctions import place_keys
from tiltak.analysis.traveltime.layout import Layout
from tiltak.analysis.traveltime.lines import Kind, Lines
from tiltak.analysis.traveltime.speeds import Assumptions


def stretch_between(lines: Lines, ends: Floats, assumptions: Assumptions) -> Ints:
    """The lines of the quickest way by road, without ferries, between two ends of lines.

    `ends` (2, 2) degrees. Empty where there is no way.
    """
    roads = np.flatnonzero(lines.kind != Kind.FERRY)
    # a stretch is the same both ways
    both = lines.taken(roads)
    both = both.with_values(
        forward=both.forward | both.backward, backward=both.forward | both.backward
    )
    layout = Layout(both)
    minutes = assumptions.drive_minutes(both)
    graph = graph_of(arcs_of(layout, minutes, np.zeros(len(both))), len(layout.nodes))
    keys = place_keys(layout.node_lonlat)
    begin, end = (int(np.flatnonzero(keys == key)[0]) for key in place_keys(ends))
    reached, before, _ = dijkstra(
        graph.matrix, indices=np.array([begin]), min_only=True, return_predecessors=True
    )
    if begin == end or not np.isfinite(reached[end]):
        return np.zeros(0, dtype=np.int64)
    found = []
    while end != begin:
        found.append(_quickest(layout, minutes, int(before[end]), end))
        end = int(before[end])
    return np.asarray(roads[np.array(found[::-1])])


def _quickest(layout: Layout, minutes: Floats, one: int, other: int) -> int:
    """The quickest line between two nodes."""
    begin, end = layout.nodes.begin, layout.nodes.end
    between = np.flatnonzero(((begin == one) & (end == other)) | ((begin == other) & (end == one)))
    return int(between[np.argmin(minutes[between])])
