"""Who does what, told by locks that the system takes back when a process ends, however it ends.

Beside SQLite they are locks on files in the data folder, beside PostgreSQL its advisory locks on
a connection of their own. Processes that a holder forks hold with it, and go on holding when it is
gone; a connection that breaks gives back what was held on it. What is held for as long as a
process runs is held in both ways there: on other machines, and when PostgreSQL is started anew.
"""

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from enum import Enum, IntEnum, unique
from pathlib import Path
from typing import NamedTuple, TypeAlias

from django.conf import settings
from django.db import OperationalError, connection

# the first half of an advisory lock's name, so that others in the database are not met: this for
# the first kind, and one more for each that follows
_OURS = 1_953_721_451
_POSTGRESQL = "postgresql"


@unique
class Kind(IntEnum):
    """What there is to claim."""

    WORKER = 0
    IN_USE = 1
    TABLES = 2
    UPLOAD = 3
    TRAVEL_RUN = 4
    TRAVEL_DATA = 5


class Claim(NamedTuple):
    """What is claimed; with its number, where there are many of the kind."""

    kind: Kind
    number: int = 0

    def __str__(self) -> str:
        return f"{self.kind.name}-{self.number}".lower()


# "there is a worker", which any number of workers hold together
WORKER = Claim(Kind.WORKER)
# "somebody uses this installation", which servers and workers hold together; who replaces its
# database holds it alone
IN_USE = Claim(Kind.IN_USE)
# "somebody makes the queue's tables"
TABLES = Claim(Kind.TABLES)
_FOR_LONG = (WORKER, IN_USE)


class How(Enum):
    """How a claim is held, as the system's lock on a file and as a question to PostgreSQL."""

    ALONE = fcntl.LOCK_EX | fcntl.LOCK_NB, "SELECT pg_try_advisory_lock(%s, %s)"
    TOGETHER = fcntl.LOCK_SH | fcntl.LOCK_NB, "SELECT pg_try_advisory_lock_shared(%s, %s)"
    # had in the end: for what others have alone only as long as they ask for it (`is_claimed`)
    TOGETHER_IN_TIME = fcntl.LOCK_SH, "SELECT pg_advisory_lock_shared(%s, %s) IS NOT NULL"


Way: TypeAlias = Callable[[Claim, How], AbstractContextManager[bool]]


@contextmanager
def claimed(claim: Claim, how: How = How.ALONE) -> Iterator[bool]:
    """Hold a claim while the block runs; False when somebody else has it, at once unless
    `TOGETHER_IN_TIME`."""
    with ExitStack() as held:
        yield all(held.enter_context(way(claim, how)) for way in _ways(claim))


def is_claimed(claim: Claim) -> bool:
    """Whether some process holds it."""
    with claimed(claim) as is_ours:
        return not is_ours


def forget(claim: Claim) -> None:
    """Leave nothing behind of a claim that is held and not needed again."""
    if _by_file in _ways(claim):
        _path(claim).unlink(missing_ok=True)


def advisory_name(claim: Claim) -> tuple[int, int]:
    """Both halves of its name as an advisory lock."""
    return _OURS + claim.kind, claim.number


def _ways(claim: Claim) -> Sequence[Way]:
    if connection.vendor != _POSTGRESQL:
        return (_by_file,)
    return (_by_file, _by_database) if claim in _FOR_LONG else (_by_database,)


@contextmanager
def _by_file(claim: Claim, how: How) -> Iterator[bool]:
    path = _path(claim)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = _locked(path, how.value[0])
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
def _by_database(claim: Claim, how: How) -> Iterator[bool]:
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            cursor.execute(how.value[1], advisory_name(claim))
            try:
                yield bool(cursor.fetchone()[0])
            finally:
                # at once: the server takes a while to see that a connection was closed. One that
                # is broken has given it back already
                with contextlib.suppress(OperationalError):
                    cursor.execute("SELECT pg_advisory_unlock_all()")
    finally:
        beside.close()


def _path(claim: Claim) -> Path:
    return Path(settings.DATA_DIR) / "claims" / f"{claim}.lock"
