"""The worker and its queue beside PostgreSQL: what it reads, and what a killed one was reading."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.browser import Browser
from tests.factories.installations import Installation
from tests.factories.postgresql import NO_SERVER, SERVER, Database, new_database
from tests.factories.processes import until
from tests.factories.servers import serving
from tests.ops.test_worker import PLAN, STATE, TOLD, long_plan, workers_of

pytestmark = pytest.mark.skipif(not SERVER, reason=NO_SERVER)


@pytest.fixture
def database() -> Iterator[Database]:
    with new_database() as made:
        yield made


@pytest.fixture
def installation(database: Database, tmp_path: Path) -> Installation:
    """With the demo council, in PostgreSQL."""
    made = Installation(tmp_path / "data")
    done = made.run("demo", DATABASE_URL=database.url)
    assert done.returncode == 0, done.stderr.decode()
    return made


def state(database: Database) -> str:
    ((found,),) = database.ask(STATE)
    return str(found)


def test_read_beside_the_server(
    installation: Installation, database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(PLAN, encoding="utf-8")
    with serving(installation, DATABASE_URL=database.url) as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        status, page = secretary.upload_and_wait(file)
        assert (status, secretary.path.startswith("/arbeid/import/")) == (200, True)
        assert "Byggja bru" in page
        doctor = installation.run("doctor", DATABASE_URL=database.url).stdout.decode()
        assert "ok   bakgrunnsarbeid: ein arbeidar er i gang" in doctor
    until(lambda: workers_of(installation) == [], "the worker ends")
    # nothing of the queue lies in a file, and nothing of what was read is left
    assert not (installation.data / "queue.sqlite3").exists()
    held = sorted(file.name for file in (installation.data / "claims").iterdir())
    assert held == ["in_use-0.lock", "worker-0.lock"]
    assert database.ask("SELECT count(*) FROM huey_task") == [(0,)]


def test_what_a_killed_worker_was_reading_is_read_anew(
    installation: Installation, database: Database, tmp_path: Path
) -> None:
    """The claim of the killed one goes with its connection."""
    file = tmp_path / "lang plan.txt"
    file.write_text(long_plan(60), encoding="utf-8")
    with serving(installation, DATABASE_URL=database.url) as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        until(lambda: workers_of(installation), "a worker")
        status, page = secretary.upload(file)
        until(lambda: state(database) == "reading", "it is being read")
        (worker,) = workers_of(installation)
        os.kill(worker, signal.SIGKILL)
        until(lambda: workers_of(installation) not in ([], [worker]), "another worker")
        status, page = secretary.wait(status, page)
        assert (status, secretary.path.startswith("/arbeid/import/")) == (200, True)
    assert database.ask(TOLD) == [
        ("receive", "Kari"),
        ("restart_upload", "system"),
        ("upload", "Kari"),
    ]
