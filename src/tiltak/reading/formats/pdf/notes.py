"""Footnotes: smaller text at the foot of a page, under a short rule that stands alone.

Several short rules at one height are those of a table's cells.
"""

from tiltak.reading.formats.pdf.layout import PageLayout, PageLine
from tiltak.reading.formats.pdf.rule_levels import levels_of
from tiltak.reading.marking import gettext_noop

NOTE = gettext_noop("Fotnote")

_SMALLER = 0.75
_SHORT = 0.45
_LOWER = 0.4


def note_lines(page: PageLayout, body: float) -> set[int]:
    """Where the lines of footnotes start in the page's text. `body` is the usual type size."""
    lines = [item for item in page.items if isinstance(item, PageLine)]
    lowest = max((line.baseline for line in lines), default=0.0)
    for level in levels_of(page.dividers):
        rule = level.rules[0]
        if (
            len(level.rules) > 1
            or rule.length > _SHORT * page.view.width
            or rule.at < _LOWER * page.view.height
        ):
            continue
        below = [
            line for line in lines if rule.at < line.baseline and _stands_under(line, rule.low)
        ]
        small = [line for line in below if line.size <= body - _SMALLER]
        if small and _are_notes(below, small) and rule.at < lowest:
            return {line.start for line in small}
    return set()


def _stands_under(line: PageLine, left: float) -> bool:
    return line.x0 >= left - 4


def _are_notes(below: list[PageLine], small: list[PageLine]) -> bool:
    """Nothing but small text follows (and perhaps a page number), and it begins with a sign."""
    first = min(small, key=lambda line: line.baseline)
    sign = first.text.lstrip("( ")[:1]
    return len(below) - len(small) <= 2 and (sign.isdigit() or sign in "*†¹²³")
