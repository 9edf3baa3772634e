"""How lines hang together: nodes where they meet, and quays.

A ferry has nodes of its own at its quays. Going on board and going ashore are arcs that cost half
the wait each: so a ferry drawn in several lines that meet at sea is waited for once, a change to
another ferry at a quay is waited for again, and a trip takes as long both ways.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.gaps import pieces_of
from tiltak.analysis.traveltime.junctions import place_keys
from tiltak.analysis.traveltime.lines import Kind, Lines
from tiltak.analysis.traveltime.snapping import LineIndex


@dataclass(frozen=True, slots=True)
class Nodes:
    """The numbered nodes.

    begin, end  (m,) nodes of each line; of a ferry that lands, the node on board
    place       (k,) the point of the lines that lies where the node is
    quay        (q,) node on land of each place where a line of a ferry lands
    on_board    (q,) the node on board there
    ferry       (q,) the line of the ferry
    """

    begin: Ints
    end: Ints
    place: Ints
    quay: Ints
    on_board: Ints
    ferry: Ints

    def __len__(self) -> int:
        return len(self.place)


@dataclass(frozen=True)
class Layout:
    """Lines that meet at their ends only, and what follows from where they lie.

    Nothing here knows of speed: the same layout serves every set of assumptions.
    """

    lines: Lines

    @cached_property
    def nodes(self) -> Nodes:
        """Where lines meet."""
        return _numbered(self.lines)

    @cached_property
    def index(self) -> LineIndex:
        """The lines that a place can be joined to."""
        return LineIndex(self.lines, self.lines.joinable)

    @cached_property
    def pieces(self) -> Ints:
        """(m,) which piece of the network each line is in, as if every open road went both ways."""
        return pieces_of(self.lines, self.lines.forward | self.lines.backward)

    @property
    def node_lonlat(self) -> Floats:
        """(k, 2) degrees of the nodes."""
        return self.lines.lonlat[self.nodes.place]


def _numbered(lines: Lines) -> Nodes:
    count = len(lines)
    points = np.concatenate((lines.first, lines.last))
    _, first, node = np.unique(
        place_keys(lines.lonlat[points]), return_index=True, return_inverse=True
    )
    is_ferry = np.tile(lines.kind == Kind.FERRY, 2)
    has_road = np.zeros(len(first), dtype=np.bool_)
    has_road[node[~is_ferry]] = True
    landing = np.flatnonzero(is_ferry & has_road[node])
    quay = node[landing]
    on_board = len(first) + np.arange(len(landing))
    node[landing] = on_board
    return Nodes(
        begin=node[:count],
        end=node[count:],
        place=np.concatenate((points[first], points[landing])),
        quay=quay,
        on_board=on_board,
        ferry=landing % count if count else landing,
    )
