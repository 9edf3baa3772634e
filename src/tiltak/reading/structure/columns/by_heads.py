"""What the columns of a table hold: from their heads, or from what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tiltak.reading.blocks import TableBlock, TableRow
from tiltak.reading.structure.columns.by_content import (
    SAMPLE,
    column_texts,
    from_content,
    with_roles_by_content,
)
from tiltak.reading.structure.columns.column import Columns, TableColumn
from tiltak.reading.structure.columns.of_money import with_kinds, with_shares
from tiltak.reading.structure.columns.of_numbers import with_names_beside_numbers
from tiltak.reading.values.amounts import unit_factor
from tiltak.reading.vocabulary import Vocabulary

_HEAD_WITHIN = 4
# between a word and a name: no head of a column goes on behind it
_SIGN = re.compile(
    r"(?:\w(?::|\s[–—-])|\s(?:\d{1,2}|[A-ZÆØÅÄÖ]|[IVX]{1,4})(?:[.)]|\s[|•·]))\s+[A-ZÆØÅÄÖ]"
)
_MARKS = frozenset("x×✓✔√•●■+▪❌☒☑")


def read_columns(table: TableBlock, vocabulary: Vocabulary) -> Columns | None:
    """The columns of a table of measures; None for a table of something else."""
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        columns = head_columns(row, vocabulary)
        if _is_about_document(columns, vocabulary):
            return None
        columns = with_roles_by_content(columns, table.rows[index + 1 :], vocabulary)
        roles = {column.role for column in columns}
        if "measure" in roles and len(roles - {None}) >= 2:
            below = table.rows[index + 1] if index + 1 < len(table.rows) else TableRow(())
            body = index + 1
            if _parts_head(row, below) or _is_second_head(below, columns, vocabulary):
                columns, body = _two_heads(columns, below, vocabulary), index + 2
            columns = _with_marks(columns, table.rows[body:])
            columns = _without_ranks(columns, table.rows[body:], vocabulary)
            columns = with_names_beside_numbers(columns, table.rows[body:])
            columns = with_kinds(columns, table.rows[body:], vocabulary)
            return Columns(one_each(with_shares(columns, vocabulary)), body, index)
    return from_content(table, vocabulary)


def _is_about_document(columns: Sequence[TableColumn], vocabulary: Vocabulary) -> bool:
    """Whether a head is that of a log of the document ("Dato", "Hvem", "Endring"), or of what was
    said of its draft ("Innspill", "Fra", "Vurdering")."""
    about = vocabulary.list_of("table", "about_document")
    said = any(vocabulary.head_words(column.name) in about for column in columns)
    return said and not any(column.role == "measure" for column in columns)


def _parts_head(head: TableRow, row: TableRow) -> bool:
    """Whether a row names the parts of heads over several columns, beside heads that reach down
    over it: "Finansiering" over "Kommunen" and "Andre", whatever the names."""
    filled = row.filled
    above = [head.cell(cell.column) for cell in filled]
    under_wide = all(cell is not None and cell.column_span > 1 for cell in above)
    reaching = any(cell.text and cell.row_span > 1 for cell in head.cells)
    return len(filled) > 1 and under_wide and reaching


def _is_second_head(row: TableRow, columns: Sequence[TableColumn], vocabulary: Vocabulary) -> bool:
    """Whether a row parts the columns above it: "Budsjett" over "2026" and "2027".

    It names nothing to be done, and every cell is a year or a word for a column.
    """
    filled = row.filled
    measure = next(column.index for column in columns if column.role == "measure")
    if not filled or row.cell(measure) in filled:
        return False
    if len(filled) == 1 and _names_group(filled[0].text, vocabulary):
        return False
    heads = [vocabulary.head(cell.text) for cell in filled]
    parts = sum(head.year is not None for head in heads)
    return all(head.role for head in heads) and (parts > 1 or len(filled) > parts)


def _names_group(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text alone in its row names what is below: "Satsingsområde 1 Bu", "Område A: Bu"."""
    label = vocabulary.label(text)
    return (label is not None and label.rest is not None) or _SIGN.search(text) is not None


def _two_heads(
    columns: Sequence[TableColumn], row: TableRow, vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """The columns of two rows of heads, named by both."""
    above = {column.index: column for column in columns}
    for below in head_columns(row, vocabulary):
        if not below.name:
            continue
        top = above.get(below.index)
        if top is None:
            above[below.index] = below
            continue
        name, unit = f"{top.name} {below.name}".strip(), below.unit or top.unit
        # "Finansiering" below "Økonomi" says who pays, "Drift" below "Kostnad" for what
        is_kind = top.role == "budget" and below.role in (None, "budget", "measure")
        role = top.role if is_kind else below.role
        year = top.year if below.year is None else below.year  # "Kv 1" below "2026"
        above[below.index] = TableColumn(below.index, name, role, year, unit, part=below.name)
    return tuple(above[index] for index in sorted(above))


def head_columns(row: TableRow, vocabulary: Vocabulary) -> tuple[TableColumn, ...]:
    """The columns a head row names."""
    columns = []
    for cell in row.cells:
        head = vocabulary.head(cell.text)
        unit = unit_factor(head.unit, vocabulary)
        columns += [
            TableColumn(index, cell.text, head.role, head.year, unit, head.also)
            for index in range(cell.column, cell.column + cell.column_span)
        ]
    return tuple(columns)


def _with_marks(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow]
) -> tuple[TableColumn, ...]:
    """Year columns that hold crosses instead of amounts are about time."""
    years = {column.index for column in columns if column.year is not None}
    filled = [
        cell.text
        for row in rows[:SAMPLE]
        for cell in row.cells
        if cell.column in years
        if cell.text
    ]
    if not filled or sum(text.casefold() in _MARKS for text in filled) < 0.8 * len(filled):
        return columns
    return tuple(replace(c, role="time") if c.index in years else c for c in columns)


def _without_ranks(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """A column that says how much each row matters is neither its number nor its area:
    "Prioritet" or "Priority" above "Høg" and "1" more than once."""
    heads = vocabulary.list_of("table", "priority")
    ranks = vocabulary.list_of("table", "ranks")

    def ranked(column: TableColumn) -> bool:
        if vocabulary.head_words(column.name) not in heads:
            return False
        texts = column_texts(rows[:SAMPLE], column)
        if not all(len(text) == 1 or text.casefold() in ranks for text in texts):
            return False
        counted = len(set(texts)) == len(texts) and all(text.isdecimal() for text in texts)
        return column.role == "focus_area" or not counted

    return tuple(replace(c, role="note") if ranked(c) else c for c in columns)


def one_each(columns: tuple[TableColumn, ...]) -> tuple[TableColumn, ...]:
    """A second column of the same role is kept as a note: "Mål" and "Resultatmål" side by side.

    A second column for areas is for themes: "Satsing" and "Tema". Shares of an amount stay, each
    under a name of its own.
    """
    seen: set[str] = set()
    kept = []
    for column in columns:
        role = column.role
        if role is not None and column.year is None and role != "note":
            only = f"share {column.name}" if role == "share" else role
            if only in seen:
                role = "theme" if role == "focus_area" and "theme" not in seen else "note"
                only = role
            seen.add(only)
        kept.append(column if role == column.role else replace(column, role=role))
    return tuple(kept)
