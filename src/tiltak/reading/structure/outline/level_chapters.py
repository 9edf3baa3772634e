"""Plans turned inside out: a chapter "Mål" and a chapter "Tiltak", each with the same areas below.

The chapter's heading names no area; it says what the lists under its sub-headings are. An area
may be called by a level's word too: "Aktivitet", set as "Anlegg" is and with goals below as that.
"""

from collections import defaultdict
from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.entry import Entry, entry_after
from tiltak.reading.structure.reasons import STYLED_HEADING

_GOALS = ("overall_goal", "sub_goal")
_LEVELS = ("sub_goal", "strategy", "measure")
_CHAPTER_AND_AREA = 2
_FEWEST = 2


def take_level_chapters(entries: Sequence[Entry]) -> None:
    """Make headings of level words that are set as one with deeper headings below."""
    for index, entry in enumerate(entries):
        if not _is_word_alone(entry) or entry.key[0] != "style":
            continue
        if _has_deeper(entries, index):
            entry.kind = "heading"
        elif _is_area_among_others(entries, index):
            entry.kind, entry.ground, entry.label = "heading", STYLED_HEADING, None


def _is_word_alone(entry: Entry) -> bool:
    label = entry.label
    return entry.kind == "label" and label is not None and label.level in _LEVELS


def _is_area_among_others(entries: Sequence[Entry], index: int) -> bool:
    """Whether a word for measures heads goals, as another heading set like it does."""
    entry = entries[index]
    if entry.label is None or entry.label.level != "measure" or entry.label.number:
        return False
    return _heads_goals(entries, index) and any(
        other.kind == "heading" and other.key == entry.key and _heads_goals(entries, at)
        for at, other in enumerate(entries)
    )


def _heads_goals(entries: Sequence[Entry], index: int) -> bool:
    after = entry_after(entries, index)
    if after is None or after.kind not in ("label", "labelled") or after.key[0] == "style":
        return False
    return after.label is not None and after.label.level in _GOALS


def _has_deeper(entries: Sequence[Entry], index: int) -> bool:
    """Whether the next heading is deeper than this one."""
    own = entries[index].key
    following = (e for e in entries[index + 1 :] if e.kind == "heading" or e.key[0] == "style")
    after = next(following, None)
    return after is not None and after.kind == "heading" and after.key > own


def titles_of_chapters(entries: Sequence[Entry]) -> frozenset[str]:
    """Titles (lower case) counted under two or more chapters named by levels, each above a list:
    "2.1 Eldre" below "2 Mål" and "3.1 Eldre" below "3 Tiltak"."""
    chapter: Entry | None = None
    found: dict[str, set[str]] = defaultdict(set)
    for index, entry in enumerate(entries):
        number = entry.number
        if number is None or number.kind != "decimal":
            continue
        if number.depth < _CHAPTER_AND_AREA:
            chapter = entry if entry.label is not None and entry.label.rest is None else None
        elif chapter is not None and chapter.number is not None:
            own = chapter.number.raw.rstrip(".")
            if number.raw.startswith(f"{own}.") and _heads_list(entries, index):
                found[number.rest.casefold()].add(own)
    return frozenset(title for title, chapters in found.items() if len(chapters) >= _FEWEST)


def _heads_list(entries: Sequence[Entry], index: int) -> bool:
    after = entry_after(entries, index)
    return after is not None and isinstance(after.block, TextBlock) and after.block.is_list_item
