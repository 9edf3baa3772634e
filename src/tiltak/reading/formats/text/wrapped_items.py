"""Wrapped lines that begin with a capital or a figure.

Habits read: a typed text has the wrapped lines of an item hang below the text behind its mark; in a
print nothing hangs, but the line above is as full as lines get. What a program for mail or text
wraps has as many words on each line as there is room for, so that every line tells where the room
ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.values.numbering import read_code, read_number
from tiltak.reading.vocabulary import Vocabulary

_ENDED = ".!?:;"
# letters of different widths fill a line sooner or later
_FULL = 0.95
_FEWEST_WRAPPED = 6
# one line in so many may be short: its writer broke it
_ONE_SHORT_OF = 20
# nothing is wrapped by a program further out, nor as near
_NARROWEST, _WIDEST = 50, 100


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
    """How long the full lines of a text are: `full` from the side of the page, `width` alone.
    `room`: where a program wraps every line, 0 where none did."""

    full: int
    width: int
    vocabulary: Vocabulary
    room: int = 0

    def goes_on(self, item: ItemSoFar, line: str) -> bool:
        """Whether a line right below an item goes on with it: its first word had no room above."""
        text = line.strip()
        word = 1 + len(text.split(None, 1)[0])
        indent = len(line) - len(line.lstrip())
        if "|" in line or item.last[-1] == ":":
            return False  # "Turlaget | 2027 | 40 000 kr" tells of the text above
        if not item.hang:
            had_room = item.end + word <= self.room
            return (
                bool(self.room) and indent == item.indent and not had_room and _is_open(item.last)
            )
        if indent == item.hang:
            return item.end + word > self.full
        # a line below a number may be the first one below a heading, and a code begins the next item
        numbered = read_number(item.first) is not None or read_code(text) is not None
        if numbered or item.last[-1] in _ENDED or self.vocabulary.column_role(text):
            return False
        if read_code(item.first) is not None and read_code(text) is not None:
            return False  # "A.2 Byta til LED" below "A.1 Styra varmen"
        return indent == item.indent and len(item.last) + word >= _FULL * self.width


def _is_open(last: str) -> bool:
    """Whether a line of prose goes on: no sentence ends there."""
    return last[-1] not in _ENDED and " " in last and not last.isupper()


def room_of(lines: Sequence[str]) -> int:
    """The length that a program wrapped every line at; 0 where the lines do not say so. Told by
    lines that go on in a small letter: none had room for the next word."""
    pairs = [
        (len(line.rstrip()), 1 + len(below.split(None, 1)[0]))
        for line, below in pairwise(lines)
        if line.strip()
        and below.strip()
        and below.strip()[0].islower()
        and "  " not in line.strip()
    ]
    room = max((end for end, _ in pairs), default=0)
    is_wrapped = len(pairs) >= _FEWEST_WRAPPED and _NARROWEST <= room <= _WIDEST
    short = sum(end + word <= room for end, word in pairs)
    return room if is_wrapped and short * _ONE_SHORT_OF <= len(pairs) else 0


def usual_width(texts: Iterable[str]) -> int:
    """The length of a full line: nine of ten lines are no longer. 0 without lines."""
    lengths = sorted(len(text) for text in texts if text)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0
