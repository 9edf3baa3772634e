"""The head of a table without rules: one to three lines that name its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import join_lines
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.vocabulary import Vocabulary

_LONGEST = 40
_MOST_LINES = 3
_NEAR = 1.45
_MOST_WORDS = 4
_MOST_ABBREVIATED = 2
_YEARS = re.compile(r"\b(?:19|20)\d\d\b|\b1\s?000\b")
_NAMES_ROWS = {"measure", "sub_goal", "focus_area", "strategy"}

Piece = tuple[str, Passage]


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
        head = _head(lines, vocabulary)
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
    pieces = [text for _, _, (text, _) in _pieces(line, vocabulary)]
    broken = any(text.endswith("-") for _, _, (text, _) in _pieces(above[-1], vocabulary))
    return all(text[0].islower() or text[0] == "(" for text in pieces) or (
        broken and len(above) == 1 and all(text[0].islower() for text in pieces)
    )


def _is_near(above: FlowLine, below: FlowLine) -> bool:
    one, other = above.line, below.line
    if above.page is not below.page or one.column != other.column or one.bold != other.bold:
        return False
    return 0 < other.baseline - one.baseline < _NEAR * one.size and one.size == other.size


def _head(lines: Sequence[FlowLine], vocabulary: Vocabulary) -> Head | None:
    columns: list[tuple[float, float, list[Piece]]] = []
    for line in lines:
        columns = _with_line(columns, _apart(_pieces(line, vocabulary)))
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


_Placed = tuple[float, float, Piece]


def _apart(pieces: Sequence[_Placed]) -> list[_Placed]:
    """The pieces of a line, each ending where the next begins: a name may overflow its column."""
    begins = [x0 for x0, _, _ in pieces[1:]] + [float("inf")]
    return [
        (x0, min(x1, begin), piece) for (x0, x1, piece), begin in zip(pieces, begins, strict=True)
    ]


def _with_line(
    columns: Sequence[tuple[float, float, list[Piece]]], pieces: Sequence[_Placed]
) -> list[tuple[float, float, list[Piece]]]:
    """Columns with the pieces of one more line, each under the column it overlaps, or a new one."""
    found = list(columns)
    for x0, x1, piece in pieces:
        at = next((i for i, (low, high, _) in enumerate(columns) if x0 < high and x1 > low), None)
        if at is None:
            found.append((x0, x1, [piece]))
        else:
            low, high, above = found[at]
            found[at] = (min(low, x0), max(high, x1), [*above, piece])
    return sorted(found, key=lambda column: column[0])


def _pieces(line: FlowLine, vocabulary: Vocabulary) -> list[tuple[float, float, Piece]]:
    """The pieces of a line: words with wide gaps between, or that each name a column."""
    groups: list[list[int]] = []
    places = line.line.places
    for index, place in enumerate(places):
        if groups and place.begin - places[index - 1].end == 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    split = [part for group in groups for part in _split(line, group, vocabulary)]
    found = []
    for group in split:
        first, last = places[group[0]], places[group[-1]]
        text = line.line.text[first.begin : last.end]
        found.append((first.x0, last.x1, (text, line.passage(first.begin, last.end))))
    return found


def _split(line: FlowLine, group: list[int], vocabulary: Vocabulary) -> list[list[int]]:
    """Words side by side that are heads each ("Frist Ansvar"), else the group as it is."""
    places = line.line.places
    text = line.line.text
    whole = text[places[group[0]].begin : places[group[-1]].end]
    if len(group) < 2 or vocabulary.column_role(whole):
        return [group]
    roles: set[str] = set()
    for index in group:
        role = vocabulary.column_role(text[places[index].begin : places[index].end])
        if role is None or role in roles:
            return [group]
        roles.add(role)
    return [[index] for index in group]
