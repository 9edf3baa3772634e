"""A council, its secretary at the browser, and a plan as a text file."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.people.models import User
from tiltak.domain.plans.models import PlanVersion
from tiltak.planfile import codec
from tiltak.planfile.model import Plan

Upload = Callable[..., HttpResponse]


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


@pytest.fixture
def secretary(council: RegionalCouncil) -> Client:
    """A browser in which the secretary is logged in."""
    user = User.objects.create_user("kari", first_name="Kari", last_name="Nes", is_staff=True)
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def draft(council: RegionalCouncil) -> PlanVersion:
    """The sample plan, not public."""
    return import_plan(council, sample_plan(), publish=False)


@pytest.fixture
def upload(secretary: Client) -> Upload:
    """Hand in a plan as a file of the program's own kind, or any bytes."""

    def send(content: Plan | bytes, name: str = "plan.json", **fields: str) -> HttpResponse:
        data = content if isinstance(content, bytes) else codec.encode(content)
        file = SimpleUploadedFile(name, data)
        response = secretary.post("/arbeid/last-opp/", {"file": file, "kind": "", **fields})
        assert isinstance(response, HttpResponse)
        return response

    return send
