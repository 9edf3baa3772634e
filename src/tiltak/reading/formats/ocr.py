"""Pictures of text → words, through the program tesseract where it is installed."""

import csv
import io
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

from tiltak.reading.problems import Problem, UnreadableDocument

LANGUAGES = ("nor", "swe", "dan", "eng")
DPI = 300
_SECONDS_A_PAGE = 120
_SECONDS_TO_ANSWER = 10
_LEAST_SURE = 0.0
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in a picture. The box and the height of its line are in pixels, `line` names its line."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    line: tuple[int, int, int]


def is_installed() -> bool:
    """Whether pages can be read by OCR here."""
    return bool(_languages())


@cache
def _program() -> str | None:
    return shutil.which("tesseract")


@cache
def _languages() -> tuple[str, ...]:
    """Those of our languages tesseract has here; none without the program."""
    program = _program()
    if program is None:
        return ()
    try:
        answer = subprocess.run(  # noqa: S603  the arguments are ours
            [program, "--list-langs"],
            capture_output=True,
            check=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    known = set((answer.stdout + answer.stderr).split())
    return tuple(language for language in LANGUAGES if language in known)


def words_in(picture: bytes) -> list[SeenWord]:
    """The words in a picture (PNG at `DPI`), in the order tesseract reads them.

    Raises UnreadableDocument(NEEDS_OCR) where tesseract is missing or gives up.
    """
    program, languages = _program(), _languages()
    if program is None or not languages:
        raise UnreadableDocument(Problem.NEEDS_OCR, "tesseract is not installed")
    command = [program, "stdin", "stdout", "-l", "+".join(languages), "--dpi", str(DPI), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603  the arguments are ours
            command,
            input=picture,
            capture_output=True,
            check=True,
            timeout=_SECONDS_A_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableDocument(Problem.NEEDS_OCR, f"tesseract: {error}") from error
    return _words(done.stdout.decode("utf-8", "replace"))


def _words(table: str) -> list[SeenWord]:
    """The words of tesseract's table of results."""
    words = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD_LEVEL or not text or float(row["conf"]) < _LEAST_SURE:
            continue
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
        words.append(SeenWord("".join(text.split()), left, top, right, bottom, line))
    return words
