"""Tables of Word and OpenDocument texts that go on in another table.

Habit read: a table that was copied together, or cut where a page ends, is two tables in the file with
nothing but an empty line between them, and the second has no heads of its own; or the heads stand in
a table of their own above.
"""

from msgspec.structs import replace

from tiltak.reading.blocks import Block, BlockDocument, TableBlock, TableRow
from tiltak.reading.vocabulary import Vocabulary

_LEAST_COLUMNS = 3
_LEAST_ROLES = 2
_LONGEST_HEAD = 40


def with_tables_joined(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document with such tables as one."""
    blocks: list[Block] = []
    for block in document.blocks:
        above = blocks[-1] if blocks else None
        if not isinstance(above, TableBlock) or not isinstance(block, TableBlock):
            blocks.append(block)
        elif _goes_on(above, block, vocabulary):
            blocks[-1] = replace(above, rows=above.rows + block.rows)
        else:
            blocks.append(block)
    if len(blocks) == len(document.blocks):
        return document
    return replace(document, blocks=tuple(blocks))


def _goes_on(above: TableBlock, below: TableBlock, vocabulary: Vocabulary) -> bool:
    if not above.rows or not below.rows or below.title is not None:
        return False
    columns = _columns(above)
    return (
        columns >= _LEAST_COLUMNS
        and columns == _columns(below)
        and len(below.rows[0].filled) > 1
        and _is_head(above.rows[0], vocabulary)
        and not _is_head(below.rows[0], vocabulary)
    )


def _columns(table: TableBlock) -> int:
    return max((c.column + c.column_span for row in table.rows for c in row.cells), default=0)


def _is_head(row: TableRow, vocabulary: Vocabulary) -> bool:
    texts = [cell.text for cell in row.filled]
    roles = {vocabulary.head(text).role for text in texts if len(text) <= _LONGEST_HEAD}
    return len(roles - {None}) >= _LEAST_ROLES
