"""The files that a command of travel time is given, and how it says what is wrong in them."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from tiltak.cli.errors import Refused
from tiltak.cli.read import contents_of

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import InputFile


def the_file(name: str) -> "InputFile":
    """A file that the command line names. Raises Refused."""
    from tiltak.analysis.traveltime import InputFile

    data, short = contents_of(name)
    return InputFile(short, data)


def opened(name: str | None) -> "InputFile | None":
    """A file that the command line may name. Raises Refused."""
    return the_file(name) if name is not None else None


def refusing(command: Callable[..., None]) -> Callable[..., None]:
    """What the analysis says of bad input, as the command line says it."""

    @wraps(command)
    def run(**options: Any) -> None:
        from tiltak.analysis.traveltime import BadInput

        try:
            command(**options)
        except BadInput as error:
            raise Refused(str(error)) from None

    return run
