"""Shortest paths on a large network and on Norway's roads, each against its floor in the same run.

The large network is made here: a grid of a million crossings with 2.5 million arcs. Norway's
roads, people and municipalities lie beside the project; where they do not, those lines say so.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

import networkx as nx
import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree

OPENDATA = Path(__file__).resolve().parents[3] / "shared/opendata"
SIDE = 1000
ARCS = 2_500_000
MOST_RATIO = 1.2
LEAST_GAIN = 20.0
MOST_SECONDS = 60.0
MOST_MEGABYTES = 1536
MOST_ANSWER = 2.0
RUNS = 5
SCENARIO = {
    "name": "oftare ferje",
    "changes": [
        {
            "kind": "changed_ferry",
            "from": [61.160443, 7.336834],
            "to": [61.1487, 7.383853],
            "headway_minutes": 15,
        },
        {"kind": "new_link", "from": [61.188, 6.847], "to": [61.203, 6.527], "kmh": 80},
    ],
}


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, its seconds and megabytes, the floor's seconds, and whether it is kept."""

    what: str
    seconds: float | None = None
    floor: float | None = None
    megabytes: float | None = None
    bound: str = ""
    is_kept: bool = True


def measure_traveltime() -> Iterator[Line]:
    """Each part in a process of its own, so that its memory is its own."""
    for part in (large_network, norway, sogn):
        with get_context("spawn").Pool(1) as pool:
            yield from pool.apply(part)


def large_network() -> list[Line]:
    """One centre → every node: minutes, against bare scipy's on the ready matrix and networkx's.

    Processor seconds; making the graph is not counted on any side.
    """
    from tiltak.analysis.traveltime.cutting import Spots
    from tiltak.analysis.traveltime.graph import graph_of
    from tiltak.analysis.traveltime.routing import Attached, grow
    from tiltak.analysis.traveltime.snapping import Snapped

    arcs = grid_arcs()
    graph = graph_of(arcs, SIDE * SIDE)
    middle = SIDE * SIDE // 2 + SIDE // 2
    none = np.zeros(1, dtype=np.int64)
    here = Snapped(none, np.zeros(1), np.zeros(1), Spots(none, np.zeros(1)))
    centre = Attached(
        nodes=np.array([[middle, middle + 1]]),
        minutes=np.array([[0.0, np.inf]]),
        km=np.zeros((1, 2)),
        is_open=np.array([[True, False]]),
        snapped=here,
        access=np.zeros(1),
        line=np.zeros((1, 2)),
    )
    reached: list[Any] = []

    def own() -> None:
        reached[:] = [grow(graph, centre, with_ways=False).minutes[: SIDE * SIDE]]

    def bare() -> None:
        reached[:] = [dijkstra(graph.matrix, indices=np.array([middle]))]

    own()
    mine = reached[0]
    bare()
    if not (np.isfinite(mine).all() and np.allclose(mine, reached[0])):
        raise SystemExit("the two do not say the same, or not every node is reached")
    seconds, floor, ratio = pairs(own, bare)
    slow = networkx_seconds(arcs, middle)
    return [
        Line(
            "1 M nodes, bare scipy",
            seconds,
            floor,
            megabytes(),
            f"{ratio:.2f} times the floor, at most {MOST_RATIO}",
            ratio <= MOST_RATIO,
        ),
        Line(
            "1 M nodes, networkx",
            seconds,
            slow,
            None,
            f"{slow / seconds:.0f} times faster, at least {LEAST_GAIN:.0f}",
            slow / seconds >= LEAST_GAIN,
        ),
    ]


def grid_arcs() -> Any:
    """Arcs of a grid with random minutes: a tree both ways, so that every crossing is reached, and
    other streets one way until there are 2.5 million."""
    from tiltak.analysis.traveltime.graph import Arcs

    random = np.random.default_rng(4)
    node = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    streets = np.concatenate(
        [
            np.stack((node[:, :-1].ravel(), node[:, 1:].ravel()), axis=1),
            np.stack((node[:-1].ravel(), node[1:].ravel()), axis=1),
        ]
    )
    drawn = coo_array(
        (random.uniform(1, 2, len(streets)), streets.T), shape=(SIDE * SIDE, SIDE * SIDE)
    )
    tree = np.stack(minimum_spanning_tree(drawn).nonzero(), axis=1)
    count = SIDE * SIDE
    others = streets[~np.isin(streets @ (count, 1), tree @ (count, 1))]
    chosen = np.concatenate(
        (tree, tree[:, ::-1], random.permutation(others)[: ARCS - 2 * len(tree)])
    )
    minutes = random.uniform(0.1, 3, ARCS)
    return Arcs(chosen[:, 0], chosen[:, 1], minutes, minutes, np.zeros(ARCS, dtype=np.int64))


def pairs(own: Callable[[], None], floor: Callable[[], None]) -> tuple[float, float, float]:
    """Least CPU seconds of each, and the median of the ratios pair by pair."""
    found = []
    for _ in range(RUNS):
        begin = time.process_time()
        own()
        middle = time.process_time()
        floor()
        found.append((middle - begin, time.process_time() - middle))
    ratios = sorted(one / other for one, other in found)
    return min(one for one, _ in found), min(other for _, other in found), ratios[RUNS // 2]


def networkx_seconds(arcs: Any, begin: int) -> float:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_weighted_edges_from(
        zip(arcs.tail.tolist(), arcs.head.tolist(), arcs.minutes.tolist(), strict=True)
    )
    start = time.process_time()
    nx.single_source_dijkstra_path_length(graph, begin)
    return time.process_time() - start


def norway() -> list[Line]:
    """From files to minutes from every inhabited cell to every municipality's centre."""
    from tiltak.analysis.traveltime import (
        build_network,
        minutes_to_all,
        read_municipalities,
        read_population,
        read_roads,
    )

    if not OPENDATA.is_dir():
        return [Line("Norway", bound="needs the open data beside the project")]
    begin = time.perf_counter()
    network = build_network(read_roads(given("roads/norway_veglenke_n1000.geojson.gz")))
    cells = read_population(given("ssb_grid/NOR0250M_POP_2019.csv"))
    borders = read_municipalities(given("boundaries/robhop_2024_Kommuner-S.geojson"))
    of = borders.of(cells.lonlat)
    order = np.lexsort((-cells.people, of))
    codes, first = np.unique(of[order], return_index=True)
    centres = order[first][codes >= 0]
    homes = network.snapped(cells.lonlat)
    minutes = minutes_to_all(network, homes, network.snapped(cells.lonlat[centres]))
    seconds = time.perf_counter() - begin
    if minutes.shape != (len(centres), len(cells)) or np.isfinite(minutes).mean() < 0.9:
        raise SystemExit("not everybody was reached")
    return [
        Line(
            f"{len(centres)} centres × {len(cells)}",
            seconds,
            None,
            megabytes(),
            f"at most {MOST_SECONDS:.0f} s and {MOST_MEGABYTES} MB, files and all; "
            f"{np.isfinite(minutes).mean():.1%} of the trips have a way",
            seconds <= MOST_SECONDS and megabytes() <= MOST_MEGABYTES,
        )
    ]


def sogn() -> list[Line]:
    """A changed scenario on a network and an area that are kept, as a page asks for it."""
    from tiltak.analysis.traveltime import (
        Comparison,
        Place,
        area_of,
        build_network,
        changed,
        reach_of,
        read_municipalities,
        read_population,
        read_roads,
        scenario_of,
    )

    if not OPENDATA.is_dir():
        return [Line("scenario of Sogn", bound="needs the open data beside the project")]
    network = build_network(read_roads(given("roads/norway_veglenke_n1000.geojson.gz")))
    area = area_of(
        read_population(given("ssb_grid/NOR0250M_POP_2019.csv")),
        read_municipalities(given("boundaries/sogn_2024_n1000_wgs84.geojson")),
    )
    centre = [Place("Sogndalsfjøra", lat=61.23186, lon=7.09436)]
    before = reach_of(network, area, centre)
    begin = time.perf_counter()
    after = reach_of(changed(network, scenario_of(SCENARIO)), area, centre)
    gains = Comparison(before, after).region
    seconds = time.perf_counter() - begin
    if not gains.comes_inside > 0:
        raise SystemExit("the scenario changed nothing")
    return [
        Line(
            "scenario of Sogn",
            seconds,
            None,
            megabytes(),
            f"at most {MOST_ANSWER:.0f} s, on all roads of Norway, kept in memory; without the page",
            seconds <= MOST_ANSWER,
        )
    ]


def given(name: str) -> Any:
    from tiltak.analysis.traveltime import InputFile

    path = OPENDATA / name
    return InputFile(path.name, path.read_bytes())


def megabytes() -> float:
    """The most memory this process has had."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024
