"""`tiltak doctor`: well, and ill in each of its ways."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.factories.installations import Installation


def checked(installation: Installation, **settings: str) -> tuple[int, dict[str, str]]:
    """Exit code, and what is wrong by check (only the faults)."""
    done = installation.run("doctor", **settings)
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 16, done.stderr.decode()
    faults = [line.removeprefix("FEIL ").partition(": ") for line in lines if line[:4] == "FEIL"]
    return done.returncode, {name: fault for name, _, fault in faults}


def test_a_new_installation_is_well(installation: Installation) -> None:
    assert checked(installation) == (0, {})


def test_each_fault_is_said_with_what_to_do(installation: Installation) -> None:
    (installation.data / "secret_key").chmod(0o644)
    (installation.data / "static").unlink()
    installation.tell("DELETE FROM django_migrations WHERE app = 'followup'")
    installation.tell("UPDATE organisations_membership SET organisation_id = 99999 WHERE id = 1")

    code, faults = checked(installation, TILTAK_DEBUG="ja")

    assert code == 1
    assert list(faults) == [
        "innstillingar",
        "hemmeleg nøkkel",
        "oppdateringar",
        "framandnøklar",
        "statiske filer",
    ]
    assert "TILTAK_DEBUG" in faults["innstillingar"]
    assert "chmod 600" in faults["hemmeleg nøkkel"]
    assert "tiltak migrate" in faults["oppdateringar"]
    assert "organisations_membership" in faults["framandnøklar"]
    assert "tiltak migrate" in faults["statiske filer"]


def test_an_empty_database_is_said_to_be_one(tmp_path: Path) -> None:
    code, faults = checked(Installation(tmp_path))
    assert (code, list(faults)) == (1, ["oppdateringar", "statiske filer"])


def test_a_machine_that_cannot_read_scanned_pages_is_well_but_told_so(
    installation: Installation,
) -> None:
    done = installation.run("doctor", PATH="/nowhere")
    (line,) = [one for one in done.stdout.decode().splitlines() if "skanna sider" in one]
    assert (done.returncode, line[:4]) == (0, "ok  ")
    assert "apt-get install tesseract-ocr tesseract-ocr-nor" in line


def test_a_damaged_database_is_found(installation: Installation) -> None:
    damage(installation.database)
    code, faults = checked(installation)
    assert code == 1
    assert "heil database" in faults


def damage(file: Path) -> None:
    """Write nonsense over the middle of a database."""
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("PRAGMA journal_mode=DELETE")
    size = file.stat().st_size
    with file.open("r+b") as raw:
        raw.seek(size // 2 // 4096 * 4096)
        raw.write(b"\xa5" * 40960)
