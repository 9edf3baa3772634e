"""`tiltak export`: a plan as a file."""

import sys
from collections.abc import Mapping
from contextlib import suppress
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
    """The whole file or none of it; `-` is standard output. Raises Refused."""
    if out == "-":
        sys.stdout.buffer.write(content)
        return
    write_together({out: content})


def write_together(files: Mapping[str, bytes]) -> None:
    """All of the files or none of them: each written beside, then all moved into place.

    Raises Refused.
    """
    beside: dict[Path, Path] = {}
    out = ""
    try:
        for out, content in files.items():
            path = Path(out)
            if not path.name:
                raise Refused(f"«{out}» er ikkje noko filnamn.")
            beside[path] = path.with_name(f".{path.name}.part")
            beside[path].write_bytes(content)
            if path.is_dir():
                raise Refused(f"{out}: dette er ei mappe, ikkje ei fil.")
        for path, part in beside.items():
            out = str(path)
            part.replace(path)
    except OSError as error:
        raise Refused(f"{out}: kan ikkje skrivast ({error.strerror}).") from None
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
