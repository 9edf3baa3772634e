"""A worker killed in the middle of a calculation of travel time, wherever that is: the calculation
is taken up again and ends with the same digits, and nothing half done is ever stored."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.factories.installations import Installation

RUNNER = "tests.ops.travel_runner"
ROOT = Path(__file__).parents[2]
PATIENCE, QUIET = 60.0, 0.5
# begin, four steps and the end, each with the two triggers it sets off; the files; two commits
LEAST_KILLS = 6 * 3 + 1 + 2
MOST_KILLS = 60
FILES = {"cells.csv", "map.geojson", "municipalities.csv"}


class Runner:
    """Does one thing at a time on an installation, each in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], installation: Installation) -> None:
        self._process = process
        self._installation = installation
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._hear, daemon=True).start()

    def ask(self) -> int:
        """The number of a new calculation."""
        self._say("ask")
        self._line()
        number = int(self._line().removeprefix("asked "))
        assert self._line() == "end 0"
        return number

    def work_until_killed(self, at: int, run: int) -> list[str] | None:
        """What a worker did before it was killed; None when the calculation was done before."""
        self._say(f"work {at}")
        pid, told = self._pid(), list[str]()
        while not (told and told[-1].startswith("end")):
            try:
                told.append(self._line(QUIET))
            except queue.Empty:
                # it has done all there is to do
                if self.is_done(run):
                    self._stop(pid)
                    return None
        assert told.pop() == f"end {-signal.SIGKILL}"
        return told

    def work_until_done(self, run: int) -> None:
        """A worker that nobody kills, until the calculation is done."""
        self._say("work")
        pid, deadline = self._pid(), time.monotonic() + PATIENCE
        while not self.is_done(run):
            assert time.monotonic() < deadline, "it is taken up again"
            time.sleep(0.05)
        self._stop(pid)

    def is_done(self, run: int) -> bool:
        state, *_ = state_of(self._installation, run)
        return bool(state == "done")

    def _stop(self, pid: int) -> None:
        # forked by the runner, which has not yet waited for it: the number is still its own
        os.kill(pid, signal.SIGTERM)
        while not self._line().startswith("end"):
            pass

    def _pid(self) -> int:
        return int(self._line().removeprefix("pid "))

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def _line(self, patience: float = PATIENCE) -> str:
        return self._lines.get(timeout=patience)

    def _hear(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.strip())
        self._lines.put("end: the runner is gone")


@contextmanager
def running(installation: Installation) -> Iterator[Runner]:
    process = subprocess.Popen(
        [sys.executable, "-m", RUNNER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=installation.environment(),
        cwd=ROOT,
    )
    try:
        yield Runner(process, installation)
    finally:
        process.communicate(timeout=PATIENCE)


def state_of(installation: Installation, run: int) -> tuple[Any, ...]:
    """State, result, starts."""
    query = "SELECT state, result, starts FROM traveltime_travelrun WHERE id = ?"
    ((state, result, starts),) = installation.ask(query, run)
    return state, result, starts


def files_of(installation: Installation, run: int) -> dict[str, str]:
    query = "SELECT name, sha256 FROM traveltime_travelrunfile WHERE run_id = ?"
    return dict(installation.ask(query, run))


def test_wherever_it_is_killed_it_is_taken_up_again_with_the_same_digits(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    killed: list[str] = []
    with running(installation) as runner:
        whole = runner.ask()
        runner.work_until_done(whole)
        expected = (state_of(installation, whole)[1], files_of(installation, whole))
        assert set(expected[1]) == FILES
        for at in range(1, MOST_KILLS):
            # made from the files again, so that every step there is can be killed in
            shutil.rmtree(installation.data / "travel", ignore_errors=True)
            run = runner.ask()
            told = runner.work_until_killed(at, run)
            if told is None:
                break
            killed.append(told[-1])
            assert installation.ask("PRAGMA integrity_check") == [("ok",)]
            state, result, _ = state_of(installation, run)
            found = (result, files_of(installation, run))
            if state == "done":
                assert found == expected
                continue
            assert (state in {"waiting", "running"}, found) == (True, (None, {}))
            runner.work_until_done(run)
            state, result, starts = state_of(installation, run)
            assert (result, files_of(installation, run)) == expected
            assert starts == (2 if "commit" in told[:-1] else 1)
        else:
            pytest.fail("it was never done")
    with capsys.disabled():
        sys.stdout.write(f"\nkilled {len(killed)} times in a calculation: {', '.join(killed)}\n")
    assert len(killed) >= LEAST_KILLS
    assert {"write traveltime_travelrun", "write traveltime_travelrunfile", "commit"} <= set(killed)
