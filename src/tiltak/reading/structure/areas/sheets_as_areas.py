"""A workbook with a sheet for each area: the sheet's name is the area's.

Read only where several sheets have tables of measures, nothing else divides them (a heading, a
column for areas), and the names are words: "Ark1" or "Tiltak" names no area.
"""

import re

from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns.by_content import has_merged_groups
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.vocabulary import Vocabulary

_NO_NAME = re.compile(r"^(?:ark|sheet|blad|tabell|table)\s*\d*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,2}[.)]?\s+")

Tables = list[tuple[DraftSection, TableBlock]]


def sheets_as_areas(root: DraftSection, tables: Tables, vocabulary: Vocabulary) -> Tables:
    """The tables, those of each sheet under an area with its name."""
    sheets = {id(table): table.sheet for _, table in tables}
    measures = [
        (section, table)
        for section, table in tables
        if sheets[id(table)] and _has_measures(table, vocabulary)
    ]
    names = list(dict.fromkeys(sheets[id(table)] or "" for _, table in measures))
    undivided = len({id(section) for section, _ in measures}) == 1
    if len(names) < 2 or not undivided or not all(_is_name(name, vocabulary) for name in names):
        return tables
    areas = {name: _area(name) for name in names}
    root.sections += areas.values()
    chosen = {id(table) for _, table in measures}
    return [
        (areas[sheets[id(table)] or ""] if id(table) in chosen else section, table)
        for section, table in tables
    ]


def _has_measures(table: TableBlock, vocabulary: Vocabulary) -> bool:
    columns = read_columns(table, vocabulary)
    if columns is None or columns.of("focus_area") is not None:
        return False
    return not has_merged_groups(columns, table.rows[columns.body :])


def _is_name(name: str, vocabulary: Vocabulary) -> bool:
    return not _NO_NAME.match(name) and vocabulary.label(name) is None


def _area(name: str) -> DraftSection:
    number = _NUMBER.match(name)
    title = name[number.end() :] if number else name
    area = DraftSection(title, [], reasons.NAMED_BY_SHEET, level=1)
    area.number = number[0].strip(" .)") if number else None
    return area
