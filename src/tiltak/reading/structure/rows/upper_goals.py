"""Rows of goals of two levels in one table: "Hovudmål 1: …", and below it "Delmål 1.1: …".

Where nothing else in the plan names areas, the upper goals are the areas and the lower ones theirs.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tiltak.reading.blocks import TableRow
from tiltak.reading.vocabulary import Label, Vocabulary

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class GoalLevel:
    """What the rows of one level of goals begin with: a word, and how deep their numbers are."""

    word: str
    depth: int

    @classmethod
    def of(cls, label: Label) -> "GoalLevel":
        return cls(label.word.casefold(), (label.number or "").count("."))


def upper_goals(rows: Iterable[TableRow], vocabulary: Vocabulary) -> GoalLevel | None:
    """The upper of the two levels of goals that group rows name; None where they name other
    levels, only one, or a single upper goal."""
    found: list[GoalLevel] = []
    for row in rows:
        text = " ".join(cell.text for cell in row.filled)
        label = vocabulary.label(text)
        if label is None or label.level != "sub_goal" or not label.rest:
            return None
        found.append(GoalLevel.of(label))
    if len(set(found)) != _FEWEST or found.count(found[0]) < _FEWEST or found[-1] == found[0]:
        return None
    return found[0]
