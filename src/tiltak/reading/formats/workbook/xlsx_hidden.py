"""Which rows and columns of an Excel workbook are hidden: the library that reads cells says not."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHUNK = 1 << 20
_LONGEST_TAG = 2_000
_TAG = re.compile(rb"<(?:\w+:)?(row|col)\s([^<>]*\bhidden=[\"'](?:1|true)[\"'][^<>]*)>")
_FIELD = re.compile(rb"\b(r|min|max)=[\"'](\d{1,7})[\"']")
_MOST_COLUMNS = 16_384


@dataclass(frozen=True, slots=True)
class Hidden:
    """Numbers of the hidden rows and columns of a sheet, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def find_hidden(archive: zipfile.ZipFile) -> dict[str, Hidden]:
    """Hidden rows and columns by the name of the sheet. Sheets of other formats are left out.

    Sheets are searched as bytes, a piece at a time: a million empty rows are no reason to wait.
    """
    try:
        book = fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
        relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    except (KeyError, ParseError, DefusedXmlException):
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    found = {}
    for sheet in _sheets(book):
        target = targets.get(sheet.get(_RELATION), "")
        name = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if name.endswith(".xml") and name in archive.namelist():
            found[sheet.get("name", "")] = _hidden_of(archive, name)
    return found


def _sheets(book: Element) -> Iterator[Element]:
    return (element for element in book.iter() if element.tag.endswith("}sheet"))


def _hidden_of(archive: zipfile.ZipFile, name: str) -> Hidden:
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, fields in _hidden_tags(archive, name):
        if kind == b"row" and b"r" in fields:
            rows.add(fields[b"r"] - 1)
        elif kind == b"col" and b"min" in fields and b"max" in fields:
            columns.update(range(fields[b"min"] - 1, min(fields[b"max"], _MOST_COLUMNS)))
    return Hidden(frozenset(rows), frozenset(columns))


def _hidden_tags(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[bytes, dict[bytes, int]]]:
    rest = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            text = rest + chunk
            if b"hidden=" in text:
                for match in _TAG.finditer(text):
                    fields = {field[1]: int(field[2]) for field in _FIELD.finditer(match[2])}
                    yield match[1], fields
            rest = text[-_LONGEST_TAG:]  # a tag may lie across two pieces; told twice is told once
