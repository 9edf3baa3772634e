"""Servers, workers and a restore beside each other, as processes: on SQLite and on PostgreSQL."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories.installations import COMMAND, Installation, refusal
from tests.factories.postgresql import NO_SERVER, SERVER, new_database
from tests.factories.processes import children_of, until
from tests.factories.servers import free_port, serving
from tests.ops.test_backup import repack

# a restore that takes its time
RESTORE = """
import sys
from tiltak.cli.installation import in_use_by_nobody_else, start_django
start_django()
with in_use_by_nobody_else():
    print("alone", flush=True)
    sys.stdin.read()
"""
IS_RESTORED = "Ein tryggingskopi blir henta tilbake. Vent til det er gjort."
IS_IN_USE = (
    "Databasen er i bruk. Stopp tenaren (tiltak serve) og arbeidaren (tiltak work), "
    "og prøv på nytt."
)


@dataclass(frozen=True, slots=True)
class Place:
    """An installation with the demo council, the settings of its database, and a copy of it."""

    installation: Installation
    settings: dict[str, str]
    copy: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return self.installation.run(*arguments, **self.settings)

    def restored(self) -> subprocess.CompletedProcess[bytes]:
        return self.run("restore", str(self.copy), "--yes")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        yield _copied(Place(request.getfixturevalue("installation"), {}, tmp_path / "copy.zip"))
        return
    if not SERVER:
        pytest.skip(NO_SERVER)
    if not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    with new_database() as database:
        settings = {"DATABASE_URL": database.url}
        made = Place(Installation(tmp_path / "data"), settings, tmp_path / "copy.zip")
        assert made.run("demo").returncode == 0
        yield _copied(made)


def _copied(place: Place) -> Place:
    done = place.run("backup", str(place.copy))
    assert done.returncode == 0, done.stderr.decode()
    return place


@contextmanager
def restoring(place: Place) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", RESTORE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=place.installation.environment(**place.settings),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"alone\n"
        yield


@contextmanager
def working(place: Place) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [COMMAND, "work"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=place.installation.environment(PYTHONUNBUFFERED="1", **place.settings),
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline().startswith(b"Arbeidaren er i gang.")
        try:
            yield worker
        finally:
            worker.kill()


def test_while_a_copy_is_restored_nobody_else_begins(place: Place) -> None:
    with restoring(place):
        for begun in (
            place.run("serve", "--port", str(free_port())),
            place.run("serve", "--migrate", "--port", str(free_port())),
            place.run("work"),
        ):
            assert refusal(begun) == IS_RESTORED
        assert refusal(place.restored()) == IS_IN_USE
    assert place.restored().returncode == 0


def test_nothing_is_restored_while_a_worker_is_there(place: Place) -> None:
    with working(place), working(place) as second:
        second.kill()
        second.wait()
        assert refusal(place.restored()) == IS_IN_USE
    # the other was killed too, and the system has taken its claim back
    until(lambda: place.restored().returncode == 0, "it is restored")


def test_a_server_holds_on_when_one_of_its_processes_dies(place: Place) -> None:
    """And what is left of it holds on when it dies itself: they have the database open."""
    with serving(place.installation, "--no-worker", "--workers", "2", **place.settings) as server:
        first, *_ = children = children_of(server.process.pid)
        os.kill(first, signal.SIGKILL)
        until(lambda: first not in children_of(server.process.pid), "it is gone")
        assert refusal(place.restored()) == IS_IN_USE
        until(lambda: len(children_of(server.process.pid)) == len(children), "there is another")
        assert refusal(place.restored()) == IS_IN_USE
        left = children_of(server.process.pid)
        server.process.kill()
        server.process.wait()
        assert refusal(place.restored()) == IS_IN_USE
        for child in left:
            os.kill(child, signal.SIGKILL)
    until(lambda: place.restored().returncode == 0, "it is restored")


def test_a_database_out_of_reach_is_said(installation: Installation, tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    assert installation.run("backup", str(copy)).returncode == 0
    repack(copy, "other engine")
    # nobody listens there
    url = f"postgresql://tiltak@127.0.0.1:{free_port()}/tiltak"
    for arguments in (["serve"], ["work"], ["restore", str(copy), "--yes"]):
        said = refusal(installation.run(*arguments, DATABASE_URL=url))
        assert said.startswith("Får ikkje kontakt med databasen: ")
