"""Values of cells and facts, read with what the document says: its abbreviations and years.

Habit read: a document explains once what "FK" stands for, which years it is for and what it pays
with, and leaves that out everywhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from tiltak.planfile.model import Budget, Parties, Time
from tiltak.reading.structure.reasons import PARTY_CUT, SEVERAL_AMOUNTS, YEARS_INFERRED
from tiltak.reading.values.amounts import money, parse_budget, without_year
from tiltak.reading.values.amounts_by_payer import split_by_payer
from tiltak.reading.values.figures import plain
from tiltak.reading.values.parties import is_somebody, split_parties
from tiltak.reading.values.times import parse_time
from tiltak.reading.vocabulary import Vocabulary

_DIGITS_OF_ONE = 3


@dataclass
class ValueReader:
    """Reads values with what the document says: its abbreviations, years and currency.

    A table repeats few parties, times and amounts in many rows: each is read once.
    """

    vocabulary: Vocabulary
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    plan_years: tuple[int, ...] = ()
    currency: str | None = "NOK"
    known_parties: frozenset[str] = frozenset()
    brackets_name_parties: bool = False
    lone_brackets_name_parties: bool = False
    bracket_roles: tuple[str, ...] = ()
    _parties: dict[str, Parties] = field(default_factory=dict)
    _times: dict[str, Time] = field(default_factory=dict)
    _spans: dict[tuple[str, str], Time] = field(default_factory=dict)
    _budgets: dict[tuple[str, int | None], tuple[Budget, bool]] = field(default_factory=dict)
    _lines: dict[tuple[str, int | None], tuple[Budget, ...]] = field(default_factory=dict)

    def parties(self, raw: str) -> tuple[Parties, list[str]]:
        """The parties of a cell and what to warn about."""
        found = self._parties.get(raw)
        if found is None:
            found = self._parties[raw] = split_parties(
                raw,
                vocabulary=self.vocabulary,
                abbreviations=self.abbreviations,
                known=self.known_parties,
            )
        return found, [PARTY_CUT] if raw.rstrip().endswith((",", "/")) else []

    def time(self, raw: str) -> tuple[Time, list[str]]:
        """The time of a cell and what to warn about."""
        found = self._times.get(raw)
        if found is None:
            found = self._times[raw] = parse_time(
                raw, vocabulary=self.vocabulary, plan_years=self.plan_years
            )
        return found, [YEARS_INFERRED] if found.years_inferred else []

    def time_between(self, begins: str, ends: str) -> Time:
        """The time from what one cell says to what another does; either may be empty."""
        known = self._spans.get((begins, ends))
        if known is None:
            known = self._spans[begins, ends] = self._span(begins, ends)
        return known

    def _span(self, begins: str, ends: str) -> Time:
        raw = "/".join(text for text in (begins, ends) if text)
        first, last = self.time(begins)[0].years, self.time(ends)[0].years
        years = first or last
        if first and last and first[0] <= last[-1]:
            years = tuple(range(first[0], last[-1] + 1))
        return replace(self.time(raw)[0], raw=raw or None, years=years)

    def budget(self, raw: str, unit: int | None = None) -> tuple[Budget, list[str]]:
        """The amount of a cell and what to warn about."""
        known = self._budgets.get((raw, unit))
        if known is None:
            found = parse_budget(raw, vocabulary=self.vocabulary, unit=unit, currency=self.currency)
            known = found, self._is_one_of_several(raw, unit, found)
            self._budgets[raw, unit] = known
        budget, is_one_of_several = known
        return budget, [SEVERAL_AMOUNTS] if is_one_of_several else []

    def _is_one_of_several(self, raw: str, unit: int | None, read: Budget) -> bool:
        """Whether a cell has more amounts than the one read from it."""
        if read.per_year or sum(char.isdigit() for char in raw) <= _DIGITS_OF_ONE:
            return False
        text = without_year(plain(" ".join(raw.split()), self.vocabulary))
        return len(money(text, unit, self.vocabulary)) > 1

    def budgets(self, raw: str, unit: int | None = None) -> tuple[tuple[Budget, ...], list[str]]:
        """The budget lines of a cell, one for each who pays, and what to warn about."""
        whole, warnings = self.budget(raw, unit)
        if not warnings:
            return (whole,), []
        known = self._lines.get((raw, unit))
        if known is None:
            known = self._lines[raw, unit] = self._by_payer(raw, unit) or (whole,)
        return known, warnings

    def _by_payer(self, raw: str, unit: int | None) -> tuple[Budget, ...]:
        lines = split_by_payer(
            raw, vocabulary=self.vocabulary, pays=self._pays, unit=unit, currency=self.currency
        )
        return tuple(replace(one, funder=self._unfolded(one.funder)) for one in lines)

    def payer_or_kind(self, name: str) -> dict[str, str | None]:
        """What a name over an amount is of its budget line: who pays, or what the money is for."""
        return {"funder": self._unfolded(name)} if self._pays(name) else {"kind": name}

    def _pays(self, name: str) -> bool:
        """Whether a name beside an amount is somebody's: "Innovasjon Norge", "fylket"."""
        words = name.split()
        is_proper = len(words) > 1 and all(word[0].isupper() for word in words)
        return is_proper or is_somebody(
            name, self.vocabulary, self.abbreviations, self.known_parties
        )

    def _unfolded(self, name: str | None) -> str | None:
        return self.abbreviations.get(name, name) if name else None
