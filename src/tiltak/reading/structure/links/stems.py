"""The words of a text that carry meaning, each as its stem.

Habit read: a row says a measure in other forms of the same words ("Profilera byen" in the text,
"Profilering av byen" in the table; "open in the evenings", "evening opening").
"""

import re

import snowballstemmer

_WORD = re.compile(r"\w+")
# a text says "Profilera …", its row "Profilering av …": verb and noun are one word
_VERBAL = re.compile(r"^(\w{4,}?)(?:er)?(?:ing(?:a|en|ar|er|s)?|era|ere)$")


class Stems:
    """Finds stems, each word's once."""

    def __init__(self) -> None:
        self._stem = snowballstemmer.stemmer("norwegian").stemWord
        self._known: dict[str, str] = {}

    def of(self, text: str) -> list[str]:
        """The stems of the words that carry meaning, in order."""
        found = []
        for word in _WORD.findall(text.casefold()):
            if len(word) < 3 and not word.isdigit():
                continue
            if word not in self._known:
                self._known[word] = self._stem(_VERBAL.sub(r"\1", word))
            if self._known[word] not in _COMMON:
                found.append(self._known[word])
        return found


# Words that say nothing about which measure it is.
_COMMON = frozenset(
    [
        "og",
        "for",
        "til",
        "med",
        "som",
        "den",
        "det",
        "dei",
        "ein",
        "eit",
        "sin",
        "sine",
        "frå",
        "fra",
        "ved",
        "skal",
        "vera",
        "være",
        "att",
        "är",
        "ska",
        "and",
        "the",
    ]
)
