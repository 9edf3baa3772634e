"""The real queue, in its own file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from huey import Huey
from huey.serializer import SignedSerializer

from tiltak.jobs import queue as module


@pytest.fixture
def real(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Huey]:
    settings.JOBS_AT_ONCE = False
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("the queue in PostgreSQL is tested by itself")
    monkeypatch.setattr(module, "queue", module._made())
    module.ready.cache_clear()
    yield module.queue
    module.queue.storage.close()
    module.ready.cache_clear()


def test_nothing_is_opened_before_it_is_asked_for(real: Huey, tmp_path: Path) -> None:
    assert not (tmp_path / "queue.sqlite3").exists()
    module.ready()
    assert (tmp_path / "queue.sqlite3").exists()


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


def test_a_damaged_file_is_begun_anew(real: Huey, tmp_path: Path) -> None:
    (tmp_path / "queue.sqlite3").write_bytes(b"this is no database, but long enough" * 40)
    assert module.ready().pending() == []
