"""Heads of columns: "Ansvarleg eining", "Budsjett 2026 (1000 kr)", "Strategi/tiltak".

Habits read: the word itself; a head that begins or ends with one; two joined; a word cut short
("Ansv."); a question ("Hva koster det?"); a year or a unit, which are about money.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tiltak.reading.money_heads import is_money, is_unit_alone
from tiltak.reading.vocabulary.clues import Clues
from tiltak.reading.vocabulary.level_words import LevelWords
from tiltak.reading.vocabulary.own_words import AROUND
from tiltak.reading.vocabulary.patterns import YEARS, alternatives

_WHO_AND_WHEN = {"responsible", "time"}
_LEVELS_OF_HEADS = {"focus_area", "theme", "sub_goal", "strategy", "measure"}
_SHORTEST_STEM = 4
_SHORT_WORD = 4
_UNIT_IN_HEAD = re.compile(
    r"\(([^)]*)\)|\bi\s+(1\s?000|heile|hele|tusen|mill\w*|mnok|tkr)\b.*", re.IGNORECASE
)
# "Budsjett 2026", not "Sum 2026–2029"
_YEAR_HEAD = re.compile(r"^(?:\w+[\s:]+)?((?:19|20)\d\d)\b(?!\s*[-–/]\s*\d\d)")
_JOINTS_OF_HEAD = re.compile(r"\s*(?:/|&|[-–]|\bog\b|\band\b|\boch\b)\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """What a column head says: role, the year its amounts are for, the unit they are in.

    `also`: the second role of a column that holds who and when ("Ansvar/frist").
    """

    role: str | None
    year: int | None = None
    unit: str | None = None
    also: str | None = None


class HeadWords:
    """Finds what a column is about."""

    def __init__(
        self,
        columns: Mapping[str, tuple[str, ...]],
        words: Mapping[str, Any],
        levels: LevelWords,
        clues: Clues,
    ) -> None:
        """`columns`: role → words; `words`: the other words of the vocabulary by section."""
        self._columns = columns
        self._words = words
        self._levels = levels
        self._clues = clues

    @cached_property
    def by_word(self) -> dict[str, str]:
        """Word → role; a word under two roles means the first."""
        found: dict[str, str] = {}
        for role, words in self._columns.items():
            for word in words:
                found.setdefault(word, role)
        return found

    def head(self, text: str) -> Head:
        """The role of a column from its head. Exact words first, then a head that begins with one."""
        if is_unit_alone(text, self._words["amount"]):
            return Head("budget", None, text.strip())
        unit = _UNIT_IN_HEAD.search(text) or self._bare_unit.search(text)
        year = _YEAR_HEAD.match(text.strip())
        name = self.head_words(self._bare_unit.sub("", text))
        role = self.column_role(name) or self.by_word.get(name.replace(" / ", "/"))
        role = role or self._abbreviated(text)
        if role is None and name:
            role = self._role_by_part(name) or self._role_of_level(name)
        says = (unit[1] or unit[2]) if unit else None
        amount = self._words["amount"]
        if role is None and says and (is_money(says, amount) or is_unit_alone(says, amount)):
            role = "budget"
        if year and role in (None, "budget", "measure") and _only_year(name, role):
            return Head("budget", int(year[1]), says)
        return Head(role, None, says, self._also(name) if role in _WHO_AND_WHEN else None)

    def _also(self, name: str) -> str | None:
        roles = [self.by_word.get(part) for part in _JOINTS_OF_HEAD.split(name)]
        return roles[1] if set(roles) == _WHO_AND_WHEN else None

    def _role_of_question(self, name: str) -> str | None:
        """ "Hva koster det" is about money, "Hva vil vi oppnå" about goals."""
        costs = tuple(self._words["questions"]["costs"])
        if any(word.startswith(costs) for word in name.split()):
            return "budget"
        return self._clues.level(name)

    def _role_of_level(self, name: str) -> str | None:
        """A level word that no head is known by: "Projekt"."""
        level = self._levels.by_word.get(name)
        return level if level in self._columns else None

    @cached_property
    def _bare_unit(self) -> re.Pattern[str]:
        """A unit behind a year or a word for money: "2026 £000", "Kostnad tkr"."""
        names = [w for w in self._words["amount"]["currencies"] if len(w) > 1 or not w.isalpha()]
        names += [w for key in ("million", "thousand") for w in self._words["amount"][key]]
        units = alternatives(word for word in names if len(word) > 1 or not word.isalpha())
        unit = rf"(?:{units}|[£€$]?\s?['’]?0{{3}}s?|[£€$]\s?[km]|1[\s.]?000\s*kr\.?)"
        return re.compile(rf"(?<=[\w.]),?\s+()(({unit}(?:\s+{unit})?))\.?$", re.IGNORECASE)

    def head_words(self, text: str) -> str:
        """The words of a column head in lower case, without its years and its unit."""
        name = re.sub(rf"\b{YEARS}\b", "", _UNIT_IN_HEAD.sub("", text))
        return " ".join(name.casefold().split()).strip(AROUND)

    def column_role(self, words: str) -> str | None:
        """The role of exactly these words as a column head ("prosjekt/tiltak" → "measure")."""
        return self.by_word.get(words.casefold().strip(AROUND)) or self._abbreviated(words)

    def _abbreviated(self, words: str) -> str | None:
        """The role of one cut word: "Ansv." begins words of one role only."""
        name = words.strip(" :*").casefold()
        return self._stems.get(name[:-1]) if name.endswith(".") else None

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Beginnings of the words for columns → the role of the shortest word: "Gjennomf." is cut
        from "gjennomføring" rather than from "gjennomføringsstatus"."""
        found: dict[str, str] = {}
        words = (word for word in self.by_word if " " not in word)
        for word in sorted(words, key=len):
            for size in range(_SHORTEST_STEM, len(word)):
                found.setdefault(word[:size], self.by_word[word])
        return found

    def _role_by_part(self, name: str) -> str | None:
        words = re.split(r"[\s/,]+", name)
        if len(words) > 6 or words[0] in self._words["questions"]["counts"]:
            return None  # "Antall tiltak" counts them
        if words[0] in self._words["questions"]["what"]:
            return self._role_of_question(name)
        if (joint := self._joint_role(name)) is not None:
            return joint
        for size in (3, 2, 1):
            if (role := self.by_word.get(" ".join(words[:size]))) and size < len(words):
                return "measure" if self._describes_measure(words, role) else role
        if len(words) > 1:
            return self.by_word.get(words[-1])
        return None

    def _joint_role(self, name: str) -> str | None:
        """ "Strategi/tiltak" names the measures, "Start/slutt" the time, by both words."""
        parts = _JOINTS_OF_HEAD.split(name)
        roles = {self.by_word.get(part) for part in parts}
        if len(roles) < 2 or None in roles:
            return None
        if roles == {"start", "end"}:
            return "time"
        return "measure" if "measure" in roles and roles <= _LEVELS_OF_HEADS else None

    def _describes_measure(self, words: list[str], role: str) -> bool:
        """ "Beskrivelse av tiltaket" is the measure, however it is bent."""
        if role not in ("note", "text") or words[0] not in self._words["columns_of_text"]["words"]:
            return False
        known = [word for word in self._columns["measure"] if len(word) > _SHORT_WORD]
        return any(word.startswith(tuple(known)) for word in words[1:])


def _only_year(name: str, role: str | None) -> bool:
    """A head that is a year and perhaps a word for money, not "Tiltak 2018"."""
    return role == "budget" or (role is None and not name)
