"""A changed scenario of Sogn in the web: from sending the form to the page that shows the result.

The whole of it: login, form, storing, calculation, redirect, the page with its map. Cold is the
first request of a process, sent in the moment it can answer; warm is what follows. The data lie
beside the project; where they do not, the line says so.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

OPENDATA = Path(__file__).resolve().parents[3] / "shared/opendata"
MOST_SECONDS = 2.0
# both requests: login, goal, scenarios, what is stored, the page with its map
MOST_STATEMENTS = 60
KILOMETRES_AROUND = 60.0
RUNS = 3
FILES = {
    "roads": "roads/norway_veglenke_n1000.geojson.gz",
    "population": "ssb_grid/NOR0250M_POP_2019.csv",
    "municipalities": "boundaries/sogn_2019_wgs84.geojson",
    "places": "settlements/sogn_places.csv",
}
HOST = "travel.bench.example"
CENTRE = {"name": "Sogndalsfjøra", "lat": 61.23186, "lon": 7.09436}


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured: seconds on the clock, of them CPU, and statements; None where the data
    are not there."""

    what: str
    seconds: float | None = None
    cpu: float | None = None
    statements: int | None = None
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class Prepared:
    """Where the scenario is, and the cookie of who is logged in."""

    page: str
    measure: str
    session: str


def measure_answers() -> Iterator[Line]:
    """Cold, then warm in the same process. The data are loaded by another process before."""
    if not OPENDATA.is_dir():
        yield Line("scenario in the web")
        return
    with get_context("spawn").Pool(1) as pool:
        prepared = pool.apply(prepare)
    with get_context("spawn").Pool(1) as pool:
        yield from pool.apply(answers, (prepared,))


def prepare() -> Prepared:
    """A council with a plan, a travel-time goal with the data of Sogn, a scenario, a secretary."""
    import django

    django.setup()
    from django.test import Client

    from tests.factories.councils import NOW, editor_of, import_plan, make_council
    from tests.factories.planfiles import sample_plan
    from tests.factories.travel import GOAL, MEASURE, compute, initiative, make_scenario
    from tiltak.domain.people.models import User
    from tiltak.domain.traveltime.operations import keep_data_set, set_goal

    # another process made the council of the other pages in the same database
    council = make_council(host=HOST, slug="reisetid")
    by, version = editor_of(council), import_plan(council, sample_plan())
    goal = set_goal(
        by=by,
        initiative=initiative(version, GOAL),
        data_set=keep_data_set(by=by, name="Sogn", files=given_files(), now=NOW),
        destination="Sogndal",
        centres=[CENTRE],
        now=NOW,
    )
    compute(goal)
    scenario = make_scenario(goal, definition(20), is_public=False)
    client = Client()
    client.force_login(User.objects.create_user("bench", is_staff=True))
    return Prepared(
        f"/arbeid/p/{goal.initiative.code}/reisetid/{scenario.pk}/",
        initiative(version, MEASURE).code,
        client.cookies["sessionid"].value,
    )


def given_files() -> list[Any]:
    """The files as they are loaded: roads cut to the region."""
    from tiltak.analysis.traveltime import InputFile, read_municipalities
    from tiltak.analysis.traveltime.cutout import cut_out
    from tiltak.domain.traveltime.operations import NewFile

    found = {}
    for role, name in FILES.items():
        path = OPENDATA / name
        found[role] = InputFile(path.name, path.read_bytes())
    borders = read_municipalities(found["municipalities"])
    found["roads"] = cut_out(found["roads"], borders, KILOMETRES_AROUND)
    return [
        NewFile(role=role, filename=file.name, data=file.data, source="open data")
        for role, file in found.items()
    ]


def definition(headway: int) -> dict[str, Any]:
    """A ferry that leaves more often, and a tunnel."""
    return {
        "name": "Oftare ferje og ny tunnel",
        "changes": [
            {
                "kind": "changed_ferry",
                "from": [61.160443, 7.336834],
                "to": [61.1487, 7.383853],
                "headway_minutes": float(headway),
            },
            {"kind": "new_link", "from": [61.188, 6.847], "to": [61.203, 6.527], "kmh": 80.0},
        ],
    }


def answers(prepared: Prepared) -> list[Line]:
    """The first answer of this process, and the best of those after it."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    # what a server loads before it listens
    import tiltak.config.wsgi  # noqa: F401

    client = Client(headers={"host": HOST})
    client.cookies["sessionid"] = prepared.session

    def answer(headway: int) -> tuple[float, float]:
        begin, worked = time.perf_counter(), time.process_time()
        sent = client.post(prepared.page, form(prepared.measure, headway))
        shown = client.get(sent.headers.get("Location", "/"))
        took = time.perf_counter() - begin, time.process_time() - worked
        if "ville nå Sogndal innan 45 minutt" not in shown.content.decode():
            raise SystemExit(f"{prepared.page}: no result, but {sent.headers.get('Location')}")
        return took

    cold = answer(15)
    warm = min(answer(headway) for headway in range(16, 16 + RUNS))
    with CaptureQueriesContext(connection) as queries:
        answer(12)
    statements = len(queries)
    return [
        Line(
            f"scenario in the web, {state}",
            seconds,
            cpu,
            statements,
            seconds <= MOST_SECONDS and statements <= MOST_STATEMENTS,
        )
        for state, (seconds, cpu) in (("cold", cold), ("warm", warm))
    ]


def form(measure: str, headway: int) -> dict[str, str]:
    """The fields of the form."""
    ferry, tunnel = definition(headway)["changes"]
    told = {"name": "Oftare ferje og ny tunnel", "measure": measure}
    for prefix, change in (("c0", ferry), ("c1", tunnel)):
        told[f"{prefix}-kind"] = change["kind"]
        told[f"{prefix}-begin"] = "{}, {}".format(*change["from"])
        told[f"{prefix}-end"] = "{}, {}".format(*change["to"])
    return told | {"c0-headway_minutes": str(headway), "c1-kmh": "80"}
