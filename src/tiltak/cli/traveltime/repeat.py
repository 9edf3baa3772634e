"""`tiltak traveltime repeat`: stored calculations done again, digit by digit."""

from typing import TYPE_CHECKING

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database
from tiltak.cli.traveltime.files import refusing

if TYPE_CHECKING:
    from tiltak.domain.traveltime.queries.runs import DoneRun
    from tiltak.jobs.travel.repeat import Repeated

DIFFERENT = 1


@click.command("repeat")
@click.argument("numbers", nargs=-1, type=int, metavar="[NUMMER]...")
@click.option("--council", default="", help="Kortnamnet til regionrådet.")
@click.option("--goal", default="", help="Berre utrekningane til dette målet: koden i /p/KODE/.")
@refusing
def command(*, numbers: tuple[int, ...], council: str, goal: str) -> None:
    """Rekn ut lagra reisetider på nytt frå filene sine, og sei om siffera er dei same.

    Utan NUMMER: dei som blir viste no. Ingenting blir lagra. Avsluttar med 1 om noko er ulikt.
    """
    open_database()
    from tiltak.cli.intake import operator
    from tiltak.cli.where import council_named
    from tiltak.domain.traveltime.queries.runs import runs_to_repeat
    from tiltak.jobs.travel.repeat import repeated

    by = operator(council_named(council))
    runs = runs_to_repeat(by, goal_code=goal, numbers=numbers)
    if missing := set(numbers) - {run.id for run in runs}:
        raise Refused(f"Det finst inga ferdig utrekning med nummer {min(missing)} her.")
    if not runs:
        raise Refused("Ingen reisetid er rekna ut her enno.")
    results = [_told(run, repeated(run)) for run in runs]
    if not all(results):
        raise click.exceptions.Exit(DIFFERENT)


def _told(run: "DoneRun", found: "Repeated") -> bool:
    from django.utils import timezone

    day = timezone.localdate(run.finished_at)
    about = f"{run.id} {run.scenario or 'i dag'} ({run.goal_code}, {day:%d.%m.%Y})"
    if found.is_same:
        click.echo(f"same siffer  {about}")
    else:
        click.echo(f"ULIKT        {about}: {', '.join(found.differing)}")
    for name, then, now in found.program:
        click.echo(f"             {name} {then} den gongen, {now} no")
    return found.is_same
