"""How far the reading of files has come, for whoever waits."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """What is done at the moment."""

    OPENING = "opening"
    PAGES = "pages"
    SCANNED = "scanned"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Step:
    """`done` of `total` pages are read; 0 of 0 where there are no pages to count.

    `file` is the file's place in the order the files are read in, from 0.
    """

    phase: Phase
    file: int = 0
    done: int = 0
    total: int = 0


Tell = Callable[[Step], None]


def tell_nobody(_step: Step) -> None:
    """Nobody waits."""
