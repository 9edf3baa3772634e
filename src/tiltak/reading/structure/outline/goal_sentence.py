"""Sentences that say how things shall be: "Alle born skal kunna symja."."""

from tiltak.reading.vocabulary import Vocabulary

_LONGEST = 140


def is_goal(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is one short sentence that says how things shall be."""
    if len(text) > _LONGEST or not text.endswith(".") or ". " in text:
        return False
    words = set(text.casefold().rstrip(".").split())
    points = vocabulary.list_of("goal_sentences", "points")
    # "Kommunen skal gjera desse tiltaka." tells of the list below
    return bool(words & set(vocabulary.list_of("goal_sentences", "words"))) and not (
        words & set(points)
    )
