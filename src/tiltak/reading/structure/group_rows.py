"""Rows over the whole table: a title of the rows below, and what is said about it."""

from itertools import pairwise

from tiltak.reading.blocks import Cell, TableRow
from tiltak.reading.vocabulary import Vocabulary

# The levels a cell over several rows may name, from above.
SPANNING = ("focus_area", "theme", "sub_goal", "strategy")


def parts_of_group(row: TableRow, vocabulary: Vocabulary) -> list[TableRow]:
    """A group row whose later lines name a level, as rows of their own: "Transport" over "Mål: …"."""
    filled = [cell for cell in row.cells if cell.text]
    if len(filled) != 1:
        return [row]
    cell = filled[0]
    texts = [line.text for line in cell.lines]
    begins = [at for at in range(1, len(texts)) if _names_level(texts[at], vocabulary)]
    return [
        TableRow((Cell(cell.column, cell.lines[begin:end], cell.row_span, cell.column_span),))
        for begin, end in pairwise([0, *begins, len(texts)])
    ]


def _names_level(text: str, vocabulary: Vocabulary) -> bool:
    label = vocabulary.label(text) if text[:1].isupper() else None
    return label is not None and label.rest is not None and label.level in SPANNING
