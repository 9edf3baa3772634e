"""What a page holds, in reading order, with the page's text: the same for whoever asks again.

Offsets count from the beginning of the page's text. Nothing here depends on other pages, so a
passage can be found again on its page alone.
"""

from dataclasses import dataclass

from msgspec import Struct

from tiltak.reading.formats.pdf.grids import Sides
from tiltak.reading.formats.pdf.rules import Rule
from tiltak.reading.formats.pdf.view import View

PIECE_GAP = "   "
# Between the texts of two pages in the document's text.
PAGE_BREAK = "\f"


class Place(Struct, frozen=True):
    """A word in its line: characters `begin` to `end` of the line's text, from `x0` to `x1`. Words
    side by side in cells may stand a little higher or lower than their line's baseline."""

    begin: int
    end: int
    x0: float
    x1: float
    baseline: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text. `left` and `right` are the sides of its column where they are not the page's.

    Pieces far apart stand with `PIECE_GAP` between them. `column` numbers the columns and boxes
    of the page in reading order; lines of different columns are never one paragraph by nearness.
    `raised` are the characters that stand higher than their words, `drawn_mark` a list mark before
    the line that is drawn and no part of its text. In a column of facts beside a text, `named` says
    how many of the first words name a fact, 0 where its value goes on.
    """

    text: str
    start: int
    places: tuple[Place, ...]
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    column: int = 0
    left: float | None = None
    right: float | None = None
    raised: tuple[int, ...] = ()
    drawn_mark: str | None = None
    named: int | None = None

    @property
    def x0(self) -> float:
        return self.places[0].x0

    @property
    def x1(self) -> float:
        return self.places[-1].x1

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell of a ruled table and the lines in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    x1: float
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class PageTable(Sides):
    """A ruled table with the text of its cells, row by row."""

    cells: tuple[PageCell, ...]


PageItem = PageLine | PageTable


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page: its text, its lines and tables in reading order, the rules across it.

    `bands` are the upper and lower sides of titles shaded or framed across a table or the text.
    `letters` counts its characters, `lost` those without a letter in their font; `seen` says that
    they were read from a picture (OCR), `pictured` that the page shows something.
    """

    number: int
    text: str
    items: tuple[PageItem, ...]
    view: View
    dividers: tuple[Rule, ...] = ()
    bands: tuple[tuple[float, float], ...] = ()
    letters: int = 0
    lost: int = 0
    seen: bool = False
    pictured: bool = False

    def lines(self) -> list[PageLine]:
        """All lines, those of tables too."""
        found: list[PageLine] = []
        for item in self.items:
            if isinstance(item, PageLine):
                found.append(item)
            else:
                found += [line for cell in item.cells for line in cell.lines]
        return found
