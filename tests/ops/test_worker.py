"""The worker as a process: beside the server, by itself, and killed."""

import os
import signal
import subprocess
from pathlib import Path
from typing import LiteralString

import pytest

from tests.factories.browser import Browser
from tests.factories.installations import COMMAND, Installation
from tests.factories.processes import children_of, until
from tests.factories.servers import serving

PLAN = "Handlingsplan 2026\n\n1 Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n"
STATE: LiteralString = "SELECT state FROM plans_upload ORDER BY id DESC LIMIT 1"
TOLD: LiteralString = (
    "SELECT verb, actor FROM audit_event WHERE verb LIKE '%upload' OR verb = 'receive' "
    "ORDER BY id DESC LIMIT 3"
)


def long_plan(areas: int) -> str:
    """A plan that takes some seconds to read."""
    measures = "".join(
        f"- Byggja bru over elva ved garden nummer {number * 7 % 13}\n" for number in range(60)
    )
    parts = (f"\n{area} Område {area}\n\nTiltak\n{measures}" for area in range(1, areas + 1))
    return "Handlingsplan 2026\n" + "".join(parts)


def workers_of(installation: Installation) -> list[int]:
    """The numbers of the processes `tiltak work` on this data folder."""
    mark = f"TILTAK_DATA={installation.data}".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            environment = (folder / "environ").read_bytes().split(b"\0")
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if b"work" in words and mark in environment:
            found[int(folder.name)] = int(parent)
    # what a worker has just forked to be its reader looks like a worker for a moment
    return [number for number, parent in found.items() if parent not in found]


def state(installation: Installation) -> str:
    ((found,),) = installation.ask(STATE)
    return str(found)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    path = tmp_path / "lang plan.txt"
    path.write_text(long_plan(60), encoding="utf-8")
    return path


def test_it_is_beside_the_server_and_ends_with_it(installation: Installation, file: Path) -> None:
    with serving(installation) as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        status, page = secretary.upload_and_wait(file)
        assert (status, secretary.path.startswith("/arbeid/import/")) == (200, True)
        assert "Byggja bru" in page
        doctor = installation.run("doctor").stdout.decode()
        assert "ok   bakgrunnsarbeid: ein arbeidar er i gang" in doctor
        assert len(workers_of(installation)) == 1
    until(lambda: workers_of(installation) == [], "the worker ends")


def test_what_a_killed_worker_was_reading_is_read_anew(
    installation: Installation, long_file: Path
) -> None:
    with serving(installation) as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        until(lambda: workers_of(installation), "a worker")
        status, page = secretary.upload(long_file)
        until(lambda: state(installation) == "reading", "it is being read")
        (worker,) = workers_of(installation)
        os.kill(worker, signal.SIGKILL)
        until(lambda: workers_of(installation) not in ([], [worker]), "another worker")
        status, page = secretary.wait(status, page)
        assert (status, secretary.path.startswith("/arbeid/import/")) == (200, True)
    assert installation.ask(TOLD) == [
        ("receive", "Kari"),
        ("restart_upload", "system"),
        ("upload", "Kari"),
    ]


def test_it_does_not_outlive_a_killed_server_and_the_next_one_reads(
    installation: Installation, long_file: Path
) -> None:
    with serving(installation) as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        until(lambda: workers_of(installation), "a worker")
        secretary.upload(long_file)
        until(lambda: state(installation) == "reading", "it is being read")
        children = children_of(server.process.pid)
        server.process.kill()
        server.process.wait()
        until(lambda: workers_of(installation) == [], "the worker ends")
        for child in children:
            _end(child)
    assert state(installation) == "reading"
    with serving(installation):
        until(lambda: state(installation) == "read", "it is read anew")


def test_by_itself_where_the_server_is_told_to_start_none(
    installation: Installation, file: Path
) -> None:
    with serving(installation, "--no-worker") as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        secretary.upload(file)
        assert (workers_of(installation), state(installation)) == ([], "waiting")
        doctor = installation.run("doctor")
        assert (doctor.returncode, "1 opplastingar ventar" in doctor.stdout.decode()) == (1, True)
        with subprocess.Popen(
            [COMMAND, "work"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=installation.environment(),
        ) as worker:
            until(lambda: state(installation) == "read", "it is read")
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(timeout=15) == 0


def test_a_backup_holds_what_waits_and_the_queue_is_not_missed(
    installation: Installation, file: Path, tmp_path: Path
) -> None:
    with serving(installation, "--no-worker") as server:
        secretary = Browser(server.port)
        secretary.log_in(server.printed)
        secretary.upload(file)
    kept = tmp_path / "kept.zip"
    assert installation.run("backup", str(kept)).returncode == 0
    restored = Installation(tmp_path / "restored")
    assert restored.run("restore", str(kept)).returncode == 0
    assert (state(restored), (restored.data / "queue.sqlite3").exists()) == ("waiting", False)
    with serving(restored):
        until(lambda: state(restored) == "read", "it is read")


def _end(number: int) -> None:
    """A server killed without warning leaves its processes to whoever killed it."""
    try:
        os.kill(number, signal.SIGKILL)
    except ProcessLookupError:
        return
