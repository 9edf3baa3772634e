"""What each block is: heading (and how deep), level word, fact, list item, prose or table."""

from collections.abc import Sequence

from tiltak.reading.blocks import Block
from tiltak.reading.structure.outline.emphasised_headings import take_emphasised
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.outline.fact_items import take_fact_items
from tiltak.reading.structure.outline.first_look import first_look
from tiltak.reading.structure.outline.labelled_items import take_labelled_items
from tiltak.reading.structure.outline.level_chapters import take_level_chapters
from tiltak.reading.structure.outline.numbered_headings import take_numbers
from tiltak.reading.structure.outline.own_labels import OwnLabels
from tiltak.reading.structure.outline.plain_headings import take_alike, take_plain
from tiltak.reading.structure.outline.styled_headings import has_style, take_sizes, take_styles
from tiltak.reading.structure.outline.titled_levels import (
    take_numbered_titles,
    take_titles,
    take_upper_goals,
)
from tiltak.reading.structure.outline.titles_below import join_titles_below
from tiltak.reading.vocabulary import Vocabulary


def outline(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Entry]:
    """Every block with its kind; headings with levels (1 is highest)."""
    blocks = join_titles_below(blocks, vocabulary)
    own = OwnLabels.of(blocks, vocabulary)
    entries = [first_look(block, vocabulary, own) for block in blocks]
    take_labelled_items(entries, vocabulary)
    take_fact_items(entries, vocabulary)
    take_titles(entries, vocabulary)
    styled = any(has_style(entry) for entry in entries)
    if styled:
        take_styles(entries)
    else:
        take_sizes(entries)
        take_numbers(entries)
        take_plain(entries, vocabulary)
        take_emphasised(entries)
        take_alike(entries)
    take_numbered_titles(entries, vocabulary)
    take_upper_goals(entries)
    take_level_chapters(entries)
    _set_levels(entries)
    return entries


def _set_levels(entries: list[Entry]) -> None:
    """Levels from the order in which kinds of numbering appear: a new kind is one step deeper.

    Styles and decimal numbers know their own depth; it counts from the shallowest that occurs.
    """
    stack: list[tuple[str, int]] = []
    for entry in entries:
        if entry.kind != "heading":
            continue
        key = entry.key
        if key[0] in ("chapter", "appendix"):
            stack = []
        elif key in stack:
            stack = stack[: stack.index(key)]
        else:
            stack = [other for other in stack if other[0] != key[0] or other[1] < key[1]]
        entry.level = len(stack) + 1
        stack.append(key)
