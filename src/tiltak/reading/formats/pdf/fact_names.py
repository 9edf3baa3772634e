"""Names of facts that stand below one another on a page ("Ansvar", "Tid:", "Kostnad" in bold)."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.pdf.lines import RawLine
from tiltak.reading.formats.pdf.words import Word
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

LEAST_FACTS = 2
# What the names in a card are about.
CARD_NAMES = (*FACT_ROLES, "measure", "sub_goal", "strategy", "number", "note")
# Points by which texts of one column may begin at different places.
SAME_PLACE = 3.0
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class FactName:
    """The name of a fact: its line among those of the page, and how many words it has."""

    line: int
    words: tuple[Word, ...]
    count: int

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[self.count - 1].x1

    @property
    def name(self) -> str:
        return text_of(self.words[: self.count]).rstrip(" :").casefold()


def fact_names(lines: Sequence[RawLine]) -> list[FactName]:
    """The names of facts that begin a text, from the top down."""
    return [
        FactName(index, run.words, count)
        for index, line in enumerate(lines)
        for run in line.runs
        if (count := named_by(run.words))
    ]


def named_by(words: Sequence[Word]) -> int:
    """How many of the first words name a fact: all of them, those before a colon, or the bold."""
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        name = text_of(words[:count])
        ends = (
            count == len(words)
            or name.endswith(":")
            or (words[count - 1].bold and not words[count].bold)
        )
        if ends and Vocabulary.default().column_role(name.rstrip(" :")) in FACT_ROLES:
            return count
    return 0


def names_fact(words: Sequence[Word]) -> bool:
    """Whether words are the name of a measure, of a goal, or of a fact, and nothing else."""
    return Vocabulary.default().column_role(text_of(words).rstrip(" :")) in CARD_NAMES


def names_measure(words: Sequence[Word]) -> bool:
    """Whether words are what stands before a measure, as in the first row of its card."""
    return Vocabulary.default().column_role(text_of(words).rstrip(" :")) == "measure"


def columns_of(labels: Sequence[FactName]) -> list[list[FactName]]:
    """Names that begin at one place."""
    columns: list[list[FactName]] = []
    for label in labels:
        near = (c for c in columns if abs(c[0].x0 - label.x0) <= SAME_PLACE)
        if (column := next(near, None)) is None:
            columns.append([label])
        else:
            column.append(label)
    return [column for column in columns if len(column) >= LEAST_FACTS]


def text_of(words: Sequence[Word]) -> str:
    """The words as a text."""
    return " ".join(word.text for word in words)
