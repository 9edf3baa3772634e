"""OpenStreetMap's .pbf through osmium. Ways are cut where they share a node: there they meet.

The file is gone through three times: for the ways that are roads, for where the nodes of those lie,
and for barriers on them. Nothing else of the file is kept, so memory follows the roads alone.

Ferry routes that are drawn as ways are read; a route relation only names them. The row of a line
is the number its way has in OpenStreetMap.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import osmium

from tiltak.analysis.traveltime.attributes import is_barred
from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.lines import Bools
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.roads import Collected, Drawn, Roads


def read_pbf_roads(file: InputFile) -> Roads:
    """Roads and car ferries of a .pbf. Raises BadInput."""
    data, collected = file.unpacked(), Collected()
    try:
        ways = _ways(data, collected)
        ids, node = np.unique(ways.node_ids, return_inverse=True)
        lonlat = _places(data, ids)
        stops = _stops(data, ids) & ~np.isnan(lonlat[:, 0])
    except RuntimeError:
        raise BadInput(say(gettext_noop("Fila er ikkje ei gyldig .pbf-fil."))) from None
    roads = collected.roads(_drawn(ways, node, lonlat, stops), is_noded=True)
    return replace(roads, barriers=lonlat[stops])


@dataclass(slots=True)
class _Ways:
    """The ways that are roads or ferries: nodes one way after the other, how many each has, the
    number of its description, and its own number."""

    nodes: "array[int]" = field(default_factory=lambda: array("q"))
    counts: "array[int]" = field(default_factory=lambda: array("q"))
    which: "array[int]" = field(default_factory=lambda: array("q"))
    rows: "array[int]" = field(default_factory=lambda: array("q"))

    @property
    def node_ids(self) -> Ints:
        """(r,) the number in OpenStreetMap of each node, in the order of the ways."""
        return np.frombuffer(self.nodes, dtype=np.int64)


def _read_ways(data: bytes, chosen: osmium.filter.KeyFilter) -> Iterator["osmium.osm.Way"]:
    buffer = osmium.io.FileBuffer(data, "osm.pbf")
    for item in osmium.FileProcessor(buffer, osmium.osm.WAY).with_filter(chosen):
        if isinstance(item, osmium.osm.Way):
            yield item


def _read_nodes(
    data: bytes, chosen: osmium.filter.KeyFilter | osmium.filter.IdFilter
) -> Iterator["osmium.osm.Node"]:
    buffer = osmium.io.FileBuffer(data, "osm.pbf")
    for item in osmium.FileProcessor(buffer, osmium.osm.NODE).with_filter(chosen):
        if isinstance(item, osmium.osm.Node):
            yield item


def _ways(data: bytes, collected: Collected) -> _Ways:
    found = _Ways()
    for way in _read_ways(data, osmium.filter.KeyFilter("highway", "route")):
        tags = dict(way.tags)
        if "highway" not in tags and tags["route"] != "ferry":
            continue
        if (which := collected.describe(tags, way.id)) is not None:
            nodes = [node.ref for node in way.nodes]
            found.nodes.extend(nodes)
            found.counts.append(len(nodes))
            found.which.append(which)
            found.rows.append(way.id)
    return found


def _places(data: bytes, ids: Ints) -> Floats:
    """(k, 2) degrees of these nodes; NaN for those outside the cut of the file."""
    lonlat = np.full((len(ids), 2), np.nan)
    seen, degrees = array("q"), array("d")
    for node in _read_nodes(data, osmium.filter.IdFilter(ids.tolist())):
        if node.location.valid():
            seen.append(node.id)
            degrees.extend((node.lon, node.lat))
    at = np.searchsorted(ids, np.frombuffer(seen, dtype=np.int64))
    lonlat[at] = np.frombuffer(degrees, dtype=np.float64).reshape(-1, 2)
    return lonlat


def _stops(data: bytes, ids: Ints) -> Bools:
    """(k,) whether a barrier at these nodes stops cars."""
    nodes = _read_nodes(data, osmium.filter.KeyFilter("barrier"))
    found = [node.id for node in nodes if is_barred(dict(node.tags))]
    return np.isin(ids, np.array(found, dtype=np.int64))


def _drawn(ways: _Ways, node: Ints, lonlat: Floats, stops: Bools) -> Drawn:
    """The ways in pieces that meet at their ends only.

    A way ends where nodes are missing, as its file was cut there, and goes on after them; so a
    way out of the region and in again is not drawn straight.
    """
    way = np.repeat(np.arange(len(ways.counts)), np.frombuffer(ways.counts, dtype=np.int64))
    placed = np.flatnonzero(~np.isnan(lonlat[node, 0]))
    node, way, place = node[placed], way[placed], placed
    follows = (way[1:] == way[:-1]) & (place[1:] == place[:-1] + 1)
    uses = np.bincount(node, minlength=len(lonlat))
    # a step leads from each point to the next of its way; a piece ends at a point that others use
    first = np.flatnonzero(follows)
    meets = (uses > 1) | stops
    begins = np.ones(len(first), dtype=np.bool_)
    begins[1:] = (first[1:] != first[:-1] + 1) | meets[node[first[1:]]]
    at = np.flatnonzero(begins)
    steps = np.diff(np.append(at, len(first)))
    counts = steps + 1
    starts = np.cumsum(counts) - counts
    points = np.arange(counts.sum()) - np.repeat(starts - first[at], counts)
    of = way[first[at]]
    return Drawn(
        lonlat[node[points]],
        counts,
        np.frombuffer(ways.which, dtype=np.int64)[of],
        np.frombuffer(ways.rows, dtype=np.int64)[of],
    )
