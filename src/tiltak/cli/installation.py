"""Starting Django from the command line, and refusing where the installation is not ready.

The command line is below the settings in the house, so it names them and never imports them.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from tiltak.cli.errors import Refused

if TYPE_CHECKING:
    from tiltak.jobs.claims import How

SETTINGS = "tiltak.config.settings"


def start_django() -> None:
    """Read the settings and load the models. A wrong setting is said in one line.

    Raises Refused.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refused(str(error)) from None
    _speak_nynorsk()


def _speak_nynorsk() -> None:
    from django.utils import translation

    translation.activate("nn")


def open_database() -> None:
    """Start Django and make sure that the database answers and has every table.

    Raises Refused with what to do.
    """
    start_django()
    missing = missing_migrations()
    if missing:
        raise Refused(f"Databasen manglar {updates(missing)}. Køyr: tiltak migrate")


@contextmanager
def in_use() -> Iterator[None]:
    """The installation is in use while the block runs, as it may be by others too.

    Raises Refused while somebody has it alone.
    """
    from tiltak.jobs.claims import How

    with _held(How.TOGETHER, "Ein tryggingskopi blir henta tilbake. Vent til det er gjort."):
        yield


@contextmanager
def in_use_by_nobody_else() -> Iterator[None]:
    """Nobody else uses the installation, nor begins to, while the block runs.

    Raises Refused where somebody does.
    """
    from tiltak.jobs.claims import How

    with _held(
        How.ALONE,
        "Databasen er i bruk. Stopp tenaren (tiltak serve) og arbeidaren (tiltak work), og prøv på nytt.",
    ):
        yield


@contextmanager
def _held(how: "How", refusal: str) -> Iterator[None]:
    from django.db import DatabaseError

    from tiltak.jobs.claims import IN_USE, claimed

    with ExitStack() as held:
        try:
            is_ours = held.enter_context(claimed(IN_USE, how))
        except DatabaseError as error:
            raise _out_of_reach(error) from None
        if not is_ours:
            raise Refused(refusal)
        yield


def _out_of_reach(error: Exception) -> Refused:
    return Refused(f"Får ikkje kontakt med databasen: {error}")


def updates(missing: Sequence[str]) -> str:
    """So many migrations, in words."""
    return "éi oppdatering" if len(missing) == 1 else f"{len(missing)} oppdateringar"


def missing_migrations() -> list[str]:
    """Names of the migrations that the database has not had. Raises Refused when it is out of
    reach or made by a newer version of the program."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise _out_of_reach(error) from None
    newer = sorted(
        f"{app}.{name}"
        for app, name in executor.loader.applied_migrations
        if app in executor.loader.migrated_apps
        and (app, name) not in executor.loader.disk_migrations
        and (app, name) not in executor.loader.replacements
    )
    if newer:
        raise Refused(
            f"Databasen er laga av ein nyare versjon av programmet ({newer[0]}). "
            "Oppdater programmet først."
        )
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def apply_migrations(*, say: bool = True) -> int:
    """Bring the database up to date and make the cache table; gives how many were applied."""
    from django.core.management import call_command

    missing = missing_migrations()
    if missing:
        if say:
            click.echo(f"Set opp databasen ({len(missing)} steg) …", err=True)
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    return len(missing)
