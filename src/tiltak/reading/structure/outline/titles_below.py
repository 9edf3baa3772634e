"""Titles on the line below their word and number: "Perspektiv 1" over "Levande sentrum".

Habit read: a designer sets the word and the number of each area on a line of their own, small or
large, and its name on the next. Every one that is counted has a name, a short line that is no
sentence; that of a goal is set as its word is, or has goals of its own below, since a sentence below
"Mål 1" is the goal itself.
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.outline.repeated_line import cut_line
from tiltak.reading.values.numbering import count_on, read_number
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 2
_LONGEST_TITLE = 70
_NEAR = 5
_AREAS = ("focus_area", "theme")
_GOALS = ("sub_goal", "strategy")


def join_titles_below(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, each such word, number and title one line: "Perspektiv 1: Levande sentrum"."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if isinstance(block, TextBlock) and (counted := _counted(block)):
            found[counted[0]].append((index, counted[1]))
    joined: dict[int, TextBlock] = {}
    for words, places in found.items():
        pairs = [_joined(blocks, index, words, vocabulary) for index, _ in places]
        if len(places) >= _FEWEST and count_on([number for _, number in places]) and all(pairs):
            joined |= {i: pair for (i, _), pair in zip(places, pairs, strict=True) if pair}
    return [
        joined.get(index, block) for index, block in enumerate(blocks) if index - 1 not in joined
    ]


def _counted(block: TextBlock) -> tuple[str, str] | None:
    """The word and the number that a line is, and nothing else: "Perspektiv 1"."""
    if block.is_list_item or block.mark or block.text[-1] in ":.":
        return None
    line = cut_line(block)
    if line is None or line.number is None or line.rest is not None:
        return None
    return line.words.casefold(), line.number


def _joined(
    blocks: Sequence[Block], index: int, words: str, vocabulary: Vocabulary
) -> TextBlock | None:
    """The line with the title below it; None where what stands below is none."""
    line = blocks[index]
    title = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(line, TextBlock) or not isinstance(title, TextBlock):
        return None
    level = vocabulary.level_of(words)
    if words in vocabulary.list_of("labels", "captions") or not _is_title(title, vocabulary):
        return None
    if level in _GOALS:
        below = blocks[index + 2 : index + 2 + _NEAR]
        if not _is_name(title, line, vocabulary) and not _says_goals(below, vocabulary):
            return None
    elif level is not None and level not in _AREAS:
        return None
    return replace(
        line, text=f"{line.text}: {title.text}", passages=(*line.passages, *title.passages)
    )


def _is_title(block: TextBlock, vocabulary: Vocabulary) -> bool:
    text = block.text
    if block.is_list_item or block.mark or len(text) > _LONGEST_TITLE or text[-1] in ".:;,!?":
        return False
    if not text[0].isupper() or read_number(text) is not None:
        return False
    return vocabulary.label(text) is None and vocabulary.attribute(text) is None


def _is_name(block: TextBlock, word: TextBlock, vocabulary: Vocabulary) -> bool:
    """Whether a line below "Mål 1" is a name, set as a heading is and as the word, and no sentence."""
    stands_out = block.level is not None or block.look.bold
    alike = (block.level, block.look) == (word.level, word.look)
    wishes = vocabulary.list_of("goal_sentences", "words")
    return stands_out and alike and not set(block.text.casefold().split()) & set(wishes)


def _says_goals(below: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether the next level word names goals: "Mål 1", "Levande sentrum", "Delmål"."""
    for block in below:
        label = vocabulary.label(block.text) if isinstance(block, TextBlock) else None
        if label is not None:
            return label.level in _GOALS and label.number is None and label.rest is None
    return False
