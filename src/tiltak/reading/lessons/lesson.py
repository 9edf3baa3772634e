"""One lesson, and how often something must be seen to be one."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from tiltak.planfile.running_text import join_lines

LEAST = 2
LONGEST = 60
Use = Literal["level", "column"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A word the council's documents use for a level, or write above a column.

    `use` "level": `role` is a level of the vocabulary; "column": a column role. `times`: how many
    elements or cells a person treated so.
    """

    use: Use
    role: str
    word: str
    times: int


def drawn(
    use: Use,
    votes: Iterable[tuple[str, str]],
    against: Iterable[tuple[str, str]],
    is_known: Callable[[str, str], bool],
) -> tuple[Lesson, ...]:
    """The lessons of votes (word, role), for words nobody gives another role in `votes` or
    `against` and that do not mean it already."""
    counted = Counter(votes)
    roles: dict[str, set[str]] = {}
    for word, role in (*counted, *against):
        roles.setdefault(word, set()).add(role)
    found = [
        Lesson(use, role, word, times)
        for (word, role), times in counted.items()
        if times >= LEAST and roles[word] == {role} and not is_known(word, role)
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, one.word)))


def plain(text: str) -> str:
    """A word as it is compared: one line, lower case, without signs around it."""
    return join_lines(text.splitlines()).casefold().strip(" .:;,*–—-")


def is_word(text: str) -> bool:
    """Whether a text can be a word for a level or a column."""
    return 2 <= len(text) <= LONGEST and len(text.split()) <= 5 and any(map(str.isalpha, text))
