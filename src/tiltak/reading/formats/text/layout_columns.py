"""Where the columns of a table set with spaces begin, and a line cut into their cells.

A column begins where its head does, or left of it where its texts stand to the right, as amounts
do. A piece of text belongs to the column it stands most under; a piece that runs over a column's
beginning is cut there when a word begins there.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from tiltak.reading.formats.text.column_sides import column_sides
from tiltak.reading.formats.text.heads import HeadLine, runs
from tiltak.reading.formats.text.value_cuts import ValueCuts

_NEAR = (0, -1, 1, -2, 2)
_CUT_NEAR = (*_NEAR, -3, 3)
_CUT_FAR = (-4, 4, -5, 5)
_WORD = re.compile(r"\S+")
# "31" and "000" of "31 000"
_BEFORE_GROUP = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})* $")
_GROUP = re.compile(r"\d{3}(?!\d)")
_BEFORE_UNIT = re.compile(r"\d $")
_UNIT = re.compile(r"(?:mill|mrd|mio|kr|tusen|million|thousand|prosent|%)(?!\w)", re.IGNORECASE)
# "1)" of "1) Skipa til messe", "2." of "2. Halda kurs"
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:\)|\.(?= [A-ZÆØÅÄÖ])) (?=[^\W\d_])")
# "Pågår" of "350 000 Pågår"
_AFTER_FIGURE = re.compile(r"(?<=\d )[^\W\d_a-zæøåäö]\S+")
_FAR = (-3, -4, -5, -6)
_OFTEN = 2
# so far left of its column a cell may end where the coarse grid sets it off
_BESIDE = 5
_DIGITS = re.compile(r"(?<!\S)\d\S*")
_NO_DIGITS = re.compile(r"(?<!\S)(?!\d)\S+")


def word_begins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1] == " " and text[at] != " "


def column_starts(head: HeadLine, texts: Sequence[str]) -> list[int]:
    """Where the columns begin: at their heads, or else at the white strip between their words.

    Amounts stand to the right: more of them end at one place than begin at the head's. What stands
    a single space after such an amount ("350 000 Pågår") begins its own column all the same, also
    where the grid of signs sets it well off its head.
    """
    heads = [(cell.start, cell.end) for cell in head.cells]
    pieces = [piece for text in texts for piece in runs(text)]
    words = [match.span() for text in texts for match in _WORD.finditer(text)]
    firsts = Counter(match.start() for text in texts for match in _NO_DIGITS.finditer(text))
    begun = firsts + _after_strips(texts)
    closed = Counter(match.start() for text in texts for match in _AFTER_FIGURE.finditer(text))
    starts = [heads[0][0]]
    for before, after, side in zip(heads, heads[1:], column_sides(heads, words), strict=False):
        under = [(b, e) for b, e in pieces if before[0] + 1 < b < after[1] and e > after[0]]
        first = _most_begun(begun, after[0], _NEAR)
        far = _most_begun(closed, after[0], _FAR)
        if far >= before[1] and closed[far] >= _OFTEN and firsts[far] > firsts[first]:
            starts.append(far)
            continue
        begins = max(firsts[first], sum(abs(begin - after[0]) <= 1 for begin, _ in under))
        ends = Counter(end for _, end in under).most_common(1)
        starts.append(ceil(side) if ends and ends[0][1] > begins else first)
    return starts


def _after_strips(texts: Sequence[str]) -> Counter[int]:
    """How often a number begins at each place that is white on its left in all lines."""
    covered = {at for text in texts for word in _WORD.finditer(text) for at in range(*word.span())}
    numbers = Counter(match.start() for text in texts for match in _DIGITS.finditer(text))
    return Counter({at: often for at, often in numbers.items() if at - 1 not in covered})


def _most_begun(firsts: Counter[int], head: int, off: Sequence[int]) -> int:
    """Where most texts begin so many signs off a head: the grid of signs is coarse."""
    return max((head + signs for signs in off), key=lambda at: firsts[at])


def cells_at(
    text: str, starts: list[int], values: ValueCuts | None = None
) -> dict[int, tuple[int, int]]:
    """The columns of a line with text, each with where its text begins and ends."""
    cells: dict[int, tuple[int, int]] = {}
    pieces = runs(text)
    for index, (begin, end) in enumerate(pieces):
        cuts = _cuts(text, begin, end, starts)
        if values is not None:
            after = pieces[index + 1][0] if index + 1 < len(pieces) else len(text)
            free = [c for c, at in enumerate(starts) if begin + 1 < at and at + 2 < after]
            crossed = [c for c in free if starts[c] < end]
            beside = next((c for c in free if end <= starts[c] < end + _BESIDE), None)
            cuts = values.refined(text, (begin, end), cuts, crossed, cells)
            cuts |= values.of_time_beside(text, (begin, end), cuts, beside)
        cut_for = sorted(cuts)
        bounds = [begin, *(cuts[column] for column in cut_for), end]
        for at, (first, last) in enumerate(pairwise(bounds)):
            if first == last:
                continue
            column = cut_for[at - 1] if at else _column(first, last, starts)
            if not at and cut_for:
                # what stands to the left of a column's beginning is none of its text
                column = min(column, cut_for[0] - 1)
            known = cells.get(column)
            cells[column] = (known[0], last) if known else (first, last)
    return cells


def _cuts(text: str, begin: int, end: int, starts: list[int]) -> dict[int, int]:
    """Where a piece is cut: at a column's beginning, or a character or two off where the cell before
    it was too wide for its column. By column."""
    cuts: dict[int, int] = {}
    for column, start in enumerate(starts):
        if not begin + 1 < start < end:
            continue
        found = _word_near(text, start)
        if found is None or (start - found > end - start and text[found].islower()):
            continue  # the last word of a cell may be a letter wider than its column
        if begin < found < end and not _in_number(text, found):
            cuts[column] = found
    return cuts


def _word_near(text: str, start: int) -> int | None:
    """Where the word that begins a column's text stands: a capital may stand further off."""
    near = [start + off for off in _CUT_NEAR if word_begins(text, start + off)]
    # "Entreprenørskap 1) Skipa til messe": its number stands before the capital
    if numbered := next((at for at in near if _NUMBER.match(text, at)), None):
        return numbered
    capital = next((at for at in near if text[at].isupper()), None)
    if capital is not None or near[:1] == [start]:
        return near[0] if capital is None else capital
    far = [start + off for off in _CUT_FAR if word_begins(text, start + off)]
    capital = next((at for at in far if text[at].isupper() and text[at - 2].islower()), None)
    return capital if capital is not None else next(iter(near), None)


def _in_number(text: str, at: int) -> bool:
    """Whether the word that begins at a place belongs to the number before it: "31 000", "18 mill."."""
    if _UNIT.match(text, at) and _BEFORE_UNIT.search(text[:at]):
        return True
    return _GROUP.match(text, at) is not None and _BEFORE_GROUP.search(text[:at]) is not None


def _column(first: int, last: int, starts: list[int]) -> int:
    """The column a piece stands in: the one it begins in (±2), else the one it is most under."""
    for column, start in enumerate(starts):
        if abs(first - start) <= 2:
            return column
    ends = [*starts[1:], 10_000]
    under = [min(last, e) - max(first, s) for s, e in zip(starts, ends, strict=True)]
    return max(range(len(starts)), key=lambda column: under[column]) if last > starts[0] else 0
