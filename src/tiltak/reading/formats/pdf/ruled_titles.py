"""Rows between two rules that hold one text over all columns: an area, or the goal of those below."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from tiltak.reading.formats.pdf.column_lines import Columns, begins_at, crosses
from tiltak.reading.formats.pdf.flow_line import FlowLine, runs_of
from tiltak.reading.formats.pdf.rule_levels import levels_of


def title_lines(lines: Sequence[FlowLine], columns: Columns) -> dict[int, float]:
    """Start of each line of such a row → the height of the rule above it. `lines` are of one page."""
    if not lines:
        return {}
    levels = [
        level.at
        for level in levels_of(lines[0].page.dividers)
        if level.covers(min(line.line.x0 for line in lines), columns.starts[-1])
    ]
    bands: defaultdict[int, list[FlowLine]] = defaultdict(list)
    for line in lines:
        bands[bisect(levels, line.line.baseline)].append(line)
    return {
        line.line.start: levels[band - 1]
        for band, inside in bands.items()
        if 0 < band < len(levels) and _is_title(inside, columns)
        for line in inside
    }


def _is_title(lines: Sequence[FlowLine], columns: Columns) -> bool:
    """One text from the left over the side of a column, none of it beginning where a column does;
    or bold."""
    for line in lines:
        apart = len(runs_of(line)) > 1 or line.line.x0 > columns.cuts[0]
        if apart or any(begins_at(line, start) for start in columns.starts):
            return False
    return any(crosses(line, columns) for line in lines) or all(line.line.bold for line in lines)
