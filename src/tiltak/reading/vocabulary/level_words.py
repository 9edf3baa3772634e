"""Level words: "Delmål" alone, "Strategi A: …", "Mål og strategiar".

Habit read: a level word stands at the start of a text, alone or with a number, a title, or the
sentence it names; two of them may be joined.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tiltak.reading.vocabulary.patterns import YEARS, alternatives

LEVELS = ("focus_area", "theme", "overall_goal", "sub_goal", "strategy", "measure", "part")
CONTAINER = "container"
# "3:2" and "3-2" are the second of the third area
_NUMBER = (
    r"(?:\d{1,2}:\d{1,2}(?!\d)(?!\s\d)|\d{1,2}[-–]\d{1,2}(?=\s?[:)]|\s[–—])"
    r"|\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-ZÆØÅ]|[IVX]{1,5})"
)
# what typists use for a dash, a rule or a point between the number and the title
_DASHES = "–—―‒‐"
_SIGNS = f":{_DASHES}|•·"
# "Tiltak A1: Ope hus": a letter for the area, then a number
_CODE = rf"[A-ZÆØÅÄÖ]{{1,2}}[.-]?\d{{1,2}}(?:\.\d{{1,2}})?(?=\s*(?:[{_SIGNS}.)-]|$))"
_BEHIND_WORD = re.compile(rf"(?:[:{_DASHES}]|--?\s)\s*(.+)$", re.DOTALL)
# "Mål 1-Veg" and "Mål 1 | Veg"; "Mål 1-3" counts several
_BEHIND_NUMBER = re.compile(rf"(?:[{_SIGNS}]|--?\s|-(?=[^\W\d_]))\s*(.+)$", re.DOTALL)
# "Tiltak (beløp i 1000 kr)": a remark behind a level word that stands alone
_IN_BRACKETS = re.compile(r"^\([^()]*\):?$")


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


class LevelWords:
    """Finds them in texts."""

    def __init__(
        self, levels: Mapping[str, tuple[str, ...]], around: Mapping[str, Sequence[str]]
    ) -> None:
        """`levels`: level → words; `around`: what may stand before, between and behind them."""
        self._levels = levels
        self._around = around

    @cached_property
    def by_word(self) -> dict[str, str]:
        """Word → level; a word under two levels means the first."""
        found: dict[str, str] = {}
        for level in LEVELS:
            for word in self._levels.get(level, ()):
                found.setdefault(word, level)
        return found

    def level_of(self, word: str) -> str | None:
        """The level that exactly this word names, in any case ("Tiltak" → "measure")."""
        return self.by_word.get(" ".join(word.casefold().split()))

    @cached_property
    def _label(self) -> re.Pattern[str]:
        words = alternatives((*self.by_word, *self._numbered))
        joints = alternatives(self._around["joints"])
        leads = alternatives(self._around["leads"])
        tails = alternatives(self._around["tails"])
        numbers = alternatives(self._around["numbers"])
        # "Strategic objective" is a word of its own, though "strategic" may lead in others
        led = tuple(f"{lead} " for lead in self._around["leads"])
        begun = alternatives(word for word in self.by_word if word.startswith(led)) or "(?!)"
        return re.compile(
            rf"""^(?:(?!(?:{begun})(?!\w))(?:{leads})\s+)*
            (?P<words>(?:{words})(?:\s*(?:{joints})\s*(?:{words}))*)(?=[\s:.?{_DASHES}]|-(?!\s*(?:{joints}))|$)
            (?:\s+(?:(?:{numbers})\s*)?(?P<number>(?-i:{_CODE}|{_NUMBER}))(?=[\s:.){_SIGNS}-]|$)[.)]?)?
            (?:\s+(?:{self._of_areas}|{tails})(?=[\s:.?]|$))?(?:\s+{YEARS})?
            (?P<tail>.*)$""",
            re.IGNORECASE | re.VERBOSE | re.DOTALL,
        )

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first two letters of every label."""
        every = (*self.by_word, *self._numbered, *self._around["leads"])
        return frozenset(word[:2].casefold() for word in every)

    @cached_property
    def _numbered(self) -> frozenset[str]:
        """Words that name a measure only where they are counted: "Uppdrag" is a mandate as well."""
        return frozenset(self._around["numbered_measures"]) - self.by_word.keys()

    @property
    def _of_areas(self) -> str:
        """ "for satsingsområda", "for each focus area": for all areas, whichever they are."""
        words = (*self._levels["focus_area"], *self._levels["theme"])
        areas = alternatives(word.removesuffix("e") for word in words)
        of, each = alternatives(self._around["of"]), alternatives(self._around["each"])
        return rf"(?:{of})\s+(?:(?:{each})\s+)*(?:{areas})[aenrst]{{0,5}}"

    def label(self, text: str) -> Label | None:
        """The level word a text begins with, if the text is a label or a labelled sentence."""
        if self._beginnings.isdisjoint((text[:1].casefold(), text[:2].casefold())):
            return None  # said of most texts without trying every word
        match = self._label.match(text)
        if match is None:
            return None
        if match["words"].casefold() in self._numbered:
            found = _label_from(match, "measure")
            return found if found is not None and found.number and found.rest else None
        level = self._joint_level(match["words"])
        return _label_from(match, level)

    def _joint_level(self, words: str) -> str:
        whole = words.casefold()
        if whole in self.by_word:
            return self.by_word[whole]
        parts = re.split(r"\s*(?:/|,|&|-|\bog\b|\band\b|\boch\b|\beller\b|\bor\b)\s*", whole)
        levels = {self.by_word[part] for part in parts if part in self.by_word}
        if "measure" in levels:
            return "measure"
        return levels.pop() if len(levels) == 1 else CONTAINER


def _label_from(match: re.Match[str], level: str) -> Label | None:
    word, number, tail = match["words"], match["number"], match["tail"].strip()
    tail = _IN_BRACKETS.sub("", tail)
    if tail in ("", "?:", *":?.-", *_DASHES):
        return Label(level, word, number)
    behind = _BEHIND_NUMBER if number is not None else _BEHIND_WORD
    if title := behind.match(tail):
        return Label(level, word, number, rest=title[1].strip())
    if number is None:
        if level in ("focus_area", "theme") and tail[0].isupper() and len(tail) <= 60:
            return Label(level, word, rest=tail) if match["words"][0].isupper() else None
        return None
    named = re.match(r"^([^:.]{2,60}):\s+(.+)$", tail, re.DOTALL)
    if named:
        return Label(level, word, number, title=named[1].strip(), rest=named[2].strip())
    return Label(level, word, number, rest=tail) if tail[0].isupper() else None
