"""`tiltak read`: a document as plan/1 JSON. No database, no Django."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiltak.cli.errors import Refused

if TYPE_CHECKING:
    from tiltak.reading import Limits

# seconds: whoever sits at the command line can wait for many scanned pages
PATIENCE = 900.0


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def command(files: tuple[str, ...]) -> None:
    """Les dokumentet FILE og skriv det som plan/1 JSON.

    «-» er standard inn. Fleire filer er saman éin plan. Merknader om det som er usikkert kjem på standard feil.
    """
    from tiltak.planfile.codec import encode
    from tiltak.reading import File, UnreadableDocument, read_all_safely

    given = [File(name, data) for data, name in map(contents_of, files)]
    try:
        plan = read_all_safely(given, limits=limits_for(len(given)))
    except UnreadableDocument as error:
        raise Refused(str(error) if error.file else f"{', '.join(files)}: {error}") from None
    for warning in plan.warnings:
        click.echo(warning, err=True)
    sys.stdout.buffer.write(encode(plan) + b"\n")


def limits_for(count: int, *, file_bytes: int | None = None) -> Limits:
    """The limits of a reading that somebody waits for at the command line. Each of the files may
    take the processor as long as one alone."""
    from tiltak.reading import Limits

    usual = Limits()
    return Limits(
        file_bytes=file_bytes or usual.file_bytes,
        seconds=PATIENCE,
        cpu_seconds=usual.cpu_seconds * count,
    )


def contents_of(file: str) -> tuple[bytes, str]:
    """The bytes of a file and its name. Raises Refused when it cannot be opened."""
    if file == "-":
        return sys.stdin.buffer.read(), "standard inn"
    path = Path(file)
    if path.is_dir():
        raise Refused(f"{file}: dette er ei mappe, ikkje ei fil.")
    try:
        return path.read_bytes(), path.name
    except FileNotFoundError:
        raise Refused(f"{file}: fann ikkje fila.") from None
    except OSError as error:
        raise Refused(f"{file}: fila kan ikkje opnast ({error.strerror}).") from None
