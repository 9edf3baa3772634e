"""Footnotes: smaller text at the foot of a page, under a short rule that stands alone; or a line,
under a table as a rule, that begins with a raised sign which stands raised behind a word too.

Several short rules at one height are those of a table's cells. The sign of a note stands raised in
the text and is no part of it: "Mål¹:" is "Mål:".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tiltak.reading.formats.pdf.layout import PageItem, PageLayout, PageLine
from tiltak.reading.formats.pdf.rule_levels import levels_of

_SMALLER = 0.75
_SHORT = 0.45
_LOWER = 0.4
_LEADING = 1.4
_SIGN = re.compile(r"[(\s]*(\d{1,3}|[*†]+)")
# Dropped when lines are joined: what is left out of a line keeps the place of its characters.
_NOTHING = "\u00ad"
# What has a raised or lowered figure of its own: "m²", "CO₂".
_HAS_FIGURE = re.compile(r"(?<![^\W\d_])(?:[cdk]?m|CO) ?$")


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


class TableNotes:
    """Notes of a document that stand under no rule, and their signs."""

    def __init__(self, pages: Sequence[PageLayout]) -> None:
        lines = [line for page in pages for line in page.lines() if line.raised]
        behind = {
            line.text[begin:end] for line in lines for begin, end in _runs(line.raised) if begin > 0
        }
        begun = {sign for line in lines if (sign := _sign_before(line))}
        self.signs = frozenset(behind & begun)

    def note_lines(self, page: PageLayout) -> set[int]:
        """Where the notes' lines start in a page's text: those that begin with a sign, and those
        of their size close below."""
        found: set[int] = set()
        above: PageLine | None = None
        for item in page.items if self.signs else ():
            line = item if isinstance(item, PageLine) else None
            begins = line is not None and _sign_before(line) in self.signs
            if line is not None and (begins or (above is not None and _goes_on(above, line))):
                found.add(line.start)
                above = line
            else:
                above = None
        return found


def _sign_before(line: PageLine) -> str | None:
    """The raised sign a line begins with."""
    begin, end = next(_runs(line.raised), (1, 1))
    if begin > 0 or end >= len(line.text) or _SIGN.fullmatch(line.text[:end]) is None:
        return None
    return line.text[:end]


def _goes_on(above: PageLine, line: PageLine) -> bool:
    step = line.baseline - above.baseline
    return line.size == above.size and 0 < step <= _LEADING * line.size


def signs_of(page: PageLayout, notes: Collection[int]) -> frozenset[str]:
    """The signs the footnotes of a page begin with. `notes` is where their lines start."""
    lines = (item for item in page.items if isinstance(item, PageLine) and item.start in notes)
    return frozenset(match[1] for line in lines if (match := _SIGN.match(line.text)))


def without_signs(item: PageItem, signs: Collection[str]) -> PageItem:
    """A line or table without the raised signs of footnotes; characters keep their places."""
    if isinstance(item, PageLine):
        return _bare(item, signs)
    cells = (
        replace(cell, lines=tuple(_bare(line, signs) for line in cell.lines)) for cell in item.cells
    )
    return replace(item, cells=tuple(cells))


def _bare(line: PageLine, signs: Collection[str]) -> PageLine:
    text = line.text
    for begin, end in _runs(line.raised):
        if text[begin:end] in signs and begin > 0 and not _HAS_FIGURE.search(text[:begin]):
            # it is a word of its own in the file
            first = begin - 1 if text[begin - 1] == " " else begin
            text = text[:first] + _NOTHING * (end - first) + text[end:]
    # at the end of a line it would close the word with the next
    return replace(line, text=text.rstrip(_NOTHING)) if text != line.text else line


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Characters side by side as (first, after the last)."""
    for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        yield run[0], run[-1] + 1
