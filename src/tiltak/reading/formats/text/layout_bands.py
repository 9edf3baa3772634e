"""Lines that name the rows below them in a table set with spaces.

The habit read: a row merged over all columns of a table with a name in it ("Avløp", "Satsingsområde 2:
Eigen bustad", "1 Gode oppvekstkår") comes out of pdftotext -layout as a text alone on its line, at the
table's left edge. It is told from one more line of the first cell by one of these signs:

- it begins with the word for a level: "Mål: Alle får plass"
- the first column holds numbers, and it begins with a word
- it is wider than the first column, and no word of it begins where the second column does
- it begins with a number that the row right below counts on from: "2 Hamn" above "2.1 Byggja kai"
- the first column holds the measures, the table begins with such a line, and the line above had room
  for its first word: no text was wrapped there
- the table begins with such a line right under its head, or a sum stands right above it, and it stands
  over a line where a new row begins with its own first cell.

Rows of the same table stand below it; where another head, facts or running text follow, the table has
ended.
"""

import re
from collections.abc import Sequence

from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.formats.text.heads import HeadLine, read_head, runs
from tiltak.reading.formats.text.layout_card import read_layout_card
from tiltak.reading.formats.text.layout_columns import column_starts, word_begins
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.row_starts import had_room, is_open
from tiltak.reading.values.sums import names_sum
from tiltak.reading.vocabulary import Vocabulary

_NEAR = 2
_LEAST_CELLS = 3
_LONGEST_NAME, _LONGEST_LABEL = 90, 200
_MOST_NAMES = 4
_SHORTEST_WORD = 3
# how many lines tell where the columns stand
_SEEN = 60
# "2 Hamn", "B. Arkiv"
_GROUP = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*|[A-ZÆØÅÄÖ])[.:)]?\s+(?=[^\W\d_])")
_NAMED_ALONE = (*SPANNING, "overall_goal")


class Bands:
    """Tells which lines of one table's body name the rows below them, and which are no part of it."""

    def __init__(
        self, lines: Sequence[Line], first: int, head: HeadLine, vocabulary: Vocabulary
    ) -> None:
        self._lines = lines
        self._head = head
        self._vocabulary = vocabulary
        self._starts = _starts(lines, first, head, vocabulary)
        self._edge = self._starts[1]
        self._at_top = head.cells[0].role in SPANNING and len(head.cells) > _LEAST_CELLS
        begins = self._names_rows(first) and self._is_in_first_column(first)
        self._at_top = self._at_top and begins
        is_named = begins and head.cells[0].role == "measure" and len(head.cells) >= _LEAST_CELLS
        self._first = first if is_named else None
        self._width = self._widest_from(first) if is_named else 0

    def is_band(self, index: int) -> bool:
        """Whether a line of the body names the rows below it."""
        if not self._names_rows(index):
            return False
        text = self._lines[index].text
        if names_level(text, self._vocabulary):
            return True
        begin, end = runs(text)[0]
        if end - begin > _LONGEST_NAME or text[end - 1] in ".,;:-":
            return False
        return (
            self._is_word_among_numbers(text[begin:end])
            or self._is_wide(index)
            or self._is_counted_on(index)
            or self._is_apart(index)
            or ((self._at_top or self._is_under_sum(index)) and self._is_in_first_column(index))
        )

    def fits(self, index: int, gap: int) -> bool:
        """Whether a line that is no name goes on with the table: it keeps to the columns."""
        text = self._lines[index].text
        pieces = runs(text)
        if len(pieces) > 1:
            return True
        start, end = pieces[0]
        if start >= self._edge - _NEAR:
            # a lone page number stands under no column
            return gap <= 1 or any(abs(start - c.start) <= _NEAR for c in self._head.cells)
        if names_sum(text.strip(), self._vocabulary):
            return gap <= 1
        if end > self._edge + 1 and not word_begins(text, self._edge):
            return gap == 0 and text[start].islower()
        return gap == 0 or rows_follow(self._lines, index + 1, self._vocabulary)

    def stands_in_columns(self, index: int) -> bool:
        """Whether the texts of a line begin where columns do, or are a text alone."""
        begins = [begin for begin, _ in runs(self._lines[index].text)]
        return len(begins) == 1 or all(
            any(abs(begin - start) <= _NEAR for start in self._starts) for begin in begins
        )

    def _names_rows(self, index: int) -> bool:
        """Whether a lone text at the left edge has rows of the table below it."""
        text = self._lines[index].text if index < len(self._lines) else ""
        pieces = runs(text)
        if len(pieces) != 1 or pieces[0][0] >= self._edge - _NEAR:
            return False
        name = text.strip()
        if len(name) > _LONGEST_LABEL or names_sum(name, self._vocabulary):
            return False
        if not (name[0].isupper() or name[0].isdigit()):
            return False
        return rows_follow(self._lines, index + 1, self._vocabulary)

    def _is_word_among_numbers(self, name: str) -> bool:
        word = name.split(None, 1)[0]
        return (
            self._head.cells[0].role == "number"
            and len(word) >= _SHORTEST_WORD
            and not any(map(str.isdigit, name[: self._edge]))
        )

    def _is_wide(self, index: int) -> bool:
        text = self._lines[index].text
        _, end = runs(text)[0]
        if len(self._head.cells) < _LEAST_CELLS or end <= self._edge + 1:
            return False
        near = [self._edge + off for off in (0, -1, 1) if word_begins(text, self._edge + off)]
        if any(at == self._edge or not text[at].islower() for at in near):
            return False
        return self._stands_over_row(index)

    def _is_counted_on(self, index: int) -> bool:
        """Whether the line is a number and a name, and the row below has the first number under it."""
        number = _GROUP.match(self._lines[index].text)
        if number is None:
            return False
        below = self._row_below(index).text.lstrip()
        first = re.compile(rf"{re.escape(number[1])}(?:\.1|(?<=[A-ZÆØÅÄÖ])1)(?:[.)]?\s|\.1\b)")
        return first.match(below) is not None

    def _is_in_first_column(self, index: int) -> bool:
        text = self._lines[index].text
        begin, end = runs(text)[0]
        if end > self._edge + 1 or text[begin].islower() or text[end - 1] in ".,;:-":
            return False
        return not self._goes_on(index) and self._stands_over_row(index)

    def _is_apart(self, index: int) -> bool:
        """Whether the line is none of the measure above it, in a table that begins with a name."""
        if self._first is None or not self._is_in_first_column(index):
            return False
        if index == self._first:
            return True
        above = runs(self._lines[index - 1].text)
        if not above or above[0][0] >= self._edge - _NEAR:
            return True  # nothing stands in the first column there
        begin, end = above[0]
        name = self._lines[index].text.strip()
        if all(_GROUP.match(self._lines[at].text) for at in (self._first, index)):
            return True
        return had_room(
            self._lines[index - 1].text[begin : min(end, self._edge)], name, self._width
        )

    def _widest_from(self, first: int) -> int:
        """How many signs the first column's texts have at most."""
        widths = [0]
        for line in self._lines[first : first + _SEEN]:
            if line.page != self._head.line.page or read_head(line, self._vocabulary):
                break
            pieces = runs(line.text)
            if len(pieces) > 1 and pieces[0][1] < self._edge:
                widths.append(pieces[0][1] - pieces[0][0])
        return max(widths)

    def _is_under_sum(self, index: int) -> bool:
        """Whether the rows above the line are added up right above it."""
        pieces = runs(self._lines[index - 1].text) if index else []
        if not pieces:
            return False
        begin, end = pieces[0]
        return names_sum(self._lines[index - 1].text[begin:end], self._vocabulary)

    def _goes_on(self, index: int) -> bool:
        """Whether the first cell of the line above is unfinished."""
        above = self._lines[index - 1].text if index else ""
        pieces = runs(above)
        if not pieces or pieces[0][0] >= self._edge - _NEAR:
            return False
        begin, end = pieces[0]
        return is_open(above[begin:end], self._vocabulary)

    def _row_below(self, index: int) -> Line:
        """The first line with several pieces below one that names rows."""
        following = (self._lines[at] for at in range(index + 1, len(self._lines)))
        return next(line for line in following if len(runs(line.text)) > 1)

    def _stands_over_row(self, index: int) -> bool:
        """Whether the first line below with several pieces has a first cell of its own, its number
        or its measure, and more."""
        below = self._row_below(index)
        pieces = runs(below.text)
        main = next((c for c in self._head.cells if c.role in ("number", "measure")), None)
        begin, _ = pieces[0]
        if begin >= self._edge - _NEAR or below.text[begin].islower() or main is None:
            return False
        return main is self._head.cells[0] or any(
            abs(at - main.start) <= _NEAR or abs(at - self._edge) <= _NEAR for at, _ in pieces[1:]
        )


def names_level(text: str, vocabulary: Vocabulary) -> bool:
    """ "Satsingsområde 1: Tidleg innsats" alone on a line of a table."""
    stripped = text.strip()
    label = vocabulary.label(stripped) if stripped[:1].isupper() and ":" in stripped else None
    return (
        label is not None
        and bool(label.rest)
        and label.level in _NAMED_ALONE
        and len(runs(text)) == 1
    )


def rows_follow(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> bool:
    """Whether rows of the same table come next, on this page or the one after it, a few more names
    before them."""
    names = 0
    for index in range(at, len(lines)):
        line = lines[index]
        if not line.text.strip():
            continue
        if len(runs(line.text)) > 1:
            return (
                read_head(line, vocabulary) is None
                and read_layout_card(lines, index, vocabulary) is None
            )
        names += 1
        if names >= _MOST_NAMES:
            return False
    return False


def _starts(lines: Sequence[Line], first: int, head: HeadLine, vocabulary: Vocabulary) -> list[int]:
    """Where the columns begin in the body."""
    texts = []
    for line in lines[first : first + _SEEN]:
        if line.page != head.line.page or read_head(line, vocabulary):
            break
        if len(runs(line.text)) > 1:
            texts.append(line.text)
    return column_starts(head, texts)
