"""Office files are zips: looked through before any parser sees them."""

import io
import re
import zipfile
import zlib

from tiltak.reading.limits import MEGABYTE, Limits
from tiltak.reading.problems import Problem, UnreadableDocument

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGE = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError, OSError)
_ENCRYPTED = 0x1
_SNIFF = 4096


def open_guarded(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, if it is whole and modest. Raises UnreadableDocument: damaged, bomb, encrypted."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise UnreadableDocument(Problem.DAMAGED, str(error)) from error
    entries = archive.infolist()
    if len(entries) > limits.zip_entries:
        raise UnreadableDocument(Problem.BOMB, f"{len(entries)} entries")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableDocument(Problem.ENCRYPTED, "zip")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise UnreadableDocument(Problem.BOMB, f"{unpacked} bytes unpacked")
    for entry in entries:
        if entry.file_size > MEGABYTE and entry.file_size > limits.zip_ratio * entry.compress_size:
            raise UnreadableDocument(Problem.BOMB, f"{entry.filename}: {entry.file_size} bytes")
    return archive


def check_xml(archive: zipfile.ZipFile) -> None:
    """Refuse document types and entities in any XML part: Office writes none."""
    for entry in archive.infolist():
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(entry) as part:
                head = part.read(_SNIFF)
        except _DAMAGE as error:
            raise UnreadableDocument(Problem.DAMAGED, f"{entry.filename}: {error}") from error
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            head = head.replace(b"\x00", b"")
        if _DOCTYPE.search(head):
            raise UnreadableDocument(Problem.UNSAFE, entry.filename)
