"""The pieces of a table's head: which words are a name, and which names stand over one column."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import join_lines
from tiltak.reading.formats.pdf.flow_line import FlowLine, runs_of
from tiltak.reading.vocabulary import Vocabulary

# How exactly a text stands under a word of the head, in points.
_UNDER = 0.75
# Texts of two columns meet in so many lines.
_LEAST_MEETING = 2
# More words than that are a text, no heads side by side.
_MOST_WORDS = 6
# "(1000 kr)", once or below each head; years
_UNITS = re.compile(
    r"(?:\([^()]*(?:\b1\s?000\b|\bmill|\bm?kr\b|\btkr\b|\btusen\b|£|€)[^()]*\)\s*)+", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
UNDER_HEADS = re.compile(rf"{_UNITS.pattern}|(?:(?:19|20)\d\d\s*)+", re.IGNORECASE)

# The passage is None for what another piece has already.
Piece = tuple[str, Passage | None]
# A column of the head: its sides and its pieces from the top down.
Column = tuple[float, float, list[Piece]]
_Placed = tuple[float, float, Piece]


def _apart(pieces: Sequence[_Placed]) -> list[_Placed]:
    """The pieces of a line, each ending where the next begins: a name may overflow its column."""
    begins = [x0 for x0, _, _ in pieces[1:]] + [float("inf")]
    return [
        (x0, min(x1, begin), piece) for (x0, x1, piece), begin in zip(pieces, begins, strict=True)
    ]


def _put_below(columns: Sequence[Column], pieces: Sequence[_Placed]) -> list[Column]:
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


def _with_unit(columns: Sequence[Column], unit: _Placed, vocabulary: Vocabulary) -> list[Column]:
    """Columns with a unit that stands once below several: those from where it begins that may be
    of money."""
    begin, _, (text, passage) = unit
    found = list(columns)
    said = False
    for at, (x0, x1, pieces) in enumerate(columns):
        name = join_lines(one for one, _ in pieces)
        if x1 > begin and vocabulary.head(name).role in (None, "budget"):
            found[at] = (x0, x1, [*pieces, (text, None if said else passage)])
            said = True
    return found if said else _put_below(columns, [unit])


def with_line(
    columns: Sequence[Column], line: FlowLine, vocabulary: Vocabulary, below: Sequence[FlowLine]
) -> list[Column]:
    """The columns of a head with one more line of it; `below` are the lines after the head."""
    pieces = _apart(pieces_of(line, vocabulary, below))
    if columns and len(pieces) == 1 and _UNITS.fullmatch(line.text):
        return _with_unit(columns, pieces[0], vocabulary)
    return _put_below(columns, pieces)


def pieces_of(
    line: FlowLine, vocabulary: Vocabulary, below: Sequence[FlowLine] = ()
) -> list[_Placed]:
    """The pieces of a line: words with wide gaps between, or that each name a column, or with texts
    of columns right under them in the lines below."""
    groups: list[list[int]] = []
    places = line.line.places
    for index, place in enumerate(places):
        if groups and place.begin - places[index - 1].end == 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    split = [part for group in groups for part in _split(line, group, vocabulary)]
    if any(_YEAR.fullmatch(_text(line, part)) for part in split):
        split = [part for group in split for part in _split_after_year(line, group, vocabulary)]
    if below and len(split) > 1 and any(_names_column(line, part, vocabulary) for part in split):
        split = [part for group in split for part in _split_over(line, group, below)]
        split = [part for one in split for part in _split_close(line, one, below, vocabulary)]
    found: list[_Placed] = []
    for group in split:
        first, last = places[group[0]], places[group[-1]]
        passage = line.passage(first.begin, last.end)
        found.append((first.x0, last.x1, (_text(line, group), passage)))
    return found


def _text(line: FlowLine, group: Sequence[int]) -> str:
    places = line.line.places
    return line.line.text[places[group[0]].begin : places[group[-1]].end]


def _names_column(line: FlowLine, group: list[int], vocabulary: Vocabulary) -> bool:
    return vocabulary.column_role(_text(line, group)) is not None


def _split_after_year(line: FlowLine, group: list[int], vocabulary: Vocabulary) -> list[list[int]]:
    """The last of several years, set to the right, and the name set to the left close to it ("2029
    Status"): two heads, where other years are heads of their own. "2029 budsjett" is one."""
    year, name = group[:1], group[1:]
    if not name or not _YEAR.fullmatch(_text(line, year)):
        return [group]
    role = vocabulary.column_role(_text(line, name))
    return [group] if role in (None, "budget") else [year, name]


def _split(line: FlowLine, group: list[int], vocabulary: Vocabulary) -> list[list[int]]:
    """Words side by side that are heads each ("Frist Ansvar"), else the group as it is."""
    if len(group) < 2 or vocabulary.column_role(_text(line, group)):
        return [group]
    roles: set[str] = set()
    for index in group:
        role = vocabulary.column_role(_text(line, [index]))
        if role is None or role in roles:
            return [group]
        roles.add(role)
    return [[index] for index in group]


def _split_over(line: FlowLine, group: list[int], below: Sequence[FlowLine]) -> list[list[int]]:
    """Heads side by side without a gap ("Investering Drift"), parted where a line below has a text
    under each: both begin, or both end, where the heads do."""
    places = line.line.places
    if len(group) > _MOST_WORDS:
        return [group]
    for at in range(1, len(group)):
        one, other = group[:at], group[at:]
        heads = [(places[part[0]].x0, places[part[-1]].x1) for part in (one, other)]
        if any(_has_texts_under(heads, lower) for lower in below):
            return [one, *_split_over(line, other, below)]
    return [group]


def _split_close(
    line: FlowLine, group: list[int], below: Sequence[FlowLine], vocabulary: Vocabulary
) -> list[list[int]]:
    """The head of a column set to the right and that of one set to the left close behind it ("Cost (£)
    Lead"): each has a role, and the texts of the two meet where the heads do."""
    places = line.line.places
    for at in range(1, len(group)):
        one, other = group[:at], group[at:]
        roles = [vocabulary.head(_text(line, part)).role for part in (one, other)]
        meet = (places[one[-1]].x1, places[other[0]].x0)
        if None not in roles and len(set(roles)) > 1 and _meet_under(meet, below):
            return [one, *_split_close(line, other, below, vocabulary)]
    return [group]


def _meet_under(meet: tuple[float, float], below: Sequence[FlowLine]) -> bool:
    """Whether in lines below a word ends where the first of two heads ends, and the next begins where
    the second does."""
    found = sum(
        any(
            abs(before.x1 - meet[0]) < _UNDER and abs(word.x0 - meet[1]) < _UNDER
            for before, word in pairwise(line.line.places)
        )
        for line in below
    )
    return found >= _LEAST_MEETING


def _has_texts_under(heads: Sequence[tuple[float, float]], line: FlowLine) -> bool:
    runs = runs_of(line)
    return any(
        all(any(abs(run[side] - head[side]) < _UNDER for run in runs) for head in heads)
        for side in (0, 1)
    )
