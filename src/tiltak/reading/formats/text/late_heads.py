"""Heads of several columns on one line, written between the cells of their table.

Habit read: a program writes a small table cell by cell with blank lines between, but the last
columns stand so close that their heads share a line ("Kostnad Ansvarleg"), come after the first
cells, and have a cell right below them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tiltak.reading.formats.text.column_heads import head_role
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_FEWEST, _MOST_HEADS = 2, 5
_FAR = 40


def with_heads_apart(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, such heads each on a line of its own right after those of the first columns."""
    ordered: list[Line] = []
    first = _FirstHeads()
    for index, line in enumerate(lines):
        role = head_role(line.text, vocabulary)
        heads = _heads(line, vocabulary) if not role and _is_first(lines, index) else []
        roles = {head_role(head.text, vocabulary) for head in heads}
        if heads and first.await_more(len(ordered)) and not roles & set(first.roles):
            late = [one for head in heads for one in (replace(line, text=""), head)]
            ordered[first.end : first.end] = late
        else:
            first.take(line, role, len(ordered))
            ordered.append(line)
    return ordered


@dataclass(slots=True)
class _FirstHeads:
    """The heads that stood last, one a line with nothing but blank lines between: their roles, and
    the index after the last. `open`: nothing came after them."""

    roles: list[str] = field(default_factory=list)
    end: int = 0
    open: bool = False

    def take(self, line: Line, role: str | None, index: int) -> None:
        """Go past a line."""
        if role is not None:
            self.roles = [*self.roles, role] if self.open else [role]
            self.end, self.open = index + 1, True
        elif line.text.strip():
            self.open = False

    def await_more(self, index: int) -> bool:
        """Whether they are the first columns of a table that begins not far above."""
        return len(self.roles) >= _FEWEST and "measure" in self.roles and index - self.end <= _FAR


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
