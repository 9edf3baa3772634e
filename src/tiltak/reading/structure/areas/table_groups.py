"""Rows of a table that only name what comes below them: an area, or a theme of one."""

import msgspec

from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.structure.rows.read_rows import ReadTables

_SEVERAL = 2


def themes_of_areas(tables: ReadTables, root: DraftSection) -> None:
    """Where several headings have a table with groups each, the headings are the areas.

    The groups are themes of theirs then; in one table for the whole plan they are the areas. One
    table with groups is enough where several tables stand below headings with the level's word.
    """
    grouped = [read for read in tables.rows if read.is_grouped and read.area and not read.theme]
    headings = {id(read.section) for read in grouped if read.section is not root}
    if len(headings) < _SEVERAL and not _are_called_areas(headings, tables):
        return
    for read in grouped:
        if read.section is not root:
            read.theme, read.area = read.area, None
            read.passages["theme"] = read.passages.pop("focus_area", ())
            read.row = msgspec.structs.replace(read.row, focus_area=None)


def _are_called_areas(headings: set[int], tables: ReadTables) -> bool:
    """Whether these headings are among several with rows that say their level ("Område A: …")."""
    called = {
        id(read.section)
        for read in tables.rows
        if read.section.level == 1 and read.section.ground is reasons.NAMED_BY_LEVEL_WORD
    }
    return bool(headings) and headings <= called and len(called) >= _SEVERAL
