"""Two wordings of a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# a word keeps the white space after it; a sign of punctuation is a word of its own
_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text. equal and delete together are the old text, equal and insert the new."""

    kind: Literal["equal", "insert", "delete"]
    text: str


def word_difference(old: str, new: str) -> tuple[Segment, ...]:
    """The segments that lead from `old` to `new`, what was deleted before what was inserted."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    found: list[Segment] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "equal":
            found.append(Segment("equal", "".join(before[i:j])))
            continue
        if i < j:
            found.append(Segment("delete", "".join(before[i:j])))
        if k < n:
            found.append(Segment("insert", "".join(after[k:n])))
    return tuple(found)
