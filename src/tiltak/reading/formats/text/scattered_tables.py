"""Tables that a text holds in pieces: cells that stand alone, and no table they could be put into.

A program that writes a page's columns in the order it comes to them tears tables apart. What is left
between the tables that could be put together are heads of columns, years, amounts and crosses alone
on their lines. Nobody writes so; what stands around them is not to be trusted.
"""

import re
from collections.abc import Iterable, Sequence

from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Block, TableBlock
from tiltak.reading.formats.text.column_heads import head_role, weak_role
from tiltak.reading.formats.text.column_table import VALUE_ROLES
from tiltak.reading.formats.text.item_marks import starts_item
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

SCATTERED = gettext_noop(
    "Ein tabell i teksten let seg ikkje setja saman att. Last heller opp PDF-en eller dokumentet teksten er henta frå."
)
_FEWEST = 4
_FEWEST_HEADS = 2
_LONGEST_VALUE = 25
_LONGEST_CELL = 40
_FAR = 15
_MOST_AROUND = 12
_CLOSE = 3
_LONGEST_TIME = 14
_FIGURE = re.compile(r"\d{2,3}(?:[ .]\d{3})*")
_MARKS = ("x", "✓", "✔")


def scattered_text(
    lines: Sequence[Line], blocks: Iterable[Block], vocabulary: Vocabulary
) -> list[Passage]:
    """The lines of tables that are in no table block, page by page; empty where all is well."""
    tables = [block for block in blocks if isinstance(block, TableBlock)]
    placed = {passage.line for table in tables for passage in table.passages}
    pages: dict[int | None, list[Line]] = {}
    for line in lines:
        if line.number not in placed and line.text.strip():
            pages.setdefault(line.page, []).append(line)
    found: list[Passage] = []
    for left in pages.values():
        found += _torn(left, vocabulary)
    return [*found, *_beside(found, tables)]


def _beside(torn: Sequence[Passage], tables: Iterable[TableBlock]) -> list[Passage]:
    """The cells of tables that were put together right beside pieces: these may belong to them."""
    lines = {passage.line for passage in torn if passage.line is not None}
    near = {line + off for line in lines for off in range(-_CLOSE, _CLOSE + 1)}
    return [
        passage
        for table in tables
        if table.pieced and any(one.line in near for one in table.passages)
        for passage in table.passages
    ]


def _torn(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Passage]:
    """The lines of a page from the first piece of a table to the last, and the cells around them."""
    kinds = [_kind(line.text.strip(), vocabulary) for line in lines]
    found: list[Passage] = []
    taken = 0
    for pieces in _together([index for index, kind in enumerate(kinds) if kind]):
        heads = sum(kinds[index] == "head" for index in pieces)
        values = len(pieces) - heads
        if not values or (heads < _FEWEST_HEADS and values < _FEWEST):
            continue
        first, last = pieces[0], pieces[-1]
        low, high = max(taken, first - _MOST_AROUND), min(len(lines), last + 1 + _MOST_AROUND)
        while first > low and _may_be_cell(lines[first - 1].text.strip(), vocabulary):
            first -= 1
        while last + 1 < high and _may_be_cell(lines[last + 1].text.strip(), vocabulary):
            last += 1
        found += [line.passage() for line in lines[first : last + 1]]
        taken = last + 1
    return found


def _together(pieces: Sequence[int]) -> list[list[int]]:
    """Pieces with no more than some lines of cells between."""
    groups: list[list[int]] = []
    for index in pieces:
        if groups and index - groups[-1][-1] <= _FAR:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _kind(text: str, vocabulary: Vocabulary) -> str | None:
    """Whether a line is nothing but the head of a column of values, or one value."""
    if len(text) > _LONGEST_VALUE or ":" in text:
        return None
    if (head_role(text, vocabulary) or weak_role(text, vocabulary)) in VALUE_ROLES:
        return "head"
    if text.casefold() in _MARKS or _FIGURE.fullmatch(text) or is_amount(text, vocabulary):
        return "value"
    return "value" if len(text) <= _LONGEST_TIME and is_time(text, vocabulary) else None


def _may_be_cell(text: str, vocabulary: Vocabulary) -> bool:
    if len(text) > _LONGEST_CELL or text[-1] in ".:" or ":" in text or starts_item(text):
        return False
    label = vocabulary.label(text)
    return label is None or (label.rest is None and not label.number)
