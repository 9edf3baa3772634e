"""Lines that are the head of a column and nothing more, in texts written column after column."""

import re
from collections.abc import Sequence

from tiltak.planfile.running_text import SOFT_HYPHENS, join_lines
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import Vocabulary

_LONGEST_HEAD = 40
_LONGEST_QUESTION = 25
_HYPHENS = (*SOFT_HYPHENS, "-")
_YEAR_OR_UNIT = re.compile(r"\([^)]*\)|\bi\s+1\s?000\b.*|\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_VALUES = ("budget", "time", "responsible", "partners", "state", "funder")


def find_heads(lines: Sequence[Line], vocabulary: Vocabulary) -> dict[int, str]:
    """The index of each line that is a column's head by itself → its role."""
    found = {i: role for i, line in enumerate(lines) if (role := head_role(line.text, vocabulary))}
    return found | _broken_heads(lines, vocabulary)


def head_role(text: str, vocabulary: Vocabulary) -> str | None:
    """The role of a line that is the head of a column and nothing more."""
    name = text.strip()
    if not name or len(name) > _LONGEST_HEAD or not name[0].isupper():
        return None
    if name.casefold() in vocabulary.columns["number"]:
        return "number"  # "Nr."
    if name[-1] in ".:;,":
        return None
    return vocabulary.column_role(_YEAR_OR_UNIT.sub("", name).rstrip("? "))


def weak_role(text: str, vocabulary: Vocabulary) -> str | None:
    """The role of a line that is a head where heads are expected: "Hva koster det?", "2026 (kr)"."""
    name = text.strip()
    if not 0 < len(name) <= _LONGEST_QUESTION or not (name[0].isupper() or name[0].isdigit()):
        return None
    head = vocabulary.head(name)
    if head.year is not None or not name[0].isdigit():
        return head.role if head.role in _VALUES else None
    return None


def _broken_heads(lines: Sequence[Line], vocabulary: Vocabulary) -> dict[int, str]:
    """Heads with a word broken over two lines: "Satsingsom-" over "råde"."""
    found = {}
    for index in range(len(lines) - 1):
        first, second = (lines[i].text.strip() for i in (index, index + 1))
        if first[-1:] not in _HYPHENS or not second or len(second) > _LONGEST_HEAD:
            continue
        if role := head_role(join_lines((first, second)), vocabulary):
            found[index] = role
    return found
