"""Facts about a measure in running text: "(ansvar: FK)", "Visit Fjord er prosjektansvarleg."."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from tiltak.planfile.model import Budget, Parties, PartyRole, Time
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.reasons import PARTY_CUT, SEVERAL_AMOUNTS, YEARS_INFERRED
from tiltak.reading.values.amounts import money, parse_budget
from tiltak.reading.values.amounts_by_payer import split_by_payer
from tiltak.reading.values.figures import plain
from tiltak.reading.values.parties import is_somebody, split_parties
from tiltak.reading.values.times import find_years, is_time, parse_time
from tiltak.reading.vocabulary import Fact, Vocabulary

_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$")
_APART = (".", ";", ",", "–", "|", "·")
_PARTY_AND_YEAR = re.compile(
    r"\((?:[A-ZÆØÅÄÖ][^()\d]{1,50},\s+(?:[^()\d,]{0,12}\s)?(?:19|20)\d\d[^()]{0,8}|"
    r"(?:19|20)\d\d[^(),]{0,8},\s+[A-ZÆØÅÄÖ][^()\d]{1,50})\)\s*\.?$"
)
_FEWEST_BRACKETS = 2
_LONGEST_PARTY = 50
_LONGEST_FACT = 70
_SHORT_SUM = 25
_LEAST_SUM = 1000
_DIGITS_OF_ONE = 3
_OF_MEASURES = {"responsible", "time", "end", "start", "budget"}
_FEWEST_FACTS = 2
_NEW_SENTENCE = re.compile(r"\w{4,}\.\s+[A-ZÆØÅÄÖ]")


def _may_be_party(text: str) -> bool:
    return text[:1].isupper() and len(text) <= _LONGEST_PARTY and not text.endswith(".")


def brackets_name_parties(texts: Iterable[str]) -> bool:
    """Whether several texts end in "(Kulturenheten, 2025)": who, and a year."""
    return sum(_PARTY_AND_YEAR.search(text) is not None for text in texts) >= _FEWEST_BRACKETS


def _is_short(value: str) -> bool:
    """A value of a fact rather than the running text that follows it."""
    return 2 <= len(value) <= _LONGEST_FACT and not _NEW_SENTENCE.search(value)


@dataclass
class FactReader:
    """Reads values with what the document says: its abbreviations, years and currency.

    A table repeats few parties, times and amounts in many rows: each is read once.
    """

    vocabulary: Vocabulary
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    plan_years: tuple[int, ...] = ()
    currency: str | None = "NOK"
    known_parties: frozenset[str] = frozenset()
    brackets_name_parties: bool = False
    _parties: dict[str, Parties] = field(default_factory=dict)
    _times: dict[str, Time] = field(default_factory=dict)
    _budgets: dict[tuple[str, int | None], Budget] = field(default_factory=dict)

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

    def budget(self, raw: str, unit: int | None = None) -> tuple[Budget, list[str]]:
        """The amount of a cell and what to warn about."""
        found = self._budgets.get((raw, unit))
        if found is None:
            found = self._budgets[raw, unit] = parse_budget(
                raw, vocabulary=self.vocabulary, unit=unit, currency=self.currency
            )
        return found, [SEVERAL_AMOUNTS] if self._is_one_of_several(raw, unit, found) else []

    def _is_one_of_several(self, raw: str, unit: int | None, read: Budget) -> bool:
        """Whether a cell has more amounts than the one read from it."""
        if read.per_year or sum(char.isdigit() for char in raw) <= _DIGITS_OF_ONE:
            return False
        text = plain(" ".join(raw.split()), self.vocabulary)
        return len(money(text, unit, self.vocabulary)) > 1

    def budgets(self, raw: str, unit: int | None = None) -> tuple[tuple[Budget, ...], list[str]]:
        """The budget lines of a cell, one for each who pays, and what to warn about."""
        whole, warnings = self.budget(raw, unit)
        if not warnings:
            return (whole,), []
        lines = split_by_payer(
            raw, vocabulary=self.vocabulary, pays=self._pays, unit=unit, currency=self.currency
        )
        named = (replace(one, funder=self._unfolded(one.funder)) for one in lines)
        return tuple(named) or (whole,), warnings

    def _pays(self, name: str) -> bool:
        """Whether a name beside an amount is somebody's: "Innovasjon Norge", "fylket"."""
        words = name.split()
        is_proper = len(words) > 1 and all(word[0].isupper() for word in words)
        return is_proper or is_somebody(
            name, self.vocabulary, self.abbreviations, self.known_parties
        )

    def _unfolded(self, name: str | None) -> str | None:
        return self.abbreviations.get(name, name) if name else None

    def set_value(self, measure: DraftMeasure, role: str, raw: str) -> None:
        """Give a measure the value of a fact line or card row."""
        warnings: list[str] = []
        if role == "responsible":
            measure.responsible, warnings = self.parties(raw)
        elif role == "partners":
            measure.partners, warnings = self.parties(raw)
        elif role in ("time", "end", "start"):
            begun = measure.time.years if measure.time and role == "end" else ()
            measure.time, warnings = self.time(raw)
            if begun and measure.time.years:
                years = tuple(range(begun[0], max(begun[0], measure.time.years[-1]) + 1))
                measure.time = replace(measure.time, years=years)
        elif role == "budget":
            (measure.budget, *more), warnings = self.budgets(raw)
            measure.more_budgets = tuple(more)
        elif role == "funder" and measure.budget is None:
            # "Finansiering: 400 000 kr" says what it costs, "Finansiering: Fylket" who pays
            budget, warnings = self.budget(raw)
            measure.budget = budget if budget.basis != "unknown" else None
        elif role == "state":
            measure.state = raw
        measure.warnings += warnings

    def take_from_text(self, measure: DraftMeasure) -> None:
        """Take the facts a measure's own text ends in or says in a sentence."""
        said, end = self._last_facts(measure.text)
        for fact in said:
            self.set_value(measure, fact.role, fact.value)
        left = measure.text[:end].rstrip()
        measure.text = left.rstrip(" –—|·") if end < len(measure.text) else left
        measure.roles = self._roles_in(measure.text)

    def ends_in_facts(self, text: str) -> bool:
        """Whether a text says what is to be done and ends in who, when or what it costs."""
        said, begin = self._last_facts(text)
        roles = {fact.role for fact in said} & _OF_MEASURES
        return begin > 0 and len(roles) >= _FEWEST_FACTS

    def _last_facts(self, text: str) -> tuple[tuple[Fact, ...], int]:
        """The facts a text ends in and where they begin: "… (Ansvar: Rektor. Frist: 2026)", or
        as sentences of their own "…. Ansvar: Rektor"."""
        bracket = _BRACKET.search(text)
        if bracket is not None and self.vocabulary.attribute(bracket["inside"]):
            return self._with_bare(self.vocabulary.facts(bracket["inside"])), bracket.start()
        if bracket is not None and (said := self._bare_facts(bracket["inside"])):
            return said, bracket.start()
        said = self.vocabulary.facts(text)
        for index, fact in enumerate(said):
            apart = text[: fact.start].rstrip()[-1:] in _APART
            if apart and all(_is_short(one.value) for one in said[index:]):
                return said[index:], fact.start
        return (), len(text)

    def _with_bare(self, said: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The facts of "(Lead: Leisure Services; by October 2025)": what has no word of its own
        and is a time or a sum is told by itself."""
        found: list[Fact] = []
        roles = {fact.role for fact in said}
        for fact in said:
            first, *rest = re.split(r";\s+|,\s+(?=[^,]*\d)", fact.value)
            for part in rest if fact.role in ("responsible", "partners") else ():
                role = "time" if is_time(part, self.vocabulary) else "budget"
                if role in roles or not (role == "time" or self._is_sum(part)):
                    first = f"{first}; {part}"
                else:
                    found.append(Fact(role, part, fact.start))
            parties = fact.role in ("responsible", "partners")
            found.append(Fact(fact.role, first if parties else fact.value, fact.start))
        return tuple(found)

    def _bare_facts(self, text: str) -> tuple[Fact, ...]:
        """The facts of "(54 mill. kr, 2026-2028)": amounts and years of the plan, nothing else."""
        found = []
        others = []
        for part in re.split(r"[,;]\s+|\s+[–/]\s+", text):
            years = find_years(part)
            if is_time(part, self.vocabulary) and years and set(years) <= set(self.plan_years):
                found.append(Fact("time", part, 0))
            elif not years and len(part) < _SHORT_SUM and self._is_sum(part):
                found.append(Fact("budget", part, 0))
            else:
                others.append(part)
        if others and not (found and self._are_who_pays_or_does(others, found)):
            return ()
        roles = [fact.role for fact in found]
        return tuple(found) if len(set(roles)) == len(roles) else ()

    def _are_who_pays_or_does(self, parts: list[str], found: list[Fact]) -> bool:
        """Take what stands beside a year or an amount: "egeninnsats", or who shall do it."""
        words = [w for b in ("within_frame", "external", "unknown") for w in self._basis_words(b)]
        if len(parts) == 1 and any(parts[0].casefold().startswith(word) for word in words):
            found.append(Fact("budget", parts[0], 0))
            return True
        if not self.brackets_name_parties or not all(_may_be_party(part) for part in parts):
            return False
        found.append(Fact("responsible", ", ".join(parts), 0))
        return True

    def _basis_words(self, basis: str) -> tuple[str, ...]:
        return tuple(w for w in self.vocabulary.list_of("amount", basis) if len(w) > 1)

    def _is_sum(self, text: str) -> bool:
        """Money, not "to gonger" or "5 stillingar"."""
        return (self.budget(text)[0].amount or 0) >= _LEAST_SUM

    @cached_property
    def _role_sentences(self) -> tuple[tuple[PartyRole, re.Pattern[str]], ...]:
        verbs = "|".join(re.escape(verb) for verb in self.vocabulary.list_of("roles", "verbs"))
        found: list[tuple[PartyRole, re.Pattern[str]]] = []
        roles: tuple[PartyRole, ...] = ("owner", "responsible", "partner", "funder")
        for role in roles:
            words = "|".join(re.escape(w) for w in self.vocabulary.list_of("roles", role))
            pattern = (
                rf"(?:^|[.;]\s+)(?P<who>[A-ZÆØÅ][^.;:]{{1,80}}?)\s+(?:{verbs})\s+(?:{words})\b"
            )
            found.append((role, re.compile(pattern)))
        return tuple(found)

    def _roles_in(self, text: str) -> dict[PartyRole, str | tuple[str, ...]]:
        """ "X er prosjekteigar. Y er prosjektansvarleg." → {"owner": "X", "responsible": "Y"}."""
        roles: dict[PartyRole, str | tuple[str, ...]] = {}
        for role, pattern in self._role_sentences:
            names: list[str] = []
            for match in pattern.finditer(text):
                names += self.parties(match["who"])[0].parties
            if names:
                roles[role] = names[0] if len(names) == 1 else tuple(names)
        return roles
