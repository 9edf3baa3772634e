"""What a person's corrections of a read document teach about the council's own words.

`lessons(as_read, reviewed, vocabulary)` compares the plan as it was read with the plan as a person
left it. Only what was done alike more than once, and never otherwise, is a lesson. The person is
asked before a word is learnt.
"""

from tiltak.planfile.model import Plan
from tiltak.reading.lessons.columns import column_lessons
from tiltak.reading.lessons.lesson import Lesson
from tiltak.reading.lessons.levels import level_lessons
from tiltak.reading.vocabulary import Vocabulary

__all__ = ["Lesson", "lessons"]


def lessons(as_read: Plan, reviewed: Plan, vocabulary: Vocabulary) -> tuple[Lesson, ...]:
    """Level words, then column heads; the most often seen first. `vocabulary` is what is known.

    A word of ordinary text ("og", "skal") is never a lesson: read so, it would mislead.
    """
    found = (
        *level_lessons(as_read, reviewed, vocabulary),
        *column_lessons(as_read, reviewed, vocabulary),
    )
    return tuple(lesson for lesson in found if lesson.word not in vocabulary.unfinished)
