"""Sogn computed a second time: another library, another way of snapping, another measure of length.

Nothing of the engine is used. Every drawn point is a node of a networkx graph; lines are sampled
every 100 m and a home goes to the nearest sample (shapely's tree, in the national grid); lengths
are geodesics of pyproj. Only the assumptions are the same: speeds, waits, what is a road.
"""

import csv
import gzip
import json
from collections import defaultdict
from itertools import compress, pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import shapely
from pyproj import Geod, Transformer

KMH = {"E": 70, "R": 65, "F": 55, "K": 40, "P": 30}
FERRY_KMH, WAIT, GAP_KMH, ACCESS_KMH = 18, 15, 30, 20
# west, south, east, north: Sogn and what lies around it
WINDOW = (4.9, 60.6, 8.6, 61.8)
SAMPLE = 100
QUAY = 1000
GEOD = Geod(ellps="WGS84")
TO_GRID = Transformer.from_crs(4326, 25833, always_xy=True)

Node = tuple[float, float] | tuple[str, int, tuple[float, float]]


def _features(path: Path) -> list[dict[str, Any]]:
    west, south, east, north = WINDOW
    found = []
    for feature in json.loads(gzip.decompress(path.read_bytes()))["features"]:
        lon, lat = feature["geometry"]["coordinates"][0]
        said = feature["properties"]
        if (
            west < lon < east
            and south < lat < north
            and said["vegfase"] != "P"
            and said["typeVeg"] != "passasjerferje"
        ):
            found.append(feature)
    return found


class Sogn:
    """Roads and ferries around Sogn as a graph of minutes and kilometres."""

    def __init__(self, roads: Path) -> None:
        self.graph: nx.Graph[Any] = nx.Graph()
        self.samples: list[tuple[float, float]] = []
        features = _features(roads)
        is_ferry = [one["properties"]["typeVeg"] == "bilferje" for one in features]
        for feature in compress(features, (not one for one in is_ferry)):
            self._add_road(feature)
        self._tree = shapely.STRtree(shapely.points(self.grid(self.samples)))
        self._portals = [
            tuple(one["geometry"]["coordinates"][end])
            for one in features
            if one["properties"]["medium"] in {"U", "L"}
            for end in (0, -1)
        ]
        self._add_ferries(list(compress(features, is_ferry)))

    @staticmethod
    def grid(points: list[tuple[float, float]]) -> np.ndarray[Any, Any]:
        lon, lat = zip(*points, strict=True)
        return np.stack(TO_GRID.transform(lon, lat), axis=1)

    def _join(self, one: Node, other: Node, km: float, minutes: float, boards: int = 0) -> None:
        if self.graph.has_edge(one, other) and self.graph[one][other]["minutes"] <= minutes:
            return
        self.graph.add_edge(one, other, km=km, minutes=minutes, boards=boards)

    def _add_road(self, feature: dict[str, Any]) -> None:
        said = feature["properties"]
        points = [tuple(point) for point in feature["geometry"]["coordinates"]]
        lon, lat = zip(*points, strict=True)
        is_open = said["medium"] == "T" and said["motorvegtype"] not in {
            "motorveg",
            "motortrafikkveg",
        }
        lengths = GEOD.line_lengths(lon, lat)
        for (begin, end), metres in zip(pairwise(points), lengths, strict=True):
            parts = max(1, int(np.ceil(metres / SAMPLE))) if is_open else 1
            steps = [
                (
                    begin[0] + (end[0] - begin[0]) * part / parts,
                    begin[1] + (end[1] - begin[1]) * part / parts,
                )
                for part in range(1, parts)
            ]
            way = [begin, *steps, end]
            km = metres / 1000 / parts
            for one, other in pairwise(way):
                self._join(one, other, km, km / KMH[said["vegkategori"]] * 60)
            if is_open:
                self.samples += way

    def _add_ferries(self, ferries: list[dict[str, Any]]) -> None:
        """A quay is where a road is, else the end of one line is put on the nearest road."""
        ends: dict[tuple[float, float], list[int]] = defaultdict(list)
        for number, ferry in enumerate(ferries):
            points = [tuple(point) for point in ferry["geometry"]["coordinates"]]
            lon, lat = zip(*points, strict=True)
            km = GEOD.line_length(lon, lat) / 1000
            # on board: a node of its own at each end
            boards: list[Node] = [("om bord", number, end) for end in (points[0], points[-1])]
            self._join(boards[0], boards[1], km, km / FERRY_KMH * 60)
            for end in (points[0], points[-1]):
                ends[end].append(number)
        for end, numbers in ends.items():
            is_quay = self.graph.has_node(end) or self._put_ashore(end, alone=len(numbers) == 1)
            for number in numbers:
                if is_quay:
                    # half the wait on board and half ashore: the graph has no direction
                    self._join(end, ("om bord", number, end), 0, WAIT / 2, boards=1)
                else:
                    self._join(("sjø", 0, end), ("om bord", number, end), 0, 0)

    def _put_ashore(self, end: tuple[float, float], *, alone: bool) -> bool:
        best = (float(QUAY if alone else 250), end)
        for other in (self.samples[self._nearest([end])[0]], *self._portals):
            metres = GEOD.inv(*end, *other)[2]
            best = min(best, (metres, other))
        if best[1] == end:
            return False
        self._join(end, best[1], best[0] / 1000, best[0] / 1000 / GAP_KMH * 60)
        return True

    def _nearest(self, places: list[tuple[float, float]]) -> list[int]:
        return [int(one) for one in self._tree.nearest(shapely.points(self.grid(places)))]

    def minutes(
        self, centre: tuple[float, float], places: list[tuple[float, float]]
    ) -> list[float]:
        """Minutes from a centre to places (longitude, latitude)."""
        begin, *ends = [self.samples[one] for one in self._nearest([centre, *places])]
        found = nx.single_source_dijkstra_path_length(self.graph, begin, weight="minutes")
        out = self._access(centre, begin)
        return [
            found.get(end, float("inf")) + (out + self._access(place, end)) / ACCESS_KMH * 60
            for place, end in zip(places, ends, strict=True)
        ]

    def trip(
        self, origin: tuple[float, float], target: tuple[float, float]
    ) -> tuple[float, float, float]:
        """Minutes, kilometres and ferries of one trip."""
        begin, end = (self.samples[one] for one in self._nearest([origin, target]))
        minutes, path = nx.bidirectional_dijkstra(self.graph, begin, end, weight="minutes")
        edges = [self.graph[one][other] for one, other in pairwise(path)]
        access = self._access(origin, begin) + self._access(target, end)
        return (
            minutes + access / ACCESS_KMH * 60,
            sum(edge["km"] for edge in edges) + access,
            sum(edge["boards"] for edge in edges) / 2,
        )

    @staticmethod
    def _access(place: tuple[float, float], sample: tuple[float, float]) -> float:
        return float(GEOD.inv(*place, *sample)[2]) / 1000


def municipality_of(borders: Path, places: list[tuple[float, float]]) -> list[str]:
    """The number of the municipality each place lies in, by the even-odd rule in degrees.

    A place outside all of them, as where the coast is drawn simply, goes to the nearest corner
    within 500 m of a border that is closely pointed; "" where there is none.
    """
    corners: list[tuple[float, float]] = []
    owners: list[str] = []
    x, y = np.array(places).T
    found = np.full(len(places), "", dtype=object)
    for feature in json.loads(borders.read_bytes())["features"]:
        number = next(
            str(int(value))
            for name, value in feature["properties"].items()
            if name.casefold().startswith("kommunenum")
        )
        drawn = feature["geometry"]["coordinates"]
        parts = drawn if feature["geometry"]["type"] == "MultiPolygon" else [drawn]
        rings = [np.array(ring)[:, :2] for part in parts for ring in part]
        crossings = np.zeros(len(places), dtype=np.int64)
        for ring in rings:
            for (x1, y1), (x2, y2) in pairwise(ring):
                between = (y1 > y) != (y2 > y)
                east = x < x1 + (x2 - x1) * (y - y1) / (y2 - y1 if y2 != y1 else 1)
                crossings += between & east
            corners += closely_pointed(ring)
        owners += [number] * (len(corners) - len(owners))
        found[(crossings % 2 == 1) & (found == "")] = number
    border, near = Sogn.grid(corners), Sogn.grid(places)
    for at in np.flatnonzero(found == ""):
        metres = np.hypot(*(border - near[at]).T)
        if metres.min() <= 500:
            found[at] = owners[int(metres.argmin())]
    return found.tolist()


def closely_pointed(ring: np.ndarray[Any, Any]) -> list[tuple[float, float]]:
    """The points of a border and those between them, some 50 m apart."""
    lengths = GEOD.line_lengths(ring[:, 0], ring[:, 1])
    return [
        tuple(begin + (end - begin) * part)
        for (begin, end), metres in zip(pairwise(ring), lengths, strict=True)
        for part in np.linspace(0, 1, int(metres // 50) + 1, endpoint=False)
    ]


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
