"""From files to what every scenario of a goal starts from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tiltak.analysis.traveltime.cutout import cut_out
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.municipalities import read_municipalities, read_totals
from tiltak.analysis.traveltime.network import Network, build_network
from tiltak.analysis.traveltime.places import Place, read_places
from tiltak.analysis.traveltime.population import read_population
from tiltak.analysis.traveltime.reach import Reach, area_of, reach_of
from tiltak.analysis.traveltime.road_files import read_roads
from tiltak.analysis.traveltime.speeds import KMH, Assumptions, read_speeds
from tiltak.analysis.traveltime_steps import BUILD, REACH, READ

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Baseline:
    """What every scenario of a goal starts from: the network, how its people reach the centre
    today, and the places that have names."""

    network: Network
    today: Reach
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """What is chosen for a goal, beside its files.

    municipality_field  the field that has the number of a municipality; None: found by its name
    around              kilometres from the municipalities that roads are cut to; 0: they stay whole
    """

    centres: Sequence[Place]
    limit_minutes: float
    ferry_wait_minutes: float
    municipality_field: str | None = None
    around: float = 0.0


def baseline_of(
    files: Mapping[str, InputFile], parameters: Parameters, tell: Tell
) -> tuple[Baseline, InputFile]:
    """The baseline, and the file of roads it was made of: the one that was given, or what was cut
    out of it.

    `files` by role: roads, population and municipalities, and where there are any, totals, speeds
    and places. The small ones are read first: what is wrong with them is told before the roads are
    read. `tell` hears each step as it begins. Raises BadInput.
    """
    tell(READ)
    kmh = read_speeds(files["speeds"]) if "speeds" in files else KMH
    places = tuple(read_places(files["places"])) if "places" in files else ()
    totals = read_totals(files["totals"]) if "totals" in files else None
    municipalities = read_municipalities(files["municipalities"], parameters.municipality_field)
    area = area_of(read_population(files["population"]), municipalities, totals)
    roads = files["roads"]
    if parameters.around:
        roads = cut_out(roads, municipalities, parameters.around)
    tell(BUILD)
    assumptions = Assumptions(kmh=kmh, ferry_wait=parameters.ferry_wait_minutes)
    network = build_network(read_roads(roads), assumptions)
    tell(REACH)
    today = reach_of(network, area, parameters.centres, limit=parameters.limit_minutes)
    return Baseline(network, today, places), roads
