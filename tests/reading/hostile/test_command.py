"""Hostile files through `tiltak read`: the outcome, the time, the memory of all it starts."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories.installations import COMMAND, Installation
from tests.reading.hostile.hostile_files import (
    LETTERS_LOST,
    Expected,
    assert_refusal,
    expected,
    score,
)


@dataclass(frozen=True, slots=True)
class Done:
    """A finished command: `megabytes` is the largest of its processes."""

    status: int
    said: str
    told: str
    seconds: float
    megabytes: float


# a process counts as its own the memory of the one it was forked from, and a test run grows large:
# so a small process starts the command, and tells what it and all it started took
MEASURE = """
import json, resource, subprocess, sys
status = subprocess.call(sys.argv[2:], timeout=120)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as told:
    json.dump([status, used.ru_utime + used.ru_stime, used.ru_maxrss], told)
"""


def read(path: Path, folder: Path) -> Done:
    measured = folder / "measured"
    started = time.monotonic()
    process = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MEASURE, measured, COMMAND, "read", path],
        capture_output=True,
        text=True,
        env=Installation(folder).environment(),
        check=True,
    )
    waited = time.monotonic() - started
    status, worked, kilobytes = json.loads(measured.read_text())
    # on a busy machine the command waits for others, on two cores it works twice at a time
    seconds = min(waited, worked)
    return Done(status, process.stdout, process.stderr, seconds, kilobytes / 1024)


def test_the_memory_of_the_tests_themselves_is_not_counted(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Handlingsplan 2024\n\n1 Reiseliv\n\nTiltak\nMerkja stien til fossen.\n")
    large = bytearray(b"x" * 1_000_000_000)
    assert read(plan, tmp_path).megabytes < len(large) / 2**21


@pytest.mark.shared
@pytest.mark.parametrize("file", expected())
def test_each_file_behaves_as_it_must(file: Expected, tmp_path: Path) -> None:
    done = read(file.path, tmp_path)
    assert done.seconds <= file.max_seconds
    assert done.megabytes <= file.max_mb
    if file.forbidden:
        assert file.forbidden not in done.said + done.told
    if done.status == 0:
        assert file.may_be_read
        plan = json.loads(done.said)
        assert plan["focus_areas"]
        if file.truth:
            assert score(plan, file.truth) >= 0.95
        if file.outcome == "needs_ocr":
            assert "OCR" in done.told
            assert plan["sources"][0]["method"] == "ocr"
        if file.outcome == "warn":
            assert LETTERS_LOST in done.told
        return
    assert not file.must_be_read, done.told
    assert (done.status, done.said) == (2, "")
    (line,) = done.told.splitlines()
    assert line.startswith("tiltak: ")
    assert_refusal(line)
    if file.outcome == "needs_ocr":
        assert "tesseract" in line
