"""Who uses a data folder: servers and workers beside each other, or one command alone.

The system lets go of a lock when its process ends, however it ends.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tiltak.cli.errors import Refused

_NAME = ".in-use"


@contextmanager
def using(folder: Path) -> Iterator[None]:
    """The folder is in use while the block runs. Raises Refused while somebody has it alone."""
    with _locked(
        folder, fcntl.LOCK_SH, "Ein tryggingskopi blir henta tilbake. Vent til det er gjort."
    ):
        yield


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else uses the folder while the block runs. Raises Refused where somebody does."""
    with _locked(
        folder,
        fcntl.LOCK_EX,
        "Databasen er i bruk. Stopp tenaren (tiltak serve) og arbeidaren (tiltak work), og prøv på nytt.",
    ):
        yield


@contextmanager
def _locked(folder: Path, how: int, refusal: str) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _NAME).open("ab") as file:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except OSError:
            raise Refused(refusal) from None
        yield
