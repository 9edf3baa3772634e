"""Click's own words in the help, said in Nynorsk; it brings no translation of them."""

import re
from collections.abc import Iterable

import click

HEADINGS = {"Options": "Val", "Commands": "Kommandoar"}
SENTENCES = {"Show this message and exit.": "Vis denne hjelpa."}
PLACES = {
    "[OPTIONS]": "[VAL]",
    "COMMAND [ARGS]...": "KOMMANDO [VAL]...",
    "INTEGER RANGE": "HEILTAL",
    "FLOAT RANGE": "TAL",
    "INTEGER": "HEILTAL",
    "FLOAT": "TAL",
    "TEXT": "TEKST",
}
PLACE = re.compile(rf"(?<!\S)({'|'.join(map(re.escape, PLACES))})(?!\S)")
# what stands in brackets after the sentence about an option: "[default: 8000; 1<=x<=65535]"
EXTRAS = re.compile(r"\[[^\]]*\]$")


class HelpWriter(click.HelpFormatter):
    """Writes the help of a command."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _with_places(args), "Bruk: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        said = [(_with_places(names), _sentence(about)) for names, about in rows]
        super().write_dl(said, col_max, col_spacing)


class HelpContext(click.Context):
    """Where a command is run; its help is in Nynorsk."""

    formatter_class = HelpWriter


def _with_places(names: str) -> str:
    return PLACE.sub(lambda found: PLACES[found[0]], names)


def _sentence(about: str) -> str:
    return EXTRAS.sub(_extras, SENTENCES.get(about, about))


def _extras(found: re.Match[str]) -> str:
    return found[0].replace("default: ", "standard: ").replace("required", "må vera med")
