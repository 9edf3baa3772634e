"""The house is tested as files: what is committed, what is documented, what is locked."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def committed(root: Path) -> list[Path]:
    """Every file of the project that git knows."""
    if shutil.which("git") is None or not (root / ".git").exists():
        pytest.skip("needs a git checkout: the test looks at what is committed")
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    return [root / name for name in names if name and (root / name).is_file()]
