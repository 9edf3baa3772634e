"""Text on its side on an upright page: narrow heads of columns, and names beside the rows they are for.

Its lines stand beside one another. Read upwards, the first is the leftmost and begins at its foot; read
downwards, the rightmost and at its top.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.formats.pdf.words import Word

_SAME_STRIP, _SAME_BLOCK, _NEXT_WORD = 0.4, 0.9, 1.2
_BELOW_MIDDLE = 0.35

Strip = list[Word]


def sideways_lines(words: Sequence[Word]) -> list[list[Strip]]:
    """The texts of words on their side, each with its lines in order. The words of a text get one
    baseline: that of a line of upright type in its middle."""
    return [_levelled(block) for block in _blocks(_strips(words))]


def heads_beside(blocks: Sequence[list[Strip]]) -> list[list[list[Strip]]]:
    """Texts that stand beside one another as the heads of columns do, from the left, in groups."""
    groups: list[list[list[Strip]]] = []
    for block in sorted(blocks, key=_left):
        group = next((one for one in groups if _overlap(one[-1], block)), None)
        if group is None:
            groups.append([block])
        else:
            group.append(block)
    return groups


def top_of(block: Sequence[Strip]) -> float:
    """The upper side of a text."""
    return min(word.top for strip in block for word in strip)


def bottom_of(block: Sequence[Strip]) -> float:
    """The lower side of a text."""
    return max(word.bottom for strip in block for word in strip)


def _left(block: Sequence[Strip]) -> float:
    return min(word.x0 for strip in block for word in strip)


def _right(block: Sequence[Strip]) -> float:
    return max(word.x1 for strip in block for word in strip)


def _strips(words: Sequence[Word]) -> list[Strip]:
    """Words in one line, in the order they are read."""
    strips: list[Strip] = []
    for word in sorted(words, key=lambda word: -word.bottom if word.upward else word.top):
        strip = next((one for one in strips if _goes_on(one[-1], word)), None)
        if strip is None:
            strips.append([word])
        else:
            strip.append(word)
    return strips


def _goes_on(before: Word, word: Word) -> bool:
    gap = before.top - word.bottom if word.upward else word.top - before.bottom
    off = abs(before.middle[0] - word.middle[0])
    same = before.upward == word.upward and off < _SAME_STRIP * word.size
    return same and gap < _NEXT_WORD * word.size


def _blocks(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Lines right beside one another as one text."""
    blocks: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: strip[0].x0):
        block = next((one for one in blocks if _is_next(one, strip)), None)
        if block is None:
            blocks.append([strip])
        else:
            block.append(strip)
    return [block if block[0][0].upward else block[::-1] for block in blocks]


def _is_next(block: Sequence[Strip], strip: Strip) -> bool:
    last, word = block[-1][0], strip[0]
    near = word.x0 - last.x1 < _SAME_BLOCK * word.size and last.upward == word.upward
    return near and last.size == word.size and _overlap(block, [strip])


def _overlap(one: Sequence[Strip], other: Sequence[Strip]) -> bool:
    return top_of(one) < bottom_of(other) and top_of(other) < bottom_of(one)


def _levelled(block: Sequence[Strip]) -> list[Strip]:
    size = block[0][0].size
    baseline = (top_of(block) + bottom_of(block)) / 2 + _BELOW_MIDDLE * size
    return [[replace(word, baseline=baseline) for word in strip] for strip in block]
