"""Lines that are the head of a table: the columns' names and where each begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.text.lines import Line
from tiltak.reading.list_signs import LIST_SIGNS
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_RUN = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_LIST_SIGNS = frozenset(LIST_SIGNS)
_WORD = re.compile(r"\S+")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d ")
# so many different roles are no chance
_MANY_ROLES = 5
_LONGEST_HEAD, _MOST_WORDS = 40, 4
_LEAST_FACTS, _LEAST_UNDER, _NEAR = 3, 2, 2
_SEEN_TOGETHER = {"measure", "sub_goal", "focus_area", "strategy"}


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One column head: characters `start` to `end` of its line, and its role where known."""

    start: int
    end: int
    text: str
    role: str | None


@dataclass(frozen=True, slots=True)
class HeadLine:
    """The heads of a table. `spaced`: they stand over their columns, wide gaps between."""

    line: Line
    cells: tuple[HeadCell, ...]
    spaced: bool

    @property
    def roles(self) -> tuple[str | None, ...]:
        return tuple(cell.role for cell in self.cells)


def runs(text: str) -> list[tuple[int, int]]:
    """Pieces of a line with at least two spaces (or a tab) between: (start, end).

    The sign of a list belongs to the piece after it, however far it stands.
    """
    found: list[tuple[int, int]] = []
    marked = False
    for match in _RUN.finditer(text):
        begin, end = match.span()
        found.append((found.pop()[0], end) if marked else (begin, end))
        marked = match[0] in _LIST_SIGNS
    return found


def read_head(line: Line, vocabulary: Vocabulary) -> HeadLine | None:
    """The line as the head of a table, if at least two columns are named and known.

    Two known roles among short pieces make a head; in a line without gaps every word must be one.
    """
    text = line.text
    stripped = text.strip()
    if not stripped or len(stripped) > 250 or stripped[-1] in ".;":
        return None
    pieces = runs(text)
    cells: list[HeadCell] = []
    for start, end in pieces:
        cells += _named(text, start, end, vocabulary)
    known = {cell.role for cell in cells if cell.role}
    if len(known) < 2 or len(cells) < 2 or not known & _SEEN_TOGETHER:
        return None
    if any(cell.end - cell.start > _LONGEST_HEAD for cell in cells):
        return None
    if not _are_known(cells):
        return None
    spaced = 2 * (len(pieces) - 1) >= len(cells) - 1
    if not spaced and (len(cells) < 3 or None in {cell.role for cell in cells}):
        return None
    return HeadLine(line, tuple(cells), spaced)


def _are_known(cells: Sequence[HeadCell]) -> bool:
    """Whether half of the heads are known and differ, or many do: among the names of municipalities
    and years there are several of one role."""
    roles = [cell.role for cell in cells if cell.role]
    if len(roles) == len(cells):
        return True
    least = min(_MANY_ROLES, len(cells) / 2)
    return len(set(roles)) >= least and 2 * len(roles) >= len(cells)


def read_money_head(line: Line, below: Line, vocabulary: Vocabulary) -> HeadLine | None:
    """The head of a table without measures: one known column, and the next line stands under it."""
    pieces, under = runs(line.text), runs(below.text)
    if not 2 <= len(pieces) == len(under) or any(e - s > _LONGEST_HEAD for s, e in pieces):
        return None
    if any(
        abs(s[0] - u[0]) > 2 and abs(s[1] - u[1]) > 2 for s, u in zip(pieces, under, strict=True)
    ):
        return None
    cells = tuple(
        HeadCell(s, e, line.text[s:e], vocabulary.head(line.text[s:e]).role) for s, e in pieces
    )
    if not any(cell.role in ("budget", "time", "responsible") for cell in cells):
        return None
    return HeadLine(line, cells, spaced=True)


def read_facts_head(line: Line, below: Sequence[Line], vocabulary: Vocabulary) -> HeadLine | None:
    """The head of a small table of facts under a measure's heading, and values under it: three or
    more different facts are named, and hardly anything else."""
    pieces = runs(line.text)
    cells = tuple(
        HeadCell(s, e, line.text[s:e], vocabulary.column_role(line.text[s:e])) for s, e in pieces
    )
    head = HeadLine(line, cells, spaced=True)
    under = next((runs(one.text) for one in below if one.text.strip()), [])
    if not is_of_facts(head) or len(under) < _LEAST_UNDER:
        return None
    return head if abs(under[0][0] - cells[0].start) <= _NEAR else None


def is_of_facts(head: HeadLine) -> bool:
    """Whether a head names facts of one measure."""
    known = set(head.roles) & set(FACT_ROLES)
    if _SEEN_TOGETHER & set(head.roles):
        return False
    return len(known) >= _LEAST_FACTS and len(head.cells) <= len(known) + 1


def _named(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[HeadCell]:
    """A piece of a head line as one head, or as several heads with single spaces between."""
    piece = text[start:end]
    if (year := _YEAR_FIRST.match(piece)) and vocabulary.column_role(piece[year.end() :]):
        # a year that stands to the right, close to the next head: "2029 Merknad"
        middle = start + year.end()
        role = vocabulary.column_role(piece[year.end() :])
        number = HeadCell(start, start + 4, piece[:4], vocabulary.head(piece[:4]).role)
        return [number, HeadCell(middle, end, text[middle:end], role)]
    if vocabulary.column_role(piece) is None and (several := _split(text, start, end, vocabulary)):
        return several
    return [HeadCell(start, end, piece, vocabulary.head(piece).role)]


def _split(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[HeadCell]:
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    cells = _heads_of(text, words, _MOST_WORDS, vocabulary)
    if cells and not any(cell.role in _SEEN_TOGETHER for cell in cells):
        # "Action Lead Timescale" is three heads, though an "action lead" is somebody
        alone = _heads_of(text, words, 1, vocabulary)
        return alone if any(cell.role in _SEEN_TOGETHER for cell in alone) else cells
    return cells


def _heads_of(
    text: str, words: list[tuple[int, int]], longest: int, vocabulary: Vocabulary
) -> list[HeadCell]:
    """The words as heads of at most so many words; empty where one is no head."""
    cells: list[HeadCell] = []
    at = 0
    while at < len(words):
        size = _head_size(text, words[at:], longest, vocabulary)
        if size == 0:
            return []
        first, last = words[at][0], words[at + size - 1][1]
        role = vocabulary.column_role(text[first:last])
        at += size
        if text[last - 1] == "," and at < len(words):
            last = words[at][1]  # "Kostnad, kr" is one head
            at += 1
        after = at + _after_head(text, words[at:])
        if after > at:
            at, last = after, words[after - 1][1]
        cells.append(HeadCell(first, last, text[first:last], role))
    return cells


def _after_head(text: str, words: list[tuple[int, int]]) -> int:
    """How many words behind a head belong to it: its year, its unit in brackets ("Budsjett (i kr)")."""
    if not words:
        return 0
    if _YEAR.match(text[slice(*words[0])]):
        return 1
    if text[words[0][0]] != "(":
        return 0
    return next((i for i, (_, end) in enumerate(words, start=1) if text[end - 1] == ")"), 0)


def _head_size(
    text: str, words: list[tuple[int, int]], longest: int, vocabulary: Vocabulary
) -> int:
    for size in range(min(longest, len(words)), 0, -1):
        if vocabulary.column_role(text[words[0][0] : words[size - 1][1]]):
            return size
    return 0
