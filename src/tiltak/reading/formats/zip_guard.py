"""Office files are zips: looked through before any parser sees them."""

import io
import re
import zipfile
import zlib

from tiltak.reading.limits import MEGABYTE, Limits
from tiltak.reading.problems import Problem, UnreadableDocument

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# comments and instructions, also such as are not ended yet
_PASSED_OVER = re.compile(rb"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(rb"<[A-Za-z_\x80-\xff]")
_ENCODING = re.compile(rb"^[^<]{0,4}<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
# in others "<!DOCTYPE" may be written with other bytes; Office writes UTF-8
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_DAMAGE = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError, OSError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_SNIFF = 4096
_LONGEST_PROLOGUE = MEGABYTE


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
    _refuse_bombs(entries, len(data), limits)
    return archive


def _refuse_bombs(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise UnreadableDocument(Problem.BOMB, f"{unpacked} bytes unpacked")
    # entries that share their bytes unpack to more than the file could hold
    if sum(entry.compress_size for entry in entries) > size:
        raise UnreadableDocument(Problem.BOMB, "entries overlap")
    for entry in entries:
        if entry.compress_type not in _METHODS:
            raise UnreadableDocument(Problem.UNSAFE, f"{entry.filename}: {entry.compress_type}")
        if entry.file_size > MEGABYTE and entry.file_size > limits.zip_ratio * entry.compress_size:
            raise UnreadableDocument(Problem.BOMB, f"{entry.filename}: {entry.file_size} bytes")


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of an archive. Raises UnreadableDocument when it is missing or damaged."""
    try:
        return archive.read(name)
    except (KeyError, *_DAMAGE) as error:
        raise UnreadableDocument(Problem.DAMAGED, f"{name}: {error}") from error


def check_xml(archive: zipfile.ZipFile) -> None:
    """Refuse document types and entities in any XML part: Office writes none.

    They stand before the root element, so a part is read that far, past any comments.
    """
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels", ".vml", ".rdf")):
            continue
        try:
            head = _prologue(archive, entry)
        except _DAMAGE as error:
            raise UnreadableDocument(Problem.DAMAGED, f"{entry.filename}: {error}") from error
        encoding = _ENCODING.match(head)
        if encoding is not None and encoding[1].strip().lower() not in _ENCODINGS:
            raise UnreadableDocument(Problem.UNSAFE, f"{entry.filename}: {encoding[1]!r}")
        if _DOCTYPE.search(head):
            raise UnreadableDocument(Problem.UNSAFE, entry.filename)


def _prologue(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part up to its root element, without the zeros of UTF-16."""
    head = b""
    with archive.open(entry) as part:
        while piece := part.read(_SNIFF):
            head += piece.replace(b"\x00", b"")
            root = _ROOT.search(_PASSED_OVER.sub(b"", head))
            if root is not None or _DOCTYPE.search(head):
                return head
            if len(head) > _LONGEST_PROLOGUE:
                raise UnreadableDocument(Problem.UNSAFE, f"{entry.filename}: no root element")
    return head
