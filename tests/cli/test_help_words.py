"""The help is in Nynorsk, also where the words are Click's own."""

import re

import click
import pytest
from click.testing import CliRunner

from tests.cli.all_commands import all_commands
from tiltak.cli import main

TOP = """\
Bruk: tiltak [VAL] KOMMANDO [VAL]...

  Handlingsplanen til eit regionråd, frå dokument til oppfølging.

Val:
  --version   Vis versjonen.
  -h, --help  Vis denne hjelpa.

Kommandoar:
  read        Les dokumentet FILE og skriv det som plan/1 JSON.
  import      Les dokumentet FILE inn som utkast til ein plan.
  export      Skriv planen, eller éin versjon av han, til ei fil.
  traveltime  Rekn ut reisetid på vegar og ferjer.
  serve       Start nettenaren, og arbeidaren som les opplasta filer.
  work        Les opplasta filer i bakgrunnen.
  demo        Lag eit regionråd som døme, med planar og status.
  council     Lag eit nytt regionråd.
  login-link  Lag ei lenkje der administratoren vel namn og passord.
  migrate     Set opp databasen, eller oppdater han til denne versjonen.
  backup      Skriv ein tryggingskopi av alt til FILE.
  restore     Hent alt tilbake frå tryggingskopien FILE.
  doctor      Sjekk installasjonen.
"""
COUNCIL = """\
Bruk: tiltak council [VAL] KORTNAMN

  Lag eit nytt regionråd.

Val:
  --name TEKST  Namnet, til dømes «Sogn regionråd».  [må vera med]
  --host TEKST  Vertsnamnet rådet svarar på, når det er fleire i same
                installasjon.
  -h, --help    Vis denne hjelpa.
"""
SERVE = """\
Bruk: tiltak serve [VAL]

  Start nettenaren, og arbeidaren som les opplasta filer.

Val:
  --host TEKST       Adressa det skal svarast på.  [standard: 127.0.0.1]
  --port HEILTAL     Porten det skal svarast på.  [standard: 8000; 1<=x<=65535]
  --workers HEILTAL  Prosessar.  [standard: 2; 1<=x<=64]
  --threads HEILTAL  Trådar i kvar prosess.  [standard: 4; 1<=x<=64]
  --migrate          Oppdater databasen først.
  --no-worker        Ikkje start nokon arbeidar: «tiltak work» går som ei eiga
                     teneste.
  -h, --help         Vis denne hjelpa.
"""
# what Click says in the help, its names of types among it
ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Positional|arguments|Show|exit|required|default|deprecated|env var"
    r"|OPTIONS|COMMAND|ARGS|TEXT|INTEGER|FLOAT|RANGE|BOOLEAN|PATH|DIRECTORY|FILENAME|DATETIME|UUID)\b"
)


def help_of(*path: str) -> str:
    shown = CliRunner().invoke(main, [*path, "--help"], prog_name="tiltak", terminal_width=80)
    assert shown.exit_code == 0
    return shown.output


@pytest.mark.parametrize(
    ("path", "said"), [((), TOP), (("council",), COUNCIL), (("serve",), SERVE)]
)
def test_the_whole_help(path: tuple[str, ...], said: str) -> None:
    assert help_of(*path) == said


@pytest.mark.parametrize("path", all_commands(), ids=" ".join)
def test_no_word_of_any_help_is_english(path: tuple[str, ...]) -> None:
    assert ENGLISH.findall(help_of(*path)) == []


def test_what_the_sentence_about_an_option_says_is_left_alone() -> None:
    @click.command(context_settings={"terminal_width": 80})
    @click.option(
        "--style", metavar="A TEXT", help="Har [default: 1] og required i seg.", default=2
    )
    def command() -> None:
        """TEXT og [OPTIONS]."""

    command.context_class = main.context_class
    assert CliRunner().invoke(command, ["--help"]).output == (
        "Bruk: command [VAL]\n\n  TEXT og [OPTIONS].\n\nVal:\n"
        "  --style A TEKST  Har [default: 1] og required i seg.\n"
        "  --help           Vis denne hjelpa.\n"
    )
