"""Files that together are one plan, and the order they are read in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from tiltak.reading.problems import UnreadableDocument

T = TypeVar("T")

_SHEETS = {".xlsx", ".xlsm", ".xls", ".ods", ".csv"}
_APPENDIX = re.compile(r"^\W*(?:\d+\W+)?(?:vedlegg|bilag|bilaga|appendi|attachment)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came: its name and all its bytes."""

    name: str
    data: bytes


def in_reading_order(files: Iterable[File]) -> list[File]:
    """The plan first, then its appendices, then sheets, each as they were given.

    A file dialog gives files by name, so "budsjett.xlsx" would come before "plan.docx".
    """
    return sorted(files, key=lambda file: _rank(file.name))


def _rank(name: str) -> int:
    if PurePath(name).suffix.casefold() in _SHEETS:
        return 2
    return 1 if _APPENDIX.match(name) else 0


def blaming(file: File, count: int, read: Callable[..., T], *given: object) -> T:
    """What `read` gives; a refusal names the file where it is one of several."""
    try:
        return read(*given)
    except UnreadableDocument as error:
        if count > 1:
            raise error.of_file(file.name) from error
        raise
