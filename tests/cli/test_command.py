"""The command itself: what it offers, and how fast it is there."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tests.cli.all_commands import all_commands, command_of
from tiltak import __version__
from tiltak.cli import main
from tiltak.cli.group import COMMANDS
from tiltak.cli.usage import PlainGroup

WITHOUT_DJANGO = """
import sys
from tiltak.cli import main
main({arguments!r}, standalone_mode=False)
sys.exit([name for name in sys.modules if name.partition(".")[0] == "django"][:3] or 0)
"""


def test_the_help_lists_every_command_with_a_line() -> None:
    listed = (
        CliRunner().invoke(main, ["--help"], terminal_width=80).output.partition("Kommandoar:")[2]
    )
    rows = [line.split(maxsplit=1) for line in listed.splitlines() if line.strip()]
    assert [row[0] for row in rows if row[0] in COMMANDS] == list(COMMANDS)
    assert all(len(row) == 2 for row in rows)
    assert [row for row in rows if row[1].endswith("...")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])
    assert (shown.exit_code, f"Bruk: main {name}" in shown.output) == (0, True)


@pytest.mark.parametrize("path", all_commands(), ids=" ".join)
def test_every_option_has_a_line_of_help(path: tuple[str, ...]) -> None:
    options = [one for one in command_of(path).params if isinstance(one, click.Option)]
    assert [one.opts for one in options if not one.help] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fly"], "«fly» er ingen kommando. Sjå: main --help"),
        (["--fly"], "«--fly» er ikkje noko val. Sjå: main --help"),
        (["read"], "FILE... manglar. Sjå: main read --help"),
        (["read", "--fly", "x"], "«--fly» er ikkje noko val. Sjå: main read --help"),
        (["council", "a"], "--name manglar. Sjå: main council --help"),
        (["council", "a", "b", "--name", "x"], "Det står for mykje på linja. Sjå: main council --help"),
        (["council", "a", "--name"], "«--name» manglar ein verdi, eller har ein for mykje."),
        (["serve", "--port", "0"], "--port: skriv eit heilt tal frå 1 til 65535. Sjå: main serve --help"),
        (["import", "x", "--kind", "y"], "--kind: vel regional_plan, action_plan, programme, sub_plan, strategy. Sjå: main import --help"),
        (["import", "x", "--decided", "8.12.17"], "--decided: skriv datoen som 2017-12-08. Sjå: main import --help"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_refused_in_one(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"tiltak: {said}\n")


def test_who_stops_a_command_is_told_so_in_one_line() -> None:
    group = PlainGroup()

    @group.command()
    def wait() -> None:
        raise KeyboardInterrupt

    result = CliRunner().invoke(group, ["wait"])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "\ntiltak: Avbrote.\n")


def test_the_command_alone_shows_the_help() -> None:
    assert "Kommandoar:" in CliRunner().invoke(main, []).output


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
