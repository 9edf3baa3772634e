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
        click.echo(f"ok   {name}" if fault is None else f"FEIL {name}: {' '.join(fault.split())}")
    if any(fault is not None for _, fault in results):
        raise SystemExit(1)
