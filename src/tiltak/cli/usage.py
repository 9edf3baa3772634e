"""A command line that cannot be read: said as every other refusal, in one line of Nynorsk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from tiltak.cli.errors import Refused, Stopped
from tiltak.cli.help_words import HelpContext


class PlainGroup(click.Group):
    """A group that says in one line why it cannot read a command line, and helps in Nynorsk."""

    context_class = HelpContext

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _plainly():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _plainly():
            return super().invoke(ctx)


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except KeyboardInterrupt:
        raise Stopped from None
    except click.UsageError as error:
        where = f" Sjå: {error.ctx.command_path} --help" if error.ctx else ""
        raise Refused(_sentence(error) + where) from None


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, NoSuchCommand):
        return f"«{error.command_name}» er ingen kommando."
    if isinstance(error, click.NoSuchOption):
        return f"«{error.option_name}» er ikkje noko val."
    if isinstance(error, click.BadOptionUsage):
        return f"«{error.option_name}» manglar ein verdi, eller har ein for mykje."
    if isinstance(error, click.MissingParameter):
        return f"{_name(error)} manglar."
    if isinstance(error, click.BadParameter):
        return f"{_name(error)}: {_advice(error)}."
    return "Det står for mykje på linja."


def _name(error: click.BadParameter) -> str:
    shown = error.param.get_error_hint(error.ctx) if error.param else error.param_hint
    return str(shown).replace("'", "")


def _advice(error: click.BadParameter) -> str:
    """What to write instead; where we do not know, what is wrong."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"vel {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange) and kind.min is not None and kind.max is not None:
        return f"skriv eit heilt tal frå {kind.min} til {kind.max}"
    if isinstance(kind, click.DateTime):
        return "skriv datoen som 2017-12-08"
    return error.message.rstrip(".")
