"""Facts set as items of the list their measure stands in: "• Byggja bru", "• Ansvar: Rektor"."""

from itertools import pairwise

from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure.outline.block_looks import is_under
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.vocabulary import Vocabulary


def take_fact_items(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """List items that only hold a fact about the item above: "• Ansvar: Rektor"."""
    for before, entry in pairwise(entries):
        block, above = entry.block, before.block
        if isinstance(block, TableBlock) or isinstance(above, TableBlock) or entry.kind != "text":
            continue
        if not block.is_list_item or not vocabulary.attribute(block.text):
            continue
        follows = above.is_list_item and above.mark == block.mark
        if (follows or is_under(block, above)) and _may_have_facts(before):
            entry.kind, entry.facts = "attribute", vocabulary.facts(block.text)


def _may_have_facts(entry: Entry) -> bool:
    """Whether the text is an item, says that it is a measure, or is told of one."""
    says = entry.kind == "labelled" and entry.label is not None and entry.label.level == "measure"
    return says or entry.kind in ("text", "attribute", "prose")
