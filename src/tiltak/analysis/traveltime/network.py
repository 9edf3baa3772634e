"""The network: roads and ferries that are ready to be driven."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tiltak.analysis.traveltime.attributes import LeftOut
from tiltak.analysis.traveltime.barriers import barred
from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.gaps import Gap, repaired
from tiltak.analysis.traveltime.graph import Arcs, Graph, arcs_of, graph_of
from tiltak.analysis.traveltime.junctions import noded
from tiltak.analysis.traveltime.layout import Layout
from tiltak.analysis.traveltime.lines import Lines
from tiltak.analysis.traveltime.roads import Roads
from tiltak.analysis.traveltime.snapping import Snapped
from tiltak.analysis.traveltime.speeds import Assumptions


@dataclass(frozen=True)
class Network:
    """Made by `build_network`; a scenario makes another of it and leaves it as it is.

    layout       lines and nodes
    assumptions  what the minutes stand on
    gaps         ends that did not meet, joined or not
    left_out     lines of the file that are no part of the network, counted by reason
    cut_km       kilometres around the municipalities that the roads were cut to, None if they are whole
    """

    layout: Layout
    assumptions: Assumptions
    gaps: tuple[Gap, ...] = ()
    left_out: Mapping[LeftOut, int] | None = None
    cut_km: float | None = None

    @property
    def lines(self) -> Lines:
        """The m lines; they meet at their ends only."""
        return self.layout.lines

    @cached_property
    def minutes(self) -> Floats:
        """(m,) minutes along each line, without waiting."""
        return self.assumptions.drive_minutes(self.lines)

    @cached_property
    def arcs(self) -> Arcs:
        """What can be driven, one way each."""
        return arcs_of(self.layout, self.minutes, self.assumptions.wait_minutes(self.lines))

    @cached_property
    def graph(self) -> Graph:
        """Minutes from node to node."""
        return graph_of(self.arcs, len(self.layout.nodes))

    @cached_property
    def reversed_graph(self) -> Graph:
        """The same against the way: what leads to a node instead of from it."""
        return graph_of(self.arcs.reversed(), len(self.layout.nodes))

    def snapped(self, lonlat: Floats) -> Snapped:
        """Places (n, 2), degrees, on the nearest road. `line` is -1 where the road is farther off
        than the assumptions allow; `metres` still says how far."""
        found = self.layout.index.nearest(lonlat)
        is_near = found.metres <= self.assumptions.access_limit
        return replace(found, line=np.where(is_near, found.line, -1))

    def under(self, assumptions: Assumptions) -> "Network":
        """The same roads at other speeds and waits. Gaps stay as they were joined."""
        return replace(self, assumptions=assumptions)


def build_network(roads: Roads, assumptions: Assumptions | None = None) -> Network:
    """Cut lines where they meet, close those at barriers, join ends that do not meet, and number
    the nodes.

    Where the data says itself where roads meet, ends of roads are left as they are.
    """
    assumptions = assumptions or Assumptions()
    if roads.is_noded:
        as_said = replace(assumptions.tolerances, other_piece=0.0, same_piece=0.0)
        assumptions = replace(assumptions, tolerances=as_said)
    lines = roads.lines if roads.is_noded else noded(roads.lines)
    whole, gaps = repaired(barred(lines, roads.barriers), assumptions.tolerances)
    return Network(Layout(whole), assumptions, gaps, roads.left_out, roads.cut_km)
