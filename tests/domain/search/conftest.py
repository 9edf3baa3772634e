"""Fixtures of the tests of search."""

import pytest

from tests.factories.councils import make_council
from tiltak.domain.organisations.models import RegionalCouncil


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()
