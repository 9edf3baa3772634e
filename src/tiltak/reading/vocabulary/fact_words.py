"""Facts in running text: "Ansvar: Rektor. Frist: 2026. Kostnad: 40 000".

Habit read: a fact is the word that stands above a column elsewhere, a colon, and its value up to
the next such word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tiltak.reading.vocabulary.patterns import alternatives

_SIGNS_AROUND = " \n\t.;,|·•–"
# "2026–": from then on. A dash apart from the year parts it from the next fact.
_OPEN_END = re.compile(r"(?<=\d)–(?=[\s.;,|·•]*$)")
FACT_ROLES = ("responsible", "partners", "time", "budget", "state", "funder", "start", "end")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in running text: what it is about (a column's role), its value, where it begins."""

    role: str
    value: str
    start: int


class FactWords:
    """Finds them in texts."""

    def __init__(self, columns: Mapping[str, tuple[str, ...]], roles: Mapping[str, str]) -> None:
        """`columns`: role → words; `roles`: word → role."""
        self._columns = columns
        self._roles = roles

    @cached_property
    def _fact_words(self) -> str:
        return alternatives({word for role in FACT_ROLES for word in self._columns[role]})

    @cached_property
    def _attribute(self) -> re.Pattern[str]:
        return re.compile(rf"^({self._fact_words})\s*:\s*(\S.*)?$", re.IGNORECASE | re.DOTALL)

    @cached_property
    def _fact(self) -> re.Pattern[str]:
        """A fact's word with its colon: first in the text, after a sign, or with a capital."""
        before = r"^|(?<=[.;,|·•–(/])\s*|\s+(?=(?-i:[A-ZÆØÅÄÖ]))"
        return re.compile(rf"(?:{before})(?P<word>{self._fact_words})\s*:\s*", re.IGNORECASE)

    def facts(self, text: str) -> tuple[Fact, ...]:
        """All facts of "Ansvar: Rektor. Frist: 2026. Kostnad: 40 000", in order."""
        matches = list(self._fact.finditer(text)) if ":" in text else []
        ends = [match.start() for match in matches[1:]] + [len(text)] * bool(matches)
        return tuple(
            Fact(
                self._roles[match["word"].casefold()],
                _value(text[match.end() : end]),
                match.start(),
            )
            for match, end in zip(matches, ends, strict=True)
        )

    def attribute(self, text: str) -> tuple[str, str] | None:
        """("responsible", "Rektor") of "Ansvar: Rektor"; the value may be empty."""
        match = self._attribute.match(text) if ":" in text else None
        if match is None:
            return None
        return self._roles[match[1].casefold()], (match[2] or "").strip()


def _value(text: str) -> str:
    value = text.strip(_SIGNS_AROUND).removesuffix(" (")
    if not value:
        return "–" if "–" in text else ""  # "Kostnad: –" says that nothing is said
    if _OPEN_END.search(text):
        value += "–"
    return value.rstrip(")") if value.count(")") > value.count("(") else value
