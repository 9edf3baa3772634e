"""A council, and its document of this year as it stands after the review."""

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.own_words import CORRECTIONS, THIS_YEAR
from tests.factories.waiting import waiting_import
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations.reviewing import review
from tiltak.domain.viewer import Viewer
from tiltak.reading import read_document


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


@pytest.fixture
def read(council: RegionalCouncil) -> Import:
    """The document as the reader understood it."""
    return waiting_import(council, read_document(THIS_YEAR.encode(), "plan.txt"))


@pytest.fixture
def corrected(by: Viewer, read: Import) -> Import:
    """The same after a person corrected it."""
    review(by=by, received=read, edits=CORRECTIONS, seen=0, now=NOW)
    return read
