"""Files for travel time in the background: limits, killed readers, and what is put away meanwhile."""

import gzip
import sys
from dataclasses import replace

import pytest
from msgspec import structs

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.factories.travel import BY, FACTS, GOAL, initiative
from tiltak.cli.demo.network import network_files
from tiltak.domain.traveltime.errors import ImpossibleGoal, IncompleteDataSet, NotAllowed
from tiltak.domain.traveltime.models import DataSet, HandedIn, HandedInFile, TravelGoal, TravelRun
from tiltak.domain.traveltime.operations import (
    Wanted,
    begin_handed_in,
    hand_in,
    put_away_handed_in,
)
from tiltak.domain.viewer import Viewer
from tiltak.jobs import claims, recovery
from tiltak.jobs.job import Refused
from tiltak.jobs.travel import confined, data
from tiltak.jobs.travel.child import NO_ROOM, Given, Order
from tiltak.jobs.travel.confined import BROKEN, LIMITS, TOO_MUCH, tried
from tiltak.reading.limits import MEGABYTE, Limits

FILES = network_files(FACTS)
WANTED = Wanted(
    name="Ei lita verd",
    destination="By",
    centres=[{"name": "By", "lat": BY[0], "lon": BY[1]}],
    limit_minutes=45,
    ferry_wait_minutes=15,
)


def order(limits: Limits = LIMITS) -> Order:
    return Order(
        files={file.role: Given(file.filename, file.data) for file in FILES},
        limits=limits,
        municipality_field="",
        around=0.0,
        centres=(("By", *BY),),
        limit_minutes=45.0,
        ferry_wait_minutes=15.0,
    )


@pytest.fixture
def row(db: None) -> HandedIn:
    council = make_council()
    version = import_plan(council, sample_plan())
    return hand_in(
        by=editor_of(council),
        initiative=initiative(version, GOAL),
        wanted=WANTED,
        files=FILES,
        now=NOW,
    )


def test_each_step_is_told_and_the_roads_come_back_as_they_were() -> None:
    steps: list[str] = []
    roads = tried(order(), steps.append)
    assert (steps, roads) == (["read", "build", "reach"], order().files["roads"])


# half a megabyte that is half a gigabyte; the table of speeds is the first that is read
BOMB = Given("fart.csv.gz", gzip.compress(b" " * 64 * MEGABYTE) * 8)


@pytest.mark.parametrize(
    "asked",
    [
        structs.replace(
            order(replace(LIMITS, memory_bytes=512 * MEGABYTE)),
            files={**order().files, "speeds": BOMB},
        ),
        order(replace(LIMITS, seconds=0.01)),
    ],
    ids=["memory", "time"],
)
def test_what_asks_too_much_of_the_machine_is_ended(asked: Order) -> None:
    with pytest.raises(Refused) as refusal:
        tried(asked, lambda _: None)
    assert refusal.value.text == TOO_MUCH


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("""print('{"broken": "a fault of the program"}')""", BROKEN),
        ("print('no answer')", BROKEN),
        ("raise SystemExit(1)", BROKEN),
        # so the system ends whoever takes the last of its memory
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", TOO_MUCH),
        # so the child itself ends when it has no room for its answer
        (f"raise SystemExit({NO_ROOM})", TOO_MUCH),
    ],
)
def test_what_breaks_the_reader_is_not_blamed_on_the_size_of_the_files(
    monkeypatch: pytest.MonkeyPatch, code: str, problem: str
) -> None:
    monkeypatch.setattr(confined, "_COMMAND", (sys.executable, "-I", "-c", code))
    with pytest.raises(Refused) as refusal:
        tried(order(), lambda _: None)
    assert refusal.value.text == problem


def test_who_no_longer_waits_ends_the_trial() -> None:
    class Gone(Exception):
        pass

    def gone(step: str) -> None:
        raise Gone

    with pytest.raises(Gone):
        tried(order(), gone)


def test_what_a_killed_reader_left_is_tried_anew(row: HandedIn) -> None:
    assert begin_handed_in(row.pk) is not None
    recovery.recover()
    row.refresh_from_db()
    assert (row.state, row.starts) == ("done", 2)
    assert row.run is not None
    assert (row.run.state, HandedInFile.objects.count()) == ("done", 0)


def test_what_kills_its_reader_is_not_tried_for_ever(row: HandedIn) -> None:
    for _ in range(3):
        HandedIn.objects.filter(pk=row.pk).update(state="waiting")
        assert begin_handed_in(row.pk) is not None
    recovery.recover()
    row.refresh_from_db()
    assert (row.state, row.problem) == ("refused", [BROKEN, {}])
    assert (DataSet.objects.count(), TravelGoal.objects.count()) == (0, 0)


def test_what_somebody_reads_is_left_to_them(row: HandedIn) -> None:
    assert begin_handed_in(row.pk) is not None
    with claims.claimed(data.trying.claim_on(row.pk)):
        recovery.recover()
    row.refresh_from_db()
    assert row.state == "reading"


def test_what_is_put_away_while_it_is_tried_changes_nothing(
    row: HandedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put_away(*_: object) -> Given:
        put_away_handed_in(by=editor_of(row.council), row=row, now=NOW)
        return order().files["roads"]

    monkeypatch.setattr(data, "tried", put_away)
    data.trying.do(row.pk)
    assert not HandedIn.objects.exists()
    assert (DataSet.objects.count(), TravelRun.objects.count()) == (0, 0)


def test_asking_twice_does_no_harm(row: HandedIn) -> None:
    data.trying.do(row.pk)
    data.trying.do(row.pk)
    data.trying.do(0)
    assert (DataSet.objects.count(), TravelRun.objects.count()) == (1, 1)


def test_only_who_may_edit_and_only_what_can_be(row: HandedIn) -> None:
    by, other = editor_of(row.council), editor_of(make_council("Fjellrådet", host="fjell.example"))
    for who, wanted, files, refusal in (
        (other, WANTED, FILES, NotAllowed),
        (Viewer(row.council_id), WANTED, FILES, NotAllowed),
        (by, WANTED, FILES[1:], IncompleteDataSet),
        (by, WANTED, [*FILES, FILES[0]], IncompleteDataSet),
        (by, replace(WANTED, name=" "), FILES, ImpossibleGoal),
        (by, replace(WANTED, centres=[]), FILES, ImpossibleGoal),
    ):
        with pytest.raises(refusal):
            hand_in(by=who, initiative=row.initiative, wanted=wanted, files=files, now=NOW)
    assert HandedIn.objects.count() == 1
