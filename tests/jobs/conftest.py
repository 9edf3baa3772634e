"""A council, and claims in a folder of the test's own."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.factories.councils import editor_of, make_council
from tiltak.domain.viewer import Viewer


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    settings.QUEUE_FILE = tmp_path / "queue.sqlite3"


@pytest.fixture
def by(db: None) -> Viewer:
    return editor_of(make_council())
