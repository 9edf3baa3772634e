"""`tiltak traveltime`: files in, files out, no database, one line where it refuses."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import Result

from tests.analysis.traveltime.worlds import at, box, collection, ferry, road
from tests.cli.conftest import Tiltak
from tests.factories.installations import Installation

SCENARIO = """
name = "Oftare ferje"
[[changes]]
kind = "changed_ferry"
from = [{south[1]}, {south[0]}]
to = [{north[1]}, {north[0]}]
headway_minutes = 10
"""
CENTRE = ",".join(str(one) for one in at(0, 0)[::-1])


@pytest.fixture
def nowhere(tmp_path: Path) -> Installation:
    """An installation that is not there and must not come to be."""
    return Installation(tmp_path / "nowhere")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A fjord with a ferry, two municipalities and the people of each."""
    folder = tmp_path / "filer"
    folder.mkdir()
    roads = collection(
        road(at(0, 0), at(10, 0), vegkategori="F"),
        ferry(at(10, 0), at(10, 6), crossing_minutes=15),
        road(at(10, 6), at(0, 6), vegkategori="K"),
    )
    borders = [
        {
            "type": "Feature",
            "properties": {"nr": number, "navn": name},
            "geometry": {"type": "Polygon", "coordinates": [[*corners, corners[0]]]},
        }
        for number, name, corners in (
            ("4640", "Sogndal", box(-5, -5, 20, 3)),
            ("4639", "Vik", box(-5, 3, 20, 9)),
        )
    ]
    homes = {at(1, 0): 60, at(9, 6): 30, at(9, 20): 1}
    (folder / "veg.geojson").write_text(json.dumps(roads))
    (folder / "kommunar.geojson").write_text(json.dumps(collection(*borders)))
    (folder / "folk.csv").write_text(
        "lat;lon;population\n" + "".join(f"{lat};{lon};{n}\n" for (lon, lat), n in homes.items())
    )
    (folder / "stader.csv").write_text(
        "name,kind,lat,lon\n"
        + "".join(f"{name},bygd,{lat},{lon}\n" for name, (lon, lat) in PLACES.items())
    )
    (folder / "fart.csv").write_text("category,kmh\nF,60\nK,60\n")
    (folder / "ferje.toml").write_text(SCENARIO.format(south=at(10, 0), north=at(10, 6)))
    (folder / "folketal.csv").write_text("kommunenummer,population\n4640,120\n4639,30\n")
    (folder / "framande.csv").write_text("kommunenummer,population\n1420,120\n1417,30\n")
    return folder


PLACES = {"Byen": at(0, 0), "Bygda": at(0, 6), "Øya": at(0, 40)}


def named(files: Path, arguments: Iterable[str]) -> list[str]:
    """The arguments with the folder put in where a file is meant."""
    return [str(files / one[1:]) if one.startswith("@") else one for one in arguments]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


Run = Callable[..., Result]


@pytest.fixture
def run(tiltak: Tiltak, files: Path) -> Run:
    """Runs the command in this process: `run("matrix", "--roads", "@veg.geojson")`."""
    return lambda *arguments: tiltak("traveltime", *named(files, arguments))


MATRIX = ("matrix", "--roads", "@veg.geojson", "--places", "@stader.csv")
REACH = (
    "reach",
    "--roads",
    "@veg.geojson",
    "--population",
    "@folk.csv",
    "--centre",
    CENTRE,
    "--minutes",
    "45",
    "--municipalities",
    "@kommunar.geojson",
    "--municipality-field",
    "nr",
    "--speeds",
    "@fart.csv",
)


def test_a_matrix_has_a_row_for_each_pair_and_says_what_has_no_way(
    nowhere: Installation, files: Path
) -> None:
    done = nowhere.run(
        "traveltime",
        *named(files, MATRIX),
        "--speeds",
        str(files / "fart.csv"),
        "--out",
        str(files / "tider.csv"),
        "--summary",
        str(files / "tider.json"),
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (files / "tider.csv").read_text(encoding="utf-8").splitlines() == [
        "from,to,minutes,km,ferries",
        "Byen,Bygda,49.99,25.992,1",
        "Byen,Øya,,,",
        "Bygda,Byen,49.99,25.992,1",
        "Bygda,Øya,,,",
        "Øya,Byen,,,",
        "Øya,Bygda,,,",
    ]
    assert done.stderr.decode() == "Rad 4: «Øya» ligg 34004 m frå næraste veg.\n"
    summary = json.loads((files / "tider.json").read_bytes())
    assert [one["role"] for one in summary["inputs"]] == ["roads", "speeds", "places"]
    assert summary["parameters"]["kmh"]["F"] == 60
    assert not nowhere.data.exists()


def test_the_wait_for_ferries_can_be_said(run: Run) -> None:
    done = run(*MATRIX, "--ferry-wait", "5", "--out", "-")
    assert done.stdout.splitlines()[1].startswith("Byen,Bygda,45.9")


def test_reach_writes_cells_municipalities_and_summary(run: Run, files: Path) -> None:
    done = run(*REACH, "--out", "@ut")
    assert done.exit_code == 0, done.stderr
    assert done.stderr == ("1 menneske bur i ruter utanfor kommunane og er ikkje med.\n")
    assert sorted(path.name for path in (files / "ut").iterdir()) == [
        "cells.csv",
        "municipalities.csv",
        "summary.json",
    ]
    cells = rows(files / "ut/cells.csv")
    assert [
        (one["cell"], one["municipality"], one["minutes"], one["ferries"]) for one in cells
    ] == [
        ("2", "4640", "1.00", "0"),
        ("3", "4639", "41.01", "1"),
    ]
    assert [tuple(one.values()) for one in rows(files / "ut/municipalities.csv")] == [
        ("4639", "Vik", "30.0", "30.0", "1.0000", "0.0000", "1.0000", "41.01", "41.01", "0.0"),
        ("4640", "Sogndal", "60.0", "60.0", "1.0000", "1.0000", "1.0000", "1.00", "1.00", "0.0"),
    ]
    summary = json.loads((files / "ut/summary.json").read_bytes())
    assert summary["region"]["share"] == 1
    assert summary["results"] == {
        name: hashlib.sha256((files / "ut" / name).read_bytes()).hexdigest()
        for name in ("cells.csv", "municipalities.csv")
    }
    assert [one.split(" ")[0:3] for one in summary["assumptions"]] == [
        ["Tida", "er", "køyretid"],
        ["20", "km", "veg"],
        ["Ferje", "tek", "overfartstida"],
        ["1", "av", "1"],
        ["Frå", "huset", "til"],
        ["Folk", "er", "rekna"],
        ["Folketalet", "er", "slik"],
        ["Spennet", "viser", "kor"],
    ]


def test_a_scenario_is_compared_with_today(run: Run, files: Path) -> None:
    limit = [one if one != "45" else "40" for one in REACH]
    done = run(*limit, "--scenario", "@ferje.toml", "--out", "@ut")
    assert done.exit_code == 0, done.stderr
    summary = json.loads((files / "ut/summary.json").read_bytes())
    assert summary["scenario"]["name"] == "Oftare ferje"
    assert (summary["before"]["within"], summary["region"]["within"]) == (60, 90)
    assert summary["gains"] == {
        "comes_inside": 30,
        "goes_outside": 0,
        "gets_way": 0,
        "loses_way": 0,
        "minutes_won": pytest.approx(300),
        "minutes_lost": 0,
        "winners": 30,
        "losers": 0,
    }
    assert [one["minutes_before"] for one in rows(files / "ut/cells.csv")] == ["1.00", "41.01"]
    vik = rows(files / "ut/municipalities.csv")[0]
    assert (vik["share_before"], vik["share"], vik["comes_inside"]) == ("0.0000", "1.0000", "30.0")


def test_totals_scale_the_cells(run: Run, files: Path) -> None:
    done = run(*REACH, "--totals", "@folketal.csv", "--out", "@ut")
    assert done.exit_code == 0, done.stderr
    assert [one["population"] for one in rows(files / "ut/municipalities.csv")] == ["30.0", "120.0"]


def test_the_same_input_gives_the_same_bytes(run: Run, files: Path) -> None:
    for folder in ("@ein", "@to"):
        run(*REACH, "--scenario", "@ferje.toml", "--out", folder)
    one, other = (
        {path.name: path.read_bytes() for path in (files / folder).iterdir()}
        for folder in ("ein", "to")
    )
    assert one.keys() == {"cells.csv", "municipalities.csv", "summary.json"}
    assert one == other


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            ("--centre", "her"),
            "«her»: skriv senteret som breiddegrad,lengdegrad, til dømes 61.23,7.09",
        ),
        (("--centre", "6.0,61.0"), "Er koordinatane rette, med breiddegrad først?"),
        (("--centre", "nan,6"), "Senteret «nan,6» må ha breiddegrad og lengdegrad."),
        (("--roads", "@finst-ikkje"), "finst-ikkje: fann ikkje fila."),
        (("--roads", "@folk.csv"), "folk.csv: Fila er ikkje gyldig GeoJSON."),
        (("--population", "@stader.csv"), "stader.csv: Folketalsfila må ha rutenummer og folketal"),
        (("--municipality-field", "num"), "Rad 1 har ikkje noko kommunenummer."),
        (("--minutes", "0"), "Grensa må vera meir enn 0 minutt."),
        (("--minutes", "inf"), "--minutes: «inf» er ikkje eit tal frå 0 til 1440."),
        (("--minutes", "ein time"), "--minutes: «ein time» er ikkje eit tal frå 0 til 1440."),
        (("--minutes", "-5"), "--minutes: «-5» er ikkje eit tal frå 0 til 1440."),
        (("--totals", "@framande.csv"), "Ingen av kommunane i folketala (1417, 1420) er i "),
        (("--speeds", "@stader.csv"), "Fartstabellen må ha kolonnane category og kmh."),
        (("--scenario", "@stader.csv"), "Scenarioet er ikkje gyldig TOML eller JSON"),
    ],
)
def test_what_cannot_be_used_gives_one_line_and_no_file(
    run: Run, files: Path, changed: tuple[str, str], said: str
) -> None:
    given = list(REACH)
    if changed[0] in given:
        given[given.index(changed[0]) + 1] = changed[1]
    else:
        given += changed
    refused = run(*given, "--out", "@ut")
    (line,) = refused.stderr.splitlines()
    assert (refused.exit_code, refused.stdout, line[:8]) == (2, "", "tiltak: ")
    assert said in line
    assert not (files / "ut").exists()


@pytest.mark.parametrize("wait", ["nan", "-1", "lenge"])
def test_a_wait_that_is_no_number_of_minutes_is_refused(run: Run, files: Path, wait: str) -> None:
    refused = run(*MATRIX, "--ferry-wait", wait, "--out", "@tider.csv")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"--ferry-wait: «{wait}» er ikkje eit tal frå 0 til 1440." in refused.stderr
    assert not (files / "tider.csv").exists()


def test_minutes_may_have_a_decimal_comma(run: Run, files: Path) -> None:
    given = list(REACH)
    assert run(*given, "--minutes", "44,5", "--out", "@ut").exit_code == 0
    assert json.loads((files / "ut/summary.json").read_bytes())["parameters"]["minutes"] == 44.5


@pytest.mark.parametrize("out", ["", "@", "@finst/ikkje/tider.csv"])
def test_where_nothing_can_be_written_nothing_is(run: Run, files: Path, out: str) -> None:
    before = sorted(path.name for path in files.iterdir())
    refused = run(*MATRIX, "--summary", "@tider.json", "--out", out)
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (2, 1)
    assert sorted(path.name for path in files.iterdir()) == before


def test_two_results_are_not_written_to_one_file(run: Run, files: Path) -> None:
    refused = run(*MATRIX, "--out", "@tider.csv", "--summary", "@./tider.csv")
    assert refused.exit_code == 2
    assert "--out og --summary kan ikkje vera same fila." in refused.stderr
    assert not (files / "tider.csv").exists()


def test_a_folder_that_cannot_take_all_files_takes_none(run: Run, files: Path) -> None:
    (files / "ut/summary.json").mkdir(parents=True)
    refused = run(*REACH, "--out", "@ut")
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (2, 1)
    assert [path.name for path in (files / "ut").iterdir()] == ["summary.json"]


def test_two_processes_write_the_same_bytes(nowhere: Installation, files: Path) -> None:
    """Whatever order the sets of a process have."""
    found = []
    for seed in ("1", "2"):
        out = files / seed
        arguments = named(files, (*REACH, "--scenario", "@ferje.toml"))
        done = nowhere.run("traveltime", *arguments, "--out", str(out), PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr.decode()
        found.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert found[0].keys() == {"cells.csv", "municipalities.csv", "summary.json"}
    assert found[0] == found[1]
