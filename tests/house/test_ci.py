"""What holds on the build server: nothing is skipped for want of a program, and nothing is left to
chance."""

import os
import shutil
import subprocess
import sys

import pytest

from tiltak.reading.formats import ocr

IN_CI = bool(os.environ.get("CI"))


@pytest.mark.skipif(not IN_CI, reason="only the build server must have every program")
@pytest.mark.parametrize("names", [("chromium", "chromium-browser"), ("pg_dump",)])
def test_programs_that_tests_are_skipped_without(names: tuple[str, ...]) -> None:
    assert any(map(shutil.which, names))


@pytest.mark.skipif(not IN_CI, reason="only the build server must read scanned pages")
def test_scanned_pages_can_be_read() -> None:
    assert ocr.is_installed()


def test_hypothesis_tries_the_same_examples_each_time() -> None:
    """A rare find of the search must not fail a change that has nothing to do with it."""
    ask = "from hypothesis import settings as s; print(s.default.derandomize, s.default.print_blob)"
    said = subprocess.run(
        [sys.executable, "-c", ask],
        env=os.environ | {"CI": "true"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said == "True True\n"
