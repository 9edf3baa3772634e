"""Heads of columns: whose cells a person typed into a field of their rows, alike."""

import re
from collections.abc import Iterator, Mapping

from tiltak.planfile import walk
from tiltak.planfile.model import Measure, Parties, Plan, Row, Time
from tiltak.reading.lessons.lesson import Lesson, drawn, is_word, plain
from tiltak.reading.vocabulary import Vocabulary

Owner = Row | Measure


def column_lessons(as_read: Plan, reviewed: Plan, vocabulary: Vocabulary) -> tuple[Lesson, ...]:
    """Heads of columns that a person's corrections of rows and their measures teach."""
    votes = [
        (word, role)
        for role, cells, said in _corrections(as_read, reviewed)
        for name, cell in cells.items()
        if said & _forms_of_cell(cell) and is_word(word := vocabulary.head_words(name))
    ]
    return drawn("column", votes, (), lambda word, role: vocabulary.column_role(word) == role)


def _corrections(
    as_read: Plan, reviewed: Plan
) -> Iterator[tuple[str, Mapping[str, str], frozenset[str]]]:
    """For each field that a person filled: the column role, the row's other cells, what was typed."""
    rows = {row.id: row for row in walk.rows(as_read)}
    measures = {measure.id: measure for _, _, measure in walk.all_measures(as_read)}
    for row in walk.rows(reviewed):
        if row.id in rows:
            yield from _filled(rows[row.id], row, rows[row.id].extra)
    for _, _, measure in walk.all_measures(reviewed):
        before = measures.get(measure.id)
        for key in measure.rows[:1] if before is not None else ():
            if before is not None and key in rows:
                yield from _filled(before, measure, rows[key].extra)


def _filled(
    before: Owner, after: Owner, cells: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, str], frozenset[str]]]:
    if not cells or before == after:
        return
    was, now = _sayings(before), _sayings(after)
    for role, said in now.items():
        if said and said != was[role]:
            yield role, cells, said


def _sayings(owner: Owner) -> dict[str, frozenset[str]]:
    """Column role → the ways in which a cell could say the same."""
    budget = owner.budget.amount if owner.budget else None
    return {
        "time": _forms_of_time(owner.time),
        "budget": frozenset(() if budget is None else [str(budget)]),
        "responsible": _forms_of_parties(owner.responsible),
        "partners": _forms_of_parties(owner.partners),
        "state": frozenset(filter(None, [plain(owner.state or "")])),
    }


def _forms_of_time(time: Time | None) -> frozenset[str]:
    if time is None:
        return frozenset()
    years = "-".join(str(year) for year in sorted({*time.years[:1], *time.years[-1:]}))
    return frozenset(filter(None, [plain(time.raw or ""), years]))


def _forms_of_parties(parties: Parties | None) -> frozenset[str]:
    if parties is None:
        return frozenset()
    names = ", ".join(sorted(plain(name) for name in parties.parties))
    return frozenset(filter(None, [plain(parties.raw or ""), names]))


def _forms_of_cell(cell: str) -> frozenset[str]:
    """A cell as words, as a list of names, as years and as an amount."""
    names = ", ".join(sorted(filter(None, map(plain, re.split(r"[/;,\n]", cell)))))
    years = re.sub(r"\s*[–/-]\s*", "-", cell.strip())
    amount = re.sub(r"(?:\bkr\b\.?|kroner|nok|,-|[\s.])", "", cell.casefold())
    return frozenset({plain(cell), names, years, amount} - {""})
