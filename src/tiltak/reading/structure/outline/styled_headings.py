"""Headings known by how they are set: in a style of the program's, or in larger type.

Habit read: a plan without styles has its headings in type larger than the text, one size for each
depth; or all in one size, and the number before each says which is deeper ("1", "1.1").
"""

from collections import Counter
from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import LONGEST_HEADING, Entry
from tiltak.reading.structure.reasons import STYLED_HEADING

# Depths of numbers that headings of one size can tell apart.
_DEPTHS = 8


def has_style(entry: Entry) -> bool:
    """Whether the program that wrote the document calls it a heading."""
    block = entry.block
    return isinstance(block, TextBlock) and bool(block.level) and entry.kind != "label"


def take_styles(entries: list[Entry]) -> None:
    """Styles say which are headings and how deep: a level word without one is deepest."""
    for entry in entries:
        block = entry.block
        if isinstance(block, TextBlock) and block.level:
            entry.key = ("style", block.level)
            if entry.kind != "label":
                entry.kind, entry.ground = "heading", STYLED_HEADING
        elif entry.kind == "heading":
            entry.key = ("label", 99)


def take_sizes(entries: list[Entry]) -> None:
    """Fake headings: whole paragraphs in larger type than the text, usually bold."""
    body = _size_of_text(entries)
    if not body:
        return
    sizes = {e.block.look.size or 0.0 for e in entries if isinstance(e.block, TextBlock)}
    larger = sorted((size for size in sizes if size > body), reverse=True)
    for entry in entries:
        block = entry.block
        if not isinstance(block, TextBlock) or (block.look.size or 0.0) <= body:
            continue
        entry.key = ("style", _DEPTHS * (larger.index(block.look.size or 0.0) + 1))
        if entry.kind != "label" and len(block.text) <= LONGEST_HEADING:
            entry.kind = "heading"
    _deepen_by_numbers([entry for entry in entries if entry.key[0] == "style"])


def _size_of_text(entries: Sequence[Entry]) -> float:
    """The size of most letters. Facts do not count ("Ansvar: Rektor"): they are often set smaller,
    several below each measure."""
    letters: Counter[float] = Counter()
    for entry in entries:
        if isinstance(entry.block, TextBlock) and entry.kind != "attribute":
            letters[entry.block.look.size or 0.0] += len(entry.block.text)
    return max(letters, key=letters.__getitem__, default=0.0)


def _deepen_by_numbers(headings: Sequence[Entry]) -> None:
    """Headings in one size with "1" and "1.1" before them: the number tells which is deeper."""
    shallowest: dict[tuple[str, int], int] = {}
    for entry in headings:
        if entry.number is not None and entry.number.kind == "decimal":
            depth = shallowest.get(entry.key, entry.number.depth)
            shallowest[entry.key] = min(depth, entry.number.depth)
    for entry in headings:
        if entry.number is not None and entry.number.kind == "decimal":
            style, size = entry.key
            entry.key = (style, size + min(entry.number.depth - shallowest[entry.key], _DEPTHS - 1))
