"""Travel time: who reaches a centre, how fast, today and with a measure carried out. No Django.

From files to an answer:

    roads = read_roads(InputFile("veg.geojson.gz", data))           # or .pbf
    network = build_network(roads, Assumptions(ferry_wait=15))
    area = area_of(read_population(people), read_municipalities(borders), totals)
    before = reach_of(network, area, [Place("Sogndal", lat=61.23, lon=7.10)], limit=45)
    before.region.share, before.range_of().slow, before.of_municipality(0).median
    scenario = read_scenario(InputFile("tunnel.toml", data))
    after = reach_of(changed(network, scenario), area, before.centres, limit=45)
    Comparison(before, after).region.comes_inside
    matrix_of(network, read_places(places)).minutes                 # (p, p)

How pages and jobs call it:

- All values are frozen, and every function is pure: the same input gives the same digits. A
  `Network`, an `Area` and a `Reach` may be kept in memory and shared between threads; what is
  worked out on demand (graph, index) is kept in the value itself.
- Reading files and `build_network` belong in a job: seconds for all of Norway. `baseline_of` does
  all of it. Keep what it gives, keyed by the files' hashes and the `Parameters`; then a scenario is `changed` +
  `reach_of` + `Comparison`, well below two seconds for a region, so a page may wait for it.
- Cut the roads to the region and its surroundings before keeping them: time follows the number of
  lines, not of people.
- `BadInput` is the only exception for what a user has given. Its `sentence` is Nynorsk with the row;
  `sentence.translated(gettext)` says it in another language. `assumptions_of`,
  `assumptions_of_reach` and `warnings_of_reach` give sentences in the same way.
- To store a run: `summary_of_reach` (inputs with hashes, versions, parameters, scenario, figures)
  and `encode_scenario`. To repeat it: the files with those hashes, the same parameters.
- For a map: `Network.lines` (`lonlat`, `kind`), `area.cells.lonlat` and `trips.minutes`.

Arrays are numpy; their shapes and units stand where they are made. Coordinates are degrees with
longitude first, except where a person writes them (`Place`, scenarios: latitude first). Infinite
minutes mean that there is no way; it is never left out.
"""

from tiltak.analysis.traveltime.baseline import Baseline, Parameters, baseline_of
from tiltak.analysis.traveltime.cautions import warnings_of_reach
from tiltak.analysis.traveltime.changing import changed
from tiltak.analysis.traveltime.comparison import Comparison, Gains
from tiltak.analysis.traveltime.explanation import assumptions_of, assumptions_of_reach
from tiltak.analysis.traveltime.figures import Figures
from tiltak.analysis.traveltime.gaps import Gap, Tolerances
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.lines import Kind, Lines
from tiltak.analysis.traveltime.matrix import Matrix, matrix_of
from tiltak.analysis.traveltime.municipalities import (
    Municipalities,
    read_municipalities,
    read_totals,
)
from tiltak.analysis.traveltime.network import Network, build_network
from tiltak.analysis.traveltime.places import Place, read_places
from tiltak.analysis.traveltime.population import Cells, read_population
from tiltak.analysis.traveltime.problems import BadInput, Sentence
from tiltak.analysis.traveltime.reach import Area, Range, Reach, area_of, reach_of
from tiltak.analysis.traveltime.road_files import read_roads
from tiltak.analysis.traveltime.roads import Roads
from tiltak.analysis.traveltime.routing import Trips, minutes_to_all
from tiltak.analysis.traveltime.scenario import (
    Scenario,
    encode_scenario,
    read_scenario,
    scenario_of,
    scenario_sha256,
)
from tiltak.analysis.traveltime.speeds import KMH, Assumptions, read_speeds
from tiltak.analysis.traveltime.writing import (
    as_json,
    cells_csv,
    matrix_csv,
    municipalities_csv,
    summary_of_matrix,
    summary_of_reach,
)

__all__ = [
    "KMH",
    "Area",
    "Assumptions",
    "BadInput",
    "Baseline",
    "Cells",
    "Comparison",
    "Figures",
    "Gains",
    "Gap",
    "InputFile",
    "Kind",
    "Lines",
    "Matrix",
    "Municipalities",
    "Network",
    "Parameters",
    "Place",
    "Range",
    "Reach",
    "Roads",
    "Scenario",
    "Sentence",
    "Tolerances",
    "Trips",
    "area_of",
    "as_json",
    "assumptions_of",
    "assumptions_of_reach",
    "baseline_of",
    "build_network",
    "cells_csv",
    "changed",
    "encode_scenario",
    "matrix_csv",
    "matrix_of",
    "minutes_to_all",
    "municipalities_csv",
    "reach_of",
    "read_municipalities",
    "read_places",
    "read_population",
    "read_roads",
    "read_scenario",
    "read_speeds",
    "read_totals",
    "scenario_of",
    "scenario_sha256",
    "summary_of_matrix",
    "summary_of_reach",
    "warnings_of_reach",
]
