"""The parts of a Word file (Open Packaging Conventions): the document and what it refers to.

Only the parts that hold text are opened. What a document refers to and does not hold, such as a
picture that is gone, is no damage: Word opens it too. Names of parts are free, and so is whether
the file is a document, a template, with macros (never run) or "Strict Open XML".
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml

from tiltak.reading.formats.word.docx_properties import qn
from tiltak.reading.formats.zip_guard import read_part
from tiltak.reading.problems import Problem, UnreadableDocument

_DOCUMENT = "officeDocument"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"


@dataclass(frozen=True, slots=True)
class _Relation:
    """What a part refers to: the last word of the kind ("styles"), its id, the name of the part."""

    kind: str
    identity: str
    name: str


class WordPackage:
    """An archive that was looked through by the zip guard. Raises UnreadableDocument: damaged."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}
        found = [r for r in self._relations("") if r.kind == _DOCUMENT]
        if not found:
            raise UnreadableDocument(Problem.DAMAGED, "no document")
        self._relations_of_document = list(self._relations(found[0].name))
        self.document = self._parse(found[0].name)

    @property
    def body(self) -> Any:
        """The `w:body` of the document."""
        body = self.document.find(qn("w:body"))
        if body is None:
            raise UnreadableDocument(Problem.DAMAGED, "no body")
        return body

    def related(self, kind: str) -> Iterator[Any]:
        """The parts of a kind ("footnotes") that the document refers to, as elements."""
        for relation in self._relations_of_document:
            if relation.kind == kind:
                yield self._parse(relation.name)

    def part(self, identity: str) -> Any | None:
        """The part the document refers to by an id, None where it is gone."""
        for relation in self._relations_of_document:
            if relation.identity == identity:
                return self._parse(relation.name)
        return None

    def _relations(self, name: str) -> Iterator[_Relation]:
        """What a part refers to inside the file; "" is the file itself."""
        folder, own = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{own}.rels")
        if relations.casefold() not in self._names:
            return
        for element in self._parse(relations):
            target = element.get("Target", "")
            if element.get("TargetMode") == "External":
                continue
            whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if whole.casefold() in self._names:
                kind = element.get("Type", "").rpartition("/")[2]
                yield _Relation(kind, element.get("Id", ""), self._names[whole.casefold()])

    def _parse(self, name: str) -> Any:
        content = read_part(self._archive, self._names.get(name.casefold(), name))
        return parse_xml(_STRICT.sub(_TRANSITIONAL, content))
