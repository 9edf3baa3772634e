"""The command and its subcommands. Only what is asked for is imported: `tiltak read` never
sees Django."""

import click

from tiltak import __version__
from tiltak.cli.lazy import LazyGroup

# in the order the help shows them; "import" is a word of Python, so its module is not
COMMANDS = {
    "read": "read",
    "import": "importing",
    "export": "export",
    "traveltime": "traveltime",
    "serve": "serve",
    "work": "work",
    "demo": "demonstrate",
    "council": "council",
    "login-link": "login_link",
    "migrate": "migrate",
    "backup": "backup",
    "restore": "restore",
    "doctor": "doctor",
}
HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=LazyGroup, package="tiltak.cli", modules=COMMANDS, context_settings=HELP)
@click.version_option(
    __version__, prog_name="tiltak", message="%(prog)s %(version)s", help="Vis versjonen."
)
def main() -> None:
    """Handlingsplanen til eit regionråd, frå dokument til oppfølging."""
