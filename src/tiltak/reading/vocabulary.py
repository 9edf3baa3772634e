"""The words plans use: loaded from vocabulary.toml, extended by a council, asked by the rules.

Shared by reading and writing: a reader asks what a word means, a writer which word to use.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from tiltak.reading.money_heads import is_money, is_unit_alone
from tiltak.reading.own_words import AROUND, with_own

LEVELS = ("focus_area", "theme", "overall_goal", "sub_goal", "strategy", "measure", "part")
CONTAINER = "container"
_WHO_AND_WHEN = {"responsible", "time"}
_LEVELS_OF_HEADS = {"focus_area", "theme", "sub_goal", "strategy", "measure"}
FACT_ROLES = ("responsible", "partners", "time", "budget", "state", "funder", "start", "end")

_SHORTEST_STEM = 4
_LEVEL_OF_CLUE = {"measure": "measure", "goal": "sub_goal"}
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-ZÆØÅ]|[IVX]{1,5})"
_YEARS = r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?"
_UNIT_IN_HEAD = re.compile(
    r"\(([^)]*)\)|\bi\s+(1\s?000|heile|hele|tusen|mill\w*|mnok|tkr)\b.*", re.IGNORECASE
)
_SHORT_WORD = 4
_LETTERS = re.compile(r"[^\W\d_]+")
# "Tiltak (beløp i 1000 kr)": a remark behind a level word that stands alone
_IN_BRACKETS = re.compile(r"^\([^()]*\):?$")
# "Budsjett 2026", not "Sum 2026–2029"
_YEAR_HEAD = re.compile(r"^(?:\w+[\s:]+)?((?:19|20)\d\d)\b(?!\s*[-–/]\s*\d\d)")
_JOINTS_OF_HEAD = re.compile(r"\s*(?:/|&|[-–]|\bog\b|\band\b|\boch\b)\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A level word at the start of a text.

    "Delmål" alone has neither number, title nor rest; "Strategi A: Samla krefter" has number
    "A" and rest; "Mål 1 Veg: Alle skal fram" has title "Veg" too. `level` is one of LEVELS or
    `container` (several levels at once: "Mål og strategiar"). `own`: no word of any list, but a
    line that the plan repeats.
    """

    level: str
    word: str
    number: str | None = None
    title: str | None = None
    rest: str | None = None
    own: bool = False

    @property
    def alone(self) -> bool:
        """Nothing but the word."""
        return self.number is None and self.rest is None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in running text: what it is about (a column's role), its value, where it begins."""

    role: str
    value: str
    start: int


@dataclass(frozen=True, slots=True)
class Head:
    """What a column head says: role, the year its amounts are for, the unit they are in.

    `also`: the second role of a column that holds who and when ("Ansvar/frist").
    """

    role: str | None
    year: int | None = None
    unit: str | None = None
    also: str | None = None


@dataclass(frozen=True)
class Vocabulary:
    """All words by their use. `levels` and `columns`: role → words; `words`: the rest by section."""

    levels: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Any]
    preferred: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def default(cls) -> "Vocabulary":
        """The words that come with the program."""
        return _load()

    def with_words(
        self,
        *,
        levels: Mapping[str, Iterable[str]] | None = None,
        columns: Mapping[str, Iterable[str]] | None = None,
    ) -> "Vocabulary":
        """This vocabulary with a council's own words for levels and columns added."""
        return Vocabulary(
            levels=with_own(self.levels, levels or {}),
            columns=with_own(self.columns, columns or {}),
            words=self.words,
            preferred=self.preferred,
        )

    def level_word(self, level: str, language: str) -> str:
        """The word a writer uses for a level: ("measure", "sv") → "åtgärd"."""
        return self.preferred.get((level, language)) or self.preferred[level, "nn"]

    def list_of(self, section: str, key: str) -> tuple[str, ...]:
        """The words under `[section] key`."""
        return tuple(self.words[section][key])

    @cached_property
    def _level_of(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for level in LEVELS:
            for word in self.levels.get(level, ()):
                found.setdefault(word, level)
        return found

    @cached_property
    def _label(self) -> re.Pattern[str]:
        words = alternatives(self._level_of)
        joints = alternatives(self.list_of("labels", "joints"))
        leads = alternatives(self.list_of("labels", "leads"))
        tails = alternatives(self.list_of("labels", "tails"))
        return re.compile(
            rf"""^(?:(?:{leads})\s+)*
            (?P<words>(?:{words})(?:\s*(?:{joints})\s*(?:{words}))*)(?=[\s:.?–]|-(?!\s*(?:{joints}))|$)
            (?:\s+(?P<number>(?-i:{_NUMBER}))(?=[\s:.)–-]|$)[.)]?)?
            (?:\s+(?:{tails})(?=[\s:.?]|$))?(?:\s+{_YEARS})?
            (?P<tail>.*)$""",
            re.IGNORECASE | re.VERBOSE | re.DOTALL,
        )

    def label(self, text: str) -> Label | None:
        """The level word a text begins with, if the text is a label or a labelled sentence."""
        match = self._label.match(text)
        if match is None:
            return None
        level = self._joint_level(match["words"])
        return _label_from(match, level)

    def _joint_level(self, words: str) -> str:
        whole = words.casefold()
        if whole in self._level_of:
            return self._level_of[whole]
        parts = re.split(r"\s*(?:/|,|&|-|\bog\b|\band\b|\boch\b|\beller\b|\bor\b)\s*", whole)
        levels = {self._level_of[part] for part in parts if part in self._level_of}
        if "measure" in levels:
            return "measure"
        return levels.pop() if len(levels) == 1 else CONTAINER

    def clue(self, words: str) -> str | None:
        """The level that repeated words of no list hint at: "hva gjør vi" → "measure"."""
        folded = " ".join(["", *_LETTERS.findall(words.casefold()), ""])
        if self.hints_at_nothing(words):
            return None
        for hint in ("measure", "goal"):
            if any(f" {word} " in folded for word in self.list_of("clues", hint)):
                return _LEVEL_OF_CLUE[hint]
        for hint in ("goal", "measure"):
            ends = self.list_of("clues", f"{hint}_ends")
            if any(word.endswith(ends) for word in folded.split()):
                return _LEVEL_OF_CLUE[hint]
        return None

    def hints_at_nothing(self, words: str) -> bool:
        """Whether repeated words are about how things are ("Status"), so about no level."""
        folded = " ".join(["", *_LETTERS.findall(words.casefold()), ""])
        return any(f" {word} " in folded for word in self.list_of("clues", "none"))

    @cached_property
    def _fact_words(self) -> str:
        return alternatives({word for role in FACT_ROLES for word in self.columns[role]})

    @cached_property
    def _attribute(self) -> re.Pattern[str]:
        return re.compile(rf"^({self._fact_words})\s*:\s*(\S.*)?$", re.IGNORECASE | re.DOTALL)

    @cached_property
    def _fact(self) -> re.Pattern[str]:
        """A fact's word with its colon: first in the text, after a sign, or with a capital."""
        before = r"^|(?<=[.;,|·•–(/])\s*|\s+(?=(?-i:[A-ZÆØÅÄÖ]))"
        return re.compile(rf"(?:{before})(?P<word>{self._fact_words})\s*:\s*", re.IGNORECASE)

    def facts(self, text: str) -> tuple["Fact", ...]:
        """All facts of "Ansvar: Rektor. Frist: 2026. Kostnad: 40 000", in order."""
        matches = list(self._fact.finditer(text)) if ":" in text else []
        ends = [match.start() for match in matches[1:]] + [len(text)] * bool(matches)
        return tuple(
            Fact(
                self._column_of[match["word"].casefold()],
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
        return self._column_of[match[1].casefold()], (match[2] or "").strip()

    @cached_property
    def _column_of(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for role, words in self.columns.items():
            for word in words:
                found.setdefault(word, role)
        return found

    def head(self, text: str) -> Head:
        """The role of a column from its head. Exact words first, then a head that begins with one."""
        if is_unit_alone(text, self.words["amount"]):
            return Head("budget", None, text.strip())
        unit = _UNIT_IN_HEAD.search(text) or self._bare_unit.search(text)
        year = _YEAR_HEAD.match(text.strip())
        name = self.head_words(self._bare_unit.sub("", text))
        role = self.column_role(name) or self._column_of.get(name.replace(" / ", "/"))
        role = role or self._abbreviated(text)
        if role is None and name:
            role = self._role_by_part(name) or self._role_of_level(name)
        says = (unit[1] or unit[2]) if unit else None
        if role is None and says and is_money(says, self.words["amount"]):
            role = "budget"
        if year and role in (None, "budget", "measure") and _only_year(name, role):
            return Head("budget", int(year[1]), says)
        return Head(role, None, says, self._also(name) if role in _WHO_AND_WHEN else None)

    def _also(self, name: str) -> str | None:
        roles = [self._column_of.get(part) for part in _JOINTS_OF_HEAD.split(name)]
        return roles[1] if set(roles) == _WHO_AND_WHEN else None

    def _role_of_question(self, name: str) -> str | None:
        """ "Hva koster det" is about money, "Hva vil vi oppnå" about goals."""
        costs = self.list_of("questions", "costs")
        if any(word.startswith(costs) for word in name.split()):
            return "budget"
        return self.clue(name)

    def _role_of_level(self, name: str) -> str | None:
        """A level word that no head is known by: "Projekt"."""
        level = self._level_of.get(name)
        return level if level in self.columns else None

    @cached_property
    def _bare_unit(self) -> re.Pattern[str]:
        """A unit behind a year or a word for money: "2026 £000", "Kostnad tkr"."""
        names = [w for w in self.words["amount"]["currencies"] if len(w) > 1 or not w.isalpha()]
        names += [w for key in ("million", "thousand") for w in self.list_of("amount", key)]
        units = alternatives(word for word in names if len(word) > 1 or not word.isalpha())
        unit = rf"(?:{units}|[£€$]?\s?['’]?0{{3}}s?|[£€$]\s?[km]|1[\s.]?000\s*kr\.?)"
        return re.compile(rf"(?<=[\w.]),?\s+()(({unit}(?:\s+{unit})?))\.?$", re.IGNORECASE)

    def head_words(self, text: str) -> str:
        """The words of a column head in lower case, without its years and its unit."""
        name = re.sub(rf"\b{_YEARS}\b", "", _UNIT_IN_HEAD.sub("", text))
        return " ".join(name.casefold().split()).strip(AROUND)

    def level_of(self, word: str) -> str | None:
        """The level that exactly this word names, in any case ("Tiltak" → "measure")."""
        return self._level_of.get(" ".join(word.casefold().split()))

    def column_role(self, words: str) -> str | None:
        """The role of exactly these words as a column head ("prosjekt/tiltak" → "measure")."""
        return self._column_of.get(words.casefold().strip(AROUND)) or self._abbreviated(words)

    def _abbreviated(self, words: str) -> str | None:
        """The role of one cut word: "Ansv." begins words of one role only."""
        name = words.strip(" :*").casefold()
        return self._stems.get(name[:-1]) if name.endswith(".") else None

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Beginnings of the words for columns → the role of the shortest word: "Gjennomf." is cut
        from "gjennomføring" rather than from "gjennomføringsstatus"."""
        found: dict[str, str] = {}
        words = (word for word in self._column_of if " " not in word)
        for word in sorted(words, key=len):
            for size in range(_SHORTEST_STEM, len(word)):
                found.setdefault(word[:size], self._column_of[word])
        return found

    def _role_by_part(self, name: str) -> str | None:
        words = re.split(r"[\s/,]+", name)
        if len(words) > 6 or words[0] in self.list_of("questions", "counts"):
            return None  # "Antall tiltak" counts them
        if words[0] in self.list_of("questions", "what"):
            return self._role_of_question(name)
        if (joint := self._joint_role(name)) is not None:
            return joint
        for size in (3, 2, 1):
            if (role := self._column_of.get(" ".join(words[:size]))) and size < len(words):
                return "measure" if self._describes_measure(words, role) else role
        if len(words) > 1:
            return self._column_of.get(words[-1])
        return None

    def _joint_role(self, name: str) -> str | None:
        """ "Strategi/tiltak" names the measures, "Start/slutt" the time, by both words."""
        parts = _JOINTS_OF_HEAD.split(name)
        roles = {self._column_of.get(part) for part in parts}
        if len(roles) < 2 or None in roles:
            return None
        if roles == {"start", "end"}:
            return "time"
        return "measure" if "measure" in roles and roles <= _LEVELS_OF_HEADS else None

    def _describes_measure(self, words: list[str], role: str) -> bool:
        """ "Beskrivelse av tiltaket" is the measure, however it is bent."""
        if role not in ("note", "text") or words[0] not in self.list_of("columns_of_text", "words"):
            return False
        known = [word for word in self.columns["measure"] if len(word) > _SHORT_WORD]
        return any(word.startswith(tuple(known)) for word in words[1:])

    @cached_property
    def unfinished(self) -> frozenset[str]:
        """Words a finished line does not end in."""
        return frozenset(self.words["unfinished"]["words"])

    @cached_property
    def sum_row(self) -> re.Pattern[str]:
        """A row that adds up others: "Sum", "Totalt for området", "Sum strategi A"."""
        return re.compile(rf"^(?:{alternatives(self.words['table']['sums'])})\b", re.IGNORECASE)


def _only_year(name: str, role: str | None) -> bool:
    """A head that is a year and perhaps a word for money, not "Tiltak 2018"."""
    return role == "budget" or (role is None and not name)


def _label_from(match: re.Match[str], level: str) -> Label | None:
    word, number, tail = match["words"], match["number"], match["tail"].strip()
    tail = _IN_BRACKETS.sub("", tail)
    if tail in ("", ":", "?", ".", "-", "–", "?:"):
        return Label(level, word, number)
    colon = re.match(r"^(?:[:–]|-\s)\s*(.+)$", tail, re.DOTALL)
    if colon:
        return Label(level, word, number, rest=colon[1].strip())
    if number is None:
        if level in ("focus_area", "theme") and tail[0].isupper() and len(tail) <= 60:
            return Label(level, word, rest=tail) if match["words"][0].isupper() else None
        return None
    named = re.match(r"^([^:.]{2,60}):\s+(.+)$", tail, re.DOTALL)
    if named:
        return Label(level, word, number, title=named[1].strip(), rest=named[2].strip())
    return Label(level, word, number, rest=tail) if tail[0].isupper() else None


def _value(text: str) -> str:
    value = text.strip(" \n\t.;,|·•–")
    return value.rstrip(")") if value.count(")") > value.count("(") else value


def alternatives(words: Iterable[str]) -> str:
    """A part of a pattern that fits any of the words, the longest first."""
    return _alternatives(tuple(words))


@lru_cache(maxsize=512)
def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@cache
def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words, not as a part of a longer one."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


@cache
def _load() -> Vocabulary:
    raw = tomllib.loads(files("tiltak.reading").joinpath("vocabulary.toml").read_text("utf-8"))
    source = raw.pop("levels")
    levels = {
        level: tuple(dict.fromkeys(word for words in languages.values() for word in words))
        for level, languages in source.items()
    }
    preferred = {
        (level, language): words[0]
        for level, languages in source.items()
        for language, words in languages.items()
    }
    columns = {role: tuple(section["words"]) for role, section in raw.pop("columns").items()}
    return Vocabulary(levels=levels, columns=columns, words=raw, preferred=preferred)
