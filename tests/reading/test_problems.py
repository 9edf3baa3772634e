"""Files that give no plan: one code, one sentence that says what to do."""

import io
import zipfile

import pytest

from tests.reading.refusals import refusal
from tiltak.planfile import codec
from tiltak.planfile.model import Area, Document, Plan
from tiltak.reading import Limits, Problem, read_document
from tiltak.reading.problems import SENTENCES

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


def code_of(data: bytes, name: str = "fil", **limits: int) -> Problem:
    return refusal(read_document, data, name, Limits(**limits))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Problem.EMPTY),
        (b" \r\n\t\x0c", Problem.EMPTY),
        (b"\xef\xbb\xbf\n", Problem.EMPTY),
        (PNG, Problem.UNKNOWN_FORMAT),
        (bytes(range(256)) * 20, Problem.NOT_TEXT),
        (b"%PDF-1.7 ...", Problem.DAMAGED),
        (b"{\\rtf1 Plan}", Problem.UNSUPPORTED_FORMAT),
        (b"<!DOCTYPE html><p>Plan", Problem.UNSUPPORTED_FORMAT),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Problem.ENCRYPTED),
        (OLE + bytes(100), Problem.UNSUPPORTED_FORMAT),
        (b"PK\x03\x04 cut off", Problem.DAMAGED),
        (packed(other=b"<a/>"), Problem.UNKNOWN_FORMAT),
        (packed(word__document=b"<not xml"), Problem.DAMAGED),
        (b'{"schema": "plan/2"}', Problem.INVALID_PLAN_FILE),
        (b'{"schema": "plan/1"', Problem.INVALID_PLAN_FILE),
    ],
)
def test_unreadable(data: bytes, code: Problem) -> None:
    assert code_of(data) is code


@pytest.mark.parametrize(
    "text",
    [
        "Mjølk\nBrød\nSmør\n",
        "- Mjølk\n- Brød\n- Egg\n",
        "Det var ein mørk kveld. Regnet fall.\n\nHan gjekk ut og såg ingen.\n",
        "1 Innleiing\n\nDette er ei bok.\n\n2 Bakgrunn\n\nDen handlar om fjell.\n",
    ],
)
def test_a_text_that_is_no_plan(text: str) -> None:
    assert code_of(text.encode()) is Problem.NO_PLAN


def test_too_large() -> None:
    assert code_of(b"x" * 101, file_bytes=100) is Problem.TOO_LARGE


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed(word__document=bytes(3_000_000))
    assert code_of(bomb) is Problem.BOMB
    assert code_of(packed(word__document=b"<a/>", b=b"", c=b""), zip_entries=2) is Problem.BOMB
    assert code_of(packed(word__document=b"x" * 500), unpacked_bytes=400) is Problem.BOMB


def test_entities_are_refused() -> None:
    hostile = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    )
    assert code_of(packed(word__document=hostile)) is Problem.UNSAFE


@pytest.mark.parametrize(
    "start",
    [
        b'<?xml version="1.0"?>' + b"<!-- <a> -->" * 2_000,
        b"<!-- <a" + b" " * 9_000 + b"-->",
        b"<?x <a" + b" " * 9_000 + b"?>",
    ],
)
def test_entities_are_refused_wherever_they_stand(start: bytes) -> None:
    hostile = start + b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert code_of(packed(word__document=hostile)) is Problem.UNSAFE
    wide = b"\xff\xfe" + hostile.decode().encode("utf-16-le")
    assert code_of(packed(word__document=wide)) is Problem.UNSAFE


def test_an_encoding_that_hides_what_stands_there_is_refused() -> None:
    hostile = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert code_of(packed(word__document=hostile)) is Problem.UNSAFE


def test_other_kinds_of_packing_are_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", b"<a/>")
    assert code_of(target.getvalue()) is Problem.UNSAFE


def test_entries_that_share_their_bytes_are_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", b"x" * 300)
        entry = archive.infolist()[0]
        for name in ("a", "b", "c", "d"):
            again = zipfile.ZipInfo(name)
            for field in ("file_size", "compress_size", "CRC", "header_offset"):
                setattr(again, field, getattr(entry, field))
            archive.filelist.append(again)
    assert code_of(target.getvalue()) is Problem.BOMB


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Problem)


def test_plan_json_is_read_as_it_is() -> None:
    plan = Plan(
        document=Document(title="Plan", years=(2026,), status="framlegg"),
        focus_areas=(Area(id="1", title="Veg"),),
    )
    assert read_document(codec.encode(plan), "plan.json") == plan
    assert read_document(b"\xef\xbb\xbf" + codec.encode(plan), "plan.json") == plan


def test_the_name_does_not_decide() -> None:
    plan = read_document(b"Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n", "plan.docx")
    assert [measure.text for measure in plan.focus_areas[0].measures] == [
        "Byggja bru",
        "Rydda skog",
    ]
