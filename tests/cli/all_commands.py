"""All there is to type after `tiltak`."""

import click

from tiltak.cli import main


def command_of(path: tuple[str, ...]) -> click.Command:
    """The command that these words lead to."""
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        below = command.get_command(click.Context(command), name)
        assert below is not None
        command = below
    return command


def all_commands(path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The words of every command, the groups among them."""
    command = command_of(path)
    if not isinstance(command, click.Group):
        return [path]
    names = command.list_commands(click.Context(command))
    return [path, *(below for name in names for below in all_commands((*path, name)))]
