"""OpenStreetMap's .pbf through osmium. Ways are cut where they share a node: there they meet.

Ferry routes that are drawn as ways are read; a route relation only names them. The row of a line
is the number its way has in OpenStreetMap.
"""

from collections import Counter

import numpy as np
import osmium

from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.lines import Description
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.roads import Collected, Roads

Way = tuple[list[int], Floats, Description, int]


def read_pbf_roads(file: InputFile) -> Roads:
    """Roads and car ferries of a .pbf. Raises BadInput."""
    collected = Collected()
    try:
        ways = _ways(file, collected)
    except RuntimeError:
        raise BadInput(say(gettext_noop("Fila er ikkje ei gyldig .pbf-fil."))) from None
    uses = Counter(node for nodes, *_ in ways for node in set(nodes))
    for nodes, points, description, row in ways:
        ends = [at for at in range(1, len(nodes) - 1) if uses[nodes[at]] > 1]
        for begin, end in zip([0, *ends], [*ends, len(nodes) - 1], strict=True):
            collected.add(points[begin : end + 1], description, row)
    return collected.roads(is_noded=True)


def _ways(file: InputFile, collected: Collected) -> list[Way]:
    buffer = osmium.io.FileBuffer(file.unpacked(), "osm.pbf")
    found: list[Way] = []
    reader = (
        osmium.FileProcessor(buffer, osmium.osm.NODE | osmium.osm.WAY)
        .with_locations()
        .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
        .with_filter(osmium.filter.KeyFilter("highway", "route"))
    )
    for item in reader:
        if not isinstance(item, osmium.osm.Way):
            continue
        tags = {tag.k: tag.v for tag in item.tags}
        if "highway" not in tags and tags["route"] != "ferry":
            continue
        if (description := collected.describe(tags, item.id)) is not None:
            found += _drawn(item, description, item.id)
    return found


def _drawn(way: "osmium.osm.Way", description: Description, row: int) -> list[Way]:
    """The way with its nodes; those outside the cut of the file have no place and are left."""
    placed = [(node.ref, node.lon, node.lat) for node in way.nodes if node.location.valid()]
    if len(placed) < 2:
        return []
    points = np.array([(lon, lat) for _, lon, lat in placed], dtype=np.float64)
    return [([ref for ref, *_ in placed], points, description, row)]
