"""`tiltak traveltime repeat`: the same digits, or which are not, by exit code too."""

import pytest
import time_machine
from django.db import connection

from tests.cli.conftest import Tiltak
from tests.factories.councils import make_council
from tests.factories.travel import OFTEN, compute, make_goal, make_scenario
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.traveltime.models import TravelGoal, TravelRun, TravelRunFile
from tiltak.jobs.travel.base import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    kept.clear()
    return make_council()


@pytest.fixture
def goal(council: RegionalCouncil) -> TravelGoal:
    made = make_goal(council)
    compute(made)
    return made


def spoil(table: str, change: str) -> None:
    """Change what the database lets nobody change."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {table}_kept")
        cursor.execute(f"UPDATE {table} SET {change}")


def test_those_that_are_shown_have_the_same_digits(tiltak: Tiltak, goal: TravelGoal) -> None:
    old = compute(goal)
    scenario = make_scenario(goal)
    make_scenario(goal, OFTEN)
    new = compute(goal)
    result = tiltak("traveltime", "repeat")
    code = goal.initiative.code
    lines = [line.rpartition(",")[0] for line in result.output.splitlines()]
    runs = {run.scenario_id: run.pk for run in TravelRun.objects.order_by("pk")}
    assert (result.exit_code, lines) == (
        0,
        [
            f"same siffer  {runs[scenario.pk]} Bru ({code}",
            f"same siffer  {runs[scenario.pk] + 1} Ferje kvart tiande minutt ({code}",
            f"same siffer  {new.pk} i dag ({code}",
        ],
    )
    assert TravelRun.objects.count() == 5
    assert tiltak("traveltime", "repeat", str(old.pk)).output.startswith(
        f"same siffer  {old.pk} i dag "
    )


def test_digits_that_differ_are_told(tiltak: Tiltak, goal: TravelGoal) -> None:
    name = "municipalities.csv"
    spoil("traveltime_travelrunfile", f"sha256 = '{'0' * 64}' WHERE name = '{name}'")
    assert TravelRunFile.objects.filter(sha256="0" * 64).count() == 1
    result = tiltak("traveltime", "repeat")
    assert (result.exit_code, result.output.split()[0]) == (1, "ULIKT")
    assert result.output.endswith(f": {name}\n")


def test_the_day_of_a_calculation_is_that_in_norway(
    tiltak: Tiltak, council: RegionalCouncil
) -> None:
    made = make_goal(council)
    with time_machine.travel("2018-06-12T22:30Z", tick=False):
        compute(made)
    assert tiltak("traveltime", "repeat").output.endswith(", 13.06.2018)\n")


def test_the_last_digit_of_a_figure_counts(tiltak: Tiltak, goal: TravelGoal) -> None:
    run = TravelRun.objects.get()
    told = connection.ops.adapt_json_value(
        {**(run.result or {}), "no_road": 5.000000000000001}, None
    )
    spoil("traveltime_travelrun", f"result = '{told}'")
    result = tiltak("traveltime", "repeat")
    assert (result.exit_code, result.output.rpartition(": ")[2]) == (1, "result\n")


def test_other_versions_of_libraries_are_told_and_are_no_difference(
    tiltak: Tiltak, goal: TravelGoal
) -> None:
    run = TravelRun.objects.get()
    result = run.result or {}
    told = {**result, "program": {**result["program"], "numpy": "1.0"}}
    # nor are the assumptions, which runs of an older program did not keep
    del told["assumed"]
    spoil("traveltime_travelrun", f"result = '{connection.ops.adapt_json_value(told, None)}'")
    found = tiltak("traveltime", "repeat", "--goal", goal.initiative.code)
    lines = found.output.splitlines()
    assert (found.exit_code, lines[0].split()[0]) == (0, "same")
    assert lines[1].strip().startswith("numpy 1.0 den gongen, ")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("999999",), "tiltak: Det finst inga ferdig utrekning med nummer 999999 her.\n"),
        (("--goal", "finst-ikkje"), "tiltak: Ingen reisetid er rekna ut her enno.\n"),
    ],
)
def test_nothing_to_repeat(
    tiltak: Tiltak, goal: TravelGoal, options: tuple[str, ...], sentence: str
) -> None:
    result = tiltak("traveltime", "repeat", *options)
    assert (result.exit_code, result.stderr) == (2, sentence)


def test_not_those_of_another_council(
    tiltak: Tiltak, goal: TravelGoal, council: RegionalCouncil
) -> None:
    other = make_council("Fjellrådet", host="fjell.example")
    run = TravelRun.objects.get()
    result = tiltak("traveltime", "repeat", str(run.pk), "--council", other.slug)
    assert result.exit_code == 2
    assert tiltak("traveltime", "repeat", "--council", council.slug).exit_code == 0
