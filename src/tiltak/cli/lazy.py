"""A group whose commands are imported when somebody asks for them."""

import importlib
from collections.abc import Mapping
from typing import Any

import click

from tiltak.cli.usage import PlainGroup


class LazyGroup(PlainGroup):
    """`modules` has the module of each command in `package`, in the order the help shows them.

    Each module calls its command `command`.
    """

    def __init__(self, *args: Any, package: str, modules: Mapping[str, str], **extra: Any) -> None:
        super().__init__(*args, **extra)
        self._package, self._modules = package, modules

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self._modules)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._modules:
            return None
        module = importlib.import_module(f"{self._package}.{self._modules[cmd_name]}")
        command: click.Command = module.command
        command.context_class = self.context_class
        return command
