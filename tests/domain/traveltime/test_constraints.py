"""Each truth the database holds, and an attempt to break it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, models, transaction

from tests.factories.constraints import constraints_of, refused_by
from tests.factories.councils import NOW
from tests.factories.travel import compute, make_scenario
from tiltak.domain.traveltime.models import (
    DataContent,
    DataFile,
    DataSet,
    DataSetFile,
    HandedIn,
    HandedInFile,
    TravelGoal,
    TravelRun,
    TravelRunFile,
    TravelScenario,
)


def again(found: models.Model, **changes: Any) -> None:
    """A second row like this one, but for the changes."""
    copy = type(found)._default_manager.get(pk=found.pk)
    copy.pk = None
    copy._state.adding = True
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)


def first(model: type[models.Model], **wanted: Any) -> Any:
    found = model._default_manager.filter(**wanted).order_by("pk").first()
    assert found is not None
    return found


def with_values(found: models.Model, **changes: Any) -> None:
    type(found)._default_manager.filter(pk=found.pk).update(**changes)


def run(goal: TravelGoal, **values: Any) -> TravelRun:
    said = {
        "council": goal.council,
        "goal": goal,
        "data_set": goal.data_set,
        "parameters": {},
        "base_sha256": "b",
        "asked_at": NOW,
        **values,
    }
    return TravelRun.objects.create(**said)


def handed_in(goal: TravelGoal, **values: Any) -> HandedIn:
    said = {"council": goal.council, "initiative": goal.initiative, "said": {}, "asked_at": NOW}
    return HandedIn.objects.create(**said | values)


BREAKINGS: dict[str, Callable[[TravelGoal], object]] = {
    "travel_file_once": lambda g: again(first(DataFile)),
    "travel_file_role": lambda g: again(first(DataFile), role="novel"),
    "travel_file_has_source": lambda g: again(first(DataFile), source=""),
    "travel_data_set_has_name": lambda g: again(g.data_set, name=""),
    "travel_role_once": lambda g: again(first(DataSetFile)),
    "travel_limit": lambda g: with_values(g, limit_minutes=0),
    "travel_ferry_wait": lambda g: with_values(g, ferry_wait_minutes=-1),
    "travel_destination_has_name": lambda g: with_values(g, destination=""),
    "travel_scenario_name_once": lambda g: again(first(TravelScenario)),
    "travel_scenario_has_name": lambda g: with_values(first(TravelScenario), name=""),
    "travel_scenario_visibility": lambda g: with_values(first(TravelScenario), visibility="secret"),
    "travel_run_is_what_it_says": lambda g: run(g, state="done", finished_at=NOW),
    "travel_run_of_scenario_has_definition": lambda g: run(g, definition_sha256="d"),
    "travel_run_file_once": lambda g: again(first(TravelRunFile)),
    "travel_handed_in_is_what_it_says": lambda g: handed_in(g, state="refused", finished_at=NOW),
    "travel_handed_in_role_once": lambda g: again(
        HandedInFile.objects.create(
            handed_in=handed_in(g), role="roads", filename="veg.geojson", data=b"{}"
        )
    ),
}


@pytest.fixture
def full(goal: TravelGoal) -> TravelGoal:
    compute(goal)
    make_scenario(goal)
    return goal


@pytest.mark.parametrize("name", BREAKINGS)
def test_the_database_refuses(full: TravelGoal, name: str) -> None:
    with refused_by(name):
        BREAKINGS[name](full)


def test_every_constraint_is_tried() -> None:
    assert constraints_of("traveltime") == set(BREAKINGS)


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (DataFile, {"source": "Andre"}),
        (DataContent, {"data": b"x"}),
        (DataSet, {"name": "Anna"}),
        (DataSetFile, {"role": "totals"}),
        (TravelRun, {"result": {}}),
        (TravelRunFile, {"packed": b"x"}),
    ],
)
def test_what_a_run_stands_on_and_gave_never_changes(
    full: TravelGoal, model: type[models.Model], changes: dict[str, Any]
) -> None:
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        with_values(first(model), **changes)


def test_what_a_waiting_run_was_asked_for_never_changes(goal: TravelGoal) -> None:
    waiting = run(goal)
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        with_values(waiting, base_sha256="another")
