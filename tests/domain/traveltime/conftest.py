"""A council with a goal, and no network remembered from another test."""

import pytest

from tests.factories.councils import editor_of, make_council
from tests.factories.travel import make_goal
from tiltak.domain.traveltime.models import TravelGoal
from tiltak.domain.viewer import Viewer


@pytest.fixture
def goal(db: None) -> TravelGoal:
    return make_goal(make_council())


@pytest.fixture
def by(goal: TravelGoal) -> Viewer:
    return editor_of(goal.council)
