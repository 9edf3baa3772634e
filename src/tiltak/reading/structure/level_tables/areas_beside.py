"""A plan on one page: its areas side by side as the heads of a table, its levels down the left.

"(empty) | Oppvekst | Helse", then "Mål | … | …" and "Tiltak | … | …": each cell has the goals or
measures of the area above it. A row over all columns may stand above the areas, and a row of facts
has one value for all measures of an area, or as many as the area has measures, in their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.level_tables.goal_tables import area_of_cell
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.rows.logical_rows import items_of
from tiltak.reading.structure.rows.openings import ended_lines, room_of
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_AREAS = 2
_FEWEST_LEVELS = 2
LONGEST_TITLE = 80
_ITEMS = {"sub_goal": "sub_goals", "strategy": "strategies"}
_NEEDED = frozenset(("sub_goal", "strategy", "measure"))
_SAID_FOR_ALL = ("responsible", "partners", "time")
OF_AREAS = ("focus_area", "theme", "container")


@dataclass(frozen=True, slots=True)
class AreasBeside:
    """The rows over all columns, the cell left of the areas, the cells that name them, and below
    each row with the level or fact it is about."""

    banner: tuple[TableRow, ...]
    corner: Cell | None
    areas: tuple[Cell, ...]
    rows: tuple[tuple[str, TableRow], ...]


def areas_beside(table: TableBlock, vocabulary: Vocabulary) -> tuple[AreasBeside, ...]:
    """The areas and levels of such a table, none for any other: every row begins with the word of
    a level or a fact, no head does. A page may have put several such tables together."""
    if len(table.rows) <= _FEWEST_LEVELS:
        return ()
    first = len(tuple(takewhile(_is_banner, table.rows)))
    below = table.rows[first + 1 :]
    if not below or _role(below[0].cell(0), vocabulary) is None:
        return ()  # said of most tables by one row and not by all of them
    again = [
        at
        for at, row in enumerate(table.rows)
        if at > first and _role(row.cell(0), vocabulary) in OF_AREAS
    ]
    bounds = pairwise([0, *again, len(table.rows)])
    found = [_areas_of(table.rows[begin:end], vocabulary) for begin, end in bounds]
    return tuple(one for one in found if one is not None) if all(found) else ()


def _areas_of(rows: Sequence[TableRow], vocabulary: Vocabulary) -> AreasBeside | None:
    banner = tuple(takewhile(_is_banner, rows))
    if len(rows) - len(banner) <= _FEWEST_LEVELS:
        return None
    head, *below = rows[len(banner) :]
    areas = tuple(cell for cell in head.cells if cell.column > 0)
    if len(areas) < _FEWEST_AREAS or not _are_titles(areas, vocabulary):
        return None
    corner = head.cell(0)
    if corner is not None and corner.text and _role(corner, vocabulary) not in OF_AREAS:
        return None
    roles = [_role(row.cell(0), vocabulary) for row in below]
    known = tuple((role, row) for role, row in zip(roles, below, strict=True) if role is not None)
    levels = _NEEDED.intersection(role for role, _ in known)
    if len(known) < len(below) or len(levels) < _FEWEST_LEVELS:
        return None
    begin = {0, *(area.column for area in areas)}
    if any(cell.text and cell.column not in begin for row in below for cell in row.cells):
        return None  # each measure has a column of its own
    return AreasBeside(banner, corner, areas, known)


def _is_banner(row: TableRow) -> bool:
    """Whether a row holds one text over several columns: what the whole table is about."""
    filled = row.filled
    return len(filled) == 1 and filled[0].column_span >= _FEWEST_AREAS


def take_areas_beside(
    root: DraftSection,
    section: DraftSection,
    table: TableBlock,
    beside: AreasBeside,
    facts: FactReader,
) -> None:
    """Put what stands below each area in it; what stands over several of them under `section`."""
    for row in beside.banner:
        text = row.filled[0]
        section.paragraphs.append(DraftItem(text.text, text.passages, reasons.BODY_TEXT))
    section.passages += beside.corner.passages if beside.corner else ()
    places = [area_of_cell(root, cell) for cell in beside.areas]
    room = room_of(cell for row in table.rows for cell in row.cells) if table.seen_lines else None
    for role, row in beside.rows:
        section.passages += name.passages if (name := row.cell(0)) else ()
        taken: list[Cell] = []
        for place, area in zip(places, beside.areas, strict=True):
            cell = row.cell(area.column)
            if cell is None or not cell.text or cell in taken:
                continue
            taken.append(cell)
            over_all = cell.column_span > area.column_span
            take_cell(cell, role, section if over_all else place, facts, room)


def take_cell(
    cell: Cell, role: str, place: DraftSection, facts: FactReader, room: int | None
) -> None:
    """Put what a cell says in its place. `room`: how long a line may be where lines are places on
    a page."""
    seen_lines = room is not None
    cells = [cell] if room is None or role not in _NEEDED else ended_lines(cell, room)
    parts = [part for one in cells for part in items_of(one, seen_lines=seen_lines)]
    if role == "measure":
        for part in parts:
            measure = DraftMeasure(part.text, part.passages, reasons.UNDER_LEVEL_WORD, part.number)
            facts.take_from_text(measure)
            place.measures.append(measure)
    elif role in _ITEMS:
        items: list[DraftItem] = getattr(place, _ITEMS[role])
        items += (DraftItem(p.text, p.passages, reasons.TABLE_GOAL, p.number) for p in parts)
    elif place.title and (lines := _lines_of_each(cell, role, place, seen_lines=seen_lines)):
        for measure, (text, passages) in zip(place.measures, lines, strict=True):
            facts.set_value(measure, role, text)
            measure.passages = (*measure.passages, *passages)
    else:
        if role in _SAID_FOR_ALL and place.title:
            place.said.setdefault(role, cell.text)
        place.paragraphs.append(DraftItem(cell.text, cell.passages, reasons.BODY_TEXT))


def _lines_of_each(
    cell: Cell, role: str, place: DraftSection, *, seen_lines: bool
) -> list[tuple[str, tuple[Passage, ...]]]:
    """The values of a cell where they are as many as the measures of the area; else none. One value
    of one measure is said for the area too where it may be."""
    count = len(place.measures)
    if count == 1:
        return [] if role in _SAID_FOR_ALL else [(cell.text, cell.passages)]
    parts = items_of(cell, seen_lines=seen_lines)
    if len(parts) == count:
        return [(part.text, part.passages) for part in parts]
    filled = [line for line in cell.lines if line.text]
    if seen_lines or len(filled) != count:
        return []
    return [(line.text, (line.passage,) if line.passage else ()) for line in filled]


def _are_titles(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    return all(
        cell.text and len(cell.text) <= LONGEST_TITLE and vocabulary.head(cell.text).role is None
        for cell in cells
    )


def role_of_row(row: TableRow, vocabulary: Vocabulary) -> str | None:
    """The level or fact the first cell of a row names and nothing more."""
    return _role(row.cell(0), vocabulary)


def _role(cell: Cell | None, vocabulary: Vocabulary) -> str | None:
    """The level or fact a cell names and nothing more."""
    if cell is None or not cell.text:
        return None
    label = vocabulary.label(cell.text)
    if label is not None and label.alone:
        return label.level
    return vocabulary.column_role(cell.text.rstrip(":?"))
