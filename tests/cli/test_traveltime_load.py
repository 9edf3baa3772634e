"""`tiltak traveltime load`: data for a goal, all of it or nothing."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import Tiltak
from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.factories.travel import FACTS, GOAL, SLOW, initiative
from tiltak.cli.demo.network import network_files
from tiltak.domain.traveltime.models import DataFile, DataSet, TravelGoal, TravelRun
from tiltak.jobs.travel.base import kept

pytestmark = pytest.mark.django_db

SOURCES = """
[roads]
source = "Kartverket"
licence = "CC BY 4.0"
as_of = 2025-01-01

[population]
source = "SSB"

[municipalities]
source = "Kartverket"

[places]
source = "Oss sjølve"
"""


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    kept.clear()


@pytest.fixture
def code() -> str:
    return initiative(import_plan(make_council(), sample_plan()), GOAL).code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in network_files(FACTS):
        (tmp_path / file.filename).write_bytes(file.data)
    (tmp_path / "kjelder.toml").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def load(tiltak: Tiltak, folder: Path, code: str, *more: str) -> Result:
    return tiltak(
        *("traveltime", "load", "--goal", code, "--centre", "By=61.0,7.0"),
        *("--roads", str(folder / "vegar.geojson"), "--population", str(folder / "folketal.csv")),
        *("--municipalities", str(folder / "kommunar.geojson")),
        *("--places", str(folder / "stader.csv"), "--sources", str(folder / "kjelder.toml")),
        *more,
    )


def test_loaded_and_computed(tiltak: Tiltak, folder: Path, code: str) -> None:
    result = load(tiltak, folder, code)
    assert result.output == (
        f"By: 600 av 1005 menneske når fram innan 45 minutt. Sjå /p/{code}/reisetid/\n"
    )
    goal = TravelGoal.objects.get()
    assert (goal.initiative.code, goal.destination, goal.limit_minutes) == (code, "By", 45)
    told = DataFile.objects.order_by("pk").values_list("role", "filename", "source", "licence")
    assert list(told) == [
        ("roads", "vegar-60km.geojson.gz", "Kartverket", "CC BY 4.0"),
        ("population", "folketal.csv", "SSB", ""),
        ("municipalities", "kommunar.geojson", "Kartverket", ""),
        ("places", "stader.csv", "Oss sjølve", ""),
    ]
    assert [str(one) for one in DataFile.objects.values_list("as_of", flat=True) if one] == [
        "2025-01-01"
    ]


def test_loading_again_changes_the_goal(tiltak: Tiltak, folder: Path, code: str) -> None:
    load(tiltak, folder, code)
    result = load(tiltak, folder, code, "--minutes", "75", "--destination", "byen", "--around", "0")
    assert result.output.startswith("byen: 1000 av 1005 menneske når fram innan 75 minutt.")
    assert (TravelGoal.objects.count(), DataSet.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("folketal.csv", b"a,b\n1,2\n", "folketal.csv: Folketalsfila m\u00e5 ha"),
        ("vegar.geojson", SLOW, "vegar.geojson: Rad 2: farten -5 km/t må vera mellom 0 og 200."),
        ("kommunar.geojson", b"{}", "kommunar.geojson: Fila er ikkje ei GeoJSON-samling"),
        (
            "stader.csv",
            b"name\nBy\n",
            "stader.csv: Stadfila m\u00e5 ha kolonnane name, lat og lon.",
        ),
        ("kjelder.toml", b"[roads", "kjelder.toml: er ikkje gyldig TOML"),
        ("kjelder.toml", b'roads = "Kartverket"', "med source under [roads]."),
        ("kjelder.toml", b"[roads]\nsource = ' '", "med source under [roads]."),
        ("kjelder.toml", b"", "sei kvar fila er fr\u00e5, med source under [roads]."),
        (
            "kjelder.toml",
            SOURCES.replace("2025-01-01", '"i fjor"').encode(),
            "[roads] as_of m\u00e5 vera ein dato",
        ),
    ],
)
def test_bad_input_leaves_nothing(
    *, tiltak: Tiltak, folder: Path, code: str, name: str, content: bytes, sentence: str
) -> None:
    (folder / name).write_bytes(content)
    result = load(tiltak, folder, code)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not DataSet.objects.exists()


def test_a_centre_far_from_every_road_leaves_nothing(
    tiltak: Tiltak, folder: Path, code: str
) -> None:
    result = load(tiltak, folder, code, "--centre", "Borte=65.0,7.0")
    assert result.exit_code == 2
    assert "Senteret «Borte» ligg " in result.stderr
    assert not TravelGoal.objects.exists()
    assert not TravelRun.objects.exists()


def test_an_unknown_goal_and_a_centre_that_is_none(tiltak: Tiltak, folder: Path, code: str) -> None:
    result = load(tiltak, folder, "finst0ik")
    assert (result.exit_code, "regionrådet har ingen slik kode" in result.stderr) == (2, True)
    for centre in ("61.0,7.0", "=61.0,7.0", "By=nan,7.0"):
        result = load(tiltak, folder, code, "--centre", centre)
        assert (result.exit_code, f"«{centre}» er ikkje namn=breiddegrad" in result.stderr) == (
            2,
            True,
        )
    result = load(tiltak, folder, code, "--centre", "61.0,7.0")
    assert (result.exit_code, "er ikkje namn=breiddegrad,lengdegrad" in result.stderr) == (2, True)
