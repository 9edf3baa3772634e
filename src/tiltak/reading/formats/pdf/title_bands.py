"""Shaded bands across a table, each with the name of what the rows below it are about.

They are no rows in turn: between two of them stand as many plain rows as an area has measures, told
by rules or white space. So such shading tells no grid, and the table is read as one without rules.
"""

from collections.abc import Iterator, Sequence

from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.lines import raw_lines
from tiltak.reading.formats.pdf.words import Word
from tiltak.reading.vocabulary import Vocabulary

_LONGEST_NAME = 42
_MOST_LINES = 3
_LEAST_ROLES = 2

Band = tuple[float, float]


def roles_of(boxes: Sequence[Box], words: Sequence[Word]) -> set[str]:
    """What the cells of a row say as heads of columns."""
    vocabulary = Vocabulary.default()
    names = ["" for _ in boxes]
    for word in words:
        for index, box in enumerate(boxes):
            if box.holds(*word.middle):
                names[index] += f" {word.text}"
    roles = {vocabulary.head(name.strip()).role for name in names if 0 < len(name) < _LONGEST_NAME}
    return {role for role in roles if role is not None}


def names_columns(boxes: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether the cells of a row are the heads of columns."""
    return len(roles_of(boxes, words)) >= _LEAST_ROLES


def bands_of(grid: Grid, words: Sequence[Word]) -> list[Band]:
    """The upper and lower side of each row that is a title; none where a row is anything else, but
    for the head at the top."""
    found: list[Band] = []
    for at, boxes in enumerate(_rows(grid)):
        top, bottom = grid.ys[at], grid.ys[at + 1]
        inside = [word for word in words if _holds(grid, top, bottom, word)]
        if _is_title(boxes, inside):
            found.append((top, bottom))
        elif at > 0 or not names_columns(boxes, inside):
            return []
    return found


def _rows(grid: Grid) -> Iterator[list[Box]]:
    for row in range(grid.rows):
        yield [box for box in grid.boxes if box.row == row]


def _holds(grid: Grid, top: float, bottom: float, word: Word) -> bool:
    x, y = word.middle
    return grid.xs[0] <= x <= grid.xs[-1] and top <= y < bottom


def _is_title(boxes: Sequence[Box], words: Sequence[Word]) -> bool:
    """One text from the left on few lines, in the first cell or the only one."""
    lines = raw_lines(words)
    if not 0 < len(lines) <= _MOST_LINES or any(len(line.runs) > 1 for line in lines):
        return False
    filled = [box for box in boxes if any(box.holds(*word.middle) for word in words)]
    return len(filled) == 1 and filled[0].column == 0 and filled[0].row_span == 1
