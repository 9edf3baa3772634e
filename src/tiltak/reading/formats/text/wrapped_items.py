"""Wrapped lines of items that begin with a capital or a figure.

Habits read: a typed text has the wrapped lines of an item hang below the text behind its mark; in a
print nothing hangs, but the line above is as full as lines get.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tiltak.reading.values.numbering import read_code, read_number
from tiltak.reading.vocabulary import Vocabulary

_ENDED = ".!?:;"
# letters of different widths fill a line sooner or later
_FULL = 0.95


@dataclass(frozen=True, slots=True)
class ItemSoFar:
    """The lines of an item. `first`: its text where it has no mark, `last`: its last line; where
    the text behind mark or number begins (0 without), where the item begins, and where its last
    line ends, in signs."""

    first: str
    last: str
    hang: int
    indent: int
    end: int


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How long the full lines of a text are: `full` from the side of the page, `width` alone."""

    full: int
    width: int
    vocabulary: Vocabulary

    def goes_on(self, item: ItemSoFar, line: str) -> bool:
        """Whether a line right below an item goes on with it: its first word had no room above."""
        text = line.strip()
        if not item.hang or "|" in line or item.last[-1] == ":":
            return False  # "Turlaget | 2027 | 40 000 kr" tells of the text above
        word = 1 + len(text.split(None, 1)[0])
        indent = len(line) - len(line.lstrip())
        if indent == item.hang:
            return item.end + word > self.full
        # a line below a number may be the first one below a heading, and a code begins the next item
        numbered = read_number(item.first) is not None or read_code(text) is not None
        if numbered or item.last[-1] in _ENDED or self.vocabulary.column_role(text):
            return False
        if read_code(item.first) is not None and read_code(text) is not None:
            return False  # "A.2 Byta til LED" below "A.1 Styra varmen"
        return indent == item.indent and len(item.last) + word >= _FULL * self.width


def usual_width(texts: Iterable[str]) -> int:
    """The length of a full line: nine of ten lines are no longer. 0 without lines."""
    lengths = sorted(len(text) for text in texts if text)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0
