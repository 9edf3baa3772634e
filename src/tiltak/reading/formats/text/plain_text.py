"""Plain text → blocks: pdftotext with and without -layout, e-mail, text saved from Word."""

from collections.abc import Container, Mapping, Sequence

from msgspec.structs import replace

from tiltak.planfile.marking import with_values
from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Block, BlockDocument, TableBlock
from tiltak.reading.formats.cut_rows import halves_joined
from tiltak.reading.formats.pdf.broken_words import WORDS_CLOSED
from tiltak.reading.formats.text.cards_beside import cards_in_turn
from tiltak.reading.formats.text.column_regions import (
    NOT_PAIRED,
    PIECED,
    find_column_tables,
)
from tiltak.reading.formats.text.decoding import decode
from tiltak.reading.formats.text.delimited_table import read_delimited_table
from tiltak.reading.formats.text.drawn_rules import blank, drawn_rules, underlined
from tiltak.reading.formats.text.furniture import find_furniture
from tiltak.reading.formats.text.heads import read_facts_head, read_head, read_money_head
from tiltak.reading.formats.text.late_heads import with_heads_apart
from tiltak.reading.formats.text.layout_card import read_layout_card
from tiltak.reading.formats.text.layout_table import read_layout_table
from tiltak.reading.formats.text.lines import Line, ParagraphJoiner, split_lines
from tiltak.reading.formats.text.markdown import Markdown
from tiltak.reading.formats.text.narrow_cells import NarrowCells
from tiltak.reading.formats.text.row_tables import find_row_tables
from tiltak.reading.formats.text.scattered_tables import SCATTERED, scattered_text
from tiltak.reading.formats.text.stacked_cards import find_stacked_cards
from tiltak.reading.formats.text.stream_table import read_stream_table
from tiltak.reading.formats.text.text_columns import in_reading_order
from tiltak.reading.vocabulary import Vocabulary

# a page may end between a head and what stands below it
_LINES_BELOW = 5


def read_text(data: bytes, vocabulary: Vocabulary) -> BlockDocument:
    """A text file as blocks. Raises UnreadableDocument when the bytes are no text."""
    return blocks_of_text(decode(data), vocabulary)


def blocks_of_text(text: str, vocabulary: Vocabulary) -> BlockDocument:
    """A text as blocks; every character that is no white space stands in a block or aside."""
    lines = split_lines(text)
    furniture = find_furniture(lines, vocabulary)
    rules = {i: why for i, why in drawn_rules(lines).items() if i not in furniture}
    aside: list[tuple[Passage, str]] = [
        (lines[index].passage(), reason) for index, reason in sorted(furniture.items())
    ]
    aside += [(lines[index].passage(), reason) for index, reason in rules.items()]
    kept = [
        blank(line) if index in rules else line
        for index, line in enumerate(lines)
        if index not in furniture
    ]
    kept = in_reading_order(cards_in_turn(kept, vocabulary), vocabulary)
    kept = with_heads_apart(kept, vocabulary)
    cards = find_stacked_cards(kept, vocabulary)
    free = [blank(line) if index in cards.used else line for index, line in enumerate(kept)]
    pieced = find_column_tables(free, vocabulary)
    by_line = find_row_tables(free, vocabulary)
    tables = by_line.tables | pieced.tables | cards.tables
    used = by_line.used | pieced.used | cards.used
    aside += [(passage, NOT_PAIRED) for passage in pieced.loose]
    narrow = NarrowCells(kept, vocabulary)
    blocks = [
        narrow.mended(block) if isinstance(block, TableBlock) else block
        for block in _read_blocks(kept, tables, used, underlined(lines, rules), vocabulary)
    ]
    warnings = [PIECED] if pieced.tables else []
    if narrow.closed:
        warnings.append(with_values(WORDS_CLOSED, (f"«{word}»" for word in narrow.closed)))
    scattered = scattered_text(kept, blocks, vocabulary)
    doubtful = [*pieced.doubtful, *by_line.doubtful]
    if scattered or doubtful:
        warnings.append(SCATTERED)
    return BlockDocument(
        text,
        "text/plain",
        tuple(blocks),
        tuple(aside),
        warnings=tuple(warnings),
        scattered=(*scattered, *doubtful),
    )


def _read_blocks(
    lines: Sequence[Line],
    tables: Mapping[int, TableBlock],
    used: Container[int],
    headings: Container[int],
    vocabulary: Vocabulary,
) -> list[Block]:
    joiner = ParagraphJoiner(lines, vocabulary, headings)
    markdown = Markdown.of(lines)
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        if index in tables:
            blocks += [*joiner.finish(), tables[index]]
        if index in used:
            index += 1
            continue
        if block := markdown.block_of(lines[index]):
            blocks += [*joiner.finish(), block]
            index += 1
            continue
        table, after = _read_table(lines, index, vocabulary)
        if table is None:
            joiner.feed(lines[index])
            index += 1
            continue
        before = joiner.finish()
        blocks += before
        if not before and blocks and isinstance(last := blocks[-1], TableBlock):
            blocks[-1:] = _over_page(last, table, vocabulary)
        else:
            blocks.append(table)
        index = after
    return [markdown.without_marks(block) for block in blocks + joiner.finish()]


def _read_table(
    lines: Sequence[Line], index: int, vocabulary: Vocabulary
) -> tuple[TableBlock | None, int]:
    """The table that begins at a line, if one does, and the index of the line after it."""
    if delimited := read_delimited_table(lines, index, vocabulary):
        return delimited
    if card := read_layout_card(lines, index, vocabulary):
        return card
    head = read_head(lines[index], vocabulary)
    if head is None and index + 1 < len(lines) and "   " in lines[index].text.strip():
        line, below = lines[index], lines[index + 1 : index + _LINES_BELOW]
        head = read_facts_head(line, below, vocabulary)
        head = head or read_money_head(line, below[0], vocabulary)
    if head is None:
        return None, index
    if head.spaced:
        return read_layout_table(lines, head, index, vocabulary)
    if "measure" in head.roles and (found := read_stream_table(lines, head, index, vocabulary)):
        return found
    return None, index


def _over_page(above: TableBlock, table: TableBlock, vocabulary: Vocabulary) -> list[Block]:
    """Two tables with nothing between them: where the heads of the first are printed again the
    second goes on with it, perhaps in the middle of a row."""
    if not _same_head(above, table):
        return [above, table]
    head, *body = table.rows
    rows, rest = list(above.rows), body
    if table.seen_lines and len(rows) > 1:
        rows, rest = halves_joined(rows, body, vocabulary)
    if not rest:
        return [replace(above, rows=(*rows, head))]
    return [
        replace(above, rows=tuple(rows)),
        replace(table, rows=(head, *rest), continues=True),
    ]


def _same_head(before: TableBlock, table: TableBlock) -> bool:
    def names(head: TableBlock) -> list[str]:
        return [cell.text for cell in head.rows[0].cells]

    return names(before) == names(table)
