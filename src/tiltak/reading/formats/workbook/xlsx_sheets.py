"""What the library that reads cells does not say of the sheets of an Excel workbook.

Which rows and columns are hidden, what number formats make of values, which formulas nobody has
computed, and the text boxes that lie on a sheet.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tiltak.reading.formats.workbook.number_formats import NumberFormat, number_format

_RELATION = "relationships}id"
_CHUNK = 1 << 20
_LONGEST_CELL = 20_000  # the tags of a cell with a long formula may lie across two chunks
_TAG = re.compile(
    rb"<(?:\w+:)?(row|col)\s([^<>]*\b(?:hidden=[\"'](?:1|true)|(?:ht|width)=[\"']0(?:\.0+)?)[\"'][^<>]*)>"
)
_MAY_HIDE = (b"hidden=", b'ht="0', b'width="0')
_FIELD = re.compile(rb"\b(r|min|max)=[\"'](\d{1,7})[\"']")
_MOST_COLUMNS = 16_384
_CELL = rb"<(?:\w+:)?c\s(?=[^<>]*\bs=[\"'](%s)[\"'])[^<>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^<>]*(?<!/)>"
_NOT_COMPUTED = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)(?<!/)>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_NAME = re.compile(rb"\br=[\"']([A-Z]{1,3}\d{1,7})[\"']")
_IS_TEXT = re.compile(rb"\bt=[\"']str")
_FORMATS_OF_ALL = {2: "0.00", 9: "0%", 10: "0.00%"}


@dataclass(slots=True)
class SheetMarks:
    """Hidden rows and columns, formats by (row, column), all from 0; the names of cells whose
    formulas nobody computed; the texts of boxes."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    not_computed: dict[str, None] = field(default_factory=dict)
    boxes: tuple[str, ...] = ()


def find_marks(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """The marks of each sheet by its name. Sheets of other formats are left out.

    Sheets are searched as bytes, a piece at a time: a million empty rows are no reason to wait.
    """
    try:
        book = fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
        targets = dict(_targets(archive, "xl/workbook.xml"))
        formats = _formats(archive)
        found = {}
        for sheet in (element for element in book.iter() if element.tag.endswith("}sheet")):
            identity = next((v for k, v in sheet.items() if k.endswith(_RELATION)), "")
            name = targets.get(identity, ("", ""))[1]
            if name.endswith(".xml") and name in archive.namelist():
                found[sheet.get("name", "")] = _marks_of(archive, name, formats)
    except (KeyError, ParseError, DefusedXmlException):
        return {}
    return found


def _targets(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What a part refers to: id, kind, and the name of the other part."""
    folder, own = posixpath.split(name)
    relations = f"{folder}/_rels/{own}.rels"
    if relations not in archive.namelist():
        return
    for relation in fromstring(archive.read(relations), forbid_dtd=True):
        target = posixpath.join("/", folder, relation.get("Target", ""))
        kind = relation.get("Type", "").rpartition("/")[2]
        yield relation.get("Id", ""), (kind, posixpath.normpath(target).lstrip("/"))


def _formats(archive: zipfile.ZipFile) -> dict[bytes, NumberFormat]:
    """The formats that show something else than the value, by the number of the cell's style."""
    styles = _parsed(archive, "xl/styles.xml")
    codes = {str(number): code for number, code in _FORMATS_OF_ALL.items()}
    codes |= {e.get("numFmtId", ""): e.get("formatCode", "") for e in _all(styles, "numFmt")}
    found = {}
    for cells in _all(styles, "cellXfs"):
        for number, style in enumerate(cells):
            shape = number_format(codes.get(style.get("numFmtId", ""), ""))
            if shape is not None:
                found[str(number).encode()] = shape
    return found


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    """A part that adds to what is seen: one that is missing or garbled adds nothing."""
    try:
        root: Element = fromstring(archive.read(name), forbid_dtd=True)
    except (KeyError, ParseError, DefusedXmlException):
        return Element(name)
    return root


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag.endswith(f"}}{name}"))


def _marks_of(
    archive: zipfile.ZipFile, name: str, formats: Mapping[bytes, NumberFormat]
) -> SheetMarks:
    marks = SheetMarks(boxes=tuple(_boxes(archive, name)))
    formatted = re.compile(_CELL % b"|".join(formats)) if formats else None
    for text in _pieces(archive, name):
        if any(sign in text for sign in _MAY_HIDE):
            _note_hidden(text, marks)
        if formatted is not None:
            for style, column, row in formatted.findall(text):
                marks.formats[int(row) - 1, _column(column)] = formats[style]
        if b"f>" in text or b"<f" in text:
            for cell in _NOT_COMPUTED.findall(text):
                # the result of a formula may be an empty text
                if (place := _NAME.search(cell)) and not _IS_TEXT.search(cell):
                    marks.not_computed[place[1].decode()] = None
    return marks


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    rest = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            text = rest + chunk
            yield text
            rest = text[-_LONGEST_CELL:]  # told twice is told once


def _note_hidden(text: bytes, marks: SheetMarks) -> None:
    for kind, fields in _TAG.findall(text):
        numbers = {name: int(number) for name, number in _FIELD.findall(fields)}
        if kind == b"row" and b"r" in numbers:
            marks.hidden_rows.add(numbers[b"r"] - 1)
        elif kind == b"col" and b"min" in numbers and b"max" in numbers:
            last = min(numbers[b"max"], _MOST_COLUMNS)
            marks.hidden_columns.update(range(numbers[b"min"] - 1, last))


def _column(letters: bytes) -> int:
    """b"AB" → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _boxes(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    """The texts of the boxes on a sheet, a line for each of their paragraphs."""
    for kind, target in dict(_targets(archive, name)).values():
        for body in _all(_parsed(archive, target), "txBody") if kind == "drawing" else ():
            lines = ("".join(t.text or "" for t in _all(p, "t")) for p in _all(body, "p"))
            yield "\n".join(lines)
