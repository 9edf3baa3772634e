"""What rules and shading around words are: the cells of a table, or no table at all."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tiltak.reading.formats.pdf.fact_names import names_fact, names_measure
from tiltak.reading.formats.pdf.grids import Box, Grid
from tiltak.reading.formats.pdf.lines import RawLine, raw_lines
from tiltak.reading.formats.pdf.sidebars import is_sidebar
from tiltak.reading.formats.pdf.view import View
from tiltak.reading.formats.pdf.words import Word

_FRAME = 0.6
_PADDING = 2.0
_FAR = 1.8
_LOWEST = 0.8
_MARK = 3
_SAME_LEVEL = 1.0
_PAIR = 2


def filled(grid: Grid, words: Sequence[Word]) -> list[tuple[Box, list[Word]]]:
    """The cells of a grid with the words in each."""
    inside: list[list[Word]] = [[] for _ in grid.boxes]
    for word in words:
        x, y = word.middle
        at = next((i for i, box in enumerate(grid.boxes) if box.holds(x, y)), None)
        if at is not None and word.x0 + _PADDING < grid.boxes[at].x0:
            # a text wider than its cell belongs where it begins
            x = word.x0 + _PADDING
            at = next((i for i, box in enumerate(grid.boxes) if box.holds(x, y)), at)
        if at is None:
            at = min(range(len(grid.boxes)), key=lambda i: _distance(grid.boxes[i], x, y))
        inside[at].append(word)
    return list(zip(grid.boxes, inside, strict=True))


def _distance(box: Box, x: float, y: float) -> float:
    return max(box.x0 - x, x - box.x1, 0.0) + max(box.top - y, y - box.bottom, 0.0)


def is_frame(grid: Grid, view: View) -> bool:
    """A line around the whole page."""
    area = (grid.xs[-1] - grid.xs[0]) * (grid.bottom - grid.top)
    return len(grid.boxes) == 1 and area > _FRAME * view.width * view.height


def is_table(grid: Grid, words: Sequence[Word]) -> bool:
    """Rows and columns with text in at least two of each, or one row of three cells, or the first of a
    card."""
    boxes = [(box, inside) for box, inside in filled(grid, words) if inside]
    rows = {box.row for box, _ in boxes}
    columns = {box.column for box, _ in boxes}
    if (len(rows) > 1 and len(columns) > 1) or len(columns) > _PAIR:
        return True
    return begins_card(grid, words)


def begins_card(grid: Grid, words: Sequence[Word]) -> bool:
    """Two cells beside each other, "Tiltak" and what it is: the first row of a card, and the page ends."""
    cells = [inside for _, inside in filled(grid, _in(grid, words)) if inside]
    return (
        len(cells) == _PAIR
        and grid.rows == 1
        and names_measure(cells[0])
        and not names_fact(cells[1])
    )


def tells_no_cells(grid: Grid, words: Sequence[Word]) -> bool:
    """Hatching, shading behind facts or their names, or rules that show some columns only."""
    return (
        _is_hatching(grid, words)
        or _is_sidebar(grid, words)
        or _is_column_of_names(grid, words)
        or _hides_columns(grid, words)
    )


def _is_sidebar(grid: Grid, words: Sequence[Word]) -> bool:
    """Shading behind facts beside a text: they are read with it."""
    return len(grid.boxes) == 1 and is_sidebar(raw_lines(_in(grid, words)))


def _is_column_of_names(grid: Grid, words: Sequence[Word]) -> bool:
    """Shading behind names of facts below one another, what they are right of it on the same lines."""
    if grid.columns > 1:
        return False
    names = raw_lines(_in(grid, words))
    values = [word.baseline for word in words if word.x0 > grid.xs[-1] - 1]
    beside = [
        line
        for line in names
        if names_fact(line.words) and any(abs(y - line.baseline) < _SAME_LEVEL for y in values)
    ]
    return 0 < len(beside) == len(names)


def _hides_columns(grid: Grid, words: Sequence[Word]) -> bool:
    """Rules or shading that show some columns only (sum rows, groups): other texts in their cells
    stand far apart. White space tells such a table's columns better."""
    cells = [inside for _, inside in filled(grid, _in(grid, words)) if inside]
    apart = [sum(1 for line in raw_lines(inside) if _is_apart(line)) for inside in cells]
    return sum(apart) > 1 and 4 * sum(map(bool, apart)) >= grid.rows


def _is_hatching(grid: Grid, words: Sequence[Word]) -> bool:
    """Rules nearer than a line of text is high, as on graph paper: no rows of a table."""
    heights = [below - above for above, below in pairwise(grid.ys)]
    inside = [word.size for word in _in(grid, words)]
    return bool(inside) and grid.rows > 1 and median(heights) < _LOWEST * min(inside)


def _is_apart(line: RawLine) -> bool:
    """Texts far apart on one line, the first more than a list mark."""
    runs = line.runs
    first = sum(len(word.text) for word in runs[0].words)
    return any(
        after.x0 - before.x1 > _FAR * line.size
        for before, after in pairwise(runs[first <= _MARK :])
    )


def _in(grid: Grid, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if grid.holds(*word.middle)]
