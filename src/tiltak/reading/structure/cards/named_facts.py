"""The name of a fact before its value, as a line of a card has it: "Kva: Ny bru", "Effekt: Stor".

"Kva", "Hva", "Vad", "Hvad", "What" ask for the measure; "Skildring" and "Description" tell of it.
"""

import re
from dataclasses import dataclass

from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_LONGEST_NAME = 32
_NAMED = re.compile(r"(?P<name>[^\W\d_][^:.;!]*?)\s*:(?:\s+(?P<value>\S.*))?", re.DOTALL)
_SIGN = re.compile(r"^[•▪·*\-–]\s+")


@dataclass(frozen=True, slots=True)
class NamedFact:
    """A fact with its role as the head of a column has it (None: nobody knows), name and value."""

    role: str | None
    name: str
    value: str


def names_fact(text: str, vocabulary: Vocabulary) -> NamedFact | None:
    """The fact a line tells with a colon; None where it is none."""
    match = _NAMED.fullmatch(_SIGN.sub("", text.strip()))
    if match is None or len(match["name"]) > _LONGEST_NAME or not match["name"][0].isupper():
        return None
    name = match["name"]
    return NamedFact(role_of_name(name, vocabulary), name, match["value"] or "")


def names_alone(text: str, vocabulary: Vocabulary) -> NamedFact | None:
    """The fact a line names and says nothing of: its value stands below."""
    name = text.strip()
    if not name[:1].isupper() or len(name) > _LONGEST_NAME or name[-1] in ".,;!":
        return None
    role = role_of_name(name, vocabulary)
    known = role in (*FACT_ROLES, "note") or asks_for_measure(name, vocabulary)
    return NamedFact(role, name.rstrip(" :?"), "") if known else None


def role_of_name(name: str, vocabulary: Vocabulary) -> str | None:
    """What the name of a fact in a card is about; a question for the measure is about it too."""
    bare = name.rstrip(" :?")
    with_unit = vocabulary.attribute(f"{bare}:")  # "Kostnad (1000 kr)", "Budsjett i tkr"
    role = vocabulary.column_role(bare) or (with_unit[0] if with_unit else None)
    if role is None and tells_of_measure(name, vocabulary):
        return "note"
    return role


def asks_for_measure(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name asks what is done: "Kva", "Hva skal gjøres", "What"."""
    words = name.casefold().strip(" :?").split()
    asks = bool(words) and words[0] in vocabulary.list_of("questions", "what")
    return asks and vocabulary.column_role(" ".join(words)) == "measure"


def tells_of_measure(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name says that the measure is described: "Skildring", "Description"."""
    return name.casefold().strip(" :?") in vocabulary.list_of("cards", "descriptions")
