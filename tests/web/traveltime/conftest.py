"""A goal that is computed, and a bridge that would change it."""

import pytest

from tests.factories.travel import compute, make_goal, make_scenario
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.traveltime.models import TravelGoal, TravelScenario
from tiltak.jobs.travel.base import kept


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    kept.clear()


@pytest.fixture
def goal(council: RegionalCouncil) -> TravelGoal:
    made = make_goal(council)
    compute(made)
    return made


@pytest.fixture
def bridge(goal: TravelGoal) -> TravelScenario:
    return make_scenario(goal)
