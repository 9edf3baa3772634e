"""How a command says no: one line on stderr and exit code 2."""

from typing import IO, Any

import click


class Refused(click.ClickException):
    """The command cannot do what was asked. The message says why and what to do."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"tiltak: {self.one_line()}", file=file, err=file is None)

    def one_line(self) -> str:
        return " ".join(self.message.split())


class Stopped(Refused):
    """Whoever typed the command pressed Ctrl+C."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("Avbrote.")

    def show(self, file: IO[Any] | None = None) -> None:
        # the terminal has written ^C on the line where it stood
        click.echo(file=file, err=file is None)
        super().show(file)
