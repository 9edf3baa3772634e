"""`tiltak doctor`: is the installation well?"""

import click

from tiltak.cli.installation import start_django


@click.command("doctor")
def command() -> None:
    """Sjekk installasjonen. Éi linje for kvart punkt; sluttar med 1 om noko er gale."""
    start_django()
    from tiltak.cli.checkup import CHECKS, Well, examine

    results = [(name, examine(check)) for name, check in CHECKS.items()]
    for name, said in results:
        word = "ok  " if said is None or isinstance(said, Well) else "FEIL"
        click.echo(f"{word} {name}: {' '.join(said.split())}" if said else f"{word} {name}")
    if any(said is not None and not isinstance(said, Well) for _, said in results):
        raise SystemExit(1)
