"""Backup and restore on PostgreSQL, in databases of the test's own on the server CI has started."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.factories.installations import Installation, refusal
from tests.factories.postgresql import NO_SERVER, SERVER, Database, new_database

WRITER = Path(__file__).with_name("writer.py")
COUNCILS = "SELECT count(*) FROM organisations_regionalcouncil"
EVENTS = "SELECT count(*) FROM audit_event WHERE verb = 'create_council'"

pytestmark = [
    pytest.mark.skipif(not SERVER, reason=NO_SERVER),
    pytest.mark.skipif(not shutil.which("pg_dump"), reason="pg_dump is not installed"),
]


@pytest.fixture
def databases() -> Iterator[tuple[Database, Database]]:
    """One to copy and one to restore into."""
    with new_database() as first, new_database() as second:
        yield first, second


def done(ran: subprocess.CompletedProcess[bytes]) -> None:
    assert ran.returncode == 0, ran.stderr.decode()


def test_a_copy_made_while_somebody_writes_comes_back_whole(
    databases: tuple[Database, Database], tmp_path: Path
) -> None:
    first, second = databases
    installation, restored = Installation(tmp_path / "data"), Installation(tmp_path / "restored")
    done(installation.run("demo", DATABASE_URL=first.url))
    before = first.ask(COUNCILS)
    copy = tmp_path / "copy.zip"
    with subprocess.Popen(
        [sys.executable, str(WRITER)],
        stdout=subprocess.PIPE,
        text=True,
        env=installation.environment(DATABASE_URL=first.url),
    ) as writer:
        assert writer.stdout is not None
        for _ in range(20):
            writer.stdout.readline()
        done(installation.run("backup", str(copy), DATABASE_URL=first.url))
        is_writing = writer.poll() is None
        writer.kill()
    assert is_writing

    done(restored.run("restore", str(copy), DATABASE_URL=second.url))
    # a council and its event were stored together: neither without the other
    assert second.ask(COUNCILS) == second.ask(EVENTS)
    assert before[0] < second.ask(COUNCILS)[0] <= first.ask(COUNCILS)[0]
    keys = [one.data / "secret_key" for one in (installation, restored)]
    assert keys[0].read_bytes() == keys[1].read_bytes()


def test_what_comes_back_is_what_was_there_and_is_only_replaced_when_told_to(
    databases: tuple[Database, Database], tmp_path: Path
) -> None:
    first, second = databases
    installation, restored = Installation(tmp_path / "data"), Installation(tmp_path / "restored")
    done(installation.run("demo", DATABASE_URL=first.url))
    copy = tmp_path / "copy.zip"
    done(installation.run("backup", str(copy), DATABASE_URL=first.url))
    there = first.content()
    assert there["plans_element"]

    done(restored.run("restore", str(copy), DATABASE_URL=second.url))
    assert second.content() == there
    # the guard of adopted versions came along
    with pytest.raises(psycopg.errors.RestrictViolation):
        second.tell(
            "UPDATE plans_element SET text = 'Endra' WHERE version_id IN"
            " (SELECT id FROM plans_planversion WHERE frozen_at IS NOT NULL)"
        )

    second.tell("UPDATE organisations_regionalcouncil SET name = 'Endra'")
    changed = second.content()
    said = refusal(restored.run("restore", str(copy), DATABASE_URL=second.url))
    assert "--yes" in said
    assert second.content() == changed
    done(restored.run("restore", str(copy), "--yes", DATABASE_URL=second.url))
    assert second.content() == there
