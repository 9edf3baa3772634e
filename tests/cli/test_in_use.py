"""A data folder is used by many, or by one alone."""

from pathlib import Path

import pytest

from tiltak.cli.errors import Refused
from tiltak.cli.in_use import alone, using


def test_many_use_a_folder_at_once(tmp_path: Path) -> None:
    with (
        using(tmp_path),
        using(tmp_path),
        pytest.raises(Refused, match="Stopp tenaren"),
        alone(tmp_path),
    ):
        pass


def test_nobody_uses_what_somebody_has_alone(tmp_path: Path) -> None:
    with alone(tmp_path):
        for other in (using, alone):
            with pytest.raises(Refused), other(tmp_path):
                pass
    with using(tmp_path):
        pass


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    with using(tmp_path / "new"):
        assert (tmp_path / "new").is_dir()
