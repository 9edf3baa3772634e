"""Where columns of text begin and end on a page: heads, feet and the page's number are none of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.formats.pdf.lines import RawLine, Run
from tiltak.reading.formats.pdf.prose import LEAST_FULL, is_fact

# The left column goes on below the right one for at least so many lines.
LEAST_LINES = 5
# A gutter may be as narrow as this, in sizes of the type, where texts begin exactly at one place.
NARROWEST, _SAME_X = 0.8, 0.5
# A foot stands so many sizes of the type below the text.
_APART = 2.0
# How far a line in the middle of the page may stand off it, of the width of the text: where lines are
# not justified the right side of the text is uncertain.
_CENTRED = 0.06


@dataclass(frozen=True, slots=True)
class Band:
    """Lines `begin` to `end` that a gutter left of `x` divides."""

    begin: int
    end: int
    x: float


def parted(line: RawLine, x: float) -> list[Run]:
    """The runs of a line, the one that goes over a narrow gutter left of x in two."""
    parts: list[Run] = []
    for run in line.runs:
        at = next((i for i, word in enumerate(run.words) if abs(word.x0 - x) < _SAME_X), 0)
        gap = run.words[at].x0 - run.words[at - 1].x1 if at else 0.0
        if gap > NARROWEST * run.words[at].size:
            parts += [Run(run.words[:at]), Run(run.words[at:])]
        else:
            parts.append(run)
    return parts


def trimmed(lines: Sequence[RawLine], begin: int, end: int, x: float) -> Band:
    """The band from the first to the last line with text right of the gutter, and as far as the
    left column goes on without a break."""
    if end == len(lines) and _is_in_the_middle(lines):
        end -= 1
    with_right = [i for i in range(begin, end) if lines[i].x1 > x]
    if not with_right:
        return Band(begin, begin, x)
    first, last = with_right[0], with_right[-1]
    while first > begin and any(
        _goes_on(lines[first - 1], below)
        for below in (lines[first], _first_left(lines[first:end], x))
    ):
        first -= 1
    if first + 1 < last and _is_head_of_page(lines[first], lines[first + 1], x):
        first += 1
    if _is_foot(lines[first : last + 1]):
        return Band(first, last, x)
    if _fills_column(lines[first : last + 1], lines[last + 1 : end], x):
        last = end - 1
    if end >= len(lines) - 1:
        last = _end_of_left(lines, first, last, end, x)
    while last + 1 < end and _goes_on(lines[last], lines[last + 1]):
        last += 1
    return Band(first, last + 1, x)


def _first_left(lines: Sequence[RawLine], x: float) -> RawLine:
    """The first line with text left of the gutter, or the first of all: the columns may begin at
    different heights."""
    return next((line for line in lines if line.x0 < x - 2), lines[0])


def _is_head_of_page(line: RawLine, below: RawLine, x: float) -> bool:
    """Whether a line is the page's head with texts at both sides: apart, the right one in no column."""
    gap = below.baseline - line.baseline
    right = [run.x0 for run in line.runs if run.x0 >= x - 2]
    return len(line.runs) > 1 and gap >= _APART * line.size and min(right, default=x) > x + 2


def _is_foot(lines: Sequence[RawLine]) -> bool:
    """Whether the last line is the page's foot with texts at both sides: smaller, and apart."""
    *others, last = lines
    if not others or last.baseline - others[-1].baseline < _APART * others[-1].size:
        return False
    return len(last.runs) > 1 and all(last.size < line.size for line in others)


def _fills_column(beside: Sequence[RawLine], below: Sequence[RawLine], x: float) -> bool:
    """Whether lines below the end of the right column are still of the left one: wrapped at it."""
    left = [run for line in beside for run in parted(line, x) if run.x0 < x - 2]
    if not left or len(below) < LEAST_LINES:
        return False
    below = [line for line in below if not is_fact(line.runs)]
    # none of them crosses the gutter: the longest of all reaches the side of the column
    side = max([run.x1 for run in left] + [line.x1 for line in below])
    width = side - min(run.x0 for run in left)
    full = sum(1 for line in below if line.x1 >= side - 0.15 * width)
    return full >= LEAST_FULL * len(below)


def _end_of_left(lines: Sequence[RawLine], first: int, last: int, end: int, x: float) -> int:
    """The last line of the left column, of a page that ends with it: the lines below the right one
    stand no further apart than those beside it."""
    left = [line for line in lines[first : last + 1] if line.x0 < x - 2]
    if not left:
        return last
    steps = [below.baseline - above.baseline for above, below in pairwise(left)]
    widest = max(steps, default=0.0)
    for index in range(last + 1, end):
        if lines[index].baseline - left[-1].baseline > widest:
            return index - 1
        left.append(lines[index])
    return end - 1


def _is_in_the_middle(lines: Sequence[RawLine]) -> bool:
    """Whether the last line is short and stands in the middle of all, in neither column: the number
    of the page."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    last = lines[-1]
    if len(last.runs) > 1 or not any(sign.isdigit() for word in last.words for sign in word.text):
        return False
    off = (last.x0 - low) - (high - last.x1)
    return last.x1 - last.x0 < last.x0 - low and abs(off) < _CENTRED * (high - low)


def _goes_on(above: RawLine, below: RawLine) -> bool:
    return below.baseline - above.baseline < 1.7 * below.size and above.size == below.size
