"""Cards laid on their side: the names of the facts above, their values in one row below.

Plans with a heading for each measure may put "Ansvar | Frist | Kostnad" and one row of values right
below it. It says no measure itself, so it is about the heading, as a card is.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Block, Cell, TableBlock, TableRow
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_HEAD_AND_VALUES = 2
_FEWEST = 2
# what says that the table names its rows itself
_NAMES = frozenset(("measure", "focus_area", "theme", "sub_goal", "strategy", "text", "level"))


def stand_up(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, each such table made one of names to the left and values to the right."""
    return [_standing(block, vocabulary) for block in blocks]


def _standing(block: Block, vocabulary: Vocabulary) -> Block:
    if not isinstance(block, TableBlock) or len(block.rows) != _HEAD_AND_VALUES:
        return block
    head, values = block.rows
    if not _names_facts(head, vocabulary) or _is_over_columns(head) or _is_over_columns(values):
        return block
    if all(vocabulary.column_role(cell.text) for cell in values.filled):
        return block  # names again: "Ansvar | Rektor" over "Frist | 2026" stands already
    rows = tuple(_pair(cell, values.cell(cell.column)) for cell in head.cells)
    return replace(block, rows=rows, seen_lines=False)


def _names_facts(head: TableRow, vocabulary: Vocabulary) -> bool:
    """Whether every cell names a fact, most of them about who, when and how much."""
    roles = [vocabulary.column_role(cell.text) for cell in head.cells]
    facts = {role for role in roles if role in FACT_ROLES}
    return len(facts) >= _FEWEST and None not in roles and not _NAMES & set(roles)


def _is_over_columns(row: TableRow) -> bool:
    return any(cell.column_span > 1 or cell.row_span > 1 for cell in row.cells)


def _pair(name: Cell, value: Cell | None) -> TableRow:
    beside = replace(value, column=1) if value is not None else Cell(1)
    return TableRow((replace(name, column=0), beside))
