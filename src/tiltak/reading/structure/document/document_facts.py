"""What a document says of itself, and which of its blocks that was read from."""

import datetime as dt
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage, PlanStatus
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary


@dataclass(slots=True)
class DocumentFacts:
    """The facts, and the blocks (by index) they were read from."""

    title: str = ""
    years: tuple[int, ...] = ()
    status: PlanStatus = "ukjend"
    status_text: str | None = None
    body: str | None = None
    date: dt.date | None = None
    case_number: str | None = None
    used: set[int] = field(default_factory=set)
    passages: tuple[Passage, ...] = ()


def is_title(text: str, vocabulary: Vocabulary) -> bool:
    words = vocabulary.list_of("facts", "titles")
    return any(word in text.casefold() for word in words) and bool(find_years(text))


def names_plan(text: str, vocabulary: Vocabulary) -> bool:
    folded = text.casefold()
    return any(word in folded for word in vocabulary.list_of("facts", "titles"))
