"""Hostile files through `tiltak read`: the outcome, the time, the memory of all it starts."""

import json
import os
import subprocess
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


def read(path: Path, folder: Path) -> Done:
    with (folder / "out").open("w+") as out, (folder / "err").open("w+") as err:
        started = time.monotonic()
        process = subprocess.Popen(
            [COMMAND, "read", str(path)],
            stdout=out,
            stderr=err,
            env=Installation(folder).environment(),
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Done(process.returncode, out.read(), err.read(), seconds, usage.ru_maxrss / 1024)


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
