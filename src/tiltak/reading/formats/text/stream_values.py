"""Values in a row written on one line: times, amounts, and where a measure ends and they begin."""

import re
from dataclasses import dataclass
from functools import cache

from tiltak.reading.values.figures import NUMBER
from tiltak.reading.vocabulary import Vocabulary

# a dash where an amount could stand
NOTHING = re.compile(r"[-–—](?!\S)")
_YEARS = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?"
_LONGEST_PARTY = 70


@dataclass(frozen=True, slots=True)
class Values:
    """Patterns for the values of a row, anchored at the beginning of a text.

    `unfinished` are words no text ends in.
    """

    time: re.Pattern[str]
    amount: re.Pattern[str]
    unfinished: frozenset[str]

    @staticmethod
    @cache
    def of(
        seasons: tuple[str, ...],
        ongoing: tuple[str, ...],
        frame: tuple[str, ...],
        money: tuple[str, ...],
        unfinished: frozenset[str],
    ) -> "Values":
        """The patterns with some words."""

        def words(them: tuple[str, ...]) -> str:
            return "|".join(re.escape(w) for w in sorted(them, key=len, reverse=True))

        season = rf"(?:(?:\d\.\s)?(?:{words(seasons)})\s+)"
        time = rf"(?:{season}?{_YEARS}|(?:{words(ongoing)}))(?![\w,])"
        number = rf"(?:{NUMBER})(?![\w%])"
        amount = rf"(?:(?:{words(money)})\s*{number}|{number}\s*(?:{words(money)})(?!\w)|\d{{1,3}}(?:[ \u00a0.]\d{{3}})+(?:,-+)?(?![\w%])|(?:{words(frame)})\s\w+)"
        return Values(
            re.compile(time, re.IGNORECASE), re.compile(amount, re.IGNORECASE), unfinished
        )

    @classmethod
    def from_words(cls, vocabulary: Vocabulary) -> "Values":
        """The patterns with the words of a vocabulary."""
        amount = vocabulary.words["amount"]
        return cls.of(
            tuple(vocabulary.list_of("time", "seasons")),
            tuple(vocabulary.list_of("time", "ongoing")),
            ("innanfor", "innenfor", "utanfor", "utenfor"),
            tuple(amount["currencies"]) + tuple(amount["million"]) + tuple(amount["thousand"]),
            vocabulary.unfinished,
        )

    def trailing(self, text: str) -> int | None:
        """Where the values begin in "… i Sogn 2018 250 000 SR": the last time that only values follow."""
        for match in reversed(list(self.time.finditer(text))):
            before, rest = text[: match.start()], text[match.end() :].strip()
            if not before.strip() or before[-1] not in " \t\u00a0":
                continue
            amount = self.amount.match(rest) or NOTHING.match(rest)
            party = rest[amount.end() :].strip() if amount else rest
            if party and (len(party) > _LONGEST_PARTY or not (party[0].isupper() or amount)):
                continue
            if party or amount or self._stands_apart(before):
                return match.start()
        return None

    def _stands_apart(self, before: str) -> bool:
        if before.endswith("  "):
            return True
        return before.rsplit(maxsplit=1)[-1].casefold() not in self.unfinished
