"""`tiltak restore`: an installation as it was."""

import tempfile
from pathlib import Path

import click

from tiltak.cli.archive import DATABASE, KEY, Manifest, unpack_archive
from tiltak.cli.databases import (
    POSTGRESQL,
    engine,
    known_migrations,
    load_postgresql,
    put_in_place,
    require_whole_sqlite,
    sqlite_file,
)
from tiltak.cli.errors import Refused
from tiltak.cli.installation import apply_migrations, in_use_by_nobody_else, start_django


@click.command("restore")
@click.argument("file")
@click.option("--yes", is_flag=True, help="Skriv over det som er der frå før.")
def command(*, file: str, yes: bool) -> None:
    """Hent alt tilbake frå tryggingskopien FILE.

    Kopien blir granska før noko blir rørt. Databasen som var der, blir liggjande ved sida av.
    """
    start_django()
    from django.conf import settings

    folder = Path(settings.DATA_DIR)
    with tempfile.TemporaryDirectory(prefix=".tiltak-restore-", dir=folder) as unpacked:
        manifest = unpack_archive(Path(file), Path(unpacked))
        _refuse_other_engine(manifest)
        if not yes and _holds_something():
            raise Refused("Her er det data frå før. Køyr på nytt med --yes for å skriva over.")
        with in_use_by_nobody_else():
            if engine() == POSTGRESQL:
                load_postgresql(Path(unpacked) / DATABASE)
            else:
                _restore_sqlite(Path(unpacked) / DATABASE)
            _restore_key(Path(unpacked) / KEY, folder / "secret_key")
            apply_migrations()
    click.echo(f"Henta tilbake frå {file} ({manifest.made_at}, versjon {manifest.version}).")


def _refuse_other_engine(manifest: Manifest) -> None:
    if manifest.engine != engine():
        raise Refused(
            f"Kopien er frå {manifest.engine}, men denne installasjonen brukar {engine()}."
        )


def _holds_something() -> bool:
    """Whether there is a council; a database that cannot be asked holds something too."""
    from django.db import DatabaseError, connection

    from tiltak.domain.organisations.models import RegionalCouncil

    if engine() != POSTGRESQL and not sqlite_file().exists():
        return False
    try:
        if RegionalCouncil._meta.db_table not in connection.introspection.table_names():
            return False
        return RegionalCouncil.objects.exists()
    except DatabaseError:
        return True
    finally:
        connection.close()


def _restore_sqlite(database: Path) -> None:
    require_whole_sqlite(database)
    _refuse_newer(database)
    put_in_place(database, sqlite_file())


def _refuse_newer(database: Path) -> None:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    newer = [
        f"{app}.{name}"
        for app, name in sorted(known_migrations(database))
        if app in loader.migrated_apps and (app, name) not in loader.disk_migrations
    ]
    connection.close()
    if newer:
        raise Refused(
            f"Kopien er frå ein nyare versjon av programmet ({newer[0]}). Oppdater først."
        )


def _restore_key(key: Path, target: Path) -> None:
    if key.exists():
        key.chmod(0o600)
        key.replace(target)
