"""List items that say their level themselves: "• Mål: Fleire går", "• Tiltak: Merka stiar".

Read where several items name a measure so. A goal or strategy set deeper than a measure is told of
that measure: it is none of the area's, and no part of what is to be done. So it is too among facts
("• Ansvar: Turlaget") below an item that needs no word to be a measure.
"""

from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.block_looks import is_under
from tiltak.reading.structure.outline.entry import IN_AREA, Entry
from tiltak.reading.vocabulary import Label, Vocabulary

_FEWEST = 2


def take_labelled_items(entries: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Give the kind "labelled" to them, and "prose" to what is told of a measure."""
    found = [(entry, label) for entry in entries if (label := _label(entry, vocabulary))]
    if sum(label.level == "measure" for _, label in found) < _FEWEST:
        _take_among_facts(entries, vocabulary)
        return
    labels = {id(entry): label for entry, label in found}
    measure: TextBlock | None = None
    for entry in entries:
        label, block = labels.get(id(entry)), entry.block
        if label is None or not isinstance(block, TextBlock):
            measure = measure if entry.kind in ("text", "attribute") else None
        elif label.level != "measure" and measure is not None and is_under(block, measure):
            entry.kind = "prose"
        else:
            entry.kind, entry.label = "labelled", label
            measure = block if label.level == "measure" else None


def _take_among_facts(entries: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Goals of single measures, right before or after a fact about the same one."""
    for index, entry in enumerate(entries):
        beside = [entries[at] for at in (index - 1, index + 1) if 0 <= at < len(entries)]
        near = [one.block for one in beside]
        label = _label(entry, vocabulary)
        if label is not None and label.level != "measure" and _is_deeper(entry, entries[:index]):
            facts = (isinstance(b, TextBlock) and vocabulary.attribute(b.text) for b in near)
            if any(facts):
                entry.kind = "prose"


def _is_deeper(entry: Entry, above: Sequence[Entry]) -> bool:
    """Whether the first item above that is set less deep is one, and not a heading."""
    for one in reversed(above):
        block = one.block
        if not isinstance(block, TextBlock) or not block.is_list_item or one.kind != "text":
            return False
        if isinstance(entry.block, TextBlock) and is_under(entry.block, block):
            return True
    return False


def _label(entry: Entry, vocabulary: Vocabulary) -> Label | None:
    """What an item says it is; None for one that does not, and for other text."""
    block = entry.block
    if not isinstance(block, TextBlock) or not block.is_list_item or entry.kind != "text":
        return None
    label = vocabulary.label(block.text) if block.text[:1].isupper() else None
    if label is None or label.rest is None or label.title is not None or label.level not in IN_AREA:
        return None
    before = block.text[: len(block.text) - len(label.rest)]
    return label if before.rstrip().endswith(":") else None
