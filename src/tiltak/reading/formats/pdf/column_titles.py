"""Titles over both columns in the middle of a page, too short to reach over the gutter."""

from collections.abc import Sequence

from tiltak.reading.formats.pdf.lines import RawLine

# A title is so much larger than the text below it. The columns begin again at one height, to so
# many sizes of the type; no line of the right one stands so near above or below the title.
_LARGER, _LEVEL, _APART = 1.1, 0.5, 1.3


def titles_over_both(lines: Sequence[RawLine], x: float) -> list[int]:
    """Which lines of two columns with a gutter left of `x` are titles over both: in larger type, at
    the left side with nothing beside, and both columns begin again right below at one height."""
    return [at for at in range(1, len(lines) - 1) if _is_title(lines, at, x)]


def _is_title(lines: Sequence[RawLine], at: int, x: float) -> bool:
    title, below = lines[at], lines[at + 1]
    low = min(line.x0 for line in lines)
    if len(title.runs) > 1 or abs(title.x0 - low) > 1 or title.x1 >= x:
        return False
    if title.size < _LARGER * below.size:
        return False
    near = [line for line in lines[at + 1 : at + 3] if _is_level(line, below)]
    left = any(abs(line.x0 - low) <= 1 for line in near)
    right = [run for line in near for run in line.runs if abs(run.x0 - x) <= 1]
    if not left or not right or any(w.size > below.size for run in right for w in run.words):
        return False
    above = [line.baseline for line in lines[:at] if line.x1 > x]
    return not above or title.baseline - above[-1] > _APART * title.size


def _is_level(line: RawLine, other: RawLine) -> bool:
    return line.baseline - other.baseline <= _LEVEL * other.size
