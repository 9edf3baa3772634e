"""Levels that lines of a cell say themselves: "Transport" and below it "Mål: Fleire går"."""

from itertools import pairwise

from tiltak.reading.blocks import Cell, TableRow
from tiltak.reading.vocabulary import Vocabulary

# The levels a cell over several rows may name, from above.
SPANNING = ("focus_area", "theme", "sub_goal", "strategy")


def parts_of_group(row: TableRow, vocabulary: Vocabulary) -> list[TableRow]:
    """A group row whose later lines name a level, as rows of their own: "Transport" over "Mål: …"."""
    filled = row.filled
    if len(filled) != 1:
        return [row]
    return [TableRow((part,)) for part in parts_of_cell(filled[0], vocabulary)]


def parts_of_cell(cell: Cell, vocabulary: Vocabulary) -> list[Cell]:
    """A cell in parts, each after the first beginning with a line that names a level."""
    if len(cell.lines) == 1:
        return [cell]
    texts = [line.text for line in cell.lines]
    begins = [at for at in range(1, len(texts)) if said_level(texts[at], vocabulary)]
    return [
        Cell(cell.column, cell.lines[begin:end], cell.row_span, cell.column_span)
        for begin, end in pairwise([0, *begins, len(texts)])
    ]


def said_level(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """("sub_goal", "Fleire går") of "Mål: Fleire går", for levels above the measure."""
    label = vocabulary.label(text) if text[:1].isupper() else None
    if label is None or label.rest is None or label.level not in SPANNING:
        return None
    return label.level, label.rest
