"""The backup archive: a zip with a manifest, the database and the secret key.

manifest.json   format, program version, time, kind of database, SHA-256 and size of each file
database        SQLite file, or pg_dump's custom format
secret_key      what sessions and links are signed with
"""

import hashlib
import json
import os
import zipfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

from tiltak import __version__
from tiltak.cli.errors import Refused

FORMAT = "tiltak-backup/1"
MANIFEST = "manifest.json"
DATABASE = "database"
KEY = "secret_key"
NAMES = {DATABASE, KEY}
LARGEST_MANIFEST = 64 * 1024
CHUNK = 1024 * 1024
# all that zipfile raises for a damaged file; which of them depends on what the damage hits
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    RuntimeError,  # its NotImplementedError too: the damage names a compression there is not
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says about itself. `files`: name → SHA-256 in hex and size in bytes."""

    engine: str
    made_at: str
    files: dict[str, tuple[str, int]]
    format: str = FORMAT
    version: str = __version__


def write_archive(path: Path, *, engine: str, made_at: str, files: dict[str, Path]) -> None:
    """Write the archive beside and move it into place, readable for its owner only.

    Raises OSError.
    """
    manifest = Manifest(engine, made_at, {name: _measure(file) for name, file in files.items()})
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    # the key opens every session: nobody else may read the archive, not for a moment
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
                for name, file in files.items():
                    archive.write(file, name)
            raw.flush()
            os.fsync(raw.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def unpack_archive(path: Path, folder: Path) -> Manifest:
    """Unpack into an empty folder and check every byte. Raises Refused for what is no whole backup."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            for name, (sha256, size) in manifest.files.items():
                _unpack(archive, name, folder / name, sha256, size)
    except FileNotFoundError:
        raise Refused(f"{path}: fann ikkje fila.") from None
    except DAMAGE as error:
        raise Refused(f"{path}: ikkje ein heil tryggingskopi ({error}).") from None
    return manifest


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    if MANIFEST not in archive.namelist():
        raise zipfile.BadZipFile("manglar innhaldsliste")
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise zipfile.BadZipFile("innhaldslista er for stor")
    try:
        said = json.loads(archive.read(MANIFEST))
        files = {name: (str(sha256), int(size)) for name, (sha256, size) in said["files"].items()}
        manifest = Manifest(
            str(said["engine"]),
            str(said["made_at"]),
            files,
            str(said["format"]),
            str(said["version"]),
        )
    except (ValueError, TypeError, AttributeError, KeyError):
        raise zipfile.BadZipFile("innhaldslista er skadd") from None
    if manifest.format != FORMAT:
        raise zipfile.BadZipFile(f"ukjent format {manifest.format}")
    if DATABASE not in files or not files.keys() <= NAMES:
        raise zipfile.BadZipFile("uventa innhald")
    return manifest


def _unpack(archive: zipfile.ZipFile, name: str, to: Path, sha256: str, size: int) -> None:
    if archive.getinfo(name).file_size != size:
        raise zipfile.BadZipFile(f"{name} har feil storleik")
    digest = hashlib.sha256()
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file, archive.open(name) as packed:
        while chunk := packed.read(CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != sha256:
        raise zipfile.BadZipFile(f"{name} er endra eller skadd")


def _measure(file: Path) -> tuple[str, int]:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest(), file.stat().st_size
