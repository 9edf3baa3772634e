"""What every format gives: blocks of text and tables, each with its place in the document.

`text` of a `BlockDocument` is the document's whole text. Every piece of text in a block
carries the passages (half-open character ranges in that text) it was read from, so that
what is placed in the plan and what is not can be compared with the whole.

Blocks are structs and no dataclasses: a sheet has hundreds of thousands of cells, and a frozen
dataclass takes six times as long to make.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

import msgspec
from msgspec.structs import force_setattr

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import join_lines


class Look(msgspec.Struct, frozen=True):
    """How a text stands out. `size` in points where the format knows it."""

    bold: bool = False
    size: float | None = None


class TextBlock(msgspec.Struct, frozen=True):
    """A paragraph, heading or list item: wrapped lines rejoined, list mark taken off.

    `level` is the heading level the document itself states (1 is highest, 0 the title), None
    where it states none. `mark` is the list mark as seen ("-", "o", "2."), `indent` the depth
    (characters in text, steps of indent in Office files), `gap` the number of blank lines above.
    `list_level` is the level of the list where the document itself states it (0 is outermost).
    """

    text: str
    passages: tuple[Passage, ...]
    mark: str | None = None
    level: int | None = None
    indent: int = 0
    gap: int = 0
    look: Look = Look()
    is_list_item: bool = False
    list_level: int | None = None


class CellLine(msgspec.Struct, frozen=True):
    """One line of a cell. `position` is its line within the row, as seen or as paragraph number.

    `begun`: on a page, whether it was begun on purpose, since its first word had room on the line
    above (True), or may be the wrapped rest of it (False); None where that is not known.
    """

    text: str
    passage: Passage | None
    position: int
    begun: bool | None = None


class Cell(msgspec.Struct, frozen=True):
    """A table cell at its first column, with the lines it holds (empty ones count as lines).

    `text`: the lines as one text, words broken at line ends closed. It is made of the lines at
    once, as every cell's is asked for many times.
    """

    column: int
    lines: tuple[CellLine, ...] = ()
    row_span: int = 1
    column_span: int = 1
    text: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "text", _text_of(self.lines))

    @property
    def passages(self) -> tuple[Passage, ...]:
        return passages_of(self.lines)


def _text_of(lines: tuple[CellLine, ...]) -> str:
    if len(lines) == 1 and lines[0].text.isascii():
        return " ".join(lines[0].text.split())
    return join_lines(line.text for line in lines)


def passages_of(lines: Sequence[CellLine]) -> tuple[Passage, ...]:
    """Where the lines stand."""
    if len(lines) == 1 and lines[0].passage is not None:
        return (lines[0].passage,)
    return tuple(line.passage for line in lines if line.passage is not None)


class TableRow(msgspec.Struct, frozen=True, dict=True):
    """One physical row; cells that begin here. A vertically merged cell stands in its first row."""

    cells: tuple[Cell, ...]

    @cached_property
    def filled(self) -> tuple[Cell, ...]:
        """The cells with text, in order."""
        return tuple(cell for cell in self.cells if cell.text)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for cell in self.cells for passage in cell.passages)

    def cell(self, column: int) -> Cell | None:
        """The cell that covers `column` in this row."""
        if column < len(self.cells) and self.cells[column].column == column:
            return self.cells[column]  # nothing merged to the left of it
        return next(
            (c for c in self.cells if c.column <= column < c.column + c.column_span),
            None,
        )


class TableBlock(msgspec.Struct, frozen=True):
    """A table of physical rows.

    `seen_lines` says that line positions are places on the page, so that values stand beside
    the line they belong to. `continues` marks a table that goes on from the page before.
    `pieced` marks a table put together from columns or cells that stood apart in the text.
    """

    rows: tuple[TableRow, ...]
    title: str | None = None
    seen_lines: bool = False
    continues: bool = False
    pieced: bool = False

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(self.each_passage())

    def each_passage(self) -> Iterator[Passage]:
        """Its passages one by one: most who ask need the first of a hundred thousand."""
        return (passage for row in self.rows for passage in row.passages)

    @property
    def start(self) -> int | None:
        """Where it begins in the document's text."""
        return next((passage.start for passage in self.each_passage()), None)

    @property
    def sheet(self) -> str | None:
        """The sheet of a workbook it stands in."""
        return next((passage.sheet for passage in self.each_passage() if passage.sheet), None)


Block = TextBlock | TableBlock


class BlockDocument(msgspec.Struct, frozen=True):
    """A document as blocks in reading order. `aside` is text that is no part of the flow
    (page numbers, running heads), with the reason it is left out. `scattered` is text of tables
    whose cells stand in another order than they did."""

    text: str
    media_type: str
    blocks: tuple[Block, ...]
    aside: tuple[tuple[Passage, str], ...] = ()
    method: Literal["text", "ocr", "structured"] = "text"
    warnings: tuple[str, ...] = ()
    scattered: tuple[Passage, ...] = ()

    def texts(self) -> Iterator[TextBlock]:
        """The text blocks only."""
        return (block for block in self.blocks if isinstance(block, TextBlock))

    def block_texts(self) -> Iterator[str]:
        """The text of every block and cell, words broken at line ends closed."""
        for block in self.blocks:
            if isinstance(block, TextBlock):
                yield block.text
            else:
                yield from (cell.text for row in block.rows for cell in row.filled)
