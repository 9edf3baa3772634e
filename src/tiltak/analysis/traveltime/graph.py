"""Arcs between nodes, and the sparse matrix of minutes that scipy's Dijkstra runs on."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.layout import Layout

SparseMinutes = csr_array[np.float64, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Arcs:
    """a arcs, each one way: from node `tail` (a,) to node `head` (a,), with its `minutes`, `km`
    and the `ferries` boarded on it, 0 or 1."""

    tail: Ints
    head: Ints
    minutes: Floats
    km: Floats
    ferries: Ints

    def reversed(self) -> "Arcs":
        """The same arcs driven against their way."""
        return Arcs(self.head, self.tail, self.minutes, self.km, self.ferries)


def arcs_of(layout: Layout, minutes: Floats, waits: Floats) -> Arcs:
    """Lines in the directions they may be driven, then going on board and ashore.

    `minutes` (m,) along each line; `waits` (m,) before each line that is a ferry.
    """
    lines, nodes = layout.lines, layout.nodes
    there, back = lines.forward, lines.backward
    none, half = np.zeros(len(nodes.quay)), waits[nodes.ferry] / 2
    tail = (nodes.begin[there], nodes.end[back], nodes.quay, nodes.on_board)
    head = (nodes.end[there], nodes.begin[back], nodes.on_board, nodes.quay)
    return Arcs(
        tail=np.concatenate(tail),
        head=np.concatenate(head),
        minutes=np.concatenate((minutes[there], minutes[back], half, half)),
        km=np.concatenate((lines.km[there], lines.km[back], none, none)),
        ferries=np.repeat(
            np.array([0, 1, 0]),
            (int(there.sum() + back.sum()), len(nodes.quay), len(nodes.quay)),
        ),
    )


@dataclass(frozen=True)
class Graph:
    """Between two nodes only the quickest arc is kept.

    matrix   (k, k) minutes; an arc of no minutes is kept as a stored zero
    km       kilometres of each stored arc, in the order of `matrix.data`
    ferries  ferries boarded on each
    """

    matrix: SparseMinutes
    km: Floats
    ferries: Ints

    @cached_property
    def keys(self) -> Ints:
        """tail · k + head of each stored arc, rising."""
        count = self.matrix.shape[0]
        tails = np.repeat(np.arange(count), np.diff(self.matrix.indptr))
        return np.asarray(tails * count + self.matrix.indices)


def graph_of(arcs: Arcs, count: int) -> Graph:
    """The graph of arcs between `count` nodes. Equal minutes: the arc that comes first."""
    apart = np.flatnonzero(arcs.tail != arcs.head)
    key = arcs.tail[apart] * count + arcs.head[apart]
    order = apart[np.lexsort((arcs.minutes[apart], key))]
    tail, head = arcs.tail[order], arcs.head[order]
    is_best = np.ones(len(order), dtype=np.bool_)
    is_best[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    kept = order[is_best]
    starts = np.concatenate(([0], np.cumsum(np.bincount(arcs.tail[kept], minlength=count))))
    matrix = csr_array(
        (arcs.minutes[kept], arcs.head[kept].astype(np.int32), starts.astype(np.int32)),
        shape=(count, count),
    )
    return Graph(matrix, arcs.km[kept], arcs.ferries[kept])
