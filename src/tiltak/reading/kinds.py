"""What a file is, by its content: the name is only believed where the content says nothing."""

import re
import zipfile
from enum import StrEnum

import puremagic

from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"{\\rtf", b"<!doctype html", b"<html", b"<?xml")


class Kind(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    PDF = "pdf"
    PLAN = "plan"


_CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = {
    re.compile(rb"(?:wordprocessingml|ms-word)\.[\w.]*main\+xml"): Kind.DOCX,
    re.compile(rb"(?:spreadsheetml|ms-excel)\.[\w.]*main\b"): Kind.XLSX,
}
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": Kind.ODT,
    "application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
}


def find_kind(data: bytes, limits: Limits) -> Kind:
    """The format of a file. Raises UnreadableDocument for what cannot be read, saying why."""
    refuse_at_once(data, limits)
    if data.startswith(_ZIP):
        return _kind_of_zip(data, limits)
    if _PDF in data[:1024]:
        return Kind.PDF
    return Kind.PLAN if is_json_object(data) else Kind.TEXT


def refuse_at_once(data: bytes, limits: Limits) -> None:
    """Raises UnreadableDocument for what the first bytes tell: nothing is opened or unpacked."""
    refuse_size(data, limits)
    if not data.startswith(_ZIP) and _PDF not in data[:1024]:
        _refuse_others(data)


def refuse_size(data: bytes, limits: Limits) -> None:
    """Raises UnreadableDocument for a file without content, or with too much of it."""
    if not data.strip(b" \t\r\n\x0c\xef\xbb\xbf"):
        raise UnreadableDocument(Problem.EMPTY)
    if len(data) > limits.file_bytes:
        raise UnreadableDocument(Problem.TOO_LARGE, f"{len(data)} bytes")


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        encrypted = _ENCRYPTED_PACKAGE in data[:65536]
        code = Problem.ENCRYPTED if encrypted else Problem.UNSUPPORTED_FORMAT
        raise UnreadableDocument(code, "OLE")
    head = data[:1024].lstrip().lower()
    if head.startswith(_MARKUP):
        raise UnreadableDocument(Problem.UNSUPPORTED_FORMAT, head[:20].decode("latin-1"))
    if b"\x00" in data[:4096] and (name := _known_binary(data)):
        raise UnreadableDocument(Problem.UNKNOWN_FORMAT, name)


def _known_binary(data: bytes) -> str:
    """The name of a binary format, empty when the bytes are of none (UTF-16 text, say)."""
    try:
        found = puremagic.magic_string(data[:8192])
    except puremagic.PureError:
        return ""
    return found[0].name if found and found[0].confidence >= 0.8 else ""


def is_json_object(data: bytes) -> bool:
    """Whether a file is one of the program's own, if it is anything."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and b'"' in head[:200]


def _kind_of_zip(data: bytes, limits: Limits) -> Kind:
    from tiltak.reading.formats.zip_guard import open_guarded

    with open_guarded(data, limits) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return Kind.DOCX
        if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
            return Kind.XLSX
        if "content.xml" in names and "mimetype" in names:
            return _kind_of_open_document(archive)
        if _CONTENT_TYPES in names:
            return _kind_by_content_types(archive)
    raise UnreadableDocument(Problem.UNKNOWN_FORMAT, "zip")


def _kind_by_content_types(archive: zipfile.ZipFile) -> Kind:
    """The names of parts are free: some programs write "word/document2.xml"."""
    from tiltak.reading.formats.zip_guard import read_part

    types = read_part(archive, _CONTENT_TYPES)
    for main, kind in _OFFICE.items():
        if main.search(types):
            return kind
    raise UnreadableDocument(Problem.UNKNOWN_FORMAT, "zip")


def _kind_of_open_document(archive: zipfile.ZipFile) -> Kind:
    """Templates are read like documents; drawings and presentations are not."""
    from tiltak.reading.formats.zip_guard import read_part

    name = read_part(archive, "mimetype").decode("ascii", "replace").strip()
    for start, kind in _OPEN_DOCUMENT.items():
        if name.startswith(start):
            return kind
    raise UnreadableDocument(Problem.UNSUPPORTED_FORMAT, name[:80])
