"""Facts indented below the text of their own column, on a page of two columns: the text of the other
column stands beside them only by chance.
"""

from collections.abc import Sequence

from tiltak.reading.formats.pdf.fact_names import SAME_PLACE, FactName, named_by
from tiltak.reading.formats.pdf.lines import RawLine, Run

# The facts stand no deeper than this below the mark of their text, in points.
_DEEPEST = 40.0
# A text has at most so many lines, each so near below the one before, in sizes of the type.
_MOST_LINES, _NEAR = 8, 2.4


def are_below_texts(
    lines: Sequence[RawLine], firsts: Sequence[FactName], x: float, ends: float | None
) -> bool:
    """Whether half the groups of facts or more stand right below a text of their column. Those at
    the head of a column go on from the one before, so not all do.

    `firsts` are the first names of the groups, which begin at `x`; the column ends before `ends`,
    None where it is the last of the page.
    """
    below = sum(1 for label in firsts if _is_below_text(lines, label, x, ends))
    return 2 * below >= len(firsts)


def _is_below_text(lines: Sequence[RawLine], label: FactName, x: float, ends: float | None) -> bool:
    """Whether the lines above a name, each near the one below it, lead to one that begins a little
    further left in the same column."""
    baseline, count = lines[label.line].baseline, 0
    for line in reversed(lines[: label.line]):
        run = next((run for run in line.runs if _is_in_column(run, x, ends)), None)
        if run is None:
            continue
        count += 1
        far = baseline - line.baseline > _NEAR * line.size
        if far or count > _MOST_LINES or named_by(run.words):
            return False
        if run.x0 < x - SAME_PLACE:
            return True
        baseline = line.baseline
    return False


def _is_in_column(run: Run, x: float, ends: float | None) -> bool:
    """Whether a text begins where the facts do, or a little before, and stays in their column."""
    stays = ends is None or run.x1 < ends
    return stays and -_DEEPEST <= run.x0 - x <= SAME_PLACE < run.x1 - x
