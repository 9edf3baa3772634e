"""Headings that are measures: "Tiltak 2: Ny turveg", or any with nothing but facts about it below.

Plans with a page or a paragraph for each measure set its name as a heading, describe it, and
end with "Ansvar: …", "Frist: …".
"""

from collections.abc import Sequence

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.reasons import LISTED_WITH_FACTS, UNDER_LEVEL_WORD

_FEWEST = 2


def take_measure_headings(entries: Sequence[Entry]) -> None:
    """Give the kind "measure" to headings that are one. Levels must be set."""
    described = _described(entries)
    for index, entry in enumerate(entries):
        if index in described:
            entry.kind, entry.ground = "measure", UNDER_LEVEL_WORD
        if entry.kind == "heading" and entry.level > 1 and _is_measure(entry, entries, index):
            entry.kind, entry.ground = "measure", LISTED_WITH_FACTS


def _described(entries: Sequence[Entry]) -> frozenset[int]:
    """Headings right below a heading "Tiltak", all with nothing but prose below: names of measures
    and what they are about. An appendix is none, and neither are those behind a table that tells
    the measures ("Rapportering"), but where the table names them too."""
    found: set[int] = set()
    above: list[Entry] = []
    for index, entry in enumerate(entries):
        if entry.kind != "heading":
            continue
        above = [one for one in above if one.level < entry.level]
        if above and _says_measures(above[-1]) and not _is_behind(entry, above[-1], entries):
            if not all(_is_prose(one) for one in _below(entries, index)):
                return frozenset()
            found.add(index)
        above.append(entry)
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _is_behind(entry: Entry, word: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a heading is an appendix, or stands behind a table that has the measures and not it."""
    if entry.number is not None and entry.number.kind == "appendix":
        return True
    at = next(index for index, one in enumerate(entries) if one is word)
    cells = [
        cell.text.casefold()
        for one in _below(entries, at)
        if isinstance(one.block, TableBlock)
        for row in one.block.rows
        for cell in row.cells
    ]
    name = entry.number.rest if entry.number is not None else entry.text
    return bool(cells) and not any(name.casefold() in cell for cell in cells)


def _says_measures(entry: Entry) -> bool:
    label = entry.label
    return label is not None and label.alone and label.level == "measure"


def _is_prose(entry: Entry) -> bool:
    return entry.kind == "text" and not _is_item(entry)


def _is_measure(entry: Entry, entries: Sequence[Entry], index: int) -> bool:
    below = _below(entries, index)
    if any(one.kind not in ("text", "attribute") or _is_item(one) for one in below):
        return False
    label = entry.label
    if label is not None and label.rest is not None:
        return label.level == "measure"
    return label is None and any(one.kind == "attribute" and _says(one) for one in below)


def _below(entries: Sequence[Entry], index: int) -> list[Entry]:
    """What stands between a heading and the next one."""
    found: list[Entry] = []
    for entry in entries[index + 1 :]:
        if entry.kind in ("heading", "measure"):
            break
        found.append(entry)
    return found


def _is_item(entry: Entry) -> bool:
    return isinstance(entry.block, TextBlock) and (entry.block.is_list_item or bool(entry.number))


def _says(entry: Entry) -> bool:
    return any(fact.value for fact in entry.facts)
