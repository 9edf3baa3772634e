"""What repeated words of no list hint at: "Hva gjør vi?" at measures, "Hva vil vi oppnå" at goals."""

import re
from collections.abc import Mapping, Sequence

_LEVEL_OF_CLUE = {"measure": "measure", "goal": "sub_goal"}
_LETTERS = re.compile(r"[^\W\d_]+")


class Clues:
    """The words that hint, by what they hint at."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """`words`: "measure", "goal", "none", and endings of words under "measure_ends" …"""
        self._words = words

    def level(self, words: str) -> str | None:
        """The level that repeated words of no list hint at: "hva gjør vi" → "measure"."""
        folded = " ".join(["", *_LETTERS.findall(words.casefold()), ""])
        if self.hints_at_nothing(words):
            return None
        for hint in ("measure", "goal"):
            if any(f" {word} " in folded for word in self._words[hint]):
                return _LEVEL_OF_CLUE[hint]
        for hint in ("goal", "measure"):
            ends = tuple(self._words[f"{hint}_ends"])
            if any(word.endswith(ends) for word in folded.split()):
                return _LEVEL_OF_CLUE[hint]
        return None

    def hints_at_nothing(self, words: str) -> bool:
        """Whether repeated words are about how things are ("Status"), so about no level."""
        folded = " ".join(["", *_LETTERS.findall(words.casefold()), ""])
        return any(f" {word} " in folded for word in self._words["none"])
