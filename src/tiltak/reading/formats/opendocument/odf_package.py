"""OpenDocument files: the parts of the zip, parsed without document types, and the names in them."""

import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tiltak.reading.formats.zip_guard import check_xml, open_guarded, read_part
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument

DAMAGE = (
    ET.ParseError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)

_NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_MANIFEST = "META-INF/manifest.xml"
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(in|cm|mm|pt|pc|px)$")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_MOST_REPEATED = 100_000


@cache
def qn(name: str) -> str:
    """ "text:p" as ElementTree has it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def open_package(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive of an OpenDocument file. Raises UnreadableDocument: damaged, unsafe, encrypted."""
    archive = open_guarded(data, limits)
    check_xml(archive)
    names = archive.namelist()
    manifest = read_part(archive, _MANIFEST) if _MANIFEST in names else b""
    if b"encryption-data" in manifest or "encrypted-package" in names:
        raise UnreadableDocument(Problem.ENCRYPTED, "OpenDocument")
    return archive


def parse_part(archive: zipfile.ZipFile, name: str) -> Element:
    """A part as an element tree. Raises UnreadableDocument, or one of DAMAGE."""
    try:
        root: Element = fromstring(read_part(archive, name), forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableDocument(Problem.UNSAFE, name) from error
    return root


def repeated(element: Element, name: str) -> int:
    """How many times a row, cell or column stands: at least once, at most as often as is sane."""
    return max(1, min(whole(element.get(qn(name))) or 1, _MOST_REPEATED))


def whole(text: str | None) -> int | None:
    """A whole number, None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def points(text: str | None) -> float | None:
    """A length ("0.25in", "1.27cm") in points; None where it is none, such as a percentage."""
    match = _LENGTH.match(text or "")
    return float(match[1]) * _POINTS[match[2]] if match else None


def within(element: Element, wanted: str, through: frozenset[str]) -> Iterator[Element]:
    """Children of a name, also those inside elements that only group."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in through:
            yield from within(child, wanted, through)
