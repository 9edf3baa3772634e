"""Facts of a measure in a narrow column beside it, below one another: "Ansvar", who it is, "Tid",
when it is, and the measure with its text to the right or the left of them all.

Such a column is neither prose nor a table: its lines belong to no line of the text beside it. The
text is read first, then the facts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiltak.reading.formats.pdf.below_texts import are_below_texts
from tiltak.reading.formats.pdf.fact_names import (
    LEAST_FACTS,
    SAME_PLACE,
    FactName,
    columns_of,
    fact_names,
    named_by,
    text_of,
)
from tiltak.reading.formats.pdf.lines import RawLine, Run, line_of
from tiltak.reading.formats.pdf.words import Word

# Points by which values may stand deeper than their names.
_DEEPEST = 16.0
# A column is parted from the text by a gap so wide, in sizes of the type.
_GAP = 0.8
# The text begins beside the first fact: how far above or below it, in sizes of the type.
_BESIDE = 1.7
# A text that goes on stands so near below, in sizes of the type; a piece above a fact so far away.
_NEXT_LINE, _APART = 1.7, 2.4
# Lines set wide apart (one and a half) stand at one distance, at most so far.
_SAME_STEP, _WIDE_STEP = 1.1, 2.0
# A value stands so near below its name or its line above; a text is level with a name.
_NEXT_VALUE, _LEVEL = 2.2, 0.6
# The most of the width of the page that the column takes.
_WIDEST = 0.45
_NUMBER = 6


@dataclass(frozen=True, slots=True)
class SideLine:
    """A line of the column; `named` are its first words that name a fact, 0 where it goes on."""

    line: RawLine
    named: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A text and the facts beside it."""

    text: tuple[RawLine, ...]
    facts: tuple[SideLine, ...]


def with_facts_after(lines: Sequence[RawLine]) -> Iterator[tuple[RawLine, ...] | Beside]:
    """The lines from the top down; where facts stand beside a text, each apart."""
    at = 0
    for begin, end, beside, rest in _found(lines):
        if begin < at:
            continue
        if at < begin:
            yield tuple(lines[at:begin])
        yield beside
        if rest:
            yield rest
        at = end
    if at < len(lines):
        yield tuple(lines[at:])


def is_sidebar(inside: Sequence[RawLine]) -> bool:
    """Whether the lines in a box are facts below one another, from its first line on."""
    labels = fact_names(inside)
    return len({label.name for label in labels}) >= LEAST_FACTS and labels[0].line == 0


def _found(
    lines: Sequence[RawLine],
) -> Iterator[tuple[int, int, Beside, tuple[RawLine, ...]]]:
    """The texts with facts beside: first line, the line behind the last, and what stands below."""
    for column in columns_of(fact_names(lines)):
        side = _Side(lines, column)
        groups = side.groups()
        if side.is_below_texts(groups):
            continue
        begins = [side.begin(group) for group in groups]
        for group, begin, after in zip(groups, begins, [*begins[1:], len(lines)], strict=True):
            if len(group) >= LEAST_FACTS and (read := side.read(group, begin, after)):
                yield begin, *read


class _Side:
    """Names of facts that begin at one place, and what stands beside them."""

    def __init__(self, lines: Sequence[RawLine], labels: Sequence[FactName]) -> None:
        self._lines = lines
        self._labels = labels
        self._x = min(label.x0 for label in labels)
        between = lines[labels[0].line : labels[-1].line + 1]
        self._is_right = any(line.x0 < self._x - SAME_PLACE for line in between)
        self._text_x = self._x if self._is_right else self._text_begins(between)

    def _text_begins(self, between: Sequence[RawLine]) -> float:
        """Where the text right of the column begins."""
        least = max(*(label.x1 for label in self._labels), self._x + _DEEPEST)
        return min((r.x0 for line in between for r in line.runs if r.x0 > least), default=0.0)

    def groups(self) -> list[list[FactName]]:
        """The names of one measure together: where one comes again, the next begins."""
        groups: list[list[FactName]] = []
        for label in self._labels:
            if not groups or label.name in {other.name for other in groups[-1]}:
                groups.append([])
            groups[-1].append(label)
        return groups

    def is_below_texts(self, groups: Sequence[Sequence[FactName]]) -> bool:
        """Whether the facts stand below texts of their own column."""
        ends = None if self._is_right else self._text_x
        return are_below_texts(self._lines, [group[0] for group in groups], self._x, ends)

    def begin(self, group: Sequence[FactName]) -> int:
        """The first line of a group: that of its first fact, or of the text that begins above."""
        at = group[0].line
        if any(self._is_level(at, other) for other in range(at, len(self._lines))[:3]):
            return at
        above = at - 1
        if above >= 0 and self._is_only_text(above):
            if self._is_level(at, above):
                return above
            below = next((i for i in range(at, len(self._lines)) if self._text(i)), at)
            near = _BESIDE * self._lines[at].size
            low, high = self._lines[above].baseline, self._lines[below].baseline
            label = self._lines[at].baseline
            if label - low <= near and high - label > label - low:
                return above
        return at

    def read(
        self, group: Sequence[FactName], begin: int, after: int
    ) -> tuple[int, Beside, tuple[RawLine, ...]] | None:
        """The line behind the last, the text with its facts, and the text below them."""
        end = self._end(group, begin, after)
        facts = self._facts(group, end)
        texts = [line_of(text) for i in range(begin, end) if (text := self._text(i))]
        if facts is None or not texts or not self._is_beside(group, begin, texts):
            return None
        count = _first_paragraph(texts)
        return end, Beside(tuple(texts[:count]), tuple(facts)), tuple(texts[count:])

    def _end(self, group: Sequence[FactName], begin: int, after: int) -> int:
        """The line behind the last of a group: one that goes over both columns, or stands below
        the facts and is none."""
        names = {label.line for label in group}
        above = self._lines[group[0].line].baseline
        for at in range(begin, after):
            if at not in names and self._goes_across(at):
                return at
            if side := self._aside(at):
                step = side[0].baseline - above
                if at not in names and step > _NEXT_VALUE * side[0].size:
                    return at
                above = side[0].baseline
        return after

    def _facts(self, group: Sequence[FactName], end: int) -> list[SideLine] | None:
        """The lines of the column, a name and the first line of its value as one; None where a
        name has no value."""
        counts = {label.line: label.count for label in group if label.line < end}
        facts: list[SideLine] = []
        name: tuple[Word, ...] = ()
        for at in range(group[0].line, end):
            side = self._aside(at)
            count = counts.get(at, 0)
            if not side:
                continue
            if count and name:
                return None
            if count == len(side):
                name = side
            elif count or name:
                label, value = name or side[:count], side[count:]
                runs = Run(label), Run(value)
                facts.append(SideLine(RawLine(runs, value[0].baseline), len(label)))
                name = ()
            else:
                facts.append(SideLine(line_of(side), 0))
        named = sum(1 for fact in facts if fact.named)
        return None if name or named < LEAST_FACTS else facts

    def _is_beside(self, group: Sequence[FactName], begin: int, texts: Sequence[RawLine]) -> bool:
        """Whether a text stands beside facts from the first on, wide enough to be one, and nothing
        stands right above them in their column: facts below a text belong to that."""
        first = self._lines[group[0].line]
        if abs(texts[0].baseline - group[0].words[0].baseline) > _BESIDE * texts[0].size:
            return False
        if any(named_by(run.words) for line in texts for run in line.runs):
            return False
        if any(len(_pieces(line)) > 1 for line in texts):
            return False
        if self._is_too_wide():
            return False
        above = self._lines[begin - 1] if begin else None
        return (
            above is None
            or first.baseline - above.baseline > _APART * first.size
            or above.size > first.size
            or self._goes_across(begin - 1)
            or not self._aside(begin - 1)
        )

    def _is_too_wide(self) -> bool:
        """Whether the column takes so much of the width that it is one of two beside each other."""
        between = range(self._labels[0].line, self._labels[-1].line + 1)
        rows = [at for at in between if not self._goes_across(at)]
        sides = [word for at in rows for word in self._aside(at)]
        texts = [word for at in rows for word in self._text(at)]
        if not sides or not texts:
            return True
        low, high = (min(w.x0 for w in sides), max(w.x1 for w in sides))
        begin, end = (min(w.x0 for w in texts), max(w.x1 for w in texts))
        return high - low > _WIDEST * (max(high, end) - min(low, begin))

    def _is_level(self, at: int, other: int) -> bool:
        """Whether a text begins level with a name."""
        text = self._text(other)
        near = abs(self._lines[other].baseline - self._lines[at].baseline)
        return bool(text) and near <= _LEVEL * text[0].size

    def _is_only_text(self, at: int) -> bool:
        return bool(self._text(at)) and not self._aside(at) and not self._goes_across(at)

    def _aside(self, at: int) -> tuple[Word, ...]:
        """The words of a line that stand in the column."""
        words = self._lines[at].words
        if self._is_right:
            return tuple(word for word in words if word.x0 >= self._x - SAME_PLACE)
        return tuple(word for word in words if word.x0 < self._text_x - SAME_PLACE)

    def _text(self, at: int) -> tuple[Word, ...]:
        """The words of a line that stand beside the column."""
        words = self._lines[at].words
        if self._is_right:
            return tuple(word for word in words if word.x0 < self._x - SAME_PLACE)
        return tuple(word for word in words if word.x0 >= self._text_x - SAME_PLACE)

    def _goes_across(self, at: int) -> bool:
        """Whether a line stands in both columns as one text, or begins elsewhere."""
        side, text = self._aside(at), self._text(at)
        if side and not -SAME_PLACE <= side[0].x0 - self._x <= _DEEPEST:
            return True
        left, right = (text, side) if self._is_right else (side, text)
        if left and left[-1].x1 > self._text_x - 1:
            return True
        return bool(
            left and right and right[0].x0 - left[-1].x1 < _GAP * max(left[-1].size, right[0].size)
        )


def _pieces(line: RawLine) -> tuple[Run, ...]:
    """The texts of a line, without its number or mark."""
    first = line.runs[0]
    return line.runs[1:] if len(text_of(first.words)) <= _NUMBER else line.runs


def _first_paragraph(texts: Sequence[RawLine]) -> int:
    """How many lines name the measure: those of the first paragraph, or of a bold title. What
    describes it comes below the facts."""
    size = texts[0].size
    step = texts[1].baseline - texts[0].baseline if len(texts) > 1 else 0.0
    most = max(_NEXT_LINE * size, min(_SAME_STEP * step, _WIDE_STEP * size))
    count = 1
    while count < len(texts) and _goes_on(texts[count - 1], texts[count], most):
        count += 1
    return count


def _goes_on(above: RawLine, below: RawLine, most: float) -> bool:
    return (
        below.baseline - above.baseline < most
        and above.size == below.size
        and (_is_bold(below) or not _is_bold(above))
    )


def _is_bold(line: RawLine) -> bool:
    return all(word.bold for word in line.words)
