"""The review of one document in the secretary's browser."""

import pytest
from django.test import Client

from tests.factories.waiting import waiting_import
from tests.web.review.room import Room
from tiltak.domain.organisations.models import RegionalCouncil


@pytest.fixture
def room(secretary: Client, council: RegionalCouncil) -> Room:
    """The document of nine elements, one row and two texts without a place."""
    return Room(secretary, waiting_import(council))
