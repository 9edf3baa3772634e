"""Sogn with open data: Kartverket's roads, Statistics Norway's grid, a second calculation beside.

Skipped where the data does not lie beside the project.
"""

from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from tests.analysis.traveltime.independent import Sogn, municipality_of, read_rows
from tests.factories.installations import Installation
from tiltak.analysis.traveltime import (
    InputFile,
    Matrix,
    Network,
    Place,
    Reach,
    area_of,
    build_network,
    matrix_of,
    reach_of,
    read_municipalities,
    read_places,
    read_population,
    read_roads,
)

pytestmark = pytest.mark.shared

CENTRE = Place("Sogndalsfjøra", lat=61.23186, lon=7.09436)
LIMIT = 45
# picked by hand: along one road, through tunnels, over a mountain, with one ferry and with two
KNOWN = [
    ("Sogndalsfjøra", "Kaupanger"),
    ("Sogndalsfjøra", "Hermansverk"),
    ("Sogndalsfjøra", "Gaupne"),
    ("Sogndalsfjøra", "Skjolden"),
    ("Sogndalsfjøra", "Fjærland"),
    ("Sogndalsfjøra", "Lærdalsøyri"),
    ("Sogndalsfjøra", "Årdalstangen"),
    ("Sogndalsfjøra", "Balestrand"),
    ("Sogndalsfjøra", "Vikøyri"),
    ("Lærdalsøyri", "Aurlandsvangen"),
    ("Aurlandsvangen", "Flåm"),
    ("Aurlandsvangen", "Gudvangen"),
    ("Årdalstangen", "Øvre Årdal"),
    ("Balestrand", "Høyanger"),
    ("Balestrand", "Vikøyri"),
]


@pytest.fixture(scope="module")
def opendata() -> Path:
    folder = Path(__file__).resolve().parents[4] / "shared/opendata"
    if not folder.is_dir():
        pytest.skip("needs the open data in ../shared/opendata")
    return folder


def file_of(path: Path) -> InputFile:
    return InputFile(path.name, path.read_bytes())


@pytest.fixture(scope="module")
def norway(opendata: Path) -> Network:
    return build_network(read_roads(file_of(opendata / "roads/norway_veglenke_n1000.geojson.gz")))


@pytest.fixture(scope="module")
def places(opendata: Path) -> list[Place]:
    return read_places(file_of(opendata / "settlements/sogn_places.csv"))


@pytest.fixture(scope="module")
def matrix(norway: Network, places: list[Place]) -> Matrix:
    return matrix_of(norway, places)


@pytest.fixture(scope="module")
def again(opendata: Path) -> Sogn:
    return Sogn(opendata / "roads/norway_veglenke_n1000.geojson.gz")


@pytest.fixture(scope="module")
def grid(opendata: Path) -> InputFile:
    return file_of(opendata / "ssb_grid/NOR0250M_POP_2019.csv")


def trip(matrix: Matrix, origin: str, target: str) -> tuple[float, float, int]:
    names = [place.name for place in matrix.places]
    at = names.index(origin), names.index(target)
    return float(matrix.minutes[at]), float(matrix.km[at]), int(matrix.ferries[at])


def test_all_twenty_places_are_connected(matrix: Matrix) -> None:
    assert len(matrix.places) == 20
    assert np.isfinite(matrix.minutes).all()
    assert matrix.warnings == ()


def test_the_way_to_laerdal_is_the_ferry(matrix: Matrix) -> None:
    _, km, ferries = trip(matrix, "Sogndalsfjøra", "Lærdalsøyri")
    assert (km, ferries) == (pytest.approx(33, abs=1.5), 1)
    over = [
        trip(matrix, *leg)[1]
        for leg in (
            ("Sogndalsfjøra", "Mannheller ferjekai"),
            ("Mannheller ferjekai", "Fodnes ferjekai"),
            ("Fodnes ferjekai", "Lærdalsøyri"),
        )
    ]
    assert sum(over) == pytest.approx(km, abs=1)


@pytest.mark.parametrize("place", ["Balestrand", "Vikøyri"])
def test_the_way_west_is_by_hella(matrix: Matrix, place: str) -> None:
    minutes, km, ferries = trip(matrix, "Sogndalsfjøra", place)
    to_hella = trip(matrix, "Sogndalsfjøra", "Hella ferjekai")
    from_hella = trip(matrix, "Hella ferjekai", place)
    assert ferries == 1
    assert to_hella[1] + from_hella[1] == pytest.approx(km, abs=0.5)
    assert to_hella[0] + from_hella[0] == pytest.approx(minutes, abs=1)


def test_gaps_at_the_quays_are_told(norway: Network) -> None:
    near = {
        (round(gap.lon, 2), round(gap.lat, 2)): (round(gap.metres), gap.is_joined)
        for gap in norway.gaps
        if 6.5 < gap.lon < 7.6 and 61.1 < gap.lat < 61.4
    }
    assert near == {(7.34, 61.16): (406, True), (6.64, 61.18): (57, True)}


def test_kilometres_and_minutes_are_those_of_another_library(
    matrix: Matrix, again: Sogn, places: list[Place]
) -> None:
    where = {place.name: (place.lon, place.lat) for place in places}
    for origin, target in KNOWN:
        minutes, km, ferries = trip(matrix, origin, target)
        other_minutes, other_km, other_ferries = again.trip(where[origin], where[target])
        assert km == pytest.approx(other_km, rel=0.03), (origin, target)
        assert minutes == pytest.approx(other_minutes, rel=0.03), (origin, target)
        assert ferries == other_ferries, (origin, target)


@pytest.fixture(scope="module", params=["sogn_2024_n1000_wgs84", "sogn_2019_wgs84"])
def borders(opendata: Path, request: pytest.FixtureRequest) -> Path:
    return opendata / f"boundaries/{request.param}.geojson"


@pytest.fixture(scope="module")
def reach(norway: Network, borders: Path, grid: InputFile) -> Reach:
    area = area_of(read_population(grid), read_municipalities(file_of(borders)))
    return reach_of(norway, area, [CENTRE], limit=LIMIT)


def test_the_share_within_the_limit_is_that_of_another_calculation(
    reach: Reach, borders: Path, again: Sogn, opendata: Path
) -> None:
    """Within one percentage point, for the region and for each municipality.

    The other calculation is given the cells of the region with their coordinates, finds the
    municipality of each its own way, and counts whoever lives in one.
    """
    rows = read_rows(opendata / "ssb_grid/sogn_pop_250m_2019.csv")
    homes = [(float(row["lon"]), float(row["lat"])) for row in rows]
    number = np.array(municipality_of(borders, homes))
    people = np.array([float(row["pop"]) for row in rows]) * (number != "")
    inside = people * (np.array(again.minutes((CENTRE.lon, CENTRE.lat), homes)) <= LIMIT)
    known = reach.area.municipalities.codes
    found = {code: reach.of_municipality(at) for at, code in enumerate(known)}
    assert len(known) == {"sogn_2024_n1000_wgs84": 7, "sogn_2019_wgs84": 9}[borders.stem]
    assert set(number) - {""} == set(known)
    assert reach.region.share == pytest.approx(inside.sum() / people.sum(), abs=0.01)
    for code in known:
        which = number == code
        expected = inside[which].sum() / people[which].sum()
        assert found[code].share == pytest.approx(expected, abs=0.01), code
        assert found[code].people == pytest.approx(people[which].sum(), rel=0.01), code


def test_the_municipalities_of_the_grid_are_those_of_its_own_table(opendata: Path) -> None:
    """The other way of finding a municipality agrees with the table that the cells came with."""
    rows = read_rows(opendata / "ssb_grid/sogn_pop_250m_2019.csv")
    number = municipality_of(
        opendata / "boundaries/sogn_2024_n1000_wgs84.geojson",
        [(float(row["lon"]), float(row["lat"])) for row in rows],
    )
    same = sum(one == row["kommunenummer"] for one, row in zip(number, rows, strict=True))
    assert same / len(rows) > 0.995


def test_everybody_is_counted_once(reach: Reach) -> None:
    each = [reach.of_municipality(at) for at in range(len(reach.area.municipalities.codes))]
    assert sum(one.people for one in each) == pytest.approx(reach.region.people)
    assert sum(one.within for one in each) == pytest.approx(reach.region.within)
    assert reach.region.people == pytest.approx(32_875, abs=5)
    assert reach.region.people + reach.area.left_out == pytest.approx(5_317_737)


def test_a_rounded_grid_is_calibrated_to_the_register(norway: Network, opendata: Path) -> None:
    cells = read_population(file_of(opendata / "ssb_grid/sogn_pop_250m_2022.csv"))
    borders = read_municipalities(file_of(opendata / "boundaries/sogn_2024_n1000_wgs84.geojson"))
    totals: dict[str, float] = defaultdict(float)
    for row in read_rows(opendata / "population/sogn_population_by_age_2005-2026.csv"):
        if row["calyear"] == "2022":
            totals[row["kommunenummer"]] += float(row["pop_jan1_n"])
    raw, calibrated = (area_of(cells, borders, given) for given in (None, totals))
    assert cells.is_rounded
    assert raw.weights.sum() / calibrated.weights.sum() == pytest.approx(1.062, abs=0.002)
    found = reach_of(norway, calibrated, [CENTRE])
    assert [round(found.of_municipality(at).people) for at in range(len(borders.codes))] == [
        round(totals[code]) for code in borders.codes
    ]


def test_two_processes_write_the_same_bytes(opendata: Path, tmp_path: Path) -> None:
    """The roads of Norway, the people of Sogn and a scenario; whatever order sets have."""
    scenario = tmp_path / "tunnel.toml"
    scenario.write_text(
        'name = "Tunnel"\n[[changes]]\nkind = "new_link"\nfrom = [61.188, 6.847]\n'
        "to = [61.203, 6.527]\nkmh = 80\n"
    )
    given = {
        "roads": opendata / "roads/norway_veglenke_n1000.geojson.gz",
        "population": opendata / "ssb_grid/sogn_pop_250m_2019.csv",
        "municipalities": opendata / "boundaries/sogn_2024_n1000_wgs84.geojson",
        "scenario": scenario,
        "centre": f"{CENTRE.lat},{CENTRE.lon}",
    }
    arguments = [word for name, value in given.items() for word in (f"--{name}", str(value))]
    found = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        done = Installation(tmp_path / "nowhere").run(
            "traveltime", "reach", *arguments, "--out", str(out), PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr.decode()
        found.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert found[0].keys() == {"cells.csv", "municipalities.csv", "summary.json"}
    assert found[0] == found[1]
