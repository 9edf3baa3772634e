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
# what a name has behind it: "Kostnad (1000 kr):", "Kostnad i tkr:", "Ansvar (hovud):", "Budsjett 2026:"
_REMARK = (
    r"(?P<remark>\s*\((?!(?-i:[A-ZÆØÅÄÖ]{2}))[^():]{1,24}\)"
    r"|\s+i[n ]?\s?(?:hei?le\s|hela\s)?(?:1[\s.]?000|tusen|tkr|mill\w*|mnok|mkr|nok|kr)\.?(?:\skr\w*\.?)?"
    r"|\s+(?:19|20)\d\d(?=\s*:\s*\S))?"
)
FACT_ROLES = ("responsible", "partners", "time", "budget", "state", "funder", "start", "end")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in running text: what it is about (a column's role), its value, where it begins.

    `also`: what else it is about, where one name says both who and when. `remark`: what stands
    behind its name, "(1000 kr)" for one.
    """

    role: str
    value: str
    start: int
    also: str | None = None
    remark: str = ""


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
    def _names(self) -> str:
        """A name of a fact, or two of who and when: "Ansvar/frist", "Tid og ansvar"."""
        who, when = (alternatives(self._columns[role]) for role in ("responsible", "time"))
        joint = r"\s?(?:/|\+|&|,|\s(?:og|och|and)\s)\s?"
        both = rf"(?P<first>{who}|{when}){joint}(?P<also>{who}|{when})"
        return rf"(?:(?P<word>{self._fact_words})|{both}){_REMARK}\s*:\s*"

    @cached_property
    def _attribute(self) -> re.Pattern[str]:
        return re.compile(rf"^{self._names}(?P<value>\S.*)?$", re.IGNORECASE | re.DOTALL)

    @cached_property
    def _fact(self) -> re.Pattern[str]:
        """A fact's word with its colon: first in the text, after a sign, or with a capital."""
        before = r"^|(?<=[.;,|·•–(/])\s*|\s+(?=(?-i:[A-ZÆØÅÄÖ]))"
        return re.compile(rf"(?:{before}){self._names}", re.IGNORECASE)

    def facts(self, text: str) -> tuple[Fact, ...]:
        """All facts of "Ansvar: Rektor. Frist: 2026. Kostnad: 40 000", in order."""
        matches = list(self._fact.finditer(text, 0, _end_of_names(text)))
        ends = [match.start() for match in matches[1:]] + [len(text)] * bool(matches)
        return tuple(
            Fact(
                *(self._role(match), _value(text[match.end() : end]), match.start()),
                also=self._roles[match["also"].casefold()] if match["also"] else None,
                remark=(match["remark"] or "").strip(),
            )
            for match, end in zip(matches, ends, strict=True)
        )

    def attribute(self, text: str) -> tuple[str, str] | None:
        """("responsible", "Rektor") of "Ansvar: Rektor"; the value may be empty."""
        match = self._attribute.match(text) if ":" in text else None
        if match is None:
            return None
        return self._role(match), (match["value"] or "").strip()

    def _role(self, match: re.Match[str]) -> str:
        return self._roles[(match["word"] or match["first"]).casefold()]


def _end_of_names(text: str) -> int:
    """Where the last name of a fact may end, with the first sign of its value: after it no place is
    tried, and most of a long text stands there."""
    last = text.rfind(":") + 1
    return len(text) - len(text[last:].lstrip()) + 1 if last else 0


def _value(text: str) -> str:
    value = text.strip(_SIGNS_AROUND).removesuffix(" (")
    if not value:
        return "–" if "–" in text else ""  # "Kostnad: –" says that nothing is said
    if _OPEN_END.search(text):
        value += "–"
    return value.rstrip(")") if value.count(")") > value.count("(") else value
