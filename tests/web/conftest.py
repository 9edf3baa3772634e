"""A council, and its secretary at the browser.

Every test of a page starts with none remembered: councils of two tests have the same number.
"""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests.factories.councils import make_council
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.people.models import User
from tiltak.web.pagecache import pages


@pytest.fixture(autouse=True)
def no_page_is_remembered() -> Iterator[None]:
    pages.clear()
    yield
    pages.clear()


@pytest.fixture
def november_evening() -> Iterator[None]:
    """The clock stands at a quarter to midnight in Norway, four weeks after summer time ended."""
    with time_machine.travel("2026-11-23T22:45Z", tick=False):
        yield


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
