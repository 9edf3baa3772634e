"""`tiltak read`, as a process: JSON on stdout, what is doubtful on stderr, nothing else anywhere."""

import json
from pathlib import Path

import pytest

from tests.factories.installations import Installation, refusal
from tiltak.cli.demo import __file__ as demo_package

PLAN = Path(demo_package).with_name("handlingsplan-2018.txt")


@pytest.fixture
def nowhere(tmp_path: Path) -> Installation:
    """An installation that is not there and must not come to be."""
    return Installation(tmp_path / "nowhere")


def test_a_plan_is_printed_as_json(nowhere: Installation) -> None:
    done = nowhere.run("read", str(PLAN))
    read = json.loads(done.stdout)
    assert done.returncode == 0
    assert (read["schema"], read["document"]["title"], read["budget"]["total"]) == (
        "plan/1",
        "Handlingsplan 2018",
        2_010_000,
    )
    assert not nowhere.data.exists()


def test_stdin_is_read_as_the_file_is(nowhere: Installation) -> None:
    from_file = json.loads(nowhere.run("read", str(PLAN)).stdout)
    from_stdin = json.loads(nowhere.run("read", "-", given=PLAN.read_bytes()).stdout)
    for read in (from_file, from_stdin):
        read.pop("sources")
    assert from_file == from_stdin


def test_what_was_printed_can_be_read_again(nowhere: Installation) -> None:
    once = nowhere.run("read", str(PLAN)).stdout
    assert nowhere.run("read", "-", given=once).stdout == once


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Fila er tom"),
        (b"Kjaere mor. Takk for sist.\n", "Dette ser ikkje ut som ein plan"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "il"),
        (b'{"schema": "plan/2"}', "ikkje ein gyldig plan/1"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "il"),
    ],
)
def test_what_is_no_plan_gives_one_line(
    nowhere: Installation, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "fil"
    file.write_bytes(content)
    line = refusal(nowhere.run("read", str(file)))
    assert line.startswith(f"{file}: ")
    assert said in line


def test_a_file_that_is_not_there_and_a_folder_are_said(
    nowhere: Installation, tmp_path: Path
) -> None:
    assert refusal(nowhere.run("read", "finst/ikkje")) == "finst/ikkje: fann ikkje fila."
    assert "mappe" in refusal(nowhere.run("read", str(tmp_path)))


def test_a_wrong_setting_does_not_hinder_reading(nowhere: Installation) -> None:
    assert nowhere.run("read", str(PLAN), TILTAK_TLS="kanskje").returncode == 0
