"""The tables as the plan shows them, and the words the plan has for its levels."""

import msgspec

from tiltak.planfile.model import Row, Table
from tiltak.reading.structure.areas.places import Places
from tiltak.reading.structure.level_tables.flat_tree import FlatTree
from tiltak.reading.structure.rows.read_rows import ReadTables
from tiltak.reading.vocabulary import Vocabulary


def placed_tables(places: Places, tables: ReadTables) -> tuple[Table, ...]:
    """The tables, each row with the area and theme it belongs to in the end."""
    placed: dict[str, Row] = {}
    holders = places.areas_of_rows()
    for read in tables.rows:
        above = places.area_of(read.section)
        # a table at the end stands under the heading of the last area
        area = holders.get(read.row.id) or above
        below = read.section is not area and area is not None and above in (area, None)
        theme = read.section.title if below else None
        name = read.row.focus_area or (area.title if area is not None else None)
        placed[read.row.id] = msgspec.structs.replace(read.row, focus_area=name, section=theme)
    return tuple(
        msgspec.structs.replace(table, rows=tuple(placed[row.id] for row in table.rows))
        for table in tables.tables
    )


def labels_of(
    flat: list[FlatTree], labels: dict[str, str], tables: ReadTables, vocabulary: Vocabulary
) -> dict[str, str]:
    """The document's own words for its levels, those of the table's heads where the text has none."""
    found = dict(labels)
    for tree in flat:
        found |= tree.labels
    for table in tables.tables:
        for column in table.columns:
            label = vocabulary.label(column.name)
            if label is None or not label.alone or column.role is None:
                continue
            if _is_word_of(label.level, column.role):
                found.setdefault(column.role, column.name)
    return found


def _is_word_of(level: str, role: str) -> bool:
    """Whether a level word is the plan's own for what a column holds: "Hovudmål" for the areas."""
    return level == role or (level in ("sub_goal", "overall_goal") and role == "focus_area")
