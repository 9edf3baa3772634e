"""`tiltak export`: a plan as a file."""

import sys
from pathlib import Path

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database
from tiltak.wording.language import LANGUAGES, Language

REPORTS = {"status": "status-report"}


@click.command("export")
@click.argument("plan", metavar="PLAN[@N]")
@click.option(
    "--format",
    "format_name",
    required=True,
    help="docx, pdf, xlsx, csv, csv-dictionary, json eller ics.",
)
@click.option("--out", required=True, help="Fila det skal skrivast til (- for standard ut).")
@click.option("--council", default="", help="Kortnamnet til regionrådet, når det er fleire.")
@click.option("--report", type=click.Choice(sorted(REPORTS)), help="Ein rapport om planen (docx).")
@click.option("--language", type=click.Choice(LANGUAGES), help="Språket i faste tekstar.")
@click.option(
    "--address", default="http://127.0.0.1:8000", show_default=True, help="Adressa til nettstaden."
)
def command(
    *,
    plan: str,
    format_name: str,
    out: str,
    council: str,
    report: str | None,
    language: Language | None,
    address: str,
) -> None:
    """Skriv planen, eller éin versjon av han, til ei fil."""
    open_database()
    from django.utils import timezone

    from tiltak.cli.intake import operator
    from tiltak.cli.where import council_named, version_named
    from tiltak.writing.assemble import UnknownFormat, export

    by = operator(council_named(council))
    version = version_named(by, plan)
    if report and format_name != "docx":
        raise Refused(f"Rapporten finst berre som docx, ikkje som {format_name}.")
    try:
        made = export(
            by,
            version,
            REPORTS[report] if report else format_name,
            now=timezone.now(),
            address=f"{address.rstrip('/')}/plan/{plan}/",
            language=language,
        )
    except UnknownFormat as error:
        raise Refused(f"Formatet «{format_name}» finst ikkje. Vel eit av: {error}") from None
    write_whole(out, made.content)


def write_whole(out: str, content: bytes) -> None:
    """The whole file or none of it: written beside and moved into place. Raises Refused."""
    if out == "-":
        sys.stdout.buffer.write(content)
        return
    path = Path(out)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(f"{out}: kan ikkje skrivast ({error.strerror}).") from None
