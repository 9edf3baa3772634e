"""The facts a text of a measure ends in: "… (ansvar: FK)", "…. Ansvar: Rektor. Frist: 2026".

Habits read: facts in brackets or as sentences of their own, last in the text; in brackets also
without words ("(54 mill. kr, 2026-2028)"), and who shall do it beside a year or alone where
several measures of the plan end so ("(Kulturenheten, 2025)", "(SR/kommunane)"); parts that
are in the same order behind every measure.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from tiltak.reading.structure.measures.bracket_roles import parts_by_role
from tiltak.reading.structure.measures.value_reader import ValueReader
from tiltak.reading.values.definitions import find_abbreviations
from tiltak.reading.values.times import find_years, is_time
from tiltak.reading.vocabulary import Fact

_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$")
_APART = (".", ";", ",", "–", "|", "·")
# who and a year, in either order, and perhaps what it costs behind them
_JOINT = r"(?:,\s+|\s/\s|;\s+)"
_PARTY_AND_YEAR = re.compile(
    rf"\((?:[A-ZÆØÅÄÖ][^()\d]{{1,50}}{_JOINT}(?:[^()\d,]{{0,12}}\s)?(?:19|20)\d\d[^()]{{0,8}}|"
    rf"(?:19|20)\d\d[^(),]{{0,8}}{_JOINT}[A-ZÆØÅÄÖ][^()\d]{{1,50}})"
    rf"(?:{_JOINT}[^()]{{0,8}}\d[^()]{{1,20}})?\)\s*\.?$"
)
_LAST_BRACKET = re.compile(r"\(([^()]{2,90})\)\.?$")
_FEWEST_BRACKETS = 2
_FEWEST_LONE = 3
_LONGEST_PARTY = 50
_LONGEST_FACT = 70
_SHORT_SUM = 25
_LEAST_SUM = 1000
_NEW_SENTENCE = re.compile(r"\w{4,}\.\s+[A-ZÆØÅÄÖ]")


def brackets_name_parties(texts: Iterable[str]) -> bool:
    """Whether several texts end in "(Kulturenheten, 2025)": who, and a year."""
    closed = (text for text in texts if "(" in text)
    return sum(_PARTY_AND_YEAR.search(text) is not None for text in closed) >= _FEWEST_BRACKETS


def lone_brackets_name_parties(texts: Iterable[str], is_somebody: Callable[[str], bool]) -> bool:
    """Whether several texts end in a bracket that only names somebody: "(SR/kommunane)".

    Most brackets at the end must begin with a capital, and most of these name somebody that is
    known as such or stands so more than once; others tell more of the same: "(buss og båt)".
    """
    ends = [
        match[1]
        for text in texts
        # "Sogn regionråd (SR)" tells an abbreviation
        if (match := _LAST_BRACKET.search(text)) and match[1] not in find_abbreviations(text)
    ]
    named = [inside for inside in ends if _may_be_parties(inside)]
    times = Counter(named)
    sure = sum(times[inside] > 1 or _names(inside, is_somebody) for inside in named)
    return len(named) >= _FEWEST_LONE and len(named) * 2 > len(ends) and sure * 2 > len(named)


def _names(inside: str, is_somebody: Callable[[str], bool]) -> bool:
    return any(is_somebody(part.strip()) for part in re.split(r"[,/]|\s(?:og|och|and)\s", inside))


def last_facts(text: str, values: ValueReader) -> tuple[tuple[Fact, ...], int]:
    """The facts a text ends in and where they begin: "… (Ansvar: Rektor. Frist: 2026)", or
    as sentences of their own "…. Ansvar: Rektor"."""
    said, begin = _said_apart(text, values)
    bracket = _BRACKET.search(text)
    if bracket is None:
        return said, begin
    if said and begin < bracket.start():
        return _with_bracket(said, bracket["inside"], values), begin
    if values.vocabulary.attribute(bracket["inside"]):
        return _with_bare(values.vocabulary.facts(bracket["inside"]), values), bracket.start()
    if by_role := parts_by_role(bracket["inside"], values.bracket_roles):
        return tuple(Fact(role, said, 0) for role, said in by_role.items()), bracket.start()
    if in_bracket := _bare_facts(bracket["inside"], values):
        return in_bracket, bracket.start()
    return said, begin


def _said_apart(text: str, values: ValueReader) -> tuple[tuple[Fact, ...], int]:
    """The facts in sentences of their own that a text ends in, and where they begin."""
    said = values.vocabulary.facts(text)
    for index, fact in enumerate(said):
        apart = text[: fact.start].rstrip()[-1:] in _APART
        if apart and all(_is_short(one.value) for one in said[index:]):
            return said[index:], fact.start
    return (), len(text)


def _with_bracket(said: tuple[Fact, ...], inside: str, values: ValueReader) -> tuple[Fact, ...]:
    """The facts of "Ansvar: Rektor (2026)": a bracket behind the last one tells more of it, or
    is a fact that none of them is."""
    more = _bare_facts(inside, values)
    if not more or {fact.role for fact in more} & {fact.role for fact in said}:
        return said
    *others, last = said
    value = _BRACKET.sub("", last.value)
    return (*others, Fact(last.role, value, last.start), *more)


def _with_bare(said: tuple[Fact, ...], values: ValueReader) -> tuple[Fact, ...]:
    """The facts of "(Lead: Leisure Services; by October 2025)": what has no word of its own
    and is a time or a sum is told by itself."""
    found: list[Fact] = []
    roles = {fact.role for fact in said}
    for fact in said:
        first, *rest = re.split(r";\s+|,\s+(?=[^,]*\d)", fact.value)
        for part in rest if fact.role in ("responsible", "partners") else ():
            role = "time" if is_time(part, values.vocabulary) else "budget"
            if role in roles or not (role == "time" or _is_sum(part, values)):
                first = f"{first}; {part}"
            else:
                found.append(Fact(role, part, fact.start))
        parties = fact.role in ("responsible", "partners")
        found.append(Fact(fact.role, first if parties else fact.value, fact.start))
    return tuple(found)


def _bare_facts(text: str, values: ValueReader) -> tuple[Fact, ...]:
    """The facts of "(54 mill. kr, 2026-2028)": amounts and years of the plan, nothing else."""
    found = []
    others = []
    for part in re.split(r"[,;]\s+|\s+[–/]\s+", text):
        years = find_years(part)
        if is_time(part, values.vocabulary) and years and set(years) <= set(values.plan_years):
            found.append(Fact("time", part, 0))
        elif not years and len(part) < _SHORT_SUM and _is_sum(part, values):
            found.append(Fact("budget", part, 0))
        else:
            others.append(part)
    if others and not found:
        named = values.lone_brackets_name_parties and _may_be_parties(text)
        return (Fact("responsible", text, 0),) if named else ()
    if others and not _are_who_pays_or_does(others, found, values):
        return ()
    roles = [fact.role for fact in found]
    return tuple(found) if len(set(roles)) == len(roles) else ()


def _are_who_pays_or_does(parts: list[str], found: list[Fact], values: ValueReader) -> bool:
    """Take what stands beside a year or an amount: "egeninnsats", or who shall do it."""
    words = [w for b in ("within_frame", "external", "unknown") for w in _basis_words(b, values)]
    if len(parts) == 1 and any(parts[0].casefold().startswith(word) for word in words):
        found.append(Fact("budget", parts[0], 0))
        return True
    if not values.brackets_name_parties or not all(_may_be_party(part) for part in parts):
        return False
    found.append(Fact("responsible", ", ".join(parts), 0))
    return True


def _basis_words(basis: str, values: ValueReader) -> tuple[str, ...]:
    return tuple(w for w in values.vocabulary.list_of("amount", basis) if len(w) > 1)


def _is_sum(text: str, values: ValueReader) -> bool:
    """Money, not "to gonger" or "5 stillingar"."""
    return (values.budget(text)[0].amount or 0) >= _LEAST_SUM


def _may_be_party(text: str) -> bool:
    return text[:1].isupper() and len(text) <= _LONGEST_PARTY and not text.endswith(".")


def _may_be_parties(text: str) -> bool:
    """A name, or several: a capital first, no figures, no sentence."""
    return _may_be_party(text.partition(",")[0]) and not re.search(r"\d|[.:;?!]\s", text)


def _is_short(value: str) -> bool:
    """A value of a fact rather than the running text that follows it."""
    return 1 <= len(value) <= _LONGEST_FACT and not _NEW_SENTENCE.search(value)
