"""Areas that a word for goals names: "Mål 2 Rekruttering", and first below it the goal itself.

Habit read: the heading has the number and the name of a goal, the first paragraph is the sentence
that says it ("Minst ti bruk skal få nye eigarar."), perhaps in bold; then come prose, strategies
and measures. Read where most such headings have that sentence and none any other goal.
"""

from collections.abc import Collection

from tiltak.reading.structure import reasons
from tiltak.reading.structure.areas.lifted_headings import holds_table
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.structure.outline.goal_sentence import is_goal
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 2
_ENDS = ".!?:"


def take_goals_below_titles(
    root: DraftSection, with_tables: Collection[int], vocabulary: Vocabulary
) -> None:
    """Make goals of the sentences. `with_tables`: headings (by id) with a table of measures."""
    titled = [
        area
        for area in root.sections
        if area.opened_by == "sub_goal" and (area.has_content() or holds_table(area, with_tables))
    ]
    if any(_says_its_goal(area, vocabulary) for area in titled):
        return
    begun = [
        area for area in titled if area.paragraphs and is_goal(area.paragraphs[0].text, vocabulary)
    ]
    if len(begun) < max(_FEWEST, len(titled) / 2):
        return
    for area in begun:
        first = area.paragraphs.pop(0)
        area.sub_goals = [DraftItem(first.text, first.passages, reasons.UNDER_GOAL_HEADING)]


def _says_its_goal(area: DraftSection, vocabulary: Vocabulary) -> bool:
    """Whether an area has goals besides, or a title that is one: "Mål 1: Alle skal få plass"."""
    words = vocabulary.list_of("goal_sentences", "words")
    return (
        any(section.sub_goals for section in area.with_sections())
        or area.title[-1:] in _ENDS
        or any(word in words for word in area.title.casefold().split())
    )
