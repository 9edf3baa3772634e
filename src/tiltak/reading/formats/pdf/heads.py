"""The head of a table without rules: one to three lines that name its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.planfile.running_text import join_lines
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.head_pieces import (
    UNDER_HEADS,
    Column,
    Piece,
    pieces_of,
    with_line,
)
from tiltak.reading.vocabulary import Vocabulary

_LONGEST = 40
_MOST_LINES = 3
_NEAR = 1.45
_MOST_WORDS = 4
_MOST_ABBREVIATED = 2
# How many lines below a head are looked at; how far below a row of years or units may stand.
_LOOKED_AT, _ROW = 8, 3.4
_YEARS = re.compile(r"\b(?:19|20)\d\d\b|\b1\s?000\b")
_NAMES_ROWS = {"measure", "sub_goal", "focus_area", "strategy"}


@dataclass(frozen=True, slots=True)
class Head:
    """The head's lines; for each column its pieces, its role, and its sides (x0, x1) in points."""

    lines: tuple[FlowLine, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    roles: tuple[str | None, ...]
    sides: tuple[tuple[float, float], ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(join_lines(text for text, _ in pieces) for pieces in self.pieces)

    @property
    def size(self) -> float:
        return max(line.line.size for line in self.lines)


def find_head(items: Sequence[object], at: int, vocabulary: Vocabulary) -> Head | None:
    """The head that begins at an item, with its second and third line where it has them."""
    best: Head | None = None
    lines: list[FlowLine] = []
    for item in items[at : at + _MOST_LINES]:
        if not isinstance(item, FlowLine) or (lines and not _is_near(lines[-1], item)):
            break
        if lines and not _is_more_of_head(item, lines, vocabulary):
            break
        lines.append(item)
        head = _head(lines, vocabulary, _below(items, at + len(lines)))
        if head is not None and (best is None or _knows_more(head, best, vocabulary)):
            best = head
    return best


def _knows_more(head: Head, best: Head, vocabulary: Vocabulary) -> bool:
    """Whether a further line makes the head no worse: no name it had by itself is lost in it."""
    exact = [vocabulary.column_role(name) for name in head.names]
    before = [vocabulary.column_role(name) for name in best.names]
    text = head.lines[-1].text
    if sum(map(bool, exact)) < sum(map(bool, before)) and text[0].isupper():
        return False
    return _known(head) >= _known(best)


def _known(head: Head) -> int:
    return sum(role is not None for role in head.roles)


def _is_more_of_head(line: FlowLine, above: Sequence[FlowLine], vocabulary: Vocabulary) -> bool:
    """Whether a line below goes on with the heads rather than beginning the first row.

    Heads are set in bold, or their wrapped lines begin small, in brackets or in a broken word.
    """
    if line.line.bold:
        return True
    pieces = [text for _, _, (text, _) in pieces_of(line, vocabulary)]
    broken = any(text.endswith("-") for _, _, (text, _) in pieces_of(above[-1], vocabulary))
    return all(text[0].islower() or text[0] == "(" for text in pieces) or (
        broken and len(above) == 1 and all(text[0].islower() for text in pieces)
    )


def _is_near(above: FlowLine, below: FlowLine) -> bool:
    one, other = above.line, below.line
    if above.page is not below.page or one.column != other.column:
        return False
    step = other.baseline - one.baseline
    if UNDER_HEADS.fullmatch(below.text):
        # years and units have a row of their own
        return 0 < step < _ROW * one.size
    return 0 < step < _NEAR * one.size and one.size == other.size and one.bold == other.bold


def _below(items: Sequence[object], at: int) -> list[FlowLine]:
    """The first lines below a head, on its page."""
    lines: list[FlowLine] = []
    for item in items[at : at + _LOOKED_AT]:
        if not isinstance(item, FlowLine) or (lines and item.page is not lines[0].page):
            break
        lines.append(item)
    return lines


def _head(
    lines: Sequence[FlowLine], vocabulary: Vocabulary, below: Sequence[FlowLine]
) -> Head | None:
    columns: list[Column] = []
    for line in lines:
        columns = with_line(columns, line, vocabulary, below)
    names = [join_lines(text for text, _ in pieces) for _, _, pieces in columns]
    if len(columns) < 2 or any(_is_text(name) for name in names):
        return None
    roles = tuple(vocabulary.head(name).role for name in names)
    known = {role for role in roles if role is not None}
    if len(known) < 2 or not known & _NAMES_ROWS or 2 * sum(map(bool, roles)) < len(roles):
        return None
    if not any(_is_plain(name, vocabulary) for name in names):
        return None
    return Head(
        tuple(lines),
        tuple(tuple(pieces) for _, _, pieces in columns),
        roles,
        tuple((x0, x1) for x0, x1, _ in columns),
    )


def _is_text(name: str) -> bool:
    """Whether a piece is too long for a name, or a sentence. "Nr." and "Ansv." are none."""
    ends = name[-1] == ";" or (name[-1] == "." and len(name.split()) > _MOST_ABBREVIATED)
    return ends or len(name) > _LONGEST


def _is_plain(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name says its role in few words: rows too can begin as heads do, with "Tiltak 3 i
    planen" beside a year."""
    head = vocabulary.head(name)
    if head.role is None or head.year is not None:
        return False
    bare = _YEARS.sub("", name)
    return len(bare.split()) <= _MOST_WORDS and not any(sign.isdigit() for sign in bare)
