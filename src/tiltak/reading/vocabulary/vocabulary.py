"""All words of plans, asked by the rules."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, TypeVar

from tiltak.reading.vocabulary.clues import Clues
from tiltak.reading.vocabulary.fact_words import Fact, FactWords
from tiltak.reading.vocabulary.head_words import Head, HeadWords
from tiltak.reading.vocabulary.level_words import Label, LevelWords
from tiltak.reading.vocabulary.loading import load
from tiltak.reading.vocabulary.own_words import with_own
from tiltak.reading.vocabulary.patterns import alternatives

Made = TypeVar("Made")


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

    def once(self, make: "Callable[[Vocabulary], Made]") -> Made:
        """What a function makes of these words, made once: a pattern that every cell is read with."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def _level_words(self) -> LevelWords:
        return LevelWords(self.levels, self.words["labels"])

    @cached_property
    def _clues(self) -> Clues:
        return Clues(self.words["clues"])

    @cached_property
    def _heads(self) -> HeadWords:
        return HeadWords(self.columns, self.words, self._level_words, self._clues)

    @cached_property
    def _facts(self) -> FactWords:
        return FactWords(self.columns, self._heads.by_word)

    def label(self, text: str) -> Label | None:
        """The level word a text begins with, if the text is a label or a labelled sentence."""
        return self._level_words.label(text)

    def level_of(self, word: str) -> str | None:
        """The level that exactly this word names, in any case ("Tiltak" → "measure")."""
        return self._level_words.level_of(word)

    def clue(self, words: str) -> str | None:
        """The level that repeated words of no list hint at: "hva gjør vi" → "measure"."""
        return self._clues.level(words)

    def hints_at_nothing(self, words: str) -> bool:
        """Whether repeated words are about how things are ("Status"), so about no level."""
        return self._clues.hints_at_nothing(words)

    def facts(self, text: str) -> tuple[Fact, ...]:
        """All facts of "Ansvar: Rektor. Frist: 2026. Kostnad: 40 000", in order."""
        return self._facts.facts(text)

    def attribute(self, text: str) -> tuple[str, str] | None:
        """("responsible", "Rektor") of "Ansvar: Rektor"; the value may be empty."""
        return self._facts.attribute(text)

    def head(self, text: str) -> Head:
        """The role of a column from its head. Exact words first, then a head that begins with one."""
        return self._heads.head(text)

    def head_words(self, text: str) -> str:
        """The words of a column head in lower case, without its years and its unit."""
        return self._heads.head_words(text)

    def column_role(self, words: str) -> str | None:
        """The role of exactly these words as a column head ("prosjekt/tiltak" → "measure")."""
        return self._heads.column_role(words)

    @cached_property
    def unfinished(self) -> frozenset[str]:
        """Words a finished line does not end in."""
        return frozenset(self.words["unfinished"]["words"])

    @cached_property
    def sum_row(self) -> re.Pattern[str]:
        """A row that adds up others: "Sum", "Totalt for området", "Sum strategi A"."""
        return re.compile(rf"^(?:{alternatives(self.words['table']['sums'])})\b", re.IGNORECASE)


@cache
def _load() -> Vocabulary:
    words = load()
    return Vocabulary(words.levels, words.columns, words.words, words.preferred)
