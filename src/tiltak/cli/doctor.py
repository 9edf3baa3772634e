"""`tiltak doctor`: is the installation well?"""

import click

from tiltak.cli.installation import start_django


@click.command("doctor")
def command() -> None:
    """Sjekk installasjonen. Éi linje for kvart punkt; sluttar med 1 om noko er gale."""
    start_django()
    from tiltak.cli.checkup import CHECKS, examine

    results = [(name, examine(check)) for name, check in CHECKS.items()]
    for name, fault in results:
        click.echo(f"{'ok ' if fault is None else 'FEIL'} {name}{f': {fault}' if fault else ''}")
    if any(fault is not None for _, fault in results):
        raise SystemExit(1)
