"""Word files of all kinds: templates, files with macros, strict ones, parts with other names."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from tests.reading.formats.word.word_files import aside, para, texts, word
from tiltak.reading import UnreadableDocument
from tiltak.reading.kinds import Kind, find_kind
from tiltak.reading.limits import Limits

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SCHEMAS = "http://schemas.openxmlformats.org"
STRICT = {
    f"{SCHEMAS}/{name}/2006/{part}": f"http://purl.oclc.org/ooxml/{name}/{part}"
    for name, part in (
        ("wordprocessingml", "main"),
        ("officeDocument", "relationships"),
        ("drawingml", "main"),
    )
}


def changed(texts: Mapping[str, str], *, named: Mapping[str, str] | None = None) -> bytes:
    """A small document with texts exchanged in all its parts, and parts under other names."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word(para("Handlingsplan")))) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for entry in source.namelist():
            content = source.read(entry)
            for old, new in texts.items():
                content = content.replace(old.encode(), new.encode())
            archive.writestr((named or {}).get(entry, entry), content)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        changed({MAIN: "application/vnd.ms-word.document.macroEnabled.main+xml"}),
        changed({MAIN: MAIN.replace("document.main", "template.main")}),
        changed(STRICT),
        changed({"theme/theme1.xml": "NULL"}),
        changed(
            {"word/document.xml": "word/document2.xml"},
            named={
                "word/document.xml": "word/document2.xml",
                "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
            },
        ),
    ],
    ids=["macros", "template", "strict", "a part is gone", "another name"],
)
def test_all_kinds_of_word_files_are_read(data: bytes) -> None:
    assert find_kind(data, Limits()) is Kind.DOCX
    assert (texts(data), aside(data)) == (["Handlingsplan"], [])


@pytest.mark.parametrize("lost", ["_rels/.rels", "word/document.xml"])
def test_a_file_without_its_document_is_damaged(lost: str) -> None:
    with pytest.raises(UnreadableDocument):
        texts(changed({}, named={lost: "lost.xml"}))
