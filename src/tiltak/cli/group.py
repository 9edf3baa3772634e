"""The command and its subcommands. Only what is asked for is imported: `tiltak read` never
sees Django."""

import importlib

import click

from tiltak import __version__
from tiltak.cli.usage import PlainGroup

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


class LazyGroup(PlainGroup):
    """A group whose commands are imported when somebody asks for them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"tiltak.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(cls=LazyGroup, context_settings=HELP)
@click.version_option(__version__, prog_name="tiltak", message="%(prog)s %(version)s")
def main() -> None:
    """Handlingsplanen til eit regionråd, frå dokument til oppfølging."""
