"""`tiltak traveltime`: who reaches a centre, and how long it takes.

Only `load` and `repeat` need the database and Django.
"""

import click

from tiltak.cli.lazy import LazyGroup

COMMANDS = {"matrix": "matrix", "reach": "reach", "load": "load", "repeat": "repeat"}


@click.group("traveltime", cls=LazyGroup, package=__name__, modules=COMMANDS)
def command() -> None:
    """Rekn ut reisetid på vegar og ferjer."""
