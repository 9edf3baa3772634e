"""Headings that are measures: "Tiltak 2: Ny turveg", or any with nothing but facts about it below.

Plans with a page or a paragraph for each measure set its name as a heading, describe it, and
end with "Ansvar: …", "Frist: …".
"""

from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.entry import Entry


def take_measure_headings(entries: Sequence[Entry]) -> None:
    """Give the kind "measure" to headings that are one. Levels must be set."""
    for index, entry in enumerate(entries):
        if entry.kind == "heading" and entry.level > 1 and _is_measure(entry, entries, index):
            entry.kind = "measure"


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
