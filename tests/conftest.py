"""Fixtures for all tests."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of test documents beside the project; tests that need it are skipped without."""
    if not SHARED.is_dir():
        pytest.skip("needs the test documents in ../shared")
    return SHARED
