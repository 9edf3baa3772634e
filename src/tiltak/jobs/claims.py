"""Who does what, told by locks that the system takes back when a process ends, however it ends.

Beside SQLite they are locks on files in the data folder, beside PostgreSQL its advisory locks on
a connection of their own. A number names what is claimed: an upload's own, that of a run of travel
times below 0, that of files for travel time from 2**30 up, or 0 for "there is a worker", which any
number of workers hold together.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

WORKER = 0
# below every run of travel times
TABLES = -(2**31)
# the first half of an advisory lock's name, so that others in the database are not met
OURS = 1_953_721_451
_POSTGRESQL = "postgresql"


@contextmanager
def claimed(number: int, *, shared: bool = False) -> Iterator[bool]:
    """Hold a claim while the block runs; False when somebody else has it.

    A `shared` one is held together with others. Who holds it alone only asks whether anybody does
    (`is_claimed`), so it is waited for and always had.
    """
    held = _by_database if connection.vendor == _POSTGRESQL else _by_file
    with held(number, shared) as is_ours:
        yield is_ours


def is_claimed(number: int) -> bool:
    """Whether some process holds it."""
    with claimed(number) as is_ours:
        return not is_ours


def forget(number: int) -> None:
    """Leave nothing behind of a claim that is held and not needed again."""
    if connection.vendor != _POSTGRESQL:
        _path(number).unlink(missing_ok=True)


@contextmanager
def _by_file(number: int, shared: bool) -> Iterator[bool]:  # noqa: FBT001  one of two ways
    path = _path(number)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle = _locked(path, fcntl.LOCK_SH if shared else fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            # closing gives it back
            os.close(handle)


def _locked(path: Path, kind: int) -> int | None:
    """The file, opened and locked; None when it is locked by somebody else."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, kind)
        except BlockingIOError:
            os.close(handle)
            return None
        if os.fstat(handle).st_nlink:
            return handle
        # forgotten between opening and locking: nobody else would meet us there
        os.close(handle)


@contextmanager
def _by_database(number: int, shared: bool) -> Iterator[bool]:  # noqa: FBT001  one of two ways
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            if shared:
                cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", [OURS, number])
                yield True
            else:
                cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [OURS, number])
                yield bool(cursor.fetchone()[0])
            # at once: the server takes a while to see that a connection was closed
            cursor.execute("SELECT pg_advisory_unlock_all()")
    finally:
        beside.close()


def _path(number: int) -> Path:
    return Path(settings.DATA_DIR) / "claims" / f"{number}.lock"
