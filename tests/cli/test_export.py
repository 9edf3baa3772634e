"""`tiltak export`: every format, the right version, a whole file or none."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Tiltak
from tiltak.cli.demo.load import load_demo
from tiltak.planfile import codec
from tiltak.writing.formats import FORMATS

pytestmark = pytest.mark.django_db

BEGINNINGS = {
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.7",
    "xlsx": b"PK\x03\x04",
    "csv": "\ufeff".encode(),
    "csv-dictionary": "\ufeff".encode(),
    "json": b"{",
    "ics": b"BEGIN:VCALENDAR\r\n",
    "status-report": b"PK\x03\x04",
}


@pytest.fixture(autouse=True)
def _demo() -> None:
    load_demo(datetime(2026, 11, 1, 12, tzinfo=UTC))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(tiltak: Tiltak, tmp_path: Path, name: str) -> None:
    out = tmp_path / "plan"
    result = tiltak("export", "handlingsplan-2018", "--format", name, "--out", out)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes().startswith(BEGINNINGS[name])
    assert list(tmp_path.iterdir()) == [out]


def test_json_on_stdout_is_the_plan(tiltak: Tiltak) -> None:
    result = tiltak("export", "handlingsplan-2018@1", "--format", "json", "--out", "-")
    plan = codec.decode(result.stdout)
    assert (plan.document.title, json.loads(result.stdout)["budget"]["total"]) == (
        "Handlingsplan 2018",
        2_010_000,
    )


def test_the_status_report_is_a_document_of_its_own(tiltak: Tiltak, tmp_path: Path) -> None:
    plain, report = tmp_path / "plan.docx", tmp_path / "report.docx"
    tiltak("export", "handlingsplan-2018", "--format", "docx", "--out", plain)
    tiltak(
        "export", "handlingsplan-2018", "--report", "status", "--format", "docx", "--out", report
    )
    assert plain.read_bytes() != report.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["x", "--format", "docx"], "Fann ikkje «x»"),
        (["handlingsplan-2018@9", "--format", "docx"], "Fann ikkje «handlingsplan-2018@9»"),
        (["handlingsplan-2018@x", "--format", "docx"], "Fann ikkje «handlingsplan-2018@x»"),
        (["handlingsplan-2018", "--format", "doc"], "Formatet «doc» finst ikkje. Vel eit av: docx"),
        (["handlingsplan-2018", "--format", "pdf", "--report", "status"], "berre som docx"),
        (["handlingsplan-2018", "--format", "csv", "--council", "x"], "Fann ikkje regionrådet «x»"),
    ],
)
def test_what_cannot_be_written_is_said_and_no_file_appears(
    tiltak: Tiltak, tmp_path: Path, arguments: list[str], line: str
) -> None:
    result = tiltak("export", *arguments, "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert line in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tiltak: Tiltak, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "plan.csv"
    result = tiltak("export", "handlingsplan-2018", "--format", "csv", "--out", out)
    assert (result.exit_code, "kan ikkje skrivast" in result.stderr) == (2, True)


def test_a_file_that_was_there_stays_when_the_new_one_fails(tiltak: Tiltak, tmp_path: Path) -> None:
    out = tmp_path / "plan.csv"
    out.write_text("before", encoding="utf-8")
    tiltak("export", "handlingsplan-2018@9", "--format", "csv", "--out", out)
    assert out.read_text(encoding="utf-8") == "before"
