"""A line of a table without rules: which column each of its texts stands in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from tiltak.reading.formats.pdf.flow_line import FlowLine, runs_of
from tiltak.reading.formats.pdf.layout import Place
from tiltak.reading.formats.pdf.lines import WIDE
from tiltak.reading.formats.text.entries import Entry
from tiltak.reading.formats.text.item_marks import split_mark

_SAME_START = 2.0
_NEAR_START, _LEAST_UNDER = 4.0, 2
# A word of a title rarely begins so near to a column's beginning by chance.
_EXACT = 0.25
_MORE_THAN_SPACE = 0.45
_LEAST_SPACE, _MOST_SPACE = 0.15, 0.36
# Lines nearer than this, in sizes of the type, stand beside one another.
_OVERLAPPING = 0.9
# How many lines of a text of several may stand above its row's others, and how far apart.
_LOOKED_AT, _NEXT_LINE = 10, 1.6


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns part (`cuts`), and where the head right of each cut begins (`starts`)."""

    cuts: tuple[float, ...]
    starts: tuple[float, ...]


class Part(Struct, frozen=True):
    """The part of a line that stands in one column: characters `begin` to `end`. `baseline` is that of
    its words, raised ones aside."""

    text: str
    begin: int
    end: int
    x0: float
    x1: float
    baseline: float


def parts_of(line: FlowLine, columns: Columns) -> dict[int, Part]:
    """The line cut at the sides of columns, where there is a gap or a column's text begins.

    A title over several columns ("Sum for området") has neither and stays whole.
    """
    groups: dict[int, list[Place]] = {}
    column = 0
    for before, place in zip((None, *line.line.places), line.line.places, strict=False):
        middle = (place.x0 + place.x1) / 2
        under = [middle > cut for cut in columns.cuts].count(True)
        if before is None or _is_cut(before, place, columns, under, line.line.size):
            column = under
        groups.setdefault(column, []).append(place)
    return {column: _as_part(line, places) for column, places in groups.items()}


def _is_cut(before: Place, place: Place, columns: Columns, under: int, size: float) -> bool:
    gap = (place.x0 - before.x1) / size
    off = abs(place.x0 - columns.starts[under - 1]) if under > 0 else _SAME_START
    if gap > _MORE_THAN_SPACE or off < _EXACT:
        return True
    # text that overflows its column stands nearer than a space to the next
    return off < _SAME_START and not _LEAST_SPACE < gap < _MOST_SPACE


def _as_part(line: FlowLine, places: Sequence[Place]) -> Part:
    begin, end = places[0].begin, places[-1].end
    text = " ".join(line.line.text[begin:end].split())
    baseline = max(place.baseline for place in places)
    return Part(text, begin, end, places[0].x0, places[-1].x1, baseline)


def entry_of(line: FlowLine, columns: Columns) -> Entry:
    parts = parts_of(line, columns)
    return Entry({c: (p.text, line.passage(p.begin, p.end)) for c, p in parts.items()})


def crosses(line: FlowLine, columns: Columns) -> bool:
    """Whether a line keeps to no column: words of it run over their sides.

    A text too wide for its column does so too, but stands beside others that keep to theirs.
    """
    within = [
        start
        for cut, start in zip(columns.cuts, columns.starts, strict=True)
        if line.line.x0 < cut - 1 and line.line.x1 > cut + 3
    ]
    if len(runs_of(line)) == 1 and not all(begins_at(line, start) for start in within):
        return True
    kept = [
        _keeps(line, cut, start) for cut, start in zip(columns.cuts, columns.starts, strict=True)
    ]
    return kept.count(False) > kept.count(True)


def _keeps(line: FlowLine, cut: float, start: float) -> bool | None:
    """Whether a line has a gap at the side of a column; None where it has no text on one side."""
    places = line.line.places
    if any(place.x0 < cut - 1 and place.x1 > cut + 3 for place in places):
        return False
    before = [place.x1 for place in places if place.x0 < cut and place.x1 <= cut + 3]
    after = [place.x0 for place in places if place.x0 >= cut - 1]
    if not before or not after:
        return None
    if min(after) - max(before) > WIDE * line.line.size or abs(min(after) - start) < _EXACT:
        return True
    # a narrow gap where the column begins may be one, or only the space between two words
    return None if abs(min(after) - start) < _SAME_START else False


def begins_at(line: FlowLine, start: float) -> bool:
    """Whether a word begins right where a column does, however near the text before it ends."""
    return any(abs(place.x0 - start) < _EXACT for place in line.line.places)


def stands_under(line: FlowLine, sides: Sequence[tuple[float, float]]) -> bool:
    """Whether at least two pieces of a line begin where columns do."""
    starts = [x0 for x0, _ in runs_of(line)]
    return (
        sum(
            1
            for x0, _ in sides
            if any(abs(start - x0) <= _NEAR_START for start in starts) or begins_at(line, x0)
        )
        >= _LEAST_UNDER
    )


def size_of_rows(lines: Sequence[FlowLine], sides: Sequence[tuple[float, float]]) -> float:
    """The size of the type in the first row of a table: the first line with several texts, if they
    stand under columns; 0 where they do not. Titles above the row may be larger."""
    first = next((line for line in lines if len(runs_of(line)) > 1), None)
    return first.line.size if first is not None and stands_under(first, sides) else 0.0


def begins_below(lines: Sequence[FlowLine], sides: Sequence[tuple[float, float]]) -> bool:
    """Whether lines begin with a row under a head: the first stands under columns; or what goes on in
    one of them, or stands above the others in the middle of the row, and then one does."""
    for line, below in zip(lines[:_LOOKED_AT], (*lines[1:], None), strict=False):
        if stands_under(line, sides) or _stands_below_most(line, sides):
            return True
        step = below.line.baseline - line.line.baseline if below is not None else 0.0
        if len(runs_of(line)) > 1 or not (
            0 < step < _OVERLAPPING * line.line.size
            or any(begins_at(line, x0) for x0, _ in sides[1:])
            or (_is_in_first(line, sides) and 0 < step < _NEXT_LINE * line.line.size)
        ):
            return False
    return False


def _is_in_first(line: FlowLine, sides: Sequence[tuple[float, float]]) -> bool:
    """Whether a line stands in the first column and no other."""
    return abs(line.line.x0 - sides[0][0]) < _EXACT and line.line.x1 < sides[1][0]


def _stands_below_most(line: FlowLine, heads: Sequence[tuple[float, float]]) -> bool:
    """Whether the texts of a line stand below most of the heads, one below each: so they do in
    columns whose heads stand in the middle. The mark of a list is no text of its own."""
    runs = runs_of(line)
    mark, _ = split_mark(line.text)
    marked = mark is not None and line.line.places[0].end == len(mark)
    under = [
        [at for at, (low, high) in enumerate(heads) if x0 < high and x1 > low]
        for x0, x1 in (runs[1:] if marked and len(runs) > 1 else runs)
    ]
    alone = [at[0] for at in under if len(at) == 1]
    several = _LEAST_UNDER <= len(set(alone)) == len(alone)
    over = sum(1 for at in under if len(at) > 1)  # texts of two columns, close to one another
    return several and over < len(alone) and 2 * (len(alone) + over) >= len(heads) - 1


def sides_of_texts(lines: Sequence[FlowLine], columns: Columns) -> list[tuple[float, float]]:
    """Where the texts of each column begin, as most of them do, and end; empty where a column has
    none."""
    begins: dict[int, Counter[float]] = {}
    ends: dict[int, float] = {}
    for line in lines:
        if not crosses(line, columns):
            for column, part in parts_of(line, columns).items():
                begins.setdefault(column, Counter())[round(part.x0, 2)] += 1
                ends[column] = max(part.x1, ends.get(column, 0.0))
    if len(begins) <= len(columns.cuts):
        return []
    return [(begins[c].most_common(1)[0][0], ends[c]) for c in sorted(begins)]


def sides_under(
    heads: Sequence[tuple[float, float]], lines: Sequence[FlowLine]
) -> list[tuple[float, float]]:
    """The sides of heads as the texts below tell them, for heads in the middle stand off these: each
    begins where most texts do from the middle of the head before it on to its own, if one of these
    reaches below the head. Texts set to the right, as their head is, begin where the longest does."""
    places = Counter(x0 for line in lines for x0 in {_near(p.x0) for p in line.line.places})
    texts = [text for line in lines for text in _texts_of(line)]
    ends: dict[float, float] = {}
    for x0, x1 in texts:
        ends[_near(x0)] = max(x1, ends.get(_near(x0), 0.0))
    middles = [(low + high) / 2 for low, high in heads]
    found: list[tuple[float, float]] = []
    for (low, high), before, middle in zip(heads, [0.0, *middles], middles, strict=False):
        here = {
            x0: places[x0]
            for x0, end in ends.items()
            if before < x0 <= middle and places[x0] >= _LEAST_UNDER and end > low
        }
        is_left = any(abs(x0 - low) < _EXACT for x0 in here)
        begin = max(here, key=lambda x0: here[x0]) if here and not is_left else low
        to_right = [x0 for x0, x1 in texts if before < x0 and abs(x1 - high) < _EXACT]
        found.append((min([begin, *to_right]), high))
    return found


def _near(x0: float) -> float:
    return round(x0, 1)


def _texts_of(line: FlowLine) -> Iterator[tuple[float, float]]:
    """The texts of a line, more than a space apart: (x0, x1)."""
    begin = end = line.line.places[0]
    for place in line.line.places[1:]:
        if place.x0 - end.x1 > _MORE_THAN_SPACE * line.line.size:
            yield begin.x0, end.x1
            begin = place
        end = place
    yield begin.x0, end.x1
