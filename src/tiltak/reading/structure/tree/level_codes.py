"""Codes whose letters say the level: "M1 …", "S1.2 …", "T1.2.1 …" in one plan.

The letters are the first of the level's word. They count only where a plan has several such
codes, no code twice: a road ("E 39") or a form has letters and figures too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiltak.reading.values.numbering import read_code
from tiltak.reading.vocabulary import Vocabulary

_LEAST = 3
_LETTERS = re.compile(r"^[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Coded:
    """A text with its code and the level the code says."""

    level: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class LevelsOfCodes:
    """Letters of codes → level, for the letters a plan uses so."""

    levels: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str], vocabulary: Vocabulary) -> "LevelsOfCodes":
        """What letters say in these texts."""
        known = {
            letters: level
            for level in ("sub_goal", "strategy", "measure")
            for letters in vocabulary.list_of("codes", level)
        }
        codes = Counter(read[0] for text in texts if (read := read_code(text)))
        used: dict[str, str] = {}
        for code in codes:
            letters = _letters(code)
            if letters in known and codes[code] == 1:
                used[letters] = known[letters]
        of_level = sum(_letters(code) in used for code in codes)
        return cls(used if of_level >= _LEAST and len(set(used.values())) > 1 else {})

    def read(self, text: str) -> Coded | None:
        """The text as one with a code that says its level, None for any other."""
        code = read_code(text) if self.levels else None
        if code is None or _letters(code[0]) not in self.levels:
            return None
        return Coded(self.levels[_letters(code[0])], code[0], code[1])


def _letters(code: str) -> str:
    match = _LETTERS.match(code)
    return match[0] if match else ""
