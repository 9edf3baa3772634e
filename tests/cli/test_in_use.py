"""An installation is used by many, or by one alone."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from tiltak.cli.errors import Refused
from tiltak.cli.installation import in_use, in_use_by_nobody_else

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Where the installation's claims lie, beside SQLite; not there yet."""
    settings.DATA_DIR = tmp_path / "new"
    return tmp_path / "new"


def test_many_use_it_at_once() -> None:
    with in_use(), in_use(), pytest.raises(Refused, match="Stopp tenaren"), in_use_by_nobody_else():
        pass


def test_nobody_uses_what_somebody_has_alone() -> None:
    with in_use_by_nobody_else():
        with pytest.raises(Refused, match="Ein tryggingskopi blir henta tilbake"), in_use():
            pass
        with pytest.raises(Refused, match="Stopp tenaren"), in_use_by_nobody_else():
            pass
    with in_use():
        pass


def test_a_folder_that_is_not_there_is_made(folder: Path) -> None:
    with in_use():
        assert folder.is_dir()
