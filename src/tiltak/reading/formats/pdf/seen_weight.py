"""Which words of a picture are set in bold: those whose strokes are wider than most of their size."""

from collections.abc import Sequence
from statistics import median

_HEAVY = 1.17
_LEAST_LETTERS = 2

Stroke = tuple[int, float]


def heavy_lines(lines: Sequence[Sequence[Stroke]], sizes: Sequence[float]) -> list[list[bool]]:
    """For each word of each line whether it is bold, from (letters, width of the strokes).

    Strokes grow with the type: they are compared in sizes of it. A line is bold as a whole or word
    by word (the first of "Ansvar: Teknisk"); short words are as the line is.
    """
    each = [width / size for line, size in zip(lines, sizes, strict=True) for _, width in line]
    usual = median(each) if each else 0.0
    return [
        _of_line([(letters, width / size) for letters, width in line], usual)
        for line, size in zip(lines, sizes, strict=True)
    ]


def _of_line(words: Sequence[Stroke], usual: float) -> list[bool]:
    letters = sum(count for count, _ in words)
    mean = sum(count * width for count, width in words) / letters if letters else 0.0
    whole = mean > _HEAVY * usual
    return [whole if count <= _LEAST_LETTERS else width > _HEAVY * usual for count, width in words]
