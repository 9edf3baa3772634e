"""Backup and restore: whole although somebody writes, and never half restored."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.factories.installations import Installation, refusal
from tests.factories.servers import serving
from tests.ops.test_doctor import damage
from tiltak.cli.archive import unpack_archive
from tiltak.cli.errors import Refused

WRITER = Path(__file__).with_name("writer.py")
COUNCILS = "SELECT count(*) FROM organisations_regionalcouncil"
EVENTS = "SELECT count(*) FROM audit_event WHERE verb = 'create_council'"


@pytest.fixture
def copy(installation: Installation, tmp_path: Path) -> Path:
    """A backup of the installation."""
    path = tmp_path / "copy.zip"
    done = installation.run("backup", str(path))
    assert done.returncode == 0, done.stderr.decode()
    return path


@contextmanager
def writing(installation: Installation) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(WRITER)],
        stdout=subprocess.PIPE,
        text=True,
        env=installation.environment(),
    )
    try:
        assert process.stdout is not None
        for _ in range(20):
            process.stdout.readline()
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_copy_made_while_somebody_writes_is_whole(
    installation: Installation, tmp_path: Path
) -> None:
    before = installation.ask(COUNCILS)[0][0]
    copies = [tmp_path / f"{i}.zip" for i in range(3)]
    with writing(installation) as writer:
        for path in copies:
            assert installation.run("backup", str(path)).returncode == 0
        assert writer.poll() is None
    written = installation.ask(COUNCILS)[0][0] - before

    counts = []
    for i, path in enumerate(copies):
        restored = Installation(tmp_path / f"restored-{i}")
        assert restored.run("restore", str(path)).returncode == 0
        assert restored.ask("PRAGMA integrity_check") == [("ok",)]
        assert restored.ask("PRAGMA foreign_key_check") == []
        # a council and its event were stored together: neither without the other
        assert restored.ask(COUNCILS) == restored.ask(EVENTS)
        counts.append(restored.ask(COUNCILS)[0][0] - before)
    assert 20 <= counts[0] < counts[1] < counts[2] <= written


def test_what_comes_back_is_what_was_there(
    installation: Installation, copy: Path, tmp_path: Path
) -> None:
    restored = Installation(tmp_path / "restored")
    done = restored.run("restore", str(copy))
    assert done.returncode == 0, done.stderr.decode()
    assert restored.dump() == installation.dump()
    keys = [(one.data / "secret_key") for one in (installation, restored)]
    assert keys[0].read_bytes() == keys[1].read_bytes()
    assert keys[1].stat().st_mode & 0o777 == 0o600
    assert copy.stat().st_mode & 0o777 == 0o600


def test_what_is_there_is_only_replaced_when_told_to(
    installation: Installation, copy: Path
) -> None:
    change(installation)
    assert "--yes" in refusal(installation.run("restore", str(copy)))
    assert names(installation) == [("Endra",)]

    assert installation.run("restore", str(copy), "--yes").returncode == 0
    assert names(installation) == [("Sogn regionråd (døme)",)]
    earlier = Installation(installation.data)
    kept = installation.data / "tiltak.sqlite3.before"
    kept.replace(earlier.database)
    assert names(earlier) == [("Endra",)]


def change(installation: Installation) -> None:
    installation.tell("UPDATE organisations_regionalcouncil SET name = 'Endra'")


def names(installation: Installation) -> list[tuple[str]]:
    return installation.ask("SELECT name FROM organisations_regionalcouncil")


def test_a_running_installation_is_not_replaced(installation: Installation, copy: Path) -> None:
    change(installation)
    with serving(installation):
        assert "Stopp tenaren" in refusal(installation.run("restore", str(copy), "--yes"))
        assert names(installation) == [("Endra",)]
    assert installation.run("restore", str(copy), "--yes").returncode == 0


def spoil(copy: Path, how: str) -> None:
    """Damage an archive in one of the ways there are."""
    raw = copy.read_bytes()
    if how == "cut":
        copy.write_bytes(raw[: len(raw) // 2])
    elif how == "bit":
        copy.write_bytes(raw[:2000] + bytes([raw[2000] ^ 0x10]) + raw[2001:])
    elif how == "empty":
        copy.write_bytes(b"")
    elif how == "text":
        copy.write_text("Kjære mor", encoding="utf-8")
    else:
        repack(copy, how)


def repack(copy: Path, how: str) -> None:
    with zipfile.ZipFile(copy) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    if how == "foreign":
        files = {"notat.txt": b"noko anna"}
    elif how == "exchanged":
        files["database"] = files["database"][:-1] + b"\xff"
    elif how == "other format":
        manifest["format"] = "tiltak-backup/9"
    elif how == "other engine":
        manifest["engine"] = "postgresql"
    elif how == "path":
        manifest["files"]["../utanfor"] = ["0" * 64, 1]
    elif how == "missing":
        files.pop("secret_key")
    if "manifest.json" in files:
        files["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    "how",
    [
        *("cut", "bit", "empty", "text", "foreign", "exchanged", "missing"),
        *("other format", "other engine", "path"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused_and_nothing_is_touched(
    installation: Installation, copy: Path, how: str
) -> None:
    spoil(copy, how)
    before = everything_in(installation.data)
    refusal(installation.run("restore", str(copy), "--yes"))
    assert everything_in(installation.data) == before


def test_a_changed_bit_anywhere_is_told_or_changes_nothing(copy: Path, tmp_path: Path) -> None:
    """Which error the zip library raises depends on the byte: each of them is a clear no."""
    whole = copy.read_bytes()
    kept = tmp_path / "kept"
    kept.mkdir()
    unpack_archive(copy, kept)
    step = max(1, len(whole) // 400)
    directory = range(whole.index(b"PK\x01\x02"), len(whole))
    for at in sorted({*range(0, len(whole), step), *directory}):
        damaged, folder = tmp_path / "damaged.zip", tmp_path / f"at{at}"
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        folder.mkdir()
        try:
            unpack_archive(damaged, folder)
        except Refused:
            continue
        assert everything_in(folder) == everything_in(kept), at


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_copy_of_a_broken_database_is_not_made(
    installation: Installation, tmp_path: Path
) -> None:
    damage(installation.database)
    done = installation.run("backup", str(tmp_path / "copy.zip"))
    assert (done.returncode, (tmp_path / "copy.zip").exists()) == (2, False)


def test_a_broken_database_is_replaced(installation: Installation, copy: Path) -> None:
    installation.database.write_bytes(b"SQLite format 3\x00" + b"\xa5" * 8192)
    done = installation.run("restore", str(copy), "--yes")
    assert done.returncode == 0, done.stderr.decode()
    assert names(installation) == [("Sogn regionråd (døme)",)]


def test_a_copy_of_a_newer_version_is_refused(installation: Installation, tmp_path: Path) -> None:
    installation.tell(
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('plans', '9999_later', '2030-01-01')"
    )
    assert "nyare versjon" in refusal(installation.run("backup", str(tmp_path / "copy.zip")))


@pytest.mark.parametrize("where", ["nowhere/copy.zip", "."])
def test_a_copy_that_cannot_be_written_is_said(
    installation: Installation, tmp_path: Path, where: str
) -> None:
    assert refusal(installation.run("backup", str(tmp_path / where)))
