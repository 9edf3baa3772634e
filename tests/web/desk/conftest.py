"""A council, its secretary at the browser, and a plan as a text file."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

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
def hand_in(
    secretary: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> Upload:
    """Send files (name, bytes) with the form; what is accepted is read before the answer comes."""

    def send(*files: tuple[str, bytes], **fields: str) -> HttpResponse:
        given = [SimpleUploadedFile(name, data) for name, data in files]
        with django_capture_on_commit_callbacks(execute=True):
            response = secretary.post("/arbeid/last-opp/", {"file": given, "kind": "", **fields})
        assert isinstance(response, HttpResponse)
        return response

    return send


@pytest.fixture
def upload(secretary: Client, hand_in: Upload) -> Upload:
    """Hand in a plan as a file of the program's own kind, or any bytes, and go where that leads."""

    def send(content: Plan | bytes, name: str = "plan.json", **fields: str) -> HttpResponse:
        data = content if isinstance(content, bytes) else codec.encode(content)
        response = hand_in((name, data), **fields)
        if response.status_code != 302:
            return response
        there = secretary.get(response["Location"])
        assert isinstance(there, HttpResponse)
        return there

    return send
