"""The one command, `tiltak`. Each subcommand is a module, loaded when it is asked for."""

from tiltak.cli.group import main

__all__ = ["main"]
