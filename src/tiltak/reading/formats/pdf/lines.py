"""Words → lines: those on one baseline, from left to right, cut where a wide gap is."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageLine, Place
from tiltak.reading.formats.pdf.sideways import bottom_of, heads_beside, sideways_lines, top_of
from tiltak.reading.formats.pdf.words import Word

# A justified line stretches its spaces to about an em; a wider gap divides columns.
WIDE = 1.15
_SAME_LINE = 0.3
_RAISED = 0.55
# Browsers set raised signs in 5/6 of the type, sizes are rounded.
_SMALLER = 0.86
_RAISED_LEAST = 0.15
_RAISED_NEAR = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line without a wide gap between."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)


@dataclass(frozen=True, slots=True)
class RawLine:
    """Words on one baseline, in runs."""

    runs: tuple[Run, ...]
    baseline: float

    @property
    def words(self) -> list[Word]:
        return [word for run in self.runs for word in run.words]

    @property
    def size(self) -> float:
        """The size most of its letters have."""
        letters: dict[float, int] = {}
        for word in self.words:
            letters[word.size] = letters.get(word.size, 0) + len(word.text)
        return max(letters, key=lambda size: letters[size])

    @property
    def x0(self) -> float:
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        return self.runs[-1].x1


def raw_lines(words: Sequence[Word]) -> list[RawLine]:
    """The lines words make, from the top down."""
    gathered: list[list[Word]] = []
    upright = [word for word in words if word.upright]
    for word in sorted(upright, key=lambda word: (word.baseline, word.x0)):
        line = next((one for one in reversed(gathered[-4:]) if _belongs(word, one)), None)
        if line is None:
            gathered.append([word])
        else:
            line.append(word)
    lines = [line_of(line) for line in _with_raised(gathered)]
    if len(upright) < len(words):
        lines = _with_sideways(lines, [word for word in words if not word.upright])
    return sorted(lines, key=lambda line: line.baseline)


def _with_sideways(lines: Sequence[RawLine], words: Sequence[Word]) -> list[RawLine]:
    """The lines with those on their side. Several beside one another are one line of heads, with the
    upright heads among them."""
    found = list(lines)
    for group in heads_beside(sideways_lines(words)):
        if len(group) == 1:
            found += [RawLine((Run(tuple(strip)),), strip[0].baseline) for strip in group[0]]
            continue
        runs = [Run(tuple(word for strip in block for word in strip)) for block in group]
        top, bottom = min(map(top_of, group)), max(map(bottom_of, group))
        among = [line for line in found if top < line.baseline <= bottom]
        if len(among) == 1:
            runs += among[0].runs
            found.remove(among[0])
        baseline = among[0].baseline if len(among) == 1 else bottom
        found.append(RawLine(tuple(sorted(runs, key=lambda run: run.x0)), baseline))
    return found


def _with_raised(gathered: Sequence[list[Word]]) -> list[list[Word]]:
    """The lines with what stands raised behind their last word: it is met before the line is, and
    is near none of its first words."""
    kept = []
    for index, line in enumerate(gathered):
        word, following = line[0], gathered[index + 1 : index + 1 + _RAISED_NEAR]
        home = None
        if len(line) == 1:
            home = next((o for o in following if word.size < o[0].size and _belongs(word, o)), None)
        if home is None:
            kept.append(line)
        else:
            home.append(word)
    return kept


def line_of(words: Sequence[Word]) -> RawLine:
    """One line of words."""
    ordered = sorted(words, key=lambda word: word.x0)
    runs: list[list[Word]] = []
    for word in ordered:
        if runs and word.x0 - runs[-1][-1].x1 <= WIDE * max(word.size, runs[-1][-1].size):
            runs[-1].append(word)
        else:
            runs.append([word])
    largest = max(ordered, key=lambda word: (word.size, len(word.text)))
    return RawLine(tuple(Run(tuple(run)) for run in runs), largest.baseline)


def _belongs(word: Word, line: Sequence[Word]) -> bool:
    """Whether a word stands on a line: on its baseline, or raised or lowered beside a word of it."""
    nearest = min(line, key=lambda other: max(other.x0 - word.x1, word.x0 - other.x1))
    off = abs(word.baseline - nearest.baseline)
    larger = max(word.size, nearest.size)
    distance = max(nearest.x0 - word.x1, word.x0 - nearest.x1)
    if off < 0.05 * larger and word.size == nearest.size:
        return True  # side by side, even where a text overflows its column
    if distance < -0.4 * min(word.x1 - word.x0, nearest.x1 - nearest.x0):
        return False
    if off <= _SAME_LINE * min(word.size, nearest.size):
        return True
    raised = min(word.size, nearest.size) < _SMALLER * larger
    return raised and off <= _RAISED * larger and distance < 0.3 * larger


class PageText:
    """The text of a page as it grows, a line after the other."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(
        self,
        line: RawLine,
        *,
        column: int = 0,
        left: float | None = None,
        right: float | None = None,
        named: int | None = None,
    ) -> PageLine:
        """Add a line and say where it stands."""
        text, places = _spelled(line)
        start = self._length
        self._pieces.append(text)
        self._length += len(text) + 1
        words = line.words
        bold = sum(len(word.text) for word in words if word.bold)
        return PageLine(
            text=text,
            start=start,
            places=places,
            top=min(word.top for word in words),
            bottom=max(word.bottom for word in words),
            baseline=line.baseline,
            size=line.size,
            bold=2 * bold > sum(len(word.text) for word in words),
            column=column,
            left=left,
            right=right,
            raised=_raised(line, places),
            named=named,
        )

    def text(self) -> str:
        """Everything so far."""
        return "\n".join(self._pieces)


def _spelled(line: RawLine) -> tuple[str, tuple[Place, ...]]:
    text = ""
    places = []
    for run in line.runs:
        for order, word in enumerate(run.words):
            if text:
                text += " " if order else PIECE_GAP
            end = len(text) + len(word.text)
            places.append(Place(len(text), end, word.x0, word.x1, word.baseline))
            text += word.text
    return text, tuple(places)


def _raised(line: RawLine, places: Sequence[Place]) -> tuple[int, ...]:
    """The characters of a line's text that stand higher than their words, or in words that do."""
    words, size = line.words, line.size
    found: list[int] = []
    for word, place in zip(words, places, strict=True):
        if word.size < size and line.baseline - word.baseline > _RAISED_LEAST * size:
            found += range(place.begin, place.end)
        elif word.raised:
            found += (place.begin + at for at in word.raised)
    return tuple(found)
