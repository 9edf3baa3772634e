"""An import that is killed between its first write and its commit leaves nothing behind.

Real processes, killed with SIGKILL at a random statement, on one and the same database file: each
starts where the one before was killed.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories.installations import Installation
from tests.factories.large_plans import large_plan
from tiltak.planfile import codec

RUNNER = "tests.ops.import_runner"
ROOT = Path(__file__).parents[2]
KILLS = 32
MOST_ATTEMPTS = 100
MEASURES = 60
TABLES = (
    *("plans_plan", "plans_planversion", "plans_element", "plans_initiative", "plans_passage"),
    *("plans_tablerow", "plans_budgetline", "plans_partyrole", "plans_import"),
    *("organisations_party", "sources_sourcedocument", "sources_sourcecontent", "audit_event"),
)


@dataclass(frozen=True)
class Attempt:
    """What one import told before it ended, and how long it took from its first write."""

    told: tuple[str, ...]
    seconds: float

    @property
    def is_between(self) -> bool:
        """Killed after the first write was begun and before the commit was."""
        return "write" in self.told and "commit" not in self.told

    @property
    def is_finished(self) -> bool:
        return self.told[-1] == "end 0"

    @property
    def statements(self) -> int:
        return sum(word.startswith(("write", "statement")) for word in self.told)


class Runner:
    """Starts imports into one installation."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def attempt(self, *, kill_at: int | None = None, after: float = 0) -> Attempt:
        """One import, killed so many seconds after it told of a write (None: not at all)."""
        self._say("start")
        pid = int(self._line().removeprefix("pid "))
        told = [self._line()]
        begun = time.monotonic()
        while len(told) < (kill_at or 0) and not told[-1].startswith("end"):
            told.append(self._line())
        if kill_at is not None:
            time.sleep(after)
            os.kill(pid, signal.SIGKILL)
        while not told[-1].startswith("end"):
            told.append(self._line())
        self._say("let go")
        return Attempt(tuple(told), time.monotonic() - begun)

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip() or "end: the runner is gone"


@contextmanager
def importing(installation: Installation, file: Path) -> Iterator[Runner]:
    process = subprocess.Popen(
        [sys.executable, "-m", RUNNER, str(file), "--council", "sogn"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=installation.environment(),
        cwd=ROOT,
    )
    try:
        yield Runner(process)
    finally:
        process.communicate(timeout=60)


def counted(installation: Installation) -> dict[str, int]:
    """Rows by table, of a database without a fault."""
    assert installation.ask("PRAGMA integrity_check") == [("ok",)]
    assert installation.ask("PRAGMA foreign_key_check") == []
    return {table: installation.ask(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_bytes(codec.encode(large_plan(MEASURES)))
    return path


def test_a_killed_import_leaves_nothing_and_a_finished_one_everything(
    demo: Installation, tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = demo.copied_to(tmp_path / "clean")
    nothing = counted(clean)
    with importing(clean, file) as runner:
        whole = runner.attempt()
    everything = counted(clean)
    assert whole.is_finished
    assert everything["plans_element"] >= nothing["plans_element"] + MEASURES

    chance = random.Random(2018)  # noqa: S311  when to kill is no secret
    between: list[Attempt] = []
    attempts = 0
    while len(between) < KILLS and attempts < MOST_ATTEMPTS:
        attempts += 1
        killed = demo.copied_to(tmp_path / f"killed-{attempts}")
        with importing(killed, file) as runner:
            found = nothing
            while found == nothing and len(between) < KILLS:
                attempts += 1
                # by what it has written, not by the clock: a busy machine is late with both
                one = runner.attempt(
                    kill_at=chance.randint(1, whole.statements),
                    after=chance.uniform(0, whole.seconds / whole.statements),
                )
                found = counted(killed)
                assert found in (nothing, everything), f"attempt {attempts} left a part"
                if one.is_between:
                    assert found == nothing, f"attempt {attempts} left something"
                    between.append(one)
            if found == nothing:
                assert runner.attempt().is_finished
                assert counted(killed) == everything

    reached = sorted(one.statements for one in between)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(between)} imports killed between first write and commit, after {reached[0]} to "
            f"{reached[-1]} of {whole.statements} statements: nothing was left behind\n"
        )
    assert len(between) >= 30
