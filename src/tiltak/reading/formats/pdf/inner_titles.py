"""Titles between the rows of a table without rules: an area, its goal, each on lines of their own.

They may be larger than the rows, in bold, on a shaded band, or begin with a level word, and be wrapped. What tells them
from a heading after the table is the row that stands under the same columns right below them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.pdf.column_lines import begins_below
from tiltak.reading.formats.pdf.flow_line import FlowLine, runs_of
from tiltak.reading.formats.pdf.heads import Head, find_head
from tiltak.reading.formats.pdf.paragraph_ends import is_full
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.vocabulary import Vocabulary

LARGER = 0.75
LONGEST_TITLE = 80
_WRAPPED, _SAME_SIDE = 1.3, 2.0
_MOST_TITLES = 4
_X_HEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class InnerTitles:
    """Finds the titles above a row. `sides` are those of the columns on the page, `size` is that of
    the table's type."""

    head: Head
    sides: Sequence[tuple[float, float]]
    size: float
    typography: Typography
    vocabulary: Vocabulary

    def keys(self, lines: Sequence[FlowLine]) -> dict[int, float]:
        """Start of each line of a title → the height at which its title begins."""
        found: dict[int, float] = {}
        for index, line in enumerate(lines):
            if line.line.start not in found:
                found |= {
                    one.line.start: title[0].line.baseline
                    for title in self.at(lines, index)
                    for one in title
                }
        return found | self._ending(lines)

    def _ending(self, lines: Sequence[FlowLine]) -> dict[int, float]:
        """Titles on bands that end the page, as `keys` has them: their rows stand on the next one."""
        count = 0
        while count < len(lines) and _band(lines[-1 - count]) is not None:
            count += 1
        titles = self.stacked(lines[len(lines) - count :])
        return {one.line.start: title[0].line.baseline for title in titles for one in title}

    def at(self, lines: Sequence[FlowLine], index: int) -> list[list[FlowLine]]:
        """The titles that begin at a line, each with its lines, when a row stands below the last."""
        titles = self.stacked(lines[index:])
        below = index + sum(map(len, titles))
        if not titles or below >= len(lines) or not self._is_row(lines, below):
            return []
        if self._is_bold_alone(titles[0][0]) and lines[below].line.bold:
            return []
        return titles

    def stacked(self, lines: Sequence[FlowLine]) -> list[list[FlowLine]]:
        """The titles that stand one below the other from the first line on."""
        titles: list[list[FlowLine]] = []
        above: FlowLine | None = None
        for line in lines:
            if (
                titles
                and above is not None
                and (_are_on_one_band(above, line) or self._is_wrapped(above, line))
            ):
                titles[-1].append(line)
            elif len(titles) < _MOST_TITLES and (
                self._is_title(line) or (titles and self._is_over_columns(line))
            ):
                titles.append([line])
            else:
                break
            above = line
        return titles

    def is_larger(self, line: FlowLine) -> bool:
        """Whether a line is set in larger type than the table."""
        return line.line.size > self.size + LARGER

    def _is_row(self, lines: Sequence[FlowLine], index: int) -> bool:
        if find_head(lines[index : index + 1], 0, self.vocabulary) is not None:
            return False
        return begins_below(lines[index:], self.sides)

    def _is_title(self, line: FlowLine) -> bool:
        text = line.text
        if len(runs_of(line)) > 1 or line.line.x0 > self.sides[1][0] - 1 or text[0].islower():
            return False
        label = self.vocabulary.label(text)
        if label is not None and not label.alone and label.level != "measure":
            return True
        if _band(line) is not None:
            return True
        if len(text) > LONGEST_TITLE or text[-1] in ".;:":
            return False
        return self.is_larger(line) or self._is_bold_alone(line)

    def _is_bold_alone(self, line: FlowLine) -> bool:
        """Bold, and not the name of an area in a column of its own, beside the rows it reaches over."""
        beside = self.head.roles[0] in SPANNING and line.line.x1 < self.sides[1][0]
        return line.line.bold and not self.is_larger(line) and not beside

    def _is_over_columns(self, line: FlowLine) -> bool:
        """A sentence below a title, over the side of the first column."""
        from_left = line.line.x0 < self.sides[0][1] and line.line.x1 > self.sides[1][0]
        return from_left and len(runs_of(line)) == 1 and line.text[0].isupper()

    def _is_wrapped(self, above: FlowLine, line: FlowLine) -> bool:
        """Whether a line goes on with the title above it, which had no room left."""
        one, other = above.line, line.line
        if one.size != other.size or one.bold != other.bold or len(runs_of(line)) > 1:
            return False
        step = other.baseline - one.baseline
        near = 0 < step <= _WRAPPED * self.typography.leading(other.size)
        same_side = abs(one.x0 - other.x0) < _SAME_SIDE
        return near and same_side and is_full(one, other, line.page, self.typography)


def _band(line: FlowLine) -> tuple[float, float] | None:
    """The shaded band a line stands on."""
    height = line.line.baseline - _X_HEIGHT * line.line.size
    return next((band for band in line.page.bands if band[0] <= height < band[1]), None)


def _are_on_one_band(above: FlowLine, line: FlowLine) -> bool:
    band = _band(line)
    return above.page is line.page and band is not None and band == _band(above)
