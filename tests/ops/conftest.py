"""One installation with the demo council, copied for each test."""

from pathlib import Path

import pytest

from tests.factories.installations import Installation, demo_installation


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Not to be changed: take a copy with the fixture `installation`."""
    return demo_installation(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def installation(demo: Installation, tmp_path: Path) -> Installation:
    """An installation of the test's own, with the demo council."""
    return demo.copied_to(tmp_path / "data")
