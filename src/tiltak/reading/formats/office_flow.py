"""What Word and OpenDocument texts have in common: paragraphs with styles, tables, text aside."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    Look,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.formats.text.item_marks import split_mark
from tiltak.reading.formats.text_buffer import TextBuffer, cell_name

_LETTERS = 26
_BESIDE = 2
LEAST_OF_CHAPTER = 3  # a heading, and more below it than a name and a value
# of a mark; Roman numerals and "aaa" are none
_WORD = re.compile(r"(?![ivxlcdm]+\b|([a-z])\1+\b)[^\W\d_]{3,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What is known of a paragraph: heading level (0 the title), list mark, indent, type size.

    `indent` counts steps, `size` points. `list_level` is the level of the list where the
    document states it (0 is outermost).
    """

    level: int | None = None
    mark: str | None = None
    is_list_item: bool = False
    list_level: int | None = None
    indent: int = 0
    bold: bool = False
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a paragraph that is seen, what is hidden in it, and how it looks."""

    text: str
    hidden: str
    look: Look


class OfficeFlow:
    """Gathers the blocks of a document in reading order, each with its place in the text."""

    def __init__(self) -> None:
        self._buffer = TextBuffer()
        self._blocks: list[Block] = []
        self._aside: list[tuple[Passage, str]] = []
        self._gap = 0
        self._paragraphs = 0

    def add_paragraph(self, text: str, style: ParagraphStyle, look: Look) -> None:
        """A paragraph as shown, line breaks as "\\n". An empty one is a gap before the next."""
        self._paragraphs += 1
        if not text.strip():
            self._gap += 1
            self._buffer.add(text)
            return
        for part in _parts(text, style):
            self._add(part, style, look)
        self._gap = 0

    def add_table(self, rows: Sequence[Sequence[Cell]], title: str | None = None) -> None:
        """A table; its cells' lines were made by `cell_lines`."""
        table_rows = tuple(TableRow(tuple(cells)) for cells in rows)
        self._blocks.append(TableBlock(table_rows, title=title))
        self._gap = 0

    def cell_lines(
        self, paragraphs: Iterable[tuple[str, str | None]], row: int, column: int
    ) -> list[CellLine]:
        """The lines of a cell from its paragraphs, each text with its list mark."""
        lines: list[CellLine] = []
        name = cell_name(row, column)
        for paragraph, mark in paragraphs:
            # a number of the program's own is seen where nothing else stands too
            number = mark if mark and any(map(str.isalnum, mark)) else ""
            sign = mark if mark and paragraph.strip() else number
            for text in paragraph.split("\n"):
                shown = f"{sign} {' '.join(text.split())}".strip()
                passage = None
                if text.strip():
                    passage = self._buffer.add(text, line=self._paragraphs + 1, cell=name)
                lines.append(CellLine(shown, passage, len(lines)))
                sign = ""
        return lines if any(line.text for line in lines) else []

    def leave_aside(self, text: str, reason: str) -> None:
        """Text of the document that is no part of the flow."""
        if text.strip():
            self._aside.append((self._buffer.add(text), reason))

    def document(self, media_type: str) -> BlockDocument:
        """Everything gathered so far."""
        return BlockDocument(
            self._buffer.text(), media_type, tuple(self._blocks), tuple(self._aside)
        )

    def _add(self, text: str, style: ParagraphStyle, look: Look) -> None:
        passage = self._buffer.add(text, line=self._paragraphs)
        mark, rest = style.mark, " ".join(text.replace("\u00ad", "").split())
        is_item = style.is_list_item
        if mark is not None and _WORD.search(mark):
            # "Tiltak 1:" counted by the program is a word before the text, as where it is typed
            mark, rest, is_item = None, f"{mark} {rest}", False
        elif mark is None and style.level is None:
            mark, rest = split_mark(rest)
            is_item = is_item or mark is not None
        self._blocks.append(
            TextBlock(
                text=rest,
                passages=(passage,),
                mark=mark,
                level=style.level,
                indent=style.indent,
                gap=self._gap,
                look=look,
                is_list_item=is_item,
                list_level=style.list_level if is_item else None,
            )
        )


def lays_out_chapters(rows: Sequence[Sequence[bool]]) -> bool:
    """Whether a table only sets chapters of the text beside or under one another.

    `rows` have for each filled cell whether it begins with a heading and goes on with paragraphs. A
    table of values may have headings in its cells, but beside them short values of other columns.
    """
    return any(any(row) for row in rows) and all(len(row) < _BESIDE or all(row) for row in rows)


def _parts(text: str, style: ParagraphStyle) -> list[str]:
    """A paragraph with line breaks in it: lines of a title run on, others begin anew at a capital."""
    if "\n" not in text or style.level is not None:
        return [text]
    parts: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if parts and (not stripped or stripped[0].islower()):
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
    return [part for part in parts if part.strip()]


def bullet_sign(sign: str, depth: int) -> str:
    """A bullet as a common sign: symbol fonts use private characters."""
    if sign and (sign.isascii() or sign in "–—•▪◦‣"):
        return sign[0]
    return "•" if depth % 2 == 0 else "◦"


def letter_of(number: int) -> str:
    """1 → a, 27 → aa, 28 → bb, as Word and LibreOffice count."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def to_roman(number: int) -> str:
    """4 → IV."""
    signs = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    shown = ""
    for value, sign in signs:
        while number >= value:
            shown, number = shown + sign, number - value
    return shown
