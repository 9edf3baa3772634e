"""Rows above the heads of a table that say what the table is about.

Habits read: the area in one cell over the whole width, and below it a row for each level with the
level's word to the left ("Mål | …", "Strategi | …"), then the names of the columns. In a sheet
such rows may make a small table of their own, with nothing below. They say what lines above the
table would, so they are made such lines: each with the word of its level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tiltak.reading.blocks import Block, Cell, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.columns import read_columns
from tiltak.reading.structure.logical_rows import items_of
from tiltak.reading.structure.said_levels import SPANNING, said_level
from tiltak.reading.vocabulary import Vocabulary

_AREAS = ("focus_area", "theme")
_BESIDE = 2


def open_tables(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, such rows as lines before what is left of their table."""
    return [one for block in blocks for one in _opened(block, vocabulary)]


def _opened(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    count = _opening_rows(block, vocabulary) if isinstance(block, TableBlock) else 0
    if not isinstance(block, TableBlock) or not count:
        yield block
        return
    for row in block.rows[:count]:
        yield from _lines(row, vocabulary, seen_lines=block.seen_lines)
    if rest := block.rows[count:]:
        yield replace(block, rows=rest)


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
    heads = [vocabulary.column_role(cell.text) for cell in table.rows[count].cells if cell.text]
    named = columns is not None and columns.head == 0 and "measure" in heads
    return count if named else 0


def _says_level(row: TableRow, vocabulary: Vocabulary) -> bool:
    filled = [cell for cell in row.cells if cell.text]
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


def _lines(row: TableRow, vocabulary: Vocabulary, *, seen_lines: bool) -> Iterator[TextBlock]:
    """The area's line; "Mål: …" for each text beside the word, the word's place with the
    first one."""
    filled = [cell for cell in row.cells if cell.text]
    if len(filled) == 1:
        yield TextBlock(filled[0].text, filled[0].passages)
        return
    word, beside = filled
    name, label = word.text.rstrip(" .:"), vocabulary.label(word.text)
    parts = items_of(beside, seen_lines=seen_lines)
    if label is not None and label.level in _AREAS:
        yield TextBlock(f"{name}: {beside.text}", row.passages)
        return
    for at, part in enumerate(parts):
        places = part.passages if at else (*word.passages, *part.passages)
        yield TextBlock(f"{name}: {part.text}", places)
