"""A file is read in a process of its own: same answer, and no harm when it goes wrong."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.reading.formats.opendocument.odf_files import ods, row, sheet
from tests.reading.refusals import refusal
from tiltak.reading import (
    Limits,
    Problem,
    Vocabulary,
    read_document,
    read_safely,
)
from tiltak.reading.safety import parent

PLANS = Path(__file__).parents[1] / "plans"
MEGABYTE = 1024 * 1024


def code_of(data: bytes, name: str = "fil.txt", **limits: float) -> Problem:
    return refusal(read_safely, data, name, Limits(**limits))


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch):
    """Let another program stand in for the one that reads."""

    def replace(code: str) -> None:
        monkeypatch.setattr(parent, "_COMMAND", (sys.executable, "-I", "-c", code))

    return replace


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.glob("*.txt")))
def test_the_plan_is_the_same(name: str) -> None:
    data = (PLANS / name).read_bytes()
    assert read_safely(data, name) == read_document(data, name)


def test_a_councils_own_words_are_taken_along() -> None:
    words = Vocabulary.default().with_words(levels={"measure": ["grep"]})
    data = b"Veg\n\nGrep\n- Byggja bru\n- Rydda skog\n"
    plan = read_safely(data, "x.txt", vocabulary=words)
    assert plan == read_document(data, "x.txt", vocabulary=words)
    assert [measure.text for measure in plan.focus_areas[0].measures] == [
        "Byggja bru",
        "Rydda skog",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Problem.EMPTY),
        (b"PK\x03\x04 cut off", Problem.DAMAGED),
        (bytes(range(256)) * 20, Problem.NOT_TEXT),
        (b'{"schema": "plan/1"', Problem.INVALID_PLAN_FILE),
        ("Det var ein mørk kveld.\n".encode(), Problem.NO_PLAN),
    ],
)
def test_errors_keep_their_code(data: bytes, code: Problem) -> None:
    assert code_of(data) is code


def test_a_large_file_starts_no_process(child) -> None:
    child("raise SystemExit(9)")
    assert code_of(b"x" * 101, file_bytes=100) is Problem.TOO_LARGE


def test_a_name_that_is_no_text() -> None:
    data = (PLANS / "vatn.txt").read_bytes()
    assert read_safely(data, "a\udcff\n.txt").sources[0].name == "a?\n.txt"


def test_time_runs_out() -> None:
    started = time.monotonic()
    assert code_of(b"x\n" * 100, seconds=0.01) is Problem.TOO_SLOW
    assert time.monotonic() - started < 5


def test_cpu_runs_out(child) -> None:
    child(
        "import json, sys, tiltak.reading.safety.confinement as c\n"
        "from tiltak.reading.safety.messages import decode_order\n"
        "c.confine(decode_order(sys.stdin.buffer.readline()).limits)\n"
        "while True: pass\n"
    )
    assert code_of(b"x", cpu_seconds=1, seconds=60) is Problem.TOO_SLOW


def test_memory_runs_out() -> None:
    rows = (row("Veg", f"Byggja bru nummer {n}", "2026") for n in range(6_000))
    book = ods(sheet(row("Satsing", "Tiltak", "Tid"), *rows))
    assert code_of(book, "x.ods", memory_bytes=64 * MEGABYTE) in (
        Problem.TOO_LARGE,
        Problem.CRASHED,
    )


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "raise SystemExit(1)",
        "",
        "print('Pgarbage')",
        "print('Qgarbage')",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'x' * 300)",
    ],
)
def test_a_reader_that_breaks_is_one_sentence(child, code: str) -> None:
    child(code)
    assert code_of(b"x" * 200_000) is Problem.CRASHED


def test_an_answer_without_end_is_cut(child) -> None:
    child("import sys\nwhile True: sys.stdout.buffer.write(b'x' * 65536)")
    assert code_of(b"x", answer_bytes=MEGABYTE, seconds=60) is Problem.CRASHED


def test_what_it_started_does_not_outlive_it(child, tmp_path: Path) -> None:
    told = tmp_path / "pid"
    child(
        "import subprocess, sys, pathlib\n"
        "started = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],"
        " stdin=-3, stdout=-3)\n"
        f"pathlib.Path({str(told)!r}).write_text(str(started.pid))\n"
    )
    code_of(b"x")
    number = int(told.read_text())
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and Path(f"/proc/{number}/stat").exists():
        if Path(f"/proc/{number}/stat").read_text().split(")")[1].split()[0] == "Z":
            return
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_the_child_sees_no_secret(child, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TILTAK_SECRET", "hemmeleg")
    monkeypatch.setenv("DATABASE_URL", "postgresql://kari:hemmeleg@127.0.0.1/x")
    told = tmp_path / "environment"
    child(f"import os, pathlib; pathlib.Path({str(told)!r}).write_text(repr(dict(os.environ)))")
    code_of(b"x")
    assert "hemmeleg" not in told.read_text()


def test_too_many_at_once(child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "_SECONDS_TO_WAIT", 0.05)
    child("import time; time.sleep(30)")
    others = [
        threading.Thread(target=code_of, args=(b"x",), kwargs={"seconds": 1.5})
        for _ in range(parent._MOST_AT_ONCE)
    ]
    for other in others:
        other.start()
    time.sleep(0.5)
    assert code_of(b"x") is Problem.BUSY
    for other in others:
        other.join()
