"""Who does what, told by locks that the system takes back when a process ends, however it ends.

Beside SQLite they are locks on files in the data folder, beside PostgreSQL its advisory locks on
a connection of their own. A number names what is claimed: an upload's own, or 0 for "there is a
worker", which any number of workers hold together.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

WORKER = 0
# the first half of an advisory lock's name, so that others in the database are not met
_OURS = 1_953_721_451
_POSTGRESQL = "postgresql"


@contextmanager
def claimed(number: int, *, shared: bool = False) -> Iterator[bool]:
    """Hold a claim while the block runs; False when somebody else has it."""
    held = _by_database if connection.vendor == _POSTGRESQL else _by_file
    with held(number, shared) as is_ours:
        yield is_ours


def is_claimed(number: int) -> bool:
    """Whether some process holds it."""
    with claimed(number) as is_ours:
        return not is_ours


def forget(number: int) -> None:
    """What was claimed is done for good: leave nothing behind."""
    if connection.vendor != _POSTGRESQL:
        _path(number).unlink(missing_ok=True)


@contextmanager
def _by_file(number: int, shared: bool) -> Iterator[bool]:  # noqa: FBT001  one of two ways
    path = _path(number)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        yield False
        return
    try:
        yield True
    finally:
        # closing gives it back
        os.close(handle)


@contextmanager
def _by_database(number: int, shared: bool) -> Iterator[bool]:  # noqa: FBT001  one of two ways
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            name = "pg_try_advisory_lock_shared" if shared else "pg_try_advisory_lock"
            cursor.execute(f"SELECT {name}(%s, %s)", [_OURS, number])
            yield bool(cursor.fetchone()[0])
    finally:
        beside.close()


def _path(number: int) -> Path:
    return Path(settings.DATA_DIR) / "claims" / f"{number}.lock"
