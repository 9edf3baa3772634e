"""One page → its layout: words into tables, boxes, columns and lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiltak.reading.formats.ocr import is_installed
from tiltak.reading.formats.pdf.bars import bars_among
from tiltak.reading.formats.pdf.column_parts import Filled, Part, parts_of
from tiltak.reading.formats.pdf.columns import in_reading_order
from tiltak.reading.formats.pdf.drawn_marks import with_marks
from tiltak.reading.formats.pdf.grid_kinds import filled, is_frame, is_table, tells_no_cells
from tiltak.reading.formats.pdf.grids import Grid, find_grids
from tiltak.reading.formats.pdf.layout import PageCell, PageItem, PageLayout, PageTable
from tiltak.reading.formats.pdf.lines import PageText, RawLine, raw_lines
from tiltak.reading.formats.pdf.open_rows import with_columns_in_open_rows
from tiltak.reading.formats.pdf.opening import opened_page
from tiltak.reading.formats.pdf.rules import PageRules, read_rules
from tiltak.reading.formats.pdf.seen_page import see_page
from tiltak.reading.formats.pdf.sidebars import Beside, with_facts_after
from tiltak.reading.formats.pdf.stripes import is_backdrop, with_rows_between
from tiltak.reading.formats.pdf.timelines import find_timelines, is_ground
from tiltak.reading.formats.pdf.title_bands import bands_of
from tiltak.reading.formats.pdf.view import View, view_of
from tiltak.reading.formats.pdf.words import Word, read_words

_INSIDE = 0.25
# A page whose fonts lack more letters than that shows them only to the eye.
_MOST_LOST = 0.2


def read_page(document: pdfium.PdfDocument, index: int) -> PageLayout:
    """The layout of a page (0 is the first), by OCR where it has no text or its fonts lack the
    letters. Raises UnreadableDocument when it is damaged."""
    with opened_page(document, index) as page:
        found = read_words(page, view_of(page))
        pictured = _has_picture(page)
        unread = not found.words or found.lost > _MOST_LOST * found.letters
        seen = unread and pictured and is_installed()
        if seen:
            found, rules = see_page(page, view_of(page))
        else:
            rules = read_rules(page, found.view)
    arranger = _Arranger(found.words, rules, found.view)
    items, text = arranger.arrange()
    return PageLayout(
        number=index + 1,
        text=text,
        items=with_marks(items, rules.marks),
        view=found.view,
        dividers=rules.across,
        bands=arranger.bands,
        letters=found.letters,
        lost=found.lost,
        seen=seen,
        pictured=pictured,
    )


@dataclass(frozen=True, slots=True)
class _Region:
    """A part of a page from the top down: lines, or a grid with the words in it."""

    top: float
    lines: Sequence[RawLine] = ()
    words: Sequence[Word] = ()
    grid: Grid | None = None


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Whether a page shows anything at all: an empty one need not be read by OCR."""
    return bool(raw.FPDFPage_CountObjects(page.raw))


class _Arranger:
    """Puts the words of a page in reading order."""

    def __init__(self, words: Sequence[Word], rules: PageRules, view: View) -> None:
        self._words = words
        self._across = rules.across
        grids = [grid for grid in find_grids(rules) if not is_frame(grid, view)]
        bars = bars_among(grids, words) if words else []
        shown = [grid for grid in grids if grid not in bars]
        joined = with_rows_between(shown, words) if words else []
        self._timelines = find_timelines(joined, words, view.width)
        joined = [grid for grid in joined if not is_ground(grid, self._timelines)]
        grids = [with_columns_in_open_rows(grid, words) for grid in joined]
        backdrops = [grid for grid in grids if is_backdrop(grid, words)]
        self.bands = tuple(band for grid in (*bars, *backdrops) for band in bands_of(grid, words))
        ruled = [
            grid for grid in grids if grid not in backdrops and not tells_no_cells(grid, words)
        ]
        self._grids = [*ruled, *self._timelines]
        self._text = PageText()
        self._column = 0
        self._items: list[PageItem] = []

    def arrange(self) -> tuple[tuple[PageItem, ...], str]:
        """The items and the text of the page."""
        free, inside = self._sorted_words()
        tables = [
            Filled(grid, tuple(words))
            for grid, words in zip(self._grids, inside, strict=True)
            if words
        ]
        for part in parts_of(Part(tuple(free), tuple(tables)), self._across):
            self._add_part(part)
        return tuple(self._items), self._text.text()

    def _add_part(self, part: Part) -> None:
        regions = [_Region(one.grid.top, words=one.words, grid=one.grid) for one in part.filled]
        regions += self._flow(part.words, [one.grid.top for one in part.filled])
        for region in sorted(regions, key=lambda region: region.top):
            if region.grid is None:
                self._add_lines(region.lines, part)
            elif region.grid in self._timelines or is_table(region.grid, region.words):
                self._items.append(self._table(region.grid, region.words))
            else:
                self._add_box(region.grid, region.words)

    def _sorted_words(self) -> tuple[list[Word], list[list[Word]]]:
        """Words outside every grid, and those in each."""
        free: list[Word] = []
        inside: list[list[Word]] = [[] for _ in self._grids]
        for word in _cut_at_rules(self._words, self._grids):
            at = next((i for i, g in enumerate(self._grids) if g.holds(*word.middle)), None)
            (free if at is None else inside[at]).append(word)
        return free, inside

    def _flow(self, words: Sequence[Word], tops: Sequence[float]) -> Iterator["_Region"]:
        """Lines outside tables, in groups between the tops of tables."""
        lines = raw_lines(words)
        begin = 0
        for top in [*sorted(tops), 1e9]:
            end = begin
            while end < len(lines) and lines[end].baseline <= top + 1:
                end += 1
            if end > begin:
                yield _Region(lines[begin].baseline - 1, lines=lines[begin:end])
            begin = end

    def _add_lines(self, lines: Sequence[RawLine], part: Part) -> None:
        for piece in with_facts_after(lines):
            if isinstance(piece, Beside):
                self._add_beside(piece, part)
            else:
                self._add_stretches(piece, part)

    def _add_beside(self, beside: Beside, part: Part) -> None:
        self._add_stretches(beside.text, part)
        self._column += 1
        for side in beside.facts:
            self._items.append(self._text.add(side.line, column=self._column, named=side.named))

    def _add_stretches(self, lines: Sequence[RawLine], part: Part) -> None:
        for stretch in in_reading_order(lines, self._across):
            self._column += 1
            left, right = stretch.left or part.left, stretch.right or part.right
            for line in stretch.lines:
                self._items.append(
                    self._text.add(line, column=self._column, left=left, right=right)
                )

    def _add_box(self, grid: Grid, words: Sequence[Word]) -> None:
        """A box around text is no table: its lines are read in their place, cell by cell."""
        for box, inside in filled(grid, words):
            self._column += 1
            for line in raw_lines(inside):
                self._items.append(
                    self._text.add(line, column=self._column, left=box.x0, right=box.x1 - 4)
                )

    def _table(self, grid: Grid, words: Sequence[Word]) -> PageTable:
        cells = []
        for box, inside in filled(grid, words):
            lines = tuple(self._text.add(line, right=box.x1) for line in raw_lines(inside))
            cells.append(
                PageCell(box.row, box.column, box.row_span, box.column_span, box.x0, box.x1, lines)
            )
        return PageTable(grid.xs, grid.ys, tuple(cells))


def _cut_at_rules(words: Sequence[Word], grids: Sequence[Grid]) -> Iterator[Word]:
    """The words, those that run from one cell into the next in two."""
    for word in words:
        rest = word
        for grid in grids:
            if not word.upright or not grid.top <= word.baseline <= grid.bottom:
                continue
            for x in grid.sides_at(word.middle[1]):
                inside = rest.x0 + _INSIDE * rest.size < x < rest.x1 - _INSIDE * rest.size
                if inside and (parts := rest.cut(x)):
                    yield parts[0]
                    rest = parts[1]
        yield rest
