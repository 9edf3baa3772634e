"""`tiltak migrate`: database and static files up to date."""

import click

from tiltak.cli.installation import apply_migrations, start_django
from tiltak.cli.static_files import collect_static_files


@click.command("migrate")
def command() -> None:
    """Set opp databasen, eller oppdater han til denne versjonen."""
    start_django()
    applied = apply_migrations()
    collected = collect_static_files()
    click.echo("Alt er oppdatert." if applied or collected else "Alt var oppdatert frå før.")
