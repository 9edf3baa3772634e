"""Cards of areas: "Bibliotek" over the width, then "Mål | …", "Strategiar | …" and "Tiltak | …".

Habit read: each area has a small table with its levels down the left, its name in a first row over
both columns, beside the word for an area, or in the heading above. A card of one measure looks
alike; it says who, when or how much of it, and does not list several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.structure.level_tables.areas_beside import (
    LONGEST_TITLE,
    OF_AREAS,
    role_of_row,
    take_cell,
)
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.rows.logical_rows import items_of
from tiltak.reading.structure.rows.openings import room_of
from tiltak.reading.structure.titles import alike
from tiltak.reading.values.numbering import read_code, read_number
from tiltak.reading.vocabulary import Vocabulary

_ABOVE = frozenset(("sub_goal", "strategy"))
_LEVELS = _ABOVE | {"measure"}
_NAME_AND_VALUE = 2


@dataclass(frozen=True, slots=True)
class AreaCard:
    """The row that names the area (None: the heading above does) and below it each cell with the
    level or fact it is about. `names` are the cells with the words for these."""

    title: TableRow | None
    names: tuple[Cell, ...]
    cells: tuple[tuple[str, Cell], ...]


def area_cards(table: TableBlock, vocabulary: Vocabulary) -> tuple[AreaCard, ...]:
    """The cards of a table, none for any other; several where cards are set without a gap."""
    if not table.rows or not _begins(table.rows[0], vocabulary):
        return ()
    titles = [at for at, row in enumerate(table.rows) if at and _names_area(row, vocabulary)]
    bounds = pairwise([0, *titles, len(table.rows)])
    rows = [table.rows[begin:end] for begin, end in bounds]
    found = [_card(part, vocabulary, seen_lines=table.seen_lines) for part in rows]
    return tuple(one for one in found if one is not None) if all(found) else ()


def take_area_cards(
    root: DraftSection,
    section: DraftSection,
    table: TableBlock,
    cards: Sequence[AreaCard],
    facts: FactReader,
) -> None:
    """Put what each card holds in its area: the one it names, else the heading above."""
    room = room_of(cell for row in table.rows for cell in row.cells) if table.seen_lines else None
    for card in cards:
        area = section.holder()
        if card.title is not None:
            area = _area(root, card.title, facts.vocabulary)
        area.passages += (passage for name in card.names for passage in name.passages)
        for role, cell in card.cells:
            if role:
                take_cell(cell, role, area, facts, room)
            else:
                area.paragraphs += (
                    DraftItem(part.text, part.passages, reasons.BODY_TEXT)
                    for part in items_of(cell, seen_lines=table.seen_lines)
                )


def _begins(row: TableRow, vocabulary: Vocabulary) -> bool:
    """Whether a row may be the first of a card: asked of most tables, and of one row only."""
    return _names_area(row, vocabulary) or role_of_row(row, vocabulary) in _LEVELS


def _card(rows: Sequence[TableRow], vocabulary: Vocabulary, *, seen_lines: bool) -> AreaCard | None:
    title = rows[0] if _names_area(rows[0], vocabulary) else None
    below = rows[1:] if title is not None else rows
    if not all(_is_pair(row) for row in below):
        return None
    names = tuple(row.filled[0] for row in below if row.filled[0].column == 0)
    cells = tuple(_cells(below, vocabulary))
    told = {role for role, _ in cells}
    if "measure" not in told or not told & _ABOVE:
        return None
    # asked of the empty too: "Ansvar" with nothing beside it is of one measure as well
    asked = [_role(row, vocabulary) for row in below if row.filled[0].column == 0]
    known = [role for role in asked if role]
    if len(known) < len(asked) and (title is None or len(asked) > 2 * len(known)):
        return None
    # a value that is the word of a level too: the row is the head of columns
    if any(vocabulary.label(cell.text) for _, cell in cells):
        return None
    parts = [p for r, c in cells if r == "measure" for p in items_of(c, seen_lines=seen_lines)]
    lists = len(parts) > 1
    return AreaCard(title, names, cells) if lists or _LEVELS.issuperset(known) else None


def _is_pair(row: TableRow) -> bool:
    """Whether a row has a name and a value, or one of them with room for the other."""
    filled = row.filled
    return 0 < len(filled) <= _NAME_AND_VALUE and (
        len(filled) == _NAME_AND_VALUE or filled[0].column_span == 1 or filled[0].column > 0
    )


def _cells(rows: Sequence[TableRow], vocabulary: Vocabulary) -> Iterator[tuple[str, Cell]]:
    """Each value with what it is about ("": nobody knows): the name beside it or further up."""
    role = ""
    for row in rows:
        *_, value = row.filled
        if row.filled[0].column == 0:
            role = _role(row, vocabulary)
            if len(row.filled) < _NAME_AND_VALUE:
                continue  # a name, and nothing said of it
        yield role, value


def _role(row: TableRow, vocabulary: Vocabulary) -> str:
    return role_of_row(row, vocabulary) or ""


def _names_area(row: TableRow, vocabulary: Vocabulary) -> bool:
    """Whether a row says which area comes: alone over the width, or beside the word for one."""
    filled = row.filled
    if len(filled) == _NAME_AND_VALUE:
        word = vocabulary.label(filled[0].text)
        counts = word is not None and word.level in OF_AREAS and word.rest is None
        return filled[0].column == 0 and (counts or role_of_row(row, vocabulary) in OF_AREAS)
    if len(filled) != 1 or filled[0].column or filled[0].column_span < _NAME_AND_VALUE:
        return False
    text = filled[0].text
    label = vocabulary.label(text) if text[:1].isupper() else None
    is_area = label is None or (label.level in OF_AREAS and label.rest is not None)
    return is_area and len(text) <= LONGEST_TITLE


def _area(root: DraftSection, row: TableRow, vocabulary: Vocabulary) -> DraftSection:
    """The area a row names: one with this title, else a new one with its number."""
    text = row.filled[-1].text
    label = vocabulary.label(text) if text[:1].isupper() else None
    counted = read_number(text)
    number, title = read_code(text) or ((counted.raw, counted.rest) if counted else (None, text))
    if label is not None and label.level in OF_AREAS and label.rest is not None:
        number, title = label.number, label.rest
    if len(row.filled) == _NAME_AND_VALUE and (word := vocabulary.label(row.filled[0].text)):
        number = word.number or number  # "Satsingsområde 1 | Bibliotek"
    for known in root.sections:
        if alike(known.title, title):
            known.passages += row.passages
            return known
    area = DraftSection(
        title, list(row.passages), reasons.NAMED_BY_TABLE, level=1, number=number or None
    )
    root.sections.append(area)
    return area
