"""Heads of several columns on one line, written between the cells of their table.

Habit read: a program writes a small table cell by cell with blank lines between, but the last
columns stand so close that their heads share a line ("Kostnad Ansvarleg"), come after the first
cells, and have a cell right below them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tiltak.reading.formats.text.column_heads import head_role
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_FEWEST, _MOST_HEADS = 2, 5
_FEWEST_ABOVE = 2
_FAR = 40


def with_heads_apart(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, such heads each on a line of its own with blank lines around."""
    above: dict[str, int] = {}
    apart: list[Line] = []
    for index, line in enumerate(lines):
        if role := head_role(line.text, vocabulary):
            above[role] = index
        heads = _heads(line, vocabulary) if not role and _is_first(lines, index) else []
        near = {one for one, at in above.items() if index - at <= _FAR}
        roles = {head_role(head.text, vocabulary) for head in heads}
        if heads and "measure" in near and len(near) >= _FEWEST_ABOVE and not roles & near:
            for head in heads:
                apart += [head, replace(line, text="")]
        else:
            apart.append(line)
    return apart


def _is_first(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands below a blank one."""
    return index > 0 and not lines[index - 1].text.strip()


def _heads(line: Line, vocabulary: Vocabulary) -> list[Line]:
    """The heads a line is made of, each of another role; empty where it has anything else."""
    text = line.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    gaps = [match.span() for match in _GAP.finditer(text)]
    if not text.strip() or len(gaps) + 1 > 2 * _MOST_HEADS:
        return []
    found: list[tuple[int, int]] = []
    begin = first
    ends = [*(gap[0] for gap in gaps), last]
    begins = [first, *(gap[1] for gap in gaps)]
    while begin < last:
        # the longest head first: "Ansvarleg eining" is one
        end = next(
            (e for e in reversed(ends) if e > begin and head_role(text[begin:e], vocabulary)), None
        )
        if end is None:
            return []
        found.append((begin, end))
        begin = next((b for b in begins if b >= end), last)
    roles = [head_role(text[b:e], vocabulary) for b, e in found]
    if len(found) < _FEWEST or len(set(roles)) < len(roles):
        return []
    return [replace(line, text=text[b:e], start=line.start + b) for b, e in found]
