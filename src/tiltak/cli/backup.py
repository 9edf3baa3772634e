"""`tiltak backup`: everything in one file."""

import tempfile
from pathlib import Path

import click

from tiltak.cli.archive import DATABASE, KEY, write_archive
from tiltak.cli.databases import POSTGRESQL, copy_sqlite, dump_postgresql, engine, sqlite_file
from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database


@click.command("backup")
@click.argument("file")
def command(file: str) -> None:
    """Skriv ein tryggingskopi av alt til FILE.

    Databasen og den hemmelege nøkkelen er med. Tenaren kan gå imens. Ta godt vare på kopien: han har alt.
    """
    open_database()
    from django.utils import timezone

    path = Path(file).absolute()
    if path.is_dir():
        raise Refused(f"{file}: dette er ei mappe. Skriv namnet på ei fil.")
    try:
        with tempfile.TemporaryDirectory(prefix=".tiltak-backup-", dir=path.parent) as folder:
            files = _collect(Path(folder))
            made_at = timezone.now().isoformat(timespec="seconds")
            write_archive(path, engine=engine(), made_at=made_at, files=files)
    except OSError as error:
        raise Refused(f"{file}: kan ikkje skrivast ({error.strerror}).") from None
    click.echo(f"{file}: {path.stat().st_size / 1_000_000:.1f} MB")


def _collect(folder: Path) -> dict[str, Path]:
    from django.conf import settings

    database, key = folder / DATABASE, folder / KEY
    if engine() == POSTGRESQL:
        dump_postgresql(database)
    else:
        copy_sqlite(sqlite_file(), database)
    key.touch(mode=0o600)
    key.write_text(settings.SECRET_KEY, encoding="utf-8")
    return {DATABASE: database, KEY: key}
