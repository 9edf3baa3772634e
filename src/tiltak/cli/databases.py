"""The database as a file: a whole copy of it while others write, and one put in its place."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from tiltak.cli.errors import Refused

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
BUSY_SECONDS = 5.0


def engine() -> str:
    """Which kind of database the settings name."""
    from django.db import connection

    return connection.vendor


def sqlite_file() -> Path:
    """Where the SQLite database lies."""
    from django.conf import settings

    return Path(str(settings.DATABASES["default"]["NAME"]))


def copy_sqlite(source: Path, to: Path) -> None:
    """A copy as of one moment, made by SQLite's own backup while others may write.

    Raises Refused when the copy is not whole.
    """
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(to)) as copy,
    ):
        # all pages in one step: the read lock makes it one moment, and WAL lets writers go on
        live.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
    require_whole_sqlite(to)


def require_whole_sqlite(file: Path) -> None:
    """Raises Refused unless the file is a database of ours without a fault."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
            faults = [row[0] for row in opened.execute("PRAGMA integrity_check(3)")]
            orphans = opened.execute("PRAGMA foreign_key_check").fetchone()
            tables = {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise Refused(f"Databasen i kopien er skadd ({error}).") from None
    if faults != ["ok"] or orphans:
        raise Refused(f"Databasen i kopien er skadd ({'; '.join(faults)}).")
    if "django_migrations" not in tables or "plans_plan" not in tables:
        raise Refused("Databasen i kopien høyrer ikkje til dette programmet.")


def known_migrations(file: Path) -> set[tuple[str, str]]:
    """The migrations a SQLite database has had."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
        return set(opened.execute("SELECT app, name FROM django_migrations"))


def put_in_place(new: Path, target: Path) -> None:
    """Move a checked database file to where the program looks for it; the earlier one is kept as
    `NAME.before`. Raises Refused while somebody has it open.

    The file is moved in one step of the file system: before it the old database is whole, after it
    the new one. A write-ahead log of the old one would be read into the new one, so it is folded in
    first, which SQLite only does when nobody else is there.
    """
    if target.exists():
        _fold_in_log(target)
        _keep(target)
    os.replace(new, target)  # noqa: PTH105  Path.replace says the same in other words
    _sync(target.parent)


def _fold_in_log(target: Path) -> None:
    try:
        with closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as old:
            mode = old.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError:
        raise Refused(
            "Databasen er i bruk. Stopp tenaren (tiltak serve) og prøv på nytt."
        ) from None
    except sqlite3.DatabaseError:
        _set_aside_log(target)  # what is there is broken: that is why somebody restores
        return
    if mode != "delete":
        raise Refused("Databasen er i bruk. Stopp tenaren (tiltak serve) og prøv på nytt.")


def _set_aside_log(target: Path) -> None:
    for suffix in ("-wal", "-shm"):
        log = target.with_name(target.name + suffix)
        if log.exists():
            log.replace(log.with_name(f"{log.name}.before"))


def _keep(target: Path) -> None:
    kept = target.with_name(f"{target.name}.before")
    kept.unlink(missing_ok=True)
    try:
        kept.hardlink_to(target)
    except OSError:  # a file system without links
        shutil.copy2(target, kept)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def dump_postgresql(to: Path) -> None:
    """A whole copy by pg_dump. Raises Refused when that is not installed or fails."""
    _run_postgresql("pg_dump", "--format=custom", "--no-owner", f"--file={to}")


def load_postgresql(dump: Path) -> None:
    """Put a dump in the place of what is there, in one transaction. Raises Refused."""
    _run_postgresql(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--single-transaction",
        f"--dbname={_postgresql()['NAME']}",
        str(dump),
    )


def _postgresql() -> Mapping[str, Any]:
    from django.conf import settings

    database: Mapping[str, Any] = settings.DATABASES["default"]
    return database


def _run_postgresql(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise Refused(
            f"Fann ikkje {program}. Installer PostgreSQL-klienten (Debian: postgresql-client)."
        )
    database = _postgresql()
    variables = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    # through the environment: arguments are seen by everybody on the machine
    environment = os.environ | {
        name: str(database[key]) for name, key in variables.items() if database.get(key)
    }
    done = subprocess.run(  # noqa: S603  the program is found by name, the arguments are ours
        [found, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(f"{program}: {done.stderr.strip() or done.returncode}")
