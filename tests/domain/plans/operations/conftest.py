"""A council with its secretary, and a way to hand in documents."""

import hashlib
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import, PlanVersion
from tiltak.domain.plans.operations import NewPlan, apply_import, receive_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.model import Plan, Source

Receive = Callable[..., Import]


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


@pytest.fixture
def receive(by: Viewer) -> Receive:
    """Hand in a plan as the JSON file it would be."""

    def handed_in(plan: Plan, *, name: str = "plan.json", now: datetime = NOW) -> Import:
        data = codec.encode(plan)
        source = Source(
            name=name, media_type="application/json", sha256=hashlib.sha256(data).hexdigest()
        )
        return receive_document(by=by, plan=plan, source=source, data=data, now=now)

    return handed_in


@pytest.fixture
def draft(by: Viewer, receive: Receive) -> PlanVersion:
    """The sample plan as the internal draft of a new plan."""
    return apply_import(by=by, received=receive(sample_plan()), into=NewPlan(), now=NOW)
