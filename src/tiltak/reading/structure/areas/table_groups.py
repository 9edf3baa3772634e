"""Rows of a table that only name what comes below them: an area, or a theme of one."""

from collections.abc import Mapping

import msgspec

from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.structure.rows.read_rows import ReadTables

_SEVERAL = 2


def themes_of_areas(tables: ReadTables, root: DraftSection) -> None:
    """Where several headings have a table with groups each, the headings are the areas.

    The groups are themes of theirs then; in one table for the whole plan they are the areas. One
    table with groups is enough where several tables stand below headings with the level's word.
    Groups with that word ("Innsatsområde: Tidleg innsats") are the areas themselves, where the
    headings say no more than which sector or sheet it is.
    """
    grouped = [read for read in tables.rows if read.is_grouped and read.area and not read.theme]
    headings = {id(read.section): read.section for read in grouped if read.section is not root}
    if len(headings) < _SEVERAL and not _are_called_areas(headings, tables):
        return
    if all(read.area_is_called for read in grouped) and not any(
        section.is_named or section.ground is reasons.NAMED_BY_LEVEL_WORD
        for section in headings.values()
    ):
        return
    for read in grouped:
        if read.section is not root:
            read.theme, read.area = read.area, None
            read.passages["theme"] = read.passages.pop("focus_area", ())
            read.row = msgspec.structs.replace(read.row, focus_area=None)


def _are_called_areas(headings: Mapping[int, DraftSection], tables: ReadTables) -> bool:
    """Whether these headings have the word for an area ("Satsingsområde: Veg"), or are among several
    with rows that say their level ("Område A: …")."""
    if headings and all(section.is_called_area for section in headings.values()):
        return True
    called = {
        id(read.section)
        for read in tables.rows
        if read.section.level == 1 and read.section.ground is reasons.NAMED_BY_LEVEL_WORD
    }
    return bool(headings) and called.issuperset(headings) and len(called) >= _SEVERAL
