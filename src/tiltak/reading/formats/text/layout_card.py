"""Cards set with spaces: "Ansvarlig        NAV", one fact on a line or two side by side.

A line belongs to a card when its first piece names a fact and a value stands far to the right of
it. Lines below a value, under where it begins, go on with it. A card that a page cuts goes on with
the facts it lacks, at other places: a program that keeps the layout places each page anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.heads import read_head, runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_SAME_PLACE = 2
_WIDEST_GAP = 2
_PIECES = (2, 4)
_LEAST_FACTS = 2


@dataclass(slots=True)
class _Row:
    """A line of facts: column → where it begins, and the lines of its cell."""

    begins: list[int]
    cells: list[list[CellLine]] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """The facts on the line."""
        return {cell[0].text for cell in self.cells[::2]}

    def block(self) -> TableRow:
        return TableRow(tuple(Cell(i, tuple(lines)) for i, lines in enumerate(self.cells)))


def read_layout_card(
    lines: Sequence[Line], at: int, vocabulary: Vocabulary
) -> tuple[TableBlock, int] | None:
    """The card that begins at a line and the index of the line after it, None without one."""
    card = _Card(lines, at, vocabulary)
    if not card.facts_of(lines[at]) or read_head(lines[at], vocabulary) is not None:
        return None
    index: int | None = at
    while index is not None and card.take(index):
        index = _next_text(lines, card.end)
    known = sum(len(row.begins) // 2 for row in card.rows)
    if known < _LEAST_FACTS:
        return None
    return TableBlock(tuple(row.block() for row in card.rows)), card.end


class _Card:
    """The rows of a card so far, where its values begin on this page, and the line after it."""

    def __init__(self, lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self._first = lines[at]
        self._beside = self._below(at)
        self.rows: list[_Row] = []
        self.end = at

    def take(self, index: int) -> bool:
        """Take a line; False when it is no part of the card."""
        line = self._lines[index]
        turned = bool(self.rows) and line.page != self._lines[self.end - 1].page
        if self.rows and _kind(line) == _kind(self._first):
            return False  # the next card
        if turned and _is_rest_of_value(self._lines, index, self._vocabulary):
            self._beside, last = runs(line.text)[0]
            cell = self.rows[-1].cells[-1]
            cell.append(_line(line, self._beside, last, len(cell)))
        elif not self._take_facts(line, turned=turned) and (
            not self.rows or index > self.end or not _goes_on(self.rows[-1], line)
        ):
            return False
        self.end = index + 1
        return True

    def facts_of(self, line: Line) -> list[tuple[int, int]]:
        """Where the names and values of a line of facts of this card stand; empty for others."""
        return _facts(line, self._vocabulary) or _tight_fact(line, self._beside, self._vocabulary)

    def _below(self, at: int) -> int | None:
        """Where the value of the second line begins, when the first one's stands close to its name."""
        if ":" not in self._first.text or at + 1 == len(self._lines):
            return None
        if len(runs(self._first.text)) != 1:
            return None
        below = _facts(self._lines[at + 1], self._vocabulary)
        return below[1][0] if below else None

    def _take_facts(self, line: Line, *, turned: bool) -> bool:
        """Take a line of facts the card lacks, whose values begin under the others on the page."""
        facts = self.facts_of(line)
        if not facts:
            return False
        row = _row(line, facts)
        begin = row.begins[1]
        if any(row.names & known.names for known in self.rows):
            return False
        if not (self._beside is None or turned or abs(begin - self._beside) <= _SAME_PLACE):
            return False
        self.rows.append(row)
        self._beside = begin
        return True


def _next_text(lines: Sequence[Line], end: int) -> int | None:
    """The next line with text: right below, close below, or first on the next page."""
    for index in range(end, len(lines)):
        if lines[index].text.strip():
            turned = lines[index].page != lines[end - 1].page
            return index if turned or index <= end + _WIDEST_GAP else None
    return None


def _is_rest_of_value(lines: Sequence[Line], index: int, vocabulary: Vocabulary) -> bool:
    """Whether the first line of a page is one more of a value: the next fact's stands right under."""
    pieces = runs(lines[index].text)
    below = _facts(lines[index + 1], vocabulary) if index + 1 < len(lines) else []
    return len(pieces) == 1 and bool(below) and abs(pieces[0][0] - below[1][0]) <= _SAME_PLACE


def _facts(line: Line, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where the names and values of a line of facts stand, one after the other; empty for others.

    A value as wide as its column leaves one space before the next name: "Kulturhuset Tid   2026".
    """
    pieces = runs(line.text)
    if len(pieces) == _PIECES[-1] - 1:
        pieces = _parted(line.text, pieces, vocabulary)
    if len(pieces) not in _PIECES:
        return []
    texts = [line.text[slice(*piece)] for piece in pieces]
    if not all(_is_name(name, vocabulary) for name in texts[::2]):
        return []
    if sum(_is_fact_name(text, vocabulary) for text in texts) > _PIECES[0]:
        return []  # "Ansvar   Tid   Kostnad   Omtale": the head of a table
    return pieces


def _tight_fact(line: Line, beside: int | None, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The longest name of a card leaves one space before its value, which stands under the others:
    "Kostnad: 45 000" below "Tid:     2026"."""
    pieces = runs(line.text)
    if beside is None or len(pieces) != 1:
        return []
    (begin, end), name_end = pieces[0], beside - 1
    is_fact = line.text[begin:name_end].endswith(":") and beside < end
    if not is_fact or not _is_fact_name(line.text[begin:name_end], vocabulary):
        return []
    return [(begin, name_end), (beside, end)]


def _parted(
    text: str, pieces: list[tuple[int, int]], vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    """Three pieces as four, where the second ends with the name of a fact."""
    first, (begin, end), last = pieces
    at = text.rfind(" ", begin, end)
    if at < 0 or not _is_fact_name(text[at + 1 : end], vocabulary):
        return pieces
    return [first, (begin, at), (at + 1, end), last]


def _is_fact_name(text: str, vocabulary: Vocabulary) -> bool:
    return text[0].isupper() and vocabulary.column_role(text.rstrip(":")) in FACT_ROLES


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    role = vocabulary.column_role(text.rstrip(":"))
    if role is not None and role != "text":
        return role in (*FACT_ROLES, "measure", "sub_goal", "strategy", "number", "note")
    if text.rstrip(":").casefold() in vocabulary.list_of("cards", "titles"):
        return True
    label = vocabulary.label(text) if text[:1].isupper() else None
    return label is not None and label.level == "measure" and bool(label.number) and not label.rest


def _kind(line: Line) -> str:
    """The first name of a line, its number left out: "Tiltak 1.2" → "Tiltak"."""
    pieces = runs(line.text)
    return line.text[slice(*pieces[0])].rstrip(" :.0123456789") if pieces else ""


def _row(line: Line, facts: Sequence[tuple[int, int]]) -> _Row:
    cells = [[_line(line, begin, end, 0)] for begin, end in facts]
    return _Row([begin for begin, _ in facts], cells)


def _line(line: Line, begin: int, end: int, position: int) -> CellLine:
    return CellLine(line.text[begin:end], line.passage(begin, end), position)


def _goes_on(row: _Row, line: Line) -> bool:
    """Take a line whose pieces all stand under values of the row; False when one does not."""
    found = []
    for begin, end in runs(line.text):
        under = [c for c, at in enumerate(row.begins) if c % 2 and abs(at - begin) <= _SAME_PLACE]
        if not under:
            return False
        found.append((under[0], begin, end))
    for column, begin, end in found:
        cell = row.cells[column]
        cell.append(_line(line, begin, end, len(cell)))
    return bool(found)
