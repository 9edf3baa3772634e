"""The real queue: in its own file, or in tables of its own in PostgreSQL."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import LazySettings
from django.db import connection
from huey import Huey
from huey.serializer import SignedSerializer

from tiltak.jobs import queue as module

IS_FILE = connection.vendor == "sqlite"
TABLES = ("huey_kv", "huey_schedule", "huey_task", "huey_counter")
pytestmark = pytest.mark.django_db


@pytest.fixture
def real(db: None, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Huey]:
    settings.JOBS_AT_ONCE = False
    monkeypatch.setattr(module, "queue", module._made())
    module.ready.cache_clear()
    yield module.queue
    if not IS_FILE:
        # made on a connection of the queue's own, so no test takes them back
        module.queue.storage.sql(f"DROP TABLE IF EXISTS {', '.join(TABLES)}", commit=True)
    module.queue.storage.close()
    module.ready.cache_clear()


def has_tables() -> bool:
    return set(TABLES) <= set(connection.introspection.table_names())


def test_nothing_is_opened_before_it_is_asked_for(real: Huey, tmp_path: Path) -> None:
    file = tmp_path / "queue.sqlite3"
    assert (file.exists(), has_tables()) == (False, False)
    module.ready()
    assert (file.exists(), has_tables()) == (IS_FILE, not IS_FILE)


def test_processes_that_start_at_once_do_not_disturb_each_other(real: Huey) -> None:
    starting = Barrier(6)

    def start(_: int) -> list[object]:
        own = module._made()
        starting.wait()
        with module._alone():
            own.storage.initialize_schema()
        found = own.pending()
        own.storage.close()
        return found

    with ThreadPoolExecutor(6) as processes:
        assert list(processes.map(start, range(6))) == [[]] * 6


def test_the_oldest_is_taken_first_and_each_by_one(real: Huey) -> None:
    """By workers at the same time, while the tests' own transaction is open: it stands beside."""
    module.ready()
    asked = [b"%02d" % number for number in range(30)]
    for one in asked:
        real.storage.enqueue(one)

    def work(_: int) -> list[bytes]:
        own = module._made()
        taken = list(iter(own.storage.dequeue, None))
        own.storage.close()
        return taken

    with ThreadPoolExecutor(3) as workers:
        taken = list(workers.map(work, range(3)))
    assert all(mine == sorted(mine) for mine in taken)
    assert sorted(one for mine in taken for one in mine) == asked


def test_what_is_put_in_comes_out_as_it_was(real: Huey) -> None:
    done = []

    @real.task()
    def note(number: int) -> None:
        done.append(number)

    module.ready()
    note(7)
    assert [one.args for one in real.pending()] == [(7,)]
    real.execute(real.dequeue())
    assert done == [7]


def test_a_task_somebody_else_wrote_is_not_unpacked(real: Huey) -> None:
    module.ready()
    foreign = SignedSerializer(secret="another", salt=module.NAME).serialize(("id", "name"))
    real.storage.enqueue(foreign)
    with pytest.raises(ValueError, match="Signature"):
        real.dequeue()


@pytest.mark.skipif(not IS_FILE, reason="PostgreSQL has no file of the queue's own")
def test_a_damaged_file_is_begun_anew(real: Huey, tmp_path: Path) -> None:
    (tmp_path / "queue.sqlite3").write_bytes(b"this is no database, but long enough" * 40)
    assert module.ready().pending() == []
