"""Whether lines of a column are prose: wrapped text, and not the short texts of a table's cells."""

from collections import Counter
from collections.abc import Sequence

from tiltak.reading.formats.pdf.layout import PIECE_GAP
from tiltak.reading.formats.pdf.lines import RawLine, Run
from tiltak.reading.formats.text.heads import read_head
from tiltak.reading.formats.text.item_marks import text_begins
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

LEAST_FULL = 0.2
_LEAST_USED = 0.5
_LEAST_WORDS = 2.5
# Lines of so many words are text though few are full, as where each measure has but one; of fewer
# where they do not stand beside those of the other column, as the rows of a table do.
_MANY_WORDS, _SEVERAL_WORDS = 6, 4.5
_FULL = 0.85
_LARGER = 1.15


def width_of(lines: Sequence[Sequence[Run]]) -> float:
    """How wide lines are together."""
    return max(runs[-1].x1 for runs in lines) - min(runs[0].x0 for runs in lines)


def is_text(lines: Sequence[Sequence[Run]], width: float, *, in_rows: bool = True) -> bool:
    """Whether lines are wrapped text: one run each or further columns of it, some quite full.
    Headings in larger type are short in prose too, and so are facts of a measure, a line each
    ("Lead: NN"): neither is asked. A number hanging before its text is no text of its own. `in_rows`:
    most lines have another beside them in the next column."""
    lines = [_without_number(runs) for runs in _without_headings(lines)]
    lines = [runs for runs in lines if not is_fact(runs)] or lines
    if width_of(lines) < _LEAST_USED * width:
        return False
    words = sum(len(run.words) for runs in lines for run in runs)
    runs = sum(len(line) for line in lines)
    widest = max(run.x1 - run.x0 for line in lines for run in line)
    full = sum(1 for line in lines for run in line if run.x1 - run.x0 >= _FULL * widest)
    return words >= (_MANY_WORDS if in_rows else _SEVERAL_WORDS) * runs or (
        words >= _LEAST_WORDS * runs and full >= LEAST_FULL * runs
    )


def _without_number(runs: Sequence[Run]) -> Sequence[Run]:
    first = " ".join(word.text for word in runs[0].words)
    return runs[1:] if len(runs) > 1 and text_begins(f"{first} A") > len(first) else runs


def is_fact(runs: Sequence[Run]) -> bool:
    """Whether a line is one fact: "Frist: 2027"."""
    text = " ".join(word.text for word in runs[0].words)
    return len(runs) == 1 and ":" in text and bool(Vocabulary.default().attribute(text))


def _without_headings(lines: Sequence[Sequence[Run]]) -> list[Sequence[Run]]:
    """The lines of a column in its usual type, or smaller."""
    sizes = [max(word.size for run in runs for word in run.words) for runs in lines]
    letters: Counter[float] = Counter()
    for runs, size in zip(lines, sizes, strict=True):
        # many short facts in smaller type ("Lead: NN") make no usual type
        letters[size] += sum(len(word.text) for run in runs for word in run.words)
    usual = max(letters, key=lambda size: letters[size])
    return [runs for runs, size in zip(lines, sizes, strict=True) if size <= _LARGER * usual]


def is_head(line: RawLine) -> bool:
    """A table's head with three columns or more; "Mål" beside "Tiltak" stands over prose too, and
    "When: 2027" says a fact, in a column beside another."""
    if any(is_fact((run,)) for run in line.runs):
        return False
    text = PIECE_GAP.join(" ".join(word.text for word in run.words) for run in line.runs)
    head = read_head(Line(text, 0, 0), Vocabulary.default())
    return head is not None and len(set(head.roles) - {None}) >= 3
