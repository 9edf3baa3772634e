"""The measures of timelines, which stand beside their time and not under a word for them."""

from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.reasons import BESIDE_TIME


def take_timeline_measures(entries: Sequence[Entry], measures: Sequence[TextBlock]) -> None:
    """Give the kind "measure" to the entries of these blocks, below the heading they stand under.
    Levels must be set."""
    known = {id(block) for block in measures}
    level = 0
    for entry in entries:
        if entry.kind == "heading":
            level = entry.level
        elif id(entry.block) in known:
            entry.kind, entry.ground, entry.level = "measure", BESIDE_TIME, level + 1
            entry.label = None
