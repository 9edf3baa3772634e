"""The files of a travel-time goal by form, tried in the real process beside, without a script."""

import gzip
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.factories.travel import (
    BY,
    FACTS,
    GOAL,
    SLOW,
    compute,
    initiative,
    make_goal,
    make_scenario,
)
from tests.web.page_text import get, lines_of
from tiltak.cli.demo.network import network_files
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.traveltime.models import DataSet, HandedIn, HandedInFile, TravelGoal, TravelRun

Send = Callable[..., HttpResponse]
NAMES = {one.role: one.filename for one in network_files(FACTS)}
CONTENT = {one.role: one.data for one in network_files(FACTS)}
NEEDED = ("roads", "population", "municipalities")
FIGURES = {
    "destination": "By",
    "centres": f"By: {BY[0]}, {BY[1]}",
    "limit_minutes": "45",
    "ferry_wait_minutes": "15",
}


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    return import_plan(council, sample_plan())


@pytest.fixture
def code(version: PlanVersion) -> str:
    return initiative(version, GOAL).code


@pytest.fixture
def send(
    secretary: Client,
    code: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Send:
    """Fill in the form; what is accepted is tried and computed before the answer comes."""

    def sent(files: Mapping[str, bytes], **fields: str) -> HttpResponse:
        told: dict[str, Any] = {"name": "Ei lita verd", "around": "60"}
        for role, data in files.items():
            told[f"{role}-file"] = SimpleUploadedFile(NAMES[role], data)
            told[f"{role}-source"] = "Laga for prøva"
        with django_capture_on_commit_callbacks(execute=True):
            answer = secretary.post(f"/arbeid/p/{code}/reisetid/data/", told | fields)
        assert isinstance(answer, HttpResponse)
        return answer

    return sent


def given(**changes: bytes) -> dict[str, bytes]:
    return {role: CONTENT[role] for role in NEEDED} | changes


def where(client: Client, answer: HttpResponse) -> str:
    """Where the progress leads in the end."""
    path = answer["Location"]
    while (then := client.get(path)).status_code == 302:
        path = then["Location"]
    return str(path)


def stored() -> tuple[int, int, int]:
    """Data sets, goals and runs."""
    return DataSet.objects.count(), TravelGoal.objects.count(), TravelRun.objects.count()


def test_a_goal_is_made_of_the_form_alone(secretary: Client, send: Send, code: str) -> None:
    (form,) = [
        line for line in lines_of(get(secretary, "/arbeid/reisetid/")) if "Kva i planen" in line
    ]
    assert form
    chosen = secretary.get("/arbeid/reisetid/", {"mal": code})
    assert chosen["Location"] == f"/arbeid/p/{code}/reisetid/data/"
    answer = send(given(places=CONTENT["places"]), **FIGURES)
    path = where(secretary, answer)
    assert path == f"/p/{code}/reisetid/"
    assert "60 % når By innan 45 minutt" in lines_of(get(Client(), path))
    goal = TravelGoal.objects.get()
    assert {one.role for one in goal.data_set.files.all()} == {*NEEDED, "places"}
    assert goal.data_set.files.get(role="roads").file.filename.endswith("-60km.geojson.gz")
    assert HandedInFile.objects.count() == 0
    verbs = Event.objects.order_by("pk").values_list("verb", "actor")
    assert [one for one in verbs if "travel" in one[0]] == [
        ("hand_in_travel_data", "Kari Nes"),
        ("keep_travel_data", "Kari Nes"),
        ("set_travel_goal", "Kari Nes"),
        ("ask_for_travel_run", "Kari Nes"),
    ]
    assert "Kor mange når By innan 45 minutt?" in lines_of(get(secretary, "/arbeid/"))


@pytest.fixture
def goal(council: RegionalCouncil, version: PlanVersion) -> TravelGoal:
    made = make_goal(council, version)
    compute(made)
    return made


def test_what_is_there_stays_where_nothing_new_is_chosen(
    secretary: Client, send: Send, goal: TravelGoal
) -> None:
    scenario = make_scenario(goal)
    page = get(secretary, f"/arbeid/p/{goal.initiative.code}/reisetid/data/")
    assert "I bruk: vegar.geojson," in page
    people = CONTENT["population"].replace(b",100", b",900")
    assert people != CONTENT["population"]
    told = {
        f"{one.role}-{field}": getattr(one.file, field)
        for one in goal.data_set.files.select_related("file")
        for field in ("source", "licence", "address")
    }
    answer = send({"population": people}, **told)
    assert where(secretary, answer) == f"/p/{goal.initiative.code}/reisetid/"
    before, after = goal.data_set, TravelGoal.objects.get().data_set
    kept = {one.role: one.file_id for one in before.files.all()}
    now = {one.role: one.file_id for one in after.files.all()}
    assert {role for role in kept if now[role] != kept[role]} == {"population"}
    run = TravelRun.objects.filter(scenario__isnull=True).order_by("-pk")[0]
    assert (run.state, (run.result or {})["region"]["people"]) == ("done", 1805)
    # every scenario is computed on the new data too
    assert scenario.runs.order_by("-pk")[0].base_sha256 == run.base_sha256


def test_a_file_that_need_not_be_there_can_be_left_out(
    secretary: Client, send: Send, goal: TravelGoal
) -> None:
    sources = {f"{role}-source": "Laga" for role in NEEDED}
    send({}, **sources, **{"places-source": "Laga", "places-leave_out": "on"})
    data_set = TravelGoal.objects.get().data_set
    assert {one.role for one in data_set.files.all()} == set(NEEDED)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"population": b"lat,lon,population\n61.0,7.0,100\n61.0,7.2,mange\n"},
            "folketal.csv: Rad 3: «mange» i kolonnen population",
        ),
        ({"roads": SLOW}, "vegar.geojson: Rad 2: farten -5 km/t må vera mellom 0 og 200."),
        ({"municipalities": b"{"}, "kommunar.geojson: "),
        ({"roads": b'{"type": "FeatureCollection", "features": []}'}, "vegar"),
        ({"speeds": b"category,kmh\nF,-5\n"}, "Rad 2: farten -5 km/t"),
        ({"roads": gzip.compress(b"\0" * 1_000_000)[:-40]}, "vegar"),
        ({"population": b"lat,lon,population\n10.0,7.0,100\n"}, "Ingen av rutene med folk"),
    ],
    ids=[
        "row",
        "row of roads that are cut",
        "not json",
        "no roads",
        "speed",
        "damaged",
        "elsewhere",
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_nothing_is_changed(
    secretary: Client, send: Send, goal: TravelGoal, wrong: dict[str, bytes], sentence: str
) -> None:
    NAMES.setdefault("speeds", "fart.csv")
    before = stored()
    figures = {f"{role}-source": "Laga" for role in NEEDED} | {"places-source": "Laga"}
    answer = send(wrong, **{**figures, **{f"{role}-source": "Laga" for role in wrong}})
    row = HandedIn.objects.get()
    page = get(secretary, answer["Location"])
    assert (row.state, stored()) == ("refused", before)
    assert any(sentence in line for line in lines_of(page)), lines_of(page)
    assert HandedInFile.objects.count() == 0
    assert "Data for reisetid kan ikkje brukast" in lines_of(get(secretary, "/arbeid/"))
    again = get(secretary, f"/arbeid/p/{goal.initiative.code}/reisetid/data/?att={row.pk}")
    assert 'value="Ei lita verd"' in again
    secretary.post(f"/arbeid/reisetid/data/{row.pk}/avbryt/")
    assert not HandedIn.objects.exists()


def test_a_centre_far_from_every_road(secretary: Client, send: Send) -> None:
    answer = send(given(), **FIGURES | {"centres": "Oslo: 59.9, 10.7"})
    page = get(secretary, answer["Location"])
    assert any("Senteret «Oslo» ligg " in line for line in lines_of(page))
    assert stored() == (0, 0, 0)


@pytest.mark.parametrize(
    ("files", "fields", "sentence"),
    [
        ({"roads": CONTENT["roads"]}, FIGURES, "Vel ei fil."),
        (given(), {**FIGURES, "roads-source": ""}, "Sei kven som har laga fila."),
        (given(), {**FIGURES, "roads-as_of": "i fjor"}, "Skriv datoen slik: 8.12.2017."),
        (given(), {**FIGURES, "name": ""}, "Fyll ut dette feltet."),
        (given(), {**FIGURES, "centres": "By"}, "Linje 1 er ikkje eit namn"),
    ],
    ids=["no file", "no source", "date", "name", "centre"],
)
def test_what_is_not_filled_in_is_told_at_once(
    send: Send, files: dict[str, bytes], fields: dict[str, str], sentence: str
) -> None:
    answer = send(files, **fields)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert not HandedIn.objects.exists()


def test_too_much_is_not_kept(send: Send, settings: LazySettings) -> None:
    settings.MAX_UPLOAD_BYTES = 2 * 1024 * 1024
    answer = send(given(roads=b" " * 3 * 1024 * 1024), **FIGURES)
    assert answer.status_code == 400
    assert "Filene er for store til saman. Grensa er 2 MB." in answer.content.decode()
    assert not HandedIn.objects.exists()


def test_not_for_another_council(secretary: Client, send: Send, code: str) -> None:
    send(given(), **FIGURES | {"centres": "Oslo: 59.9, 10.7"})
    row = HandedIn.objects.get()
    make_council("Fjellrådet", host="fjell.example")
    for path in (f"/arbeid/p/{code}/reisetid/data/", f"/arbeid/reisetid/data/{row.pk}/"):
        assert secretary.get(path).status_code == 200
        assert secretary.get(path, headers={"host": "fjell.example"}).status_code == 404
        assert Client().get(path).status_code == 302
    part = f"/arbeid/reisetid/data/{row.pk}/framdrift/"
    # it is done: the script is sent on to what came of it, and for the other council to the desk
    assert secretary.get(part)["HX-Redirect"] == f"/arbeid/reisetid/data/{row.pk}/"
    assert secretary.get(part, headers={"host": "fjell.example"})["HX-Redirect"] == "/arbeid/"
    answer = secretary.post(
        f"/arbeid/reisetid/data/{row.pk}/avbryt/", headers={"host": "fjell.example"}
    )
    assert (answer.status_code, HandedIn.objects.count()) == (404, 1)
