"""The files every page needs, copied into the data folder with a far-future name."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click

# what libraries bring along and no page of ours shows
UNUSED = ["redoc*", "hx-*", "htmax*", "htmx-4*"]
# what was collected the last time: times of files say nothing after an installation from a wheel
FINGERPRINT = "collected.sha256"


def collect_static_files(*, say: bool = True) -> bool:
    """Copy and pack the files when they are others than the last time; True when it did."""
    from django.conf import settings
    from django.core.management import call_command

    if settings.DEBUG or static_files_are_current():
        return False
    if say:
        click.echo("Legg stilark og skrift til rette …", err=True)
    call_command("collectstatic", interactive=False, ignore_patterns=UNUSED, verbosity=0)
    _noted().write_text(_fingerprint(), encoding="ascii")
    return True


def static_files_are_current() -> bool:
    """Whether the collected files are those of this version of the program."""
    noted = _noted()
    return noted.exists() and noted.read_text(encoding="ascii") == _fingerprint()


def _noted() -> Path:
    from django.conf import settings

    return Path(settings.STATIC_ROOT) / FINGERPRINT


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for name, source in sorted(_sources()):
        content = hashlib.sha256(source.read_bytes()).hexdigest()
        digest.update(f"{name} {content}\n".encode())
    return digest.hexdigest()


def _sources() -> Iterator[tuple[str, Path]]:
    from django.contrib.staticfiles.finders import get_finders

    for finder in get_finders():
        for path, storage in finder.list([*UNUSED, "CVS", ".*", "*~"]):
            yield path, Path(storage.path(path))
