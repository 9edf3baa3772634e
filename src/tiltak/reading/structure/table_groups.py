"""Rows of a table that only name what comes below them: an area, or a theme of one."""

import msgspec

from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.structure.table_rows import ReadTables


def themes_of_areas(tables: ReadTables, root: DraftSection) -> None:
    """Where several headings have a table with groups each, the headings are the areas.

    The groups are themes of theirs then; in one table for the whole plan they are the areas.
    """
    grouped = [read for read in tables.rows if read.is_grouped and read.area and not read.theme]
    headings = {id(read.section) for read in grouped if read.section is not root}
    if len(headings) < 2:
        return
    for read in grouped:
        if read.section is not root:
            read.theme, read.area = read.area, None
            read.passages["theme"] = read.passages.pop("focus_area", ())
            read.row = msgspec.structs.replace(read.row, focus_area=None)
