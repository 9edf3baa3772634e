"""Where a text can be cut: sentences to choose between, and blank lines a person put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# a full stop, colon or line end, then white space; or a dash or bullet that begins a line
SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=\S)|\n\s*(?=\S)")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: characters `start` up to `end`."""

    start: int
    end: int
    text: str


def pieces(text: str) -> list[Piece]:
    """The sentences and lines of a text, without the white space between them."""
    found, at = [], 0
    for cut in SENTENCE.finditer(text):
        found.append((at, cut.start()))
        at = cut.end()
    found.append((at, len(text)))
    return [Piece(start, end, text[start:end]) for start, end in found if text[start:end].strip()]


def cuts_between(text: str, typed: str) -> list[int]:
    """Where a person put blank lines into a text: the characters at which the next part begins.

    Raises ValueError when anything but white space is another than it was.
    """
    typed = typed.replace("\r\n", "\n")
    if "".join(typed.split()) != "".join(text.split()):
        raise ValueError(typed)
    places = [i for i, char in enumerate(text) if not char.isspace()]
    cuts = [places[after] for after in _letters_before(typed) if 0 < after < len(places)]
    return sorted({cut for cut in cuts if not _is_blank_before(text, cut)})


def _letters_before(typed: str) -> Iterator[int]:
    """How many characters that are no white space stand before each blank line."""
    for blank in BLANK_LINE.finditer(typed):
        yield sum(not char.isspace() for char in typed[: blank.start()])


def _is_blank_before(text: str, cut: int) -> bool:
    """Whether a blank line stood there already."""
    start = len(text[:cut].rstrip())
    return BLANK_LINE.search(text[start:cut]) is not None
