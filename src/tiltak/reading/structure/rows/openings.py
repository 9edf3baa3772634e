"""Rows above the heads of a table that say what the table is about.

Habits read: the area in one cell over the whole width, and below it a row for each level with the
level's word to the left ("Mål | …", "Strategi | …"), then the names of the columns. In a sheet
such rows may make a small table of their own, with nothing below. They say what lines above the
table would, so they are made such lines: each with the word of its level.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from tiltak.reading.blocks import Block, Cell, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.rows.logical_rows import items_of
from tiltak.reading.structure.rows.said_levels import SPANNING, said_level
from tiltak.reading.vocabulary import Vocabulary

_AREAS = ("focus_area", "theme")
_BESIDE = 2


def open_tables(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, such rows as lines before what is left of their table."""
    blocks = _whole_again(blocks, vocabulary)
    counts = [_opening_rows(b, vocabulary) if isinstance(b, TableBlock) else 0 for b in blocks]
    found: list[Block] = []
    room = _room(blocks, counts)
    for block, count in zip(blocks, counts, strict=True):
        if not isinstance(block, TableBlock) or not count:
            found.append(block)
            continue
        for row in block.rows[:count]:
            found += _lines(row, vocabulary, room if block.seen_lines else None)
        if rest := block.rows[count:]:
            found.append(replace(block, rows=rest))
    return found


def _whole_again(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """A page may cut such rows: a table of nothing else, and the next one begins with a text that
    has no word to its left. That text gets the word of the row above."""
    found: list[Block] = []
    word: Cell | None = None
    for block in blocks:
        if word is not None and isinstance(block, TableBlock) and _goes_on(block):
            head, *rest = block.rows
            text = head.filled[0]
            found.append(replace(block, rows=(TableRow((word, text)), *rest)))
        else:
            found.append(block)
        last = found[-1]
        word = _last_word(last, vocabulary) if isinstance(last, TableBlock) else None
    return found


def _goes_on(table: TableBlock) -> bool:
    """Whether the first row holds one text, with nothing in the cell to the left of it."""
    cells = table.rows[0].cells if table.rows else ()
    return bool(cells) and not cells[0].text and sum(bool(cell.text) for cell in cells) == 1


def _last_word(table: TableBlock, vocabulary: Vocabulary) -> Cell | None:
    """The word of the last row of a table of nothing but such rows, without its place: it is
    placed where it stands."""
    count = _opening_rows(table, vocabulary)
    if not count or count < len(table.rows) or len(table.rows[-1].cells) != _BESIDE:
        return None
    cell = table.rows[-1].cells[0]
    lines = tuple(replace(line, passage=None) for line in cell.lines)
    return Cell(0, lines)


def _room(blocks: Sequence[Block], counts: Sequence[int]) -> int:
    """How many characters the longest line has in these rows of all tables."""
    return room_of(
        cell
        for block, count in zip(blocks, counts, strict=True)
        if isinstance(block, TableBlock)
        for row in block.rows[:count]
        for cell in row.cells
    )


def room_of(cells: Iterable[Cell]) -> int:
    """How many characters the longest line of some cells has."""
    return max((len(line.text) for cell in cells for line in cell.lines), default=0)


def _opening_rows(table: TableBlock, vocabulary: Vocabulary) -> int:
    """How many rows above the heads, or of a table without any, say a level each; else 0."""
    count = 0
    for row in table.rows:
        if not _says_level(row, vocabulary):
            break
        count += 1
    if not count or count == len(table.rows):
        return count
    columns = read_columns(replace(table, rows=table.rows[count:]), vocabulary)
    heads = [vocabulary.column_role(cell.text) for cell in table.rows[count].filled]
    named = columns is not None and columns.head == 0 and "measure" in heads
    return count if named else 0


def _says_level(row: TableRow, vocabulary: Vocabulary) -> bool:
    filled = row.filled
    if len(filled) == _BESIDE:
        return _level_alone(filled[0], vocabulary) and not _names_column(filled[1], vocabulary)
    said = said_level(filled[0].text, vocabulary) if len(filled) == 1 else None
    return said is not None and said[0] in _AREAS and filled[0].column_span > 1


def _level_alone(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a level's word and nothing else: "Mål", "Objective 1a"."""
    label = vocabulary.label(cell.text) if cell.text[:1].isupper() else None
    return label is not None and label.rest is None and label.level in SPANNING


def _names_column(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a text is a word for a level or a column too: the row is a head then."""
    return bool(vocabulary.label(cell.text) or vocabulary.column_role(cell.text))


def _lines(row: TableRow, vocabulary: Vocabulary, room: int | None) -> Iterator[TextBlock]:
    """The area's line; "Mål: …" for each text beside the word, the word's place with the first
    one. `room`: how long a line may be where lines are places on a page."""
    filled = row.filled
    if len(filled) == 1:
        yield TextBlock(filled[0].text, filled[0].passages)
        return
    word, beside = filled
    name, label = word.text.rstrip(" .:"), vocabulary.label(word.text)
    if label is not None and label.level in _AREAS:
        yield TextBlock(f"{name}: {beside.text}", row.passages)
        return
    cells = [beside] if room is None else ended_lines(beside, room)
    parts = [part for cell in cells for part in items_of(cell, seen_lines=room is not None)]
    for at, part in enumerate(parts):
        places = part.passages if at else (*word.passages, *part.passages)
        yield TextBlock(f"{name}: {part.text}", places)


def ended_lines(cell: Cell, room: int) -> list[Cell]:
    """The texts of a cell on a page: one ended where the next begins with a capital although its
    first word would have had room on the line above."""
    lines = [line for line in cell.lines if line.text]
    begins = [
        at
        for at, (above, line) in enumerate(pairwise(lines), start=1)
        if line.text[0].isupper() and len(above.text) + 1 + len(line.text.split()[0]) <= room
    ]
    return [
        replace(cell, lines=tuple(lines[begin:end]))
        for begin, end in pairwise([0, *begins, len(lines)])
    ]
