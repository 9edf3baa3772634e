"""A plan of the council's, and a way to hand in documents."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.factories.councils import import_plan
from tests.factories.planfiles import sample_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import PlanVersion
from tiltak.planfile import codec
from tiltak.planfile.model import Plan

Upload = Callable[..., HttpResponse]


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
