"""The checks of `tiltak doctor`. Each gives None when all is well (or `Well` with a word about it),
else what is wrong and what to do about it."""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from tiltak.cli.databases import SQLITE, engine
from tiltak.cli.errors import Refused
from tiltak.cli.installation import missing_migrations, updates
from tiltak.cli.static_files import static_files_are_current

Check = Callable[[], str | None]
LEAST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 500_000_000


class Well(str):
    """All is well, and this is worth saying."""

    __slots__ = ()


def examine(check: Check) -> str | None:
    """The result of a check; a check that cannot be made is a fault too."""
    try:
        return check()
    except Refused as error:
        return error.message
    except (DatabaseError, OSError) as error:
        return str(error)


def python() -> str | None:
    if sys.version_info >= LEAST_PYTHON:
        return None
    return "Python er for gammal. Installer 3.11 eller nyare."


def settings_for_everybody() -> str | None:
    if settings.DEBUG:
        return "TILTAK_DEBUG er på. Slå det av der andre kan nå tenaren."
    return None


def data_folder() -> str | None:
    if os.access(settings.DATA_DIR, os.W_OK | os.X_OK):
        return None
    return f"{settings.DATA_DIR} kan ikkje skrivast i. Gje brukaren til programmet rett til det."


def disk_space() -> str | None:
    free = shutil.disk_usage(settings.DATA_DIR).free
    if free >= LEAST_FREE_BYTES:
        return None
    return f"berre {free // 1_000_000} MB ledig i {settings.DATA_DIR}. Rydd plass."


def secret_key() -> str | None:
    path = Path(settings.DATA_DIR) / "secret_key"
    if not path.exists():
        return None  # it is given in the environment
    if stat.S_IMODE(path.stat().st_mode) & 0o077 == 0:
        return None
    return f"andre kan lesa {path}. Køyr: chmod 600 {path}"


def database() -> str | None:
    connection.ensure_connection()
    return None


def migrations() -> str | None:
    missing = missing_migrations()
    return f"manglar {updates(missing)}. Køyr: tiltak migrate" if missing else None


def write_ahead_log() -> str | None:
    if engine() != SQLITE or _pragma("journal_mode") == "wal":
        return None
    return (
        "databasen brukar ikkje WAL. Ligg han på ein nettverksdisk? Flytt han til ein lokal disk."
    )


def foreign_keys() -> str | None:
    if engine() != SQLITE:
        return None
    if _pragma("foreign_keys") != 1:
        return "framandnøklar blir ikkje sjekka. Oppdater SQLite."
    with connection.cursor() as cursor:
        orphan = cursor.execute("PRAGMA foreign_key_check").fetchone()
    return (
        f"rader i {orphan[0]} peikar på noko som ikkje finst. Hent ein tryggingskopi."
        if orphan
        else None
    )


def integrity() -> str | None:
    if engine() != SQLITE:
        return None
    result = _pragma("quick_check(3)")
    return None if result == "ok" else f"databasen er skadd ({result}). Hent ein tryggingskopi."


def style_sheet() -> str | None:
    folder = files("tiltak.web") / "static" / "dist"
    missing = [
        name for name in ("designsystemet.css", "inter.woff2") if not (folder / name).is_file()
    ]
    return f"manglar {', '.join(missing)}. Køyr: make setup" if missing else None


def static_files() -> str | None:
    return (
        None
        if static_files_are_current()
        else "ikkje samla for denne versjonen. Køyr: tiltak migrate"
    )


def translations() -> str | None:
    folder = Path(settings.LOCALE_PATHS[0])
    missing = [
        code for code in ("nb", "en") if not (folder / code / "LC_MESSAGES" / "django.mo").is_file()
    ]
    return f"{', '.join(missing)} er ikkje kompilert. Køyr: make messages" if missing else None


def paper() -> str | None:
    """A PDF is set, with the fonts that come along."""
    import typst

    # an installation without fonts makes papers without text
    made = typst.compile(b'#set text(lang: "nn")\nTiltak', format="pdf")
    return (
        None
        if made.startswith(b"%PDF") and b"/Font" in made
        else "typst lagar ikkje PDF. Installer det på nytt."
    )


def scanned_pages() -> str | None:
    """Whoever gets no scanned documents can do without."""
    from tiltak.reading.formats import ocr

    if ocr.is_installed():
        return Well("blir lesne av tesseract")
    return Well(
        "kan ikkje lesast utan tesseract. Debian: apt-get install tesseract-ocr tesseract-ocr-nor"
    )


def background() -> str | None:
    """A worker is needed by whoever waits for one."""
    from tiltak.domain.plans.queries.uploads import uploads_being_read, waiting_uploads
    from tiltak.jobs.worker import is_working

    if missing_migrations():
        return Well("blir sjekka når databasen er oppdatert")
    if is_working():
        return Well("ein arbeidar er i gang")
    waiting = len(waiting_uploads()) + len(uploads_being_read())
    if not waiting:
        return Well("ingen arbeidar er i gang, og ingen filer ventar")
    return (
        f"ingen arbeidar er i gang, og {waiting} opplastingar ventar. "
        "Køyr: tiltak serve (eller tiltak work)"
    )


def _pragma(name: str) -> object:
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


CHECKS: dict[str, Check] = {
    "Python": python,
    "innstillingar": settings_for_everybody,
    "datamappe": data_folder,
    "diskplass": disk_space,
    "hemmeleg nøkkel": secret_key,
    "database": database,
    "oppdateringar": migrations,
    "WAL": write_ahead_log,
    "framandnøklar": foreign_keys,
    "heil database": integrity,
    "stilark og skrift": style_sheet,
    "statiske filer": static_files,
    "omsetjingar": translations,
    "PDF": paper,
    "skanna sider": scanned_pages,
    "bakgrunnsarbeid": background,
}
