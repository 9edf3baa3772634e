"""`tiltak council`: a new council in the installation."""

import re

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command("council")
@click.argument("slug", metavar="KORTNAMN")
@click.option("--name", required=True, help="Namnet, til dømes «Sogn regionråd».")
@click.option(
    "--host", default="", help="Vertsnamnet rådet svarar på, når det er fleire i same installasjon."
)
def command(*, slug: str, name: str, host: str) -> None:
    """Lag eit nytt regionråd."""
    if not SLUG.fullmatch(slug):
        raise Refused(f"«{slug}»: kortnamnet kan ha små bokstavar a–z, siffer og bindestrek.")
    open_database()
    from django.utils import timezone

    from tiltak.domain.organisations.operations.register import CouncilExists, create_council

    try:
        create_council(slug=slug, name=name, host=host, now=timezone.now())
    except CouncilExists:
        raise Refused(
            f"Det finst alt eit regionråd med kortnamnet «{slug}» eller det vertsnamnet."
        ) from None
    click.echo(f"{name} er oppretta.")
    if not host and _pages_show_none():
        click.echo(
            "Her er fleire regionråd no, og ei adresse som ikkje høyrer til eitt av dei, viser ingen. "
            f"Set TILTAK_COUNCIL={slug} for å visa dette."
        )


def _pages_show_none() -> bool:
    from django.conf import settings

    from tiltak.domain.organisations.models import RegionalCouncil

    return not settings.DEFAULT_COUNCIL and RegionalCouncil.objects.count() > 1
