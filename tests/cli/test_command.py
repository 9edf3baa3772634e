"""The command itself: what it offers, and how fast it is there."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from tiltak import __version__
from tiltak.cli import main
from tiltak.cli.group import COMMANDS

WITHOUT_DJANGO = """
import sys
from tiltak.cli import main
main({arguments!r}, standalone_mode=False)
sys.exit([name for name in sys.modules if name.partition(".")[0] == "django"][:3] or 0)
"""


def test_the_help_lists_every_command_with_a_line() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output.partition("Commands:")[2]
    rows = [line.split(maxsplit=1) for line in listed.splitlines() if line.strip()]
    assert [row[0] for row in rows if row[0] in COMMANDS] == list(COMMANDS)
    assert all(len(row) == 2 for row in rows)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])
    assert (shown.exit_code, f"Usage: main {name}" in shown.output) == (0, True)


def test_an_unknown_command_is_refused() -> None:
    assert CliRunner().invoke(main, ["fly"]).exit_code == 2


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"tiltak {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "-"], ["serve", "--help"]])
def test_help_and_reading_do_without_django(arguments: list[str]) -> None:
    code = WITHOUT_DJANGO.format(arguments=arguments)
    plan = b"Handlingsplan 2030\n\n1 Veg\n\nTiltak\nByggja ei bru over fjorden.\n"
    done = subprocess.run(
        [sys.executable, "-c", code], input=plan, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
