"""Ruled tables of pages → table blocks; a table that goes on over pages is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.cut_rows import halves_joined
from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.formats.pdf.cells_over_break import with_cells_over_break
from tiltak.reading.formats.pdf.layout import PageCell, PageLayout, PageLine, PageTable
from tiltak.reading.formats.pdf.unruled_rows import divided, divided_below_titles
from tiltak.reading.structure.columns.by_heads import head_columns
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.vocabulary import Vocabulary

REPEATED_HEAD = gettext_noop("Tabellhovud som går att på ny side")

_SAME_SIDE = 6.0
# Tables that begin at one height stand side by side, none goes on with the other.
_HIGHER = 24.0
_MOST_HEADS = 3
_SPACE = 0.3  # of the size of the letters, a little more than most fonts have
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2}){0,3})\.?")


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table on one page, and the page it stands on with its place in the text."""

    table: PageTable
    page: PageLayout
    offset: int


class TableMaker:
    """Turns tables of pages into blocks."""

    def __init__(self, vocabulary: Vocabulary, mender: Mender) -> None:
        self._vocabulary = vocabulary
        self._mender = mender
        self.aside: list[tuple[Passage, str]] = []

    def block(self, parts: Sequence[TablePart], rest: Sequence[TableRow] = ()) -> TableBlock:
        """One table of its parts on following pages, with the `rest` of its rows."""
        rows = self._rows(parts[0])
        for part in parts[1:]:
            more = self._rows(part)
            heads = _repeated(rows, more)
            for row in more[:heads]:
                self.aside += [(passage, REPEATED_HEAD) for passage in row.passages]
            more = more[heads:]
            rows, more = halves_joined(rows, more, self._vocabulary)
            rows = with_cells_over_break(rows, more)
        return TableBlock((*rows, *rest), seen_lines=True)

    def follows(self, parts: Sequence[TablePart], after: TablePart) -> bool:
        """Whether a table at the top of a page, or of a column, goes on with the parts of one on the
        pages, or in the columns, before."""
        before = parts[-1]
        next_page = after.page.number == before.page.number + 1
        if not (next_page or _is_next_column(before, after)) or not _same_sides(before, after):
            return False
        first, other = self._rows(before), self._rows(after)
        if _repeated(first, other):
            return True
        counted = bool(_number(first[0]) and _number(other[0])) and self._is_card(first[1:])
        # the next card may begin with "1.2 | Ny bru"
        if counted or _is_next_card(first, other) or _repeats_name(self._rows(parts[0]), other):
            return False
        titled = _is_title(first[0], _width(first))
        cut = len(other) > 1 and (begun := _texts(other[0])) and begun[0][0] > 0
        if self._is_card(first[1:] if titled else first) and self._is_card(other[bool(cut) :]):
            return True
        if _counts_on(first[-1], other[0]):
            return True
        return not any(_is_head(row, self._vocabulary) for row in other[:_MOST_HEADS])

    def _is_card(self, rows: Sequence[TableRow]) -> bool:
        """Two columns, names of facts in the first: a "Frist" beside "2027" is no head of columns."""
        names = [texts[0][1] for row in rows if (texts := _texts(row)) and texts[0][0] == 0]
        known = sum(1 for name in names if self._vocabulary.column_role(name))
        return _width(rows) == 2 and known == len(rows) > 0

    def _rows(self, part: TablePart) -> list[TableRow]:
        rows: list[list[PageCell]] = [[] for _ in range(len(part.table.ys) - 1)]
        for cell in part.table.cells:
            rows[cell.row].append(cell)
        self._mender.study((cell.lines, _right(cell)) for cell in part.table.cells)
        found = [self._row(cells, part) for cells in rows]
        heights = [_heights([line for cell in cells for line in cell.lines]) for cells in rows]
        if len(found) == 2:
            return divided(found, heights[1], self._vocabulary)
        return divided_below_titles(found, heights, self._vocabulary)

    def _row(self, cells: Sequence[PageCell], part: TablePart) -> TableRow:
        heights = _heights([line for cell in cells for line in cell.lines])
        return TableRow(tuple(self._cell(cell, heights, part) for cell in cells))

    def _cell(self, cell: PageCell, heights: Sequence[float], part: TablePart) -> Cell:
        right = _right(cell)
        texts = self._mender.mended(cell.lines, right)
        lines = tuple(
            CellLine(
                _with_mark(line, text),
                _passage(line, part),
                _nearest(heights, line.baseline),
                _is_begun(line, above, right) if above is not None else None,
            )
            for above, line, text in zip((None, *cell.lines), cell.lines, texts, strict=False)
        )
        return Cell(cell.column, lines, cell.row_span, cell.column_span)


def _right(cell: PageCell) -> float:
    """Where a cell's text ends: the room between its rule and its text is the same on both sides."""
    left = min((line.x0 for line in cell.lines), default=cell.x0) - cell.x0
    return cell.x1 - max(min(left, 8.0), 1.0)


def _is_begun(line: PageLine, above: PageLine, right: float) -> bool:
    """Whether the first word of a line had room at the end of the line above it."""
    word = line.places[0]
    return above.x1 + _SPACE * line.size + word.x1 - word.x0 < right


def _with_mark(line: PageLine, text: str) -> str:
    return f"{line.drawn_mark} {text}" if line.drawn_mark is not None else text


def _passage(line: PageLine, part: TablePart) -> Passage:
    start = part.offset + line.start
    return Passage(start=start, end=start + len(line.text), page=part.page.number)


def _heights(lines: Sequence[PageLine]) -> list[float]:
    """The heights lines of a row stand at, near ones as one."""
    found: list[float] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if not found or line.baseline - found[-1] > 0.5 * line.size:
            found.append(line.baseline)
    return found


def _nearest(heights: Sequence[float], at: float) -> int:
    return min(range(len(heights)), key=lambda i: abs(heights[i] - at))


def _is_next_column(before: TablePart, after: TablePart) -> bool:
    """Whether a table stands right of another on its page, and begins higher up than that one."""
    one, other = before.table, after.table
    beside = before.page is after.page and other.xs[0] > one.xs[-1] - _SAME_SIDE
    return beside and other.top < one.top - _HIGHER


def _same_sides(before: TablePart, after: TablePart) -> bool:
    """The same columns; a page's margins may differ from the other's."""
    one, other = before.table.xs, after.table.xs
    if len(one) != len(other):
        return False
    shift = other[0] - one[0]
    return all(abs(b - a - shift) <= _SAME_SIDE for a, b in zip(one, other, strict=True))


def _texts(row: TableRow) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in row.filled]


def _repeated(rows: Sequence[TableRow], more: Sequence[TableRow]) -> int:
    """How many rows at the top are those at the top of the first page."""
    count = 0
    while (
        count < min(_MOST_HEADS, len(rows) - 1, len(more))
        and len(_texts(rows[count])) > 1
        and _texts(rows[count]) == _texts(more[count])
    ):
        count += 1
    return count


def _counts_on(last: TableRow, first: TableRow) -> bool:
    """Whether the first row of a page has the number after that of the last row of the one before:
    no head then, whatever its words."""
    before, after = (_number(row) for row in (last, first))
    return len(before) > 0 and after == (*before[:-1], before[-1] + 1)


def _number(row: TableRow) -> tuple[int, ...]:
    """The number a row begins with: "2.1" as (2, 1)."""
    texts = _texts(row)
    match = _NUMBER.fullmatch(texts[0][1]) if len(texts) > 1 and texts[0][0] == 0 else None
    return tuple(map(int, match[1].split("."))) if match else ()


def _is_next_card(rows: Sequence[TableRow], more: Sequence[TableRow]) -> bool:
    """Two columns that begin with a name the table before has too: the next card of several. Or both
    begin with a title over all columns, and no other row of the first is one."""
    titled = [_is_title(row, _width(rows)) for row in rows]
    if more and _is_title(more[0], _width(more)) and titled[0] and titled.count(True) == 1:
        return True
    return _repeats_name(rows, more)


def _repeats_name(rows: Sequence[TableRow], more: Sequence[TableRow]) -> bool:
    """Whether the second of two tables with two columns begins with a name the first one has too."""
    names = [texts[0][1] for row in rows if (texts := _texts(row)) and texts[0][0] == 0]
    first = _texts(more[0]) if more else []
    return bool(first) and first[0][0] == 0 and first[0][1] in names and _width(rows) == 2


def _is_title(row: TableRow, width: int) -> bool:
    filled = row.filled
    return len(filled) == 1 and filled[0].column_span == width > 1


def _width(rows: Sequence[TableRow]) -> int:
    return max((cell.column + cell.column_span for row in rows for cell in row.cells), default=0)


def _is_head(row: TableRow, vocabulary: Vocabulary) -> bool:
    roles = {
        c.role
        for c in head_columns(row, vocabulary)
        if len(c.name) <= 40 and not is_amount(c.name, vocabulary)
    }
    return len(roles - {None}) >= 2
