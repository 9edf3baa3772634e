"""The files every page needs, copied into the data folder with a far-future name."""

import json
from pathlib import Path

import click

# what libraries bring along and no page of ours shows
UNUSED = ["redoc*", "hx-*", "htmax*", "htmx-4*"]


def collect_static_files(*, say: bool = True) -> bool:
    """Copy and pack the files when something is newer than the last time; True when it did."""
    from django.conf import settings
    from django.core.management import call_command

    if settings.DEBUG or static_files_are_current():
        return False
    if say:
        click.echo("Legg stilark og skrift til rette …", err=True)
    call_command("collectstatic", interactive=False, ignore_patterns=UNUSED, verbosity=0)
    return True


def static_files_are_current() -> bool:
    """Whether the collected files are those of this version of the program."""
    from django.conf import settings

    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return False
    made = manifest.stat().st_mtime
    sources = _sources()
    packed = json.loads(manifest.read_text(encoding="utf-8"))["paths"]
    return sources.keys() == packed.keys() and all(
        source.stat().st_mtime <= made for source in sources.values()
    )


def _sources() -> dict[str, Path]:
    from django.contrib.staticfiles.finders import get_finders

    return {
        path: Path(storage.path(path))
        for finder in get_finders()
        for path, storage in finder.list([*UNUSED, "CVS", ".*", "*~"])
    }
