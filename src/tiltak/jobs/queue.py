"""The queue: a file of its own beside the database, or tables of huey's own in PostgreSQL.

Nothing is opened at import: `ready` does it, once in each process.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from huey import Huey, MemoryHuey, PostgresHuey, SqliteHuey
from huey.serializer import SignedSerializer

from tiltak.jobs import claims

if TYPE_CHECKING:
    import psycopg

NAME = "tiltak"


def _made() -> Huey:
    if settings.JOBS_AT_ONCE:
        return MemoryHuey(NAME, immediate=True, results=False)
    # huey keeps tasks as pickles: only what we wrote ourselves is unpacked
    signed = SignedSerializer(secret=settings.SECRET_KEY, salt=NAME)
    common = {"results": False, "serializer": signed, "create_tables": False}
    if _is_postgresql():
        return PostgresHuey(NAME, connection=partial(_connected, settings.DATABASES), **common)
    return SqliteHuey(NAME, filename=str(settings.QUEUE_FILE), timeout=20, **common)


def _is_postgresql() -> bool:
    return "postgresql" in str(settings.DATABASES["default"]["ENGINE"])


def _connected(databases: dict[str, dict[str, Any]]) -> psycopg.Connection:
    """A connection beside Django's: what is asked for is there at once, in no transaction."""
    import psycopg

    database = databases["default"]
    return psycopg.connect(
        dbname=database["NAME"],
        user=database["USER"] or None,
        password=database["PASSWORD"] or None,
        host=database["HOST"] or None,
        port=database["PORT"] or None,
        **database["OPTIONS"],
    )


queue = _made()


@cache
def ready() -> Huey:
    """The queue with its tables. A file that is damaged is begun anew: nothing hangs on it."""
    if queue.immediate:
        return queue
    try:
        with _alone():
            queue.storage.initialize_schema()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        _begin_anew()
        queue.storage.initialize_schema()
    return queue


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two processes that make the same table in PostgreSQL at once disturb each other, also where
    each makes it only if it is not there."""
    if not _is_postgresql():
        yield
        return
    with _connected(settings.DATABASES) as beside:
        # given back with the transaction, which ends with the connection
        beside.execute("SELECT pg_advisory_xact_lock(%s, %s)", claims.advisory_name(claims.TABLES))
        yield


def _begin_anew() -> None:
    queue.storage.close()
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{settings.QUEUE_FILE}{ending}").unlink()
